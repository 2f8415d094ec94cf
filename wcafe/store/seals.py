"""Seals: a hash of all that stands in a table, kept beside it with each commit (TRUST.md 18).

What another program alters is so told from what wcafe wrote, and rows that are gone from those
that never were. Notes have seals of their own, as there may be thousands of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from wcafe.store.base import Row
from wcafe.store.contents import content
from wcafe.store.note_rows import NoteRow, OperationRow, RevisionRow
from wcafe.store.note_seals import broken_seals, seal_rows
from wcafe.store.photos import PhotoImageRow

SEALED_ROWS = (NoteRow, RevisionRow, OperationRow)
"""Those that carry a seal each; of the other tables the whole has one."""

_GONE = {"theme": {"statement": "name"}}
"""Columns of older cafés that are no more, each with the one behind which it stood."""


class SealRow(Row):
    """The hash of what one table holds."""

    __tablename__ = "seal"

    name: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str]


_UNSEALED = (SealRow, PhotoImageRow)
"""Seals themselves, and pictures, of which `photo` has the hash."""


def sealed_tables() -> frozenset[str]:
    """Return the names of the tables that are sealed as a whole."""
    by_row = {row.__tablename__ for row in SEALED_ROWS}
    return frozenset(Row.metadata.tables) - by_row - {row.__tablename__ for row in _UNSEALED}


def seal(connection: Connection, written: Iterable[str], *, altered: frozenset[str]) -> None:
    """Seal the tables that a transaction has `written`.

    Tables that others have `altered` keep the seal that does not fit: what was changed in one
    does not become sound by a change beside it.
    """
    wanted = sealed_tables().intersection(written) - altered
    kept = _kept(connection)
    new = {name: _hash(connection, name) for name in wanted}
    changed = {name: sha256 for name, sha256 in new.items() if kept.get(name) != sha256}
    if changed:
        connection.execute(delete(SealRow).where(SealRow.name.in_(changed)))
        rows = [{"name": name, "sha256": sha256} for name, sha256 in changed.items()]
        connection.execute(insert(SealRow), rows)


@dataclass(frozen=True, slots=True)
class Altered:
    """What others have altered: tables that are sealed as a whole, and rows, by their keys."""

    tables: frozenset[str] = frozenset()
    rows: Mapping[str, frozenset[object]] = field(default_factory=dict)


def seal_all(connection: Connection, altered: Altered | None = None) -> None:
    """Seal a café that is new, or was brought up to date; not what was `altered` before."""
    altered = altered or Altered()
    seal(connection, sealed_tables(), altered=altered.tables)
    for row in SEALED_ROWS:
        seal_rows(connection, row, but=altered.rows.get(row.__tablename__, frozenset()))


def altered_tables(connection: Connection) -> frozenset[str]:
    """Return the names of the tables that hold something else than was sealed."""
    kept = _kept(connection)
    return frozenset(name for name in sealed_tables() if kept.get(name) != _hash(connection, name))


def altered_in_older(connection: Connection, columns: Mapping[str, frozenset[str]]) -> Altered:
    """Return what others have altered in an older café, which has these `columns`.

    In one of before the seals that is nothing that anybody could know.
    """
    if SealRow.__tablename__ not in columns:
        return Altered()
    kept = _kept(connection)
    tables = frozenset(
        name
        for name in sealed_tables() & columns.keys()
        if kept.get(name) != _hash(connection, name, columns[name])
    )
    rows = {
        row.__tablename__: frozenset(
            facts[row.__mapper__.primary_key[0].name]
            for facts in broken_seals(connection, row, columns[row.__tablename__])
        )
        for row in SEALED_ROWS
    }
    return Altered(tables, rows)


def _kept(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(SealRow.name, SealRow.sha256))
    return {row.name: row.sha256 for row in rows}


def _hash(connection: Connection, table: str, there: Iterable[str] | None = None) -> str:
    """Return the hash of a table, or of those of its columns that are `there`, in their order."""
    columns = list(Row.metadata.tables[table].columns.keys())
    if there is not None:
        for gone, before in _GONE.get(table, {}).items():
            columns.insert(columns.index(before) + 1, gone)
        columns = [column for column in columns if column in set(there)]
    _names, _count, sha256 = content(connection, table, columns)
    return sha256
