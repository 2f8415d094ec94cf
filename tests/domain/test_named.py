"""Names in the words of notes: found as whole words, however they are written."""

from dataclasses import replace

import pytest

from tests.cafes import person
from wcafe.domain import named
from wcafe.domain.kinds import Kind
from wcafe.domain.named import notes_with_names
from wcafe.domain.notes import Note

PEOPLE = [
    person("Soizic Le Goff"),
    person("Lê An"),
    person("Łukasz Żak"),
    person("Al Van-Damme"),
    person("Ben Traoré"),
    person("Zoé"),
    replace(person(), given="Zoé", family="d'Ân-Lê"),
    person("محمد بن علي"),
    person("देवी शर्मा"),
    person("Léa Nour De la Tour"),
    *[replace(person(), given="", family=name) for name in ("김민준", "田中")],
]


def note(text):
    return Note(id="n", table=0, round=0, kind=Kind.ACTION, text=text)


NAMED = [
    "Soizic s’occupe du jardin",
    "demander à SOIZIC",
    "voir avec Goff.",
    "lukasz vient",
    "ZOE\u0301 et les autres",
    "C’est zoe-marie qui l’a dit",
    "Al demande un banc",
    "Ben aussi",
    "Traore : « oui »",
    "Lê est d’accord",
    "مع محمد غدا",
    "मैं और देवी।",
    "김민준이 말했다",
    "田中さんは",
    "nour",
    "la tour de l’église",  # one too many rather than one too few
]
NOT_NAMED = [
    "Un banc devant la mairie",
    "Le jardin, la rue, de l’eau",
    "des pâtes al dente, ben oui",
    "van rouge au parking",
    "l’an prochain",
    "Gofferie, Anas, Zoéline",
    "",
    "2030",
]


@pytest.mark.parametrize("text", NAMED)
def test_a_name_is_found_however_it_is_written(text):
    assert notes_with_names([note(text)], PEOPLE)


@pytest.mark.parametrize("text", NOT_NAMED)
def test_a_part_of_another_word_and_a_particle_are_no_name(text):
    assert notes_with_names([note(text)], PEOPLE) == ()


def test_without_people_there_is_nothing_to_look_for():
    assert notes_with_names([note(text) for text in NAMED], ()) == ()


def test_a_search_that_keeps_accents_is_found_out(monkeypatch):
    monkeypatch.setattr(named, "fold", str.casefold)

    assert not all(notes_with_names([note(text)], PEOPLE) for text in NAMED)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Soizic Le Goff s’en occupe", "[nom] s’en occupe"),
        ("SOIZIC, Zoé et les autres", "[nom], [nom] et les autres"),
        ("Soizic\nZoé", "[nom]\n[nom]"),
        ("voir avec Goff.", "voir avec [nom]."),
        ("Al Van-Damme", "[nom]"),
        ("la tour", "la [nom]"),
        ("田中さんは", "[nom]"),
        ("مع محمد غدا", "مع [nom] غدا"),
        ("Un banc", "Un banc"),
        ("« Zoé d'Ân-Lê » l’a dit", "« [nom] » l’a dit"),
        ("Zoe D’An-Le viendra, de loin", "[nom] viendra, de loin"),
        ("Zoé d’ici", "[nom] d’ici"),
    ],
)
def test_names_that_are_on_the_list_are_hidden_and_all_else_stays(text, wanted):
    names = named.find_names([text], PEOPLE)

    assert named.with_names_hidden(text, names, "[nom]") == wanted
