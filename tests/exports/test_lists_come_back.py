"""Whatever notes say: each list that goes out comes in again as it went, here and elsewhere.

Random notes with all facts and several themes, as CSV, XLSX and JSON, into the café they are of and
into a new one. The controls: lists that forget a fact, or all themes but one, are found out.
"""

import random
from dataclasses import replace
from datetime import date

import pytest

from tests.endurance import full
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind, KindLabel
from wcafe.domain.note_fields import NOTE_FIELDS
from wcafe.domain.notes import SAID, ActionState, Said, Support
from wcafe.domain.synthesis import themes_by_note
from wcafe.exports import exported, sheets
from wcafe.i18n import words_for
from wcafe.intake import note_columns, note_facts
from wcafe.intake.headings import fold_heading

TEXTS = ("Un banc", "=1+1", "'=1", "- une liste", "deux\nlignes", "_x0041_ & <b>", "0012", "oui")
ONE_LINE = (
    "Zoé d'Ân-Lê",
    "=A1",
    "non",
    "-",
    "1",
    "x" * 300,
    "d’ici l'été ; ou après",
    "toute la table",
)
NAMES = ("Eau", "Ombre ; et soleil", "=Vélos", "L'école, « là »", "Eau 2")
KINDS = (
    KindLabel(kind=Kind.IDEA, one="piste", many="pistes"),
    KindLabel(kind=Kind.STORY, one="constat"),
)
SUFFIXES = ("csv", "xlsx", "json")


def drawn(chance, notes):
    """Return what a note says, each fact said or not."""
    table = chance.choice([1, 1, 4])
    near = [note for note in notes if note.table == table]
    told = {
        "is_lone": True,
        "prompt": chance.choice(ONE_LINE),
        "support": chance.choice(list(Support)),
        "from_table": chance.randrange(5),
        "votes": chance.choice([0, 1, 12]),
        "withheld": chance.choice(ONE_LINE),
        "is_on_wall": True,
        "who": chance.choice(ONE_LINE),
        "due": chance.choice(ONE_LINE),
        "may_quote": True,
        "author": chance.choice(ONE_LINE),
        "state": chance.choice(list(ActionState)),
        "state_on": date(2027, chance.randrange(1, 13), chance.randrange(1, 29)),
        "state_why": chance.choice(ONE_LINE),
        "parent": chance.choice(near).id if near else None,
    }
    assert told.keys() == set(SAID) - {"table", "round", "kind", "text"}
    facts = {name: fact for name, fact in told.items() if chance.random() < 0.5}
    text = f"{chance.choice(TEXTS)} {len(notes)}"
    kind = chance.choice(list(Kind))
    return Said(table=table, round=0, kind=kind, text=text, **facts)


@pytest.fixture
def harvested(cafe):
    """Return a maker of harvests of this café, by seed."""

    def harvest(seed):
        chance = random.Random(seed)
        for _note in range(14):
            said = drawn(chance, cafe.notes.all())
            cafe.notes.write(said, themes=chance.sample(NAMES, chance.choice([0, 1, 2, 3])))
        for note in chance.sample(cafe.notes.all(), 4):  # said otherwise since
            other = drawn(chance, ()).said | {"text": note.text, "parent": note.parent}
            cafe.notes.put(replace(note, **other), base=note.rev)
        return cafe

    return harvest


def state(cafe, *, without=()):
    """Return all that each note says, by its text, and the names of its themes."""
    names = themes_by_note(cafe.synthesis.themes())
    return {
        note.text: (
            {name: fact for name, fact in note.said.items() if name not in without},
            note.id,
            sorted(names.get(note.id, ())),
        )
        for note in cafe.notes.all()
    }


def brought(cafe, content, folder, suffix):
    path = folder / f"list.{suffix}"
    path.write_bytes(content)
    return cafe.notes.lists.import_list(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("seed", range(full(4, 2)))
def test_a_list_comes_into_its_own_café_and_changes_nothing(harvested, tmp_path, seed, suffix):
    cafe = harvested(seed)
    before = state(cafe)

    report = brought(cafe, exported(suffix, cafe.cafes.snapshot()), tmp_path, suffix)

    assert (report.added, report.updated, report.known) == (0, 0, 14)
    assert (report.rejected, report.remarks) == ((), ())
    assert state(cafe) == before


def elsewhere(cafe, folder, suffix, seed=0):
    """Return what a new café says once a list of `cafe` came in, and what was told."""
    path = folder / f"other-{suffix}-{seed}.wcafe"
    create_cafe(path, draft(title="Ailleurs", language="fr", tables=5))
    with open_cafe(path) as other:
        report = brought(other, exported(suffix, cafe.cafes.snapshot()), folder, suffix)
        return state(other, without=_left_out(suffix)), report


def _left_out(suffix):
    return ("author",) if suffix == "json" else ()  # the harvest tells of nobody who typed it


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("seed", range(full(4, 2)))
def test_it_comes_into_another_café_as_it_went(harvested, tmp_path, seed, suffix):
    cafe = harvested(seed)

    there, report = elsewhere(cafe, tmp_path, suffix)

    assert (report.added, report.rejected, report.remarks) == (14, (), ())
    assert there == state(cafe, without=_left_out(suffix))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_café_calls_its_kinds_as_it_likes_in_the_list_too(harvested, tmp_path, suffix):
    cafe = harvested(5)
    cafe.cafes.save(replace(cafe.cafes.get(), kind_labels=KINDS))
    before = state(cafe)

    report = brought(cafe, exported(suffix, cafe.cafes.snapshot()), tmp_path, suffix)
    assert (report.known, state(cafe)) == (14, before)
    cafe.cafes.save(replace(cafe.cafes.get(), kind_labels=KINDS[:1]))
    there, _report = elsewhere(cafe, tmp_path, suffix)
    assert there == state(cafe, without=_left_out(suffix)), "a café with other words for kinds"


@pytest.mark.parametrize("forgotten", [field.key for field in NOTE_FIELDS])
def test_a_list_that_forgets_a_fact_is_found_out(harvested, tmp_path, monkeypatch, forgotten):
    kept = tuple(field for field in NOTE_FIELDS if field.key != forgotten)
    cafe = harvested(1)
    for module in (note_facts, note_columns):
        monkeypatch.setattr(module, "NOTE_FIELDS", kept)

    there, _report = elsewhere(cafe, tmp_path, "csv")

    assert there != state(cafe)


def test_a_list_that_keeps_one_theme_of_each_note_is_found_out(harvested, tmp_path, monkeypatch):
    def first_of_each(themes):
        return {note: names[:1] for note, names in themes_by_note(themes).items()}

    cafe = harvested(1)
    monkeypatch.setattr(sheets, "themes_by_note", first_of_each)

    there, _report = elsewhere(cafe, tmp_path, "csv")

    assert there != state(cafe)


def test_every_heading_that_is_written_is_known_in_both_languages():
    for language in ("fr", "en"):
        words = words_for(language)
        for field in NOTE_FIELDS:
            heading = fold_heading(words.gettext(field.heading))
            assert heading in field.known_as.split("|"), (language, field.key)


def test_a_withheld_note_is_in_lists_with_its_reason_and_in_no_text_to_read(cafe):
    cafe.notes.write(Said(table=0, round=0, text="Secret", withheld="nomme un voisin"))
    cafe.notes.write(Said(table=0, round=0, text="Chut", withheld="Nomme un voisin"))
    cafe.notes.write(Said(table=0, round=0, text="Public"), themes=("Eau",))
    snapshot = cafe.cafes.snapshot()

    for suffix in ("csv", "json"):
        assert "Secret" in exported(suffix, snapshot).decode()
    markdown = exported("md", snapshot).decode()
    assert "Secret" not in markdown
    assert "Chut" not in markdown
    assert "Public" in markdown
    assert "2 notes sont retenues : nomme un voisin (2)." in markdown.replace("\u00a0", " ")
