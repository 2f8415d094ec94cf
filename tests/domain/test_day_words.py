"""The words of the day: what is offered while somebody types, and what nothing may mark."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wcafe.domain.cafe import Questions, Table, draft
from wcafe.domain.day_words import key_of, offers, places_of, propose_words, read_words
from wcafe.errors import TextTooLong

WORDS = ("PCAET", "Zoé d'Ân-Lê", "ADEME", "Saint-Malo", "Œuvre sociale")


def offered(before, words=WORDS):
    return [offer.word for offer in offers(before, words)]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("le pca", "PCAET"),
        ("PCAE", "PCAET"),
        ("pcaet", "PCAET"),
        ("dit zoe", "Zoé d'Ân-Lê"),
        ("dit Zoé ", "Zoé d'Ân-Lê"),
        ("dit zoe d’an-l", "Zoé d'Ân-Lê"),
        ("dit zoé d'ân", "Zoé d'Ân-Lê"),
        ("avec l’ade", "ADEME"),
        ("à saint m", None),
        ("à st", None),
        ("à sai", "Saint-Malo"),
        ("à Saint‑ma", "Saint-Malo"),
        ("à mal", "Saint-Malo"),
        ("oeuv", "Œuvre sociale"),
        ("une œuvre so", "Œuvre sociale"),
    ],
)
def test_a_word_of_the_day_is_offered_however_its_beginning_is_written(typed, word):
    assert offered(typed) == ([word] if word else [])


@pytest.mark.parametrize("typed", ["", "p", "le pcaet ", "PCAET", "xpca", "ma", "été"])
def test_nothing_is_offered_that_is_not_begun_or_stands_there_already(typed):
    assert offered(typed) == []


def test_what_is_replaced_begins_where_the_word_began():
    before = "Selon l'ade"

    (offer,) = offers(before, WORDS)

    assert before[: offer.start] + offer.word == "Selon l'ADEME"


def test_a_beginning_comes_before_a_later_part_and_the_list_stays_short():
    words = ("Grand Malo", "Malouine", *(f"Malo {n}" for n in range(20)))

    assert offered("malo", words)[0] == "Malouine"
    assert len(offered("malo", words)) == 6


@given(st.text(max_size=30), st.lists(st.text(min_size=1, max_size=12), max_size=6))
def test_whatever_is_typed_an_offer_is_a_word_of_the_day_at_a_place_of_the_text(before, words):
    for offer in offers(before, words):
        assert offer.word in words
        assert 0 <= offer.start < len(before)


def test_a_pasted_list_is_read_a_line_each_and_each_word_once():
    pasted = " PCAET \r\n• Zoé d’Ân-Lê\n\nZOE D'AN-LE\n- pcaet\nSaint-Malo\t\n"

    assert read_words(pasted) == ("PCAET", "Zoé d’Ân-Lê", "Saint-Malo")
    with pytest.raises(TextTooLong):
        read_words("PCAET\n" + "mot " * 100)


def test_acronyms_and_names_of_the_cafe_are_proposed_and_nothing_that_only_begins_a_sentence():
    cafe = replace(
        draft(title="Quartier 2030 à Saint-Malo", language="fr"),
        questions=Questions(texts=("Que change le PCAET ? Comment l'ADEME aide Zoé d'Ân-Lê ?",)),
        tables=(Table(name="Jardin des Lilas"), Table(name="Mobilités"), Table(name="RN 176")),
        words=("ademe",),
    )

    assert propose_words(cafe) == ["PCAET", "Jardin des Lilas", "Saint-Malo", "Zoé d'Ân-Lê"]


def test_a_title_in_capitals_is_no_row_of_acronyms():
    assert propose_words(draft(title="NOTRE QUARTIER DEMAIN", language="fr")) == []


def test_words_of_the_day_are_found_where_they_stand_whole():
    text = "Most of ZOÉ D’ÂN‑LÊ said: the Mostra, most, MOSTRA."

    assert [text[a:b] for a, b in places_of(text, ("Mostra", "Zoé d'Ân-Lê"))] == [
        "ZOÉ D’ÂN‑LÊ",
        "Mostra",
        "MOSTRA",
    ]
    assert key_of("Zoé d’Ân‑Lê") == key_of("ZOE D'AN-LE")
