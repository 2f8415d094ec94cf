"""Whatever another program alters, in whichever column of whichever table, is told (TRUST.md 18).

All of it is tried on one connection that keeps nothing. The controls: builds that look at no seal
of tables, of rows of notes, or at no bytes of pictures.
"""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import Boolean, Integer, LargeBinary
from sqlalchemy.orm import Session

from tests.life import make_life
from wcafe.domain.sharing import Sharing
from wcafe.domain.soundness import FaultKind
from wcafe.domain.text import new_id
from wcafe.store import open_store, soundness
from wcafe.store.base import Row
from wcafe.store.photos import Photos
from wcafe.store.sqlite.engine import open_engine, suspend_foreign_keys
from wcafe.store.types import Json, Moment, Word

TABLES = {table.name: table for table in Row.metadata.sorted_tables}
TOLD = {FaultKind.ALTERED, FaultKind.PICTURE}
LATER = "2027-01-31T09:30:00+00:00"


@pytest.fixture
def lived_in(path):
    """A café that knows of everything, also where it went."""
    make_life(path)
    store = open_store(path)
    there = Sharing(address="postgresql://hall/wcafe?cafe=rue", since=datetime.now(UTC))
    store.write(lambda work: work.sharings.keep(there))
    store.close()
    return path


def test_every_table_of_it_has_rows(lived_in):
    with closing(sqlite3.connect(lived_in)) as connection:
        counts = {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for name in TABLES
        }

    assert [name for name, count in counts.items() if not count] == []


def something_else(column, kept):
    """Return what might stand in `column` as well as what is `kept` there."""
    kind = column.type
    if isinstance(kind, Boolean):
        return 1 - kept
    if isinstance(kind, Integer):
        return 0 if kept is None else kept + 1000
    if isinstance(kind, LargeBinary):
        return kept[:-1] + bytes([kept[-1] ^ 1])
    if isinstance(kind, Moment):
        return LATER
    if isinstance(kind, Word):
        return next(each.value for each in kind.choice if each.value != kept)
    if isinstance(kind, Json):
        return json.dumps(other_json(json.loads(kept or "[]")))
    if column.name.endswith("_id") or column.name in ("id", "conflict_of", "parent"):
        return new_id()
    return f"{kept or ''}x"


def other_json(kept):
    """Return a list with one more, or what a name stands for with another number."""
    if isinstance(kept, list):
        return [*kept, "x"]
    numbered = [key for key, value in kept.items() if type(value) is int]
    return {**kept, **{key: kept[key] + 1 for key in numbered[:1]}, **({} if numbered else {"": 1})}


def untold(path, columns):
    """Return those of `columns` of which no word is said when one row holds something else."""
    engine, left = open_engine(path), []
    with engine.connect() as connection:
        suspend_foreign_keys(connection)
        for column in columns:
            name, of = f'"{column.name}"', f'"{column.table.name}"'
            asked = f"SELECT rowid, {name} FROM {of} ORDER BY {name} IS NULL, rowid DESC LIMIT 1"
            row, kept = connection.exec_driver_sql(asked).one()
            change = f"UPDATE {of} SET {name} = ? WHERE rowid = ?"
            connection.exec_driver_sql(change, (something_else(column, kept), row))
            with Session(connection, join_transaction_mode="control_fully") as session:
                faults = soundness.Soundness(session).faults()
            if TOLD.isdisjoint(fault.kind for fault in faults):
                left.append(f"{column.table.name}.{column.name}")
            connection.rollback()
    engine.dispose()
    return left


def columns_of(*names):
    return [column for name in names or TABLES for column in TABLES[name].columns]


def test_whatever_stands_in_any_column_is_told_when_it_is_altered(lived_in, figure):
    columns = columns_of()

    assert untold(lived_in, columns) == []
    figure(f"P11: one value altered in each of {len(columns)} columns, 0 of them not reported")


def test_whatever_row_is_gone_is_told(lived_in):
    engine, left = open_engine(lived_in), []
    with engine.connect() as connection:
        suspend_foreign_keys(connection)
        for name in TABLES:
            last = f'(SELECT max(rowid) FROM "{name}")'
            connection.exec_driver_sql(f'DELETE FROM "{name}" WHERE rowid = {last}')
            with Session(connection, join_transaction_mode="control_fully") as session:
                left += [name] if soundness.Soundness(session).faults() == () else []
            connection.rollback()
    engine.dispose()

    assert left == []


OF_PAPER = ("printing", "sheet_form", "blank_sheet", "photo")


def test_a_build_without_seals_of_tables_is_found_out(lived_in, monkeypatch):
    monkeypatch.setattr(soundness, "altered_tables", lambda _connection: frozenset())
    monkeypatch.setattr(Photos, "altered", lambda _photos: ())

    assert len(untold(lived_in, columns_of(*OF_PAPER))) == len(columns_of(*OF_PAPER))


def test_a_build_that_looks_at_no_seal_of_notes_is_found_out(lived_in, monkeypatch):
    monkeypatch.setattr(soundness, "broken_seals", lambda _connection, _row: ())

    assert len(untold(lived_in, columns_of("note", "revision", "operation"))) > 40


def test_a_build_that_looks_at_no_bytes_of_pictures_is_found_out(lived_in, monkeypatch):
    monkeypatch.setattr(Photos, "altered", lambda _photos: ())

    assert untold(lived_in, columns_of("photo_image")) == [
        "photo_image.photo_id",
        "photo_image.jpeg",
    ]
