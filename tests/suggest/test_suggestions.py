"""What is suggested, by either method, and the reasons that are given."""

import csv
import re
from dataclasses import replace

import pytest

from tests.endurance import full
from tests.suggest.conftest import notes_of
from wcafe.domain.suggestions import Method, Pile, Refused, Wish, why
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import fold
from wcafe.i18n import ENGLISH, words_for
from wcafe.services.suggestions import suggest
from wcafe.suggest.door import MOST


def found(wish, notes, themes=(), **more):
    return suggest(wish, notes, themes, **more).found


def has(text, word):
    """Does `text` have a word that looks like `word`? Not by the rule that the house uses."""
    stem = fold(word)[: max(3, len(word) - 3)]
    return any(each.startswith(stem) for each in re.findall(r"[^\W_]+", fold(text)))


def test_a_note_that_nobody_sorted_is_proposed_the_theme_of_notes_like_it(notes, themes, method):
    proposed = found(Wish.THEMES, notes, themes, method=method)
    first = {each.note: each.theme for each in reversed(proposed)}

    assert first == {"new": "Un toit", "new2": "Rouler"}


def test_the_reason_names_shared_words_and_how_many_notes_have_them(notes, themes, method):
    of_new = [e for e in found(Wish.THEMES, notes, themes, method=method) if e.note == "new"]

    told = why(of_new[0], ENGLISH)
    assert "logements" in of_new[0].shared
    assert told == f"shares “{', '.join(of_new[0].shared)}” with 3 notes of this theme"
    assert why(of_new[0], words_for("fr")).replace("\u202f", " ") == (
        f"partage « {', '.join(of_new[0].shared)} » avec 3 notes de ce thème"
    )


def test_a_theme_that_holds_no_note_is_not_proposed(notes, themes, method):
    proposed = found(Wish.THEMES, notes, themes, method=method)

    assert "Personne ici" not in {each.theme for each in proposed}
    assert found(Wish.THEMES, notes, (), method=method) == ()


def test_at_most_three_themes_are_proposed_for_a_note(method):
    notes = notes_of([*(f"Un banc vert, place {n}" for n in range(6)), "Un banc vert"])
    themes = tuple(Theme(id=ThemeId(note.id), name=note.id, notes=(note.id,)) for note in notes[:6])

    assert len(found(Wish.THEMES, notes, themes, method=method)) <= 3


def test_notes_that_say_nearly_the_same_are_found_and_others_are_not(method):
    notes = notes_of(
        [
            "Réparer les vélos au marché",
            "Une piscine pour l'hiver",
            "Réparer nos vélos, au marché !",
            "REPARER LES VELOS AU MARCHE",
        ]
    )
    pairs = found(Wish.ALIKE, notes, method=method)

    assert {note for each in pairs for note in each.notes} == {"n0", "n2", "n3"}
    same = next(each for each in pairs if set(each.notes) == {"n0", "n3"})
    assert why(same, ENGLISH) == "both say the same words"
    other = next(each for each in pairs if set(each.notes) == {"n0", "n2"})
    assert why(other, ENGLISH).startswith("both say “")
    assert not other.is_same


def test_notes_with_the_same_words_in_another_order_are_not_said_to_be_the_same(method):
    (pair,) = found(
        Wish.ALIKE, notes_of(["Trop chers, nos loyers", "Nos loyers trop chers"]), method=method
    )

    assert not pair.is_same


def test_notes_like_the_chosen_one_come_nearest_first(notes, method):
    near = found(Wish.SIMILAR, notes, about=("home",), method=method)

    assert {each.notes[0] for each in near} == {"home"}
    assert near[0].notes[1] in ("home3", "new")


def test_a_first_split_puts_each_note_into_one_pile_at_most(notes, method):
    piles = found(Wish.PILES, notes, method=method)
    inside = [note for pile in piles for note in pile.notes]

    assert len(inside) == len(set(inside))
    assert all(len(pile.notes) > 1 for pile in piles)
    assert {"bike", "bike3"} <= next(set(p.notes) for p in piles if "bike" in p.notes)


@pytest.mark.slow
@pytest.mark.parametrize("text", ["Oui", "Oui, la table {n}", ""])
def test_many_notes_that_say_the_same_are_no_trouble(text, method):
    notes = notes_of(text.format(n=n) for n in range(full(1_000, 300)))

    for wish in (Wish.ALIKE, Wish.SIMILAR, Wish.PILES):
        assert len(found(wish, notes, about=("n0",), method=method)) <= MOST


def test_of_many_notes_a_theme_is_proposed_for_the_one_that_is_meant(notes, themes, method):
    many = (*notes, *notes_of(f"Un vélo et un loyer {n}" for n in range(MOST)))
    proposed = found(Wish.THEMES, many, themes, about=("new2",), method=method)

    assert {each.note for each in proposed} == {"new2"}


def test_sorted_notes_are_in_no_pile(notes, themes, method):
    (pile,) = found(Wish.PILES, (*notes, *notes_of(["Des pistes à vélos"])), themes, method=method)

    assert set(pile.notes) <= {"new", "new2", "n0"}


def test_what_was_refused_is_not_suggested_again_and_the_rest_is(notes, themes, method):
    for wish in Wish:
        before = found(wish, notes, themes, about=("home",), method=method)
        if not before:
            continue
        refused = Refused().with_refused(before[:1])
        after = found(wish, notes, themes, about=("home",), refused=refused, method=method)
        assert after == before[1:], wish


def test_a_pile_that_is_nearly_one_that_was_refused_is_not_suggested():
    pile = Pile(notes=("a", "b", "c", "d"))
    refused = Refused().with_refused([pile])

    assert refused.holds(replace(pile, notes=("a", "b", "c")))
    assert not refused.holds(replace(pile, notes=("a", "b", "x", "y")))


def test_what_is_refused_no_more_leaves_whatever_else_was_refused():
    pile, other = Pile(notes=("a", "b")), Pile(notes=("x", "y"))
    refused = Refused().with_refused([pile]).with_refused([other])

    assert refused.without([pile]) == Refused().with_refused([other])


@pytest.mark.parametrize(
    "text", ["", "?", "🌿🌿", "12 000", "的花园", "حديقة", "\x00", "mot " * 5000, "é" * 20_000]
)
def test_odd_notes_are_compared_like_any_other(text, notes, themes, method):
    odd = (*notes, *notes_of([text, text]))

    for wish in Wish:
        for each in found(wish, odd, themes, about=("n0",), method=method):
            assert why(each, ENGLISH)


@pytest.mark.parametrize("wish", list(Wish))
def test_a_café_of_no_note_or_one_has_nothing_to_suggest(wish, notes, method):
    assert found(wish, (), about=("n0",), method=method) == ()
    assert found(wish, notes[:1], about=(notes[0].id,), method=method) == ()
    assert found(Wish.SIMILAR, notes, about=("gone",), method=method) == ()


def test_the_same_question_has_the_same_answer(notes, themes, method):
    for wish in Wish:
        once = suggest(wish, notes, themes, about=("home",), method=method)
        assert suggest(wish, notes, themes, about=("home",), method=method) == once


def test_a_note_in_english_is_near_one_in_french_by_meaning():
    notes = notes_of(
        ["Les loyers sont trop chers", "Rents are too expensive", "A bench in the shade"]
    )
    (near, *_rest) = found(Wish.SIMILAR, notes, about=("n0",), method=Method.MEANING) or [None]

    assert near is not None
    assert near.notes == ("n0", "n1")
    assert why(near, ENGLISH) == "resemble each other"


@pytest.mark.real
def test_each_word_of_a_reason_really_stands_in_the_notes_it_is_said_of(real, method):
    with (real / "notes/fr_dinan_ateliers_pcaet/notes_flat.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    notes = notes_of(row["note"] for row in rows)
    text = {note.id: note.text for note in notes}
    by_name = {}
    for note, row in zip(notes, rows, strict=True):
        by_name.setdefault(row["table_theme"], []).append(note.id)
    themes = tuple(
        Theme(id=ThemeId(name), name=name, notes=tuple(inside[:6]))
        for name, inside in by_name.items()
    )
    inside = {theme.id: theme.notes for theme in themes}
    looked_at = 0
    for each in found(Wish.THEMES, notes, themes, method=method):
        having = [n for n in inside[each.theme] if any(has(text[n], w) for w in each.shared)]
        assert all(has(text[each.note], word) for word in each.shared), each
        assert len(having) >= each.among, each
        looked_at += len(each.shared)
    for wish in (Wish.ALIKE, Wish.PILES):
        for each in found(wish, notes, method=method):
            having = [n for n in each.notes if any(has(text[n], w) for w in each.shared)]
            assert len(having) >= (2 if wish is Wish.ALIKE and each.shared else 0), each
            looked_at += len(each.shared)
    assert looked_at > 200
