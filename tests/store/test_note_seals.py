"""Whatever another program alters of a note, its history or the log of wishes is told.

The control: a build that looks at no seal of theirs.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import Boolean, Integer

from tests.life import make_life
from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.soundness import FaultKind
from wcafe.domain.text import new_id
from wcafe.errors import WcafeError
from wcafe.exports import exported
from wcafe.store import soundness
from wcafe.store.seals import SEALED_ROWS

COLUMNS = [
    (row.__tablename__, column.name)
    for row in SEALED_ROWS
    for column in row.__table__.columns
    if not column.primary_key
]
TYPES = {(row.__tablename__, c.name): c.type for row in SEALED_ROWS for c in row.__table__.columns}
WORDS = {
    "answer": lambda kept: json.dumps(json.loads(kept) | {"gen": 99}),
    "kind": lambda kept: next(each.value for each in Kind if each.value != kept),
    "heard": lambda _kept: "1",
    "conflict_of": lambda _kept: new_id(),
    "parent": lambda _kept: new_id(),
}


@pytest.fixture
def lived_in(path):
    make_life(path)
    return path


def alter(path, table, name):
    """Let one row of `table` say something else in the column `name` that might stand there."""
    kind = TYPES[table, name]
    with closing(sqlite3.connect(path)) as connection:
        asked = f'SELECT rowid, "{name}" FROM "{table}" ORDER BY rowid DESC LIMIT 1'
        row, kept = connection.execute(asked).fetchone()
        if name in WORDS:
            value = WORDS[name](kept)
        elif isinstance(kind, Boolean):
            value = 1 - kept
        else:
            value = (kept or 0) + 1 if isinstance(kind, Integer) else f"x{kept}"
        connection.execute(f'UPDATE "{table}" SET "{name}" = ? WHERE rowid = ?', [value, row])
        connection.commit()


def faults(path):
    with open_cafe(path, is_read_only=True) as cafe:
        return {fault.kind for fault in cafe.cafes.faults()}


@pytest.mark.parametrize(("table", "name"), COLUMNS)
def test_each_column_of_notes_is_sealed(lived_in, table, name):
    alter(lived_in, table, name)

    try:
        told = faults(lived_in)
    except WcafeError:
        return  # refused when it is opened
    assert FaultKind.ALTERED in told


def test_a_build_that_looks_at_no_seal_of_notes_is_found_out(lived_in, monkeypatch):
    monkeypatch.setattr(soundness, "broken_seals", lambda _connection, _row: ())
    for name in ("is_late", "is_recovered", "heard"):
        alter(lived_in, "note", name)

    assert faults(lived_in) == set()


def test_what_was_altered_does_not_become_sound_by_an_edit(lived_in):
    alter(lived_in, "note", "is_late")

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
