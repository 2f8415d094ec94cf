"""`wcafe suggest`: it looks, and changes nothing."""

import pytest

from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.suggest import methods

SAID = {
    "Les loyers sont trop chers": "Un toit",
    "Des logements vides partout": "Un toit",
    "Une piste cyclable au collège": "Rouler",
    "Trop de logements vides, des loyers en hausse": None,
    "Trop de logements vides, et des loyers en hausse !": None,
}


@pytest.fixture
def sorted_cafe(planned):
    with open_cafe(planned) as cafe:
        themes = {}
        for text, theme in SAID.items():
            note = cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text).note
            themes.setdefault(theme, []).append(note)
        themes.pop(None)
        for name, notes in themes.items():
            cafe.synthesis.name_theme(name, notes=tuple(notes))
    return planned


@pytest.fixture
def by_words(monkeypatch):
    monkeypatch.setattr(methods, "_ENCODER", "no_such_encoder")


def test_themes_and_notes_alike_are_told_with_their_reasons(sorted_cafe, told, by_words):
    before = sorted_cafe.read_bytes()
    suggested = told("suggest", sorted_cafe, "--json")

    with open_cafe(sorted_cafe, is_read_only=True) as cafe:
        notes = {note.id: note.text for note in cafe.notes.all()}
        toit = cafe.synthesis.themes()[0].id
    assert suggested["method"] == "words"
    assert [notes[each["note"]] for each in suggested["themes"]] == list(SAID)[3:]
    first = suggested["themes"][0]["proposals"][0]
    assert first["theme"] == toit
    assert first["why"].startswith("shares “")
    (pair,) = suggested["alike"]
    assert [notes[note] for note in pair["notes"]] == list(SAID)[3:]
    assert pair["why"].startswith("both say “")
    assert sorted_cafe.read_bytes() == before


def test_people_read_each_note_with_the_themes_it_may_belong_to(sorted_cafe, told, by_words):
    lines = told("suggest", sorted_cafe).splitlines()

    assert lines[0] == "Compared by their words."
    assert lines[1] == "T1 R1: Trop de logements vides, des loyers en hausse"
    assert lines[2].startswith("  → Un toit (shares “")
    assert any(line.startswith("Nearly the same (both say “") for line in lines)


def test_with_the_extra_notes_are_compared_by_meaning(sorted_cafe, told):
    assert told("suggest", sorted_cafe, "--json")["method"] == "meaning"


def test_a_café_without_notes_has_nothing_to_suggest(planned, told):
    assert told("suggest", planned, "--json") == {"method": "meaning", "themes": [], "alike": []}
    assert told("suggest", planned).splitlines()[1:] == ["There is nothing more to suggest."]
