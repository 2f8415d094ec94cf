"""A sheet a theme: what it is, where it came from, who to ask, how to do it."""

import re
from dataclasses import replace

import pytest

from tests.cafes import person
from tests.exports.texts.harvests import bare, numbered, with_texts
from tests.exports.texts.readers import words_in
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note
from wcafe.domain.publication import Publication
from wcafe.domain.synthesis import Statement, Theme, cite
from wcafe.exports import exported

FORMATS = ("md", "html")


def note(id_, text, kind=Kind.IDEA, **facts):
    return Note(id=id_, table=1, round=0, kind=kind, text=text, **facts)


def theme(id_, name, *notes, **facts):
    return Theme(id=id_, name=name, notes=tuple(each.id for each in notes), **facts)


def sheets(format_, snapshot):
    """Return the words of each sheet."""
    told = words_in(format_, exported(format_, snapshot, what="themes"))
    return [part for part in re.split(r"(?=\b\d · )", told) if "Ce que c’est" in part]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_sheet_answers_four_questions(format_):
    idea = note("i", "Un verger")
    act = note("a", "Planter", Kind.ACTION, who="Irène", due="en mars")
    doubt = note("d", "Qui arrose ?", Kind.QUESTION)
    people = (replace(person("Irène Équipe"), may_be_named=True),)
    said = Statement(id="s", text="Il faut planter.", cites=(cite(idea),))
    green = theme("t", "Vert", idea, act, doubt, headline="Du vert", statements=(said,))
    told = sheets(format_, bare(people=people, notes=(idea, act, doubt), themes=(green,)))[-1]

    parts = re.split(
        "Ce que c’est|D’où cela vient|À qui s’adresser|Comment s’y prendre|Ce qui reste ouvert",
        told,
    )
    name, what, source, who, how, open_ = parts
    assert "Vert" in name
    assert "Du vert Il faut planter." in what
    assert "3 notes d’une table." in source
    assert "Un verger (idée, T2·R1)" in source
    assert "Qui prend quelque chose en charge : Irène." in who.replace("\u00a0", " ")
    assert "Planter" in how
    assert "en mars" in how
    assert "Qui arrose ?" in open_.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("format_", FORMATS)
def test_a_note_of_two_themes_stands_on_both_sheets_and_once_on_each(format_):
    both, child, other = note("b", "Partagée"), note("c", "Dessous", parent="b"), note("o", "Autre")
    themes = (theme("1", "Un", both), theme("2", "Deux", both, other))
    found = sheets(format_, bare(notes=(both, child, other), themes=themes))

    one, two = found[-2:]
    assert [one.count(word) for word in ("Partagée", "Dessous", "Autre")] == [1, 1, 0]
    assert [two.count(word) for word in ("Partagée", "Dessous", "Autre")] == [1, 1, 1]


@pytest.mark.parametrize("format_", FORMATS)
def test_who_did_not_agree_is_not_named_and_the_organiser_can_be_asked(format_):
    act = note("a", "Planter", Kind.ACTION, who="Hakim Discret")
    empty = bare(people=(person("Hakim Discret"),), notes=(act,), themes=(theme("t", "Vert", act),))
    told = words_in(format_, exported(format_, empty, what="themes"))
    assert "Hakim" not in told
    assert "Personne n’est nommé ici." in told

    asked = replace(empty.cafe, publication=Publication(contact="cafe@example.org"))
    told = words_in(format_, exported(format_, replace(empty, cafe=asked), what="themes"))
    assert "cafe@example.org" in told
    assert "Personne n’est nommé ici." not in told


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_missing_is_said(format_):
    lone = theme("t", "Vert", note("n", "Un verger"))
    told = words_in(
        format_,
        exported(format_, bare(notes=(note("n", "Un verger"),), themes=(lone,)), what="themes"),
    )
    assert "Personne ne l’a encore mis en une phrase." in told
    assert "Aucune action n’a encore été notée." in told

    nothing = words_in(format_, exported(format_, bare(), what="themes"))
    assert "il n’y a donc pas de fiche" in nothing


@pytest.mark.parametrize("format_", FORMATS)
def test_withheld_notes_are_counted_and_on_no_sheet(format_):
    harvest = with_texts(numbered(140))
    *notes, withheld = harvest.notes
    harvest = replace(harvest, notes=(*notes, replace(withheld, text="Ceci est caché")))
    told = words_in(format_, exported(format_, harvest, what="themes"))

    assert withheld.id in harvest.themes[1].notes
    assert "Ceci est caché" not in told
    assert "1 note est retenue : Deux voisins (1)." in told


def test_each_sheet_begins_on_a_page_of_its_own():
    written = exported("html", with_texts(numbered(140)), what="themes").decode()

    assert written.count('<hr class="new-page">') == 4
    assert exported("md", with_texts(numbered(140)), what="themes").decode().count("\n---\n") == 4
