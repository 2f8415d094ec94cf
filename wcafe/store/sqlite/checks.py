"""What lies in a database, and does it hold together? Nothing is changed by asking."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, LargeBinary, Table

_UNBOUND = 2**53


def objects_in(connection: Connection) -> frozenset[tuple[str, str]]:
    """Return what lies in the database, SQLite's own left out: each as (type, name)."""
    found = connection.exec_driver_sql("SELECT type, name FROM sqlite_master").all()
    return frozenset((kind, name) for kind, name in found if not name.startswith("sqlite_"))


def columns_of(connection: Connection, table: str) -> frozenset[str]:
    """Return the names of the columns of `table`, hidden and computed ones too."""
    told = connection.exec_driver_sql(f'PRAGMA table_xinfo("{table}")')
    return frozenset(row.name for row in told)


def is_sound(connection: Connection) -> bool:
    """Return whether all pages hold together, as far as a quick look tells."""
    return connection.exec_driver_sql("PRAGMA quick_check").scalar() == "ok"


def broken_pages(connection: Connection) -> list[str]:
    """Return in SQLite's words what a thorough look finds wrong with pages and indexes."""
    return [
        said for (said,) in connection.exec_driver_sql("PRAGMA integrity_check") if said != "ok"
    ]


def broken_references(connection: Connection) -> list[tuple[str, int]]:
    """Return the rows that refer to one that is not there: each as its table and number."""
    found = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return [(table, row) for table, row, *_rest in found]


def has_misfit(connection: Connection, table: Table, most: Mapping[str, int]) -> bool:
    """Return whether a row of `table` holds what its column cannot: SQLite keeps anything.

    Numbers go from 0 to what `most` says for their column, or 2**53.
    """
    wrong = " OR ".join(_misfit(column, most) for column in table.columns)
    question = f'SELECT 1 FROM "{table.name}" WHERE {wrong} LIMIT 1'  # noqa: S608 - our names
    return connection.exec_driver_sql(question).first() is not None


def raw_rows(connection: Connection, table: str, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of `table` as they lie in the file."""
    chosen = ", ".join(f'"{name}"' for name in names)
    for row in connection.exec_driver_sql(f'SELECT {chosen} FROM "{table}"'):  # noqa: S608 - ours
        yield tuple(row)


def raw_place(_table: str, name: str) -> str:
    """Return, as SQL, what puts such a value into that column as it is."""
    return f":{name}"


def _misfit(column: Column[object], most: Mapping[str, int]) -> str:
    """Return, as SQL, the condition that `column` holds what cannot be there."""
    name = f'"{column.name}"'
    kind = "blob" if isinstance(column.type, LargeBinary) else "text"
    misfit = f"typeof({name}) <> '{kind}'"
    if isinstance(column.type, (Integer, Boolean)):
        bound = 1 if isinstance(column.type, Boolean) else most.get(column.name, _UNBOUND)
        misfit = f"(typeof({name}) <> 'integer' OR {name} NOT BETWEEN 0 AND {bound})"
    return f"{name} IS NOT NULL AND {misfit}" if column.nullable else misfit
