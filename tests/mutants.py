"""Cafés whose files say what wcafe never wrote: values of every kind where they do not belong.

Each mutation is one change by SQL. What it draws depends on the seed alone.
"""

import json
import random
import sqlite3
from contextlib import closing

ODD = (
    *(None, "", "x", "0", -1, 0, 1, 2, 7, 100, 101, 10**6, 2**31, 2**53 - 1, 2**63 - 1, 1.5, 1e308),
    *(float("inf"), b"", b"\xff\xfe", "x" * 20_000, "\x00", "a\x00b", "\u202e\u200b", "ﷺ" * 5000),
    *("=1+1", "<b>&", "\n" * 10, "null", "[]", "{}", "[null]", '{"a":1}', "[1e999]", "NaN"),
    *("2026-13-45", "99:99", "-1", "true", "9" * 400),
)
JSON = (
    *("null", "[]", "{}", "1", '"x"', "[[]]", "[1]", "[-1]", "[1e400]", "NaN", "[NaN]", "[true]"),
    *("[" * 2000 + "]" * 2000, "[" + ",".join(["1"] * 50_000) + "]", '["' + "y" * 200_000 + '"]'),
    *('{"a":{"b":[1,2,{"c":null}]}}', '["x","x"]', "[0,0,0]", "[99999999999999999999]", "[0.5]"),
    "[[0,1],[1,0]]",
)
LEAVES = (
    *(None, -1, 0, 1, 2, 3, 99, 100, 500, 10**9, 2**70, 1.5, "", "x", "\u0000", [], {}, [None]),
    *([1, 1], True, False, "x" * 3000, float("nan"), float("inf"), {"id": 1}, "{x.__class__}"),
)
WHOLE = (
    "UPDATE note SET conflict_of = id",
    "UPDATE note SET conflict_of = 'nobody'",
    "UPDATE note SET conflict_of = (SELECT id FROM note AS n WHERE n.id <> note.id LIMIT 1)",
    'UPDATE planned_seat SET "table" = 99 WHERE rowid IN (SELECT rowid FROM planned_seat LIMIT 5)',
    'UPDATE planned_seat SET "table" = 0',
    "UPDATE planned_seat SET round = 50 WHERE rowid IN (SELECT rowid FROM planned_seat LIMIT 1)",
    "UPDATE planned_person SET host_of = 99",
    "UPDATE plan SET tables = 1",
    "UPDATE plan SET rounds = 19",
    "UPDATE plan SET from_round = 19",
    "UPDATE person SET host_of = 99",
    "UPDATE person SET stays_at = 0",
    "UPDATE person SET present = '[99]'",
    "UPDATE person SET present = '[]'",
    'UPDATE note SET "table" = 99',
    "UPDATE note SET round = 19",
    "UPDATE cafe SET seats = 100000",
    "UPDATE cafe SET language = 'xx'",
    "UPDATE cafe SET title = printf('%.*c', 100000, 'x')",
    "UPDATE note SET text = printf('%.*c', 2000000, 'y') WHERE rowid = 1",
    "UPDATE person SET position = 0",
    "UPDATE filed_note SET position = 0",
    "UPDATE person SET id = 'x' || id WHERE rowid = 1",
    "DELETE FROM planned_seat",
    "DELETE FROM revision",
    "CREATE VIEW v AS SELECT 1",
    "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM person; END",
    "CREATE TABLE evil (a)",
    "ALTER TABLE note ADD COLUMN z",
    "DROP TABLE theme",
    "PRAGMA user_version = 99",
    "PRAGMA application_id = 1",
    "DELETE FROM alembic_version",
)


class Mutator:
    """Draws mutations of the café in the file `path`, of some `tables` or of all."""

    def __init__(self, path, seed, tables=()):
        self._chance = random.Random(seed)
        with closing(sqlite3.connect(path)) as base:
            names = base.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
                " AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
            )
            self._tables = [name for (name,) in names if not tables or name in tables]
            self._columns = [
                (table, row[1], row[2])
                for table in self._tables
                for row in base.execute(f'PRAGMA table_info("{table}")')
            ]
            self._samples = {
                (table, name): [
                    value
                    for (value,) in base.execute(
                        f'SELECT "{name}" FROM "{table}" WHERE "{name}" IS NOT NULL LIMIT 5'
                    )
                ]
                for table, name, _kind in self._columns
            }
        self._others = () if tables else (self._of_old,)
        self._json = [(table, name) for table, name, kind in self._columns if kind == "JSON"]

    def mutate(self, path):
        """Change the file `path`; return what was changed, in words; None if it could not be."""
        ways = (self._cell, self._cell, self._whole_json, self._leaf, self._leaf, self._stolen)
        ways = (*ways, self._rows, *self._others)
        with closing(sqlite3.connect(path)) as db:
            try:
                told = self._chance.choice(ways)(db)
                db.commit()
            except sqlite3.Error:
                return None
        return told

    def _row(self, db, table):
        rows = [row for (row,) in db.execute(f'SELECT rowid FROM "{table}" ORDER BY rowid')]
        return self._chance.choice(rows) if rows else 0

    def _set(self, db, table, name, value, row):
        where = "" if row is None else f" WHERE rowid = {row}"
        db.execute(f'UPDATE "{table}" SET "{name}" = ?{where}', [value])
        return f"{table}.{name} = {str(value)[:60]!r} in row {row}"

    def _cell(self, db):
        table, name, _kind = self._chance.choice(self._columns)
        row = self._chance.choice((None, *[self._row(db, table)] * 2))
        return self._set(db, table, name, self._chance.choice(ODD), row)

    def _whole_json(self, db):
        table, name = self._chance.choice(self._json)
        return self._set(db, table, name, self._chance.choice(JSON), self._row(db, table))

    def _leaf(self, db):
        table, name = self._chance.choice(self._json)
        row = self._row(db, table)
        found = db.execute(f'SELECT "{name}" FROM "{table}" WHERE rowid = ?', [row]).fetchone()
        if found is None or (kept := found[0]) is None:
            return None
        value = self._changed(json.loads(kept))
        return f"a leaf: {self._set(db, table, name, json.dumps(value), row)}"

    def _changed(self, value):
        """Return `value` with one part of it something else, gone, or there twice."""
        new = self._chance.choice(LEAVES)
        places = [place for place in _places(value, ()) if place]
        if not places:
            return new
        *path, last = self._chance.choice(places)
        holder = value
        for step in path:
            holder = holder[step]
        way = self._chance.randrange(8)
        if way == 0:
            del holder[last]
        elif way == 1 and isinstance(holder, list):
            holder.append(json.loads(json.dumps(holder[last])))
        elif way == 2 and isinstance(holder, dict):
            holder["more"] = holder[last]
        else:
            holder[last] = new
        return value

    def _stolen(self, db):
        """A value of another place: ids that point nowhere, doubles, cycles."""
        table, name, _kind = self._chance.choice(self._columns)
        whose = self._chance.choice(list(self._samples))
        value = self._chance.choice(self._samples[whose] or ["x"])
        return self._set(db, table, name, value, self._row(db, table))

    def _rows(self, db):
        table = self._chance.choice(self._tables)
        first = f' WHERE rowid = (SELECT min(rowid) FROM "{table}")'
        where = self._chance.choice(("", " WHERE rowid % 2 = 0", first))
        db.execute(f'DELETE FROM "{table}"{where}')
        return f"rows of {table} gone{where}"

    def _of_old(self, db):
        statement = self._chance.choice(WHOLE)
        db.execute(statement)
        return statement


def _places(value, path):
    yield path
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, held in list(inner)[:50]:
            yield from _places(held, (*path, key))
