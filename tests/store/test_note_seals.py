"""Notes are sealed whichever way they come, and what was altered in one stays told.

That every column of theirs is sealed is in `test_altered_columns.py`.
"""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from tests.life import make_life
from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.soundness import FaultKind
from wcafe.exports import exported


@pytest.fixture
def lived_in(path):
    make_life(path)
    return path


def faults(path):
    with open_cafe(path, is_read_only=True) as cafe:
        return {fault.kind for fault in cafe.cafes.faults()}


def test_what_was_altered_does_not_become_sound_by_an_edit(lived_in):
    with closing(sqlite3.connect(lived_in)) as connection:
        connection.execute("UPDATE note SET is_late = 1 - is_late WHERE rev = 1")
        connection.commit()

    with open_cafe(lived_in) as cafe:
        note = cafe.notes.all()[-1]
        cafe.notes.put(replace(note, text="Ce que dit la table"), base=note.rev)
        cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Encore une")

    assert faults(lived_in) == {FaultKind.ALTERED}


def say_in(path, text):
    """Change the first note; return all notes as JSON."""
    with open_cafe(path) as cafe:
        note = cafe.notes.all()[0]
        cafe.notes.put(replace(note, text=text), base=note.rev)
        assert cafe.cafes.faults() == ()
        listed = path.with_suffix(".json")
        listed.write_bytes(exported("json", cafe.cafes.snapshot(), what="notes"))
    return listed


def test_notes_are_sealed_whichever_way_they_come(lived_in, tmp_path):
    copy, table = tmp_path / "copy.wcafe", tmp_path / "notes.csv"
    shutil.copy(lived_in, copy)
    table.write_text("table,round,note\n1,1,Une\n2,1,Deux\n1,2,Trois\n", encoding="utf-8")
    say_in(lived_in, "Ce que dit la table")
    listed = say_in(copy, "Ce que disent les autres")

    with open_cafe(lived_in) as cafe:
        for path in (table, listed, table, listed):
            cafe.notes.lists.import_list(path)
            assert cafe.cafes.faults() == ()
        note = cafe.notes.all()[0]
        cafe.notes.delete(note.id, base=note.rev)
        assert cafe.cafes.faults() == ()
    with closing(sqlite3.connect(lived_in)) as connection:
        assert connection.execute("SELECT count(*) FROM note WHERE heard <> ''").fetchone() != (0,)


def test_a_list_does_not_make_sound_what_was_altered(lived_in, tmp_path):
    copy = tmp_path / "copy.wcafe"
    shutil.copy(lived_in, copy)
    listed = say_in(copy, "Ce que disent les autres")
    with closing(sqlite3.connect(lived_in)) as connection:
        connection.execute("UPDATE note SET is_late = 1")
        connection.commit()

    with open_cafe(lived_in) as cafe:
        cafe.notes.lists.import_list(listed)

    assert faults(lived_in) == {FaultKind.ALTERED}
