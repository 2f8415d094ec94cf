"""`wcafe statements` and `wcafe coverage`: what is said, on what it rests, what is left out."""

import json

import pytest

from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind


@pytest.fixture
def notes(file, told):
    told("new", file.with_name("b.wcafe"), "--title", "B", "--lang", "fr", "--tables", 4)
    said = [(0, 0), (0, 0), (1, 0), (2, 1)]
    with open_cafe(file.with_name("b.wcafe")) as cafe:
        notes = [
            cafe.notes.add(table=t, round_=r, kind=Kind.QUESTION, text=f"Note {n}").note
            for n, (t, r) in enumerate(said)
        ]
        cafe.synthesis.name_theme("Du vert", notes=tuple(notes))
    return notes


@pytest.fixture
def sorted_cafe(file, notes):
    return file.with_name("b.wcafe")


def change(path, note, **facts):
    from dataclasses import replace

    with open_cafe(path) as cafe:
        here = cafe.notes.get(note)
        cafe.notes.put(replace(here, **facts), base=here.rev)


def test_a_statement_is_added_listed_and_marked_when_its_note_changes(sorted_cafe, notes, told):
    id_ = told(
        "statements", "add", sorted_cafe, "--theme", "du VERT", "--cites", notes[1], "T2·R1·#1",
        "--", "- Deux tables veulent de l’ombre.",
    ).strip()  # fmt: skip

    listed = told("statements", "list", sorted_cafe, "--json")
    assert listed == [
        {
            "id": id_,
            "theme": "Du vert",
            "text": "- Deux tables veulent de l’ombre.",
            "cites": [notes[1], notes[2]],
            "confirmed": [],
            "stale": False,
        }
    ]
    line = told("statements", "list", sorted_cafe)
    assert line == "Du vert: - Deux tables veulent de l’ombre. T1·R1·#2 T2·R1·#1\n"

    change(sorted_cafe, notes[1], text="Autre chose")
    assert told("statements", "list", sorted_cafe, "--json")[0]["stale"] is True
    assert told("statements", "list", sorted_cafe).endswith(" (to be read again)\n")


def test_coverage_has_exactly_these_keys(sorted_cafe, notes, told):
    id_ = told(
        "statements", "add", sorted_cafe, "--theme", "Du vert", "--cites", notes[0], notes[1],
        "--", "Beaucoup veulent de l’ombre.",
    ).strip()  # fmt: skip
    with open_cafe(sorted_cafe) as cafe:
        cafe.synthesis.name_theme("Ancien", statement="Écrit avant.")
        unsourced = cafe.synthesis.themes()[1].statements[0].id

    assert told("coverage", sorted_cafe, "--json") == {
        "notes": 4,
        "cited": 2,
        "uncited": [notes[2], notes[3]],
        "tables": {"1": 2, "2": 0, "3": 0, "4": 0},
        "rounds": {"1": 2, "2": 0, "3": 0},
        "unsourced": [unsourced],
        "quantifiers": [{"statement": id_, "word": "Beaucoup", "tables": 1, "notes": 2}],
    }
    lines = told("coverage", sorted_cafe).splitlines()
    assert lines[0] == "Notes cited: 2 of 4; tables: 1 of 4."
    assert "Tables never cited, by number: 2, 3, 4" in lines
    assert "Statements without a source: 1" in lines


def test_withheld_notes_count_nowhere_and_are_told(sorted_cafe, notes, told):
    change(sorted_cafe, notes[3], withheld="nomme quelqu’un")

    found = told("coverage", sorted_cafe, "--json")

    assert (found["notes"], found["uncited"]) == (3, notes[:3])
    assert "Notes withheld, and counted nowhere: 1" in told("coverage", sorted_cafe)


@pytest.mark.parametrize(
    ("theme", "cites", "text", "sentence"),
    [
        ("Du rouge", "0", "Oui.", 'There is no theme "Du rouge". The themes are: Du vert.'),
        ("Du vert", "nowhere", "Oui.", 'There is no note "nowhere".'),
        ("Du vert", "T1R1#3", "Oui.", 'There is no note "T1R1#3".'),
        ("Du vert", "0", " ", "A statement needs words."),
        ("Du vert", "2", "Oui.", "The note T2·R1·#1 was deleted: no statement can rest on it."),
        ("Du vert", "3", "Oui.", "The note T3·R2·#1 is withheld: no statement can rest on it."),
    ],
)
def test_what_cannot_be_kept_is_told_in_one_sentence(
    sorted_cafe, notes, refused, theme, cites, text, sentence
):
    change(sorted_cafe, notes[2], is_deleted=True)
    change(sorted_cafe, notes[3], withheld="nomme quelqu’un")
    cited = notes[int(cites)] if cites.isdigit() else cites
    before = sorted_cafe.read_bytes()

    told = refused("statements", "add", sorted_cafe, "--theme", theme, "--cites", cited, "--", text)

    assert told == f"wcafe: {sentence}\n"
    assert sorted_cafe.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("--theme", "Du vert", "--", "Sans source."),
        ("--theme", "Du vert", "--cites", "--", "Sans source."),
        ("--cites", "x", "--", "Sans thème."),
        ("--theme", "Du vert", "--cites", "x"),
        ("--theme", "Du vert", "--cites", "x", "--", "Deux", "textes"),
    ],
)
def test_what_lacks_a_part_is_bad_usage(sorted_cafe, refused, arguments):
    refused("statements", "add", sorted_cafe, *arguments, code=2)


def test_a_café_without_notes_is_told_with_zeros(file, told):
    found = told("coverage", file, "--json")

    assert (found["notes"], found["uncited"], found["quantifiers"]) == (0, [], [])
    assert told("statements", "list", file, "--json") == []
    assert json.dumps(found)
