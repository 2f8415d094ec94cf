"""What lies in a café's schema on a server, and does it hold together?

The server itself refuses what no column can hold and references to nothing, and watches over its
pages. What lies beside the café's own tables is the store's, see `cafes`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Integer, LargeBinary, Table, Time, text
from sqlalchemy.types import JSON, TypeDecorator, TypeEngine

from wcafe.store.base import Row
from wcafe.store.postgres.words import COMMITS, PLACE

_UNBOUND = 2**53
_OWN = (PLACE, COMMITS, f"ix_{COMMITS}")


def objects_in(connection: Connection) -> frozenset[tuple[str, str]]:
    """Return what lies in the schema, as (type, name), without what the server made by itself."""
    asked = text(
        "SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'i' THEN 'index' ELSE relkind::text END,"
        " relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
        " AND relkind NOT IN ('S', 't', 'c')"
        " AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = pg_class.oid"
        " AND contype IN ('p', 'u'))"
    )
    triggers = text(
        "SELECT 'trigger', tgname::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE relnamespace = current_schema()::regnamespace AND NOT tgisinternal"
    )
    found = [*connection.execute(asked), *connection.execute(triggers)]
    return frozenset((kind, name) for kind, name in found if not name.startswith(_OWN))


def columns_of(connection: Connection, table: str) -> frozenset[str]:
    """Return the names of the columns of `table`."""
    asked = text(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name = :table"
    )
    return frozenset(connection.execute(asked, {"table": table}).scalars())


def is_sound(_connection: Connection) -> bool:
    """Say that the pages hold together: a server that found otherwise would not answer."""
    return True


def broken_pages(_connection: Connection) -> list[str]:
    return []


def broken_references(_connection: Connection) -> list[tuple[str, int]]:
    return []


def has_misfit(connection: Connection, table: Table, most: Mapping[str, int]) -> bool:
    """Return whether a row of `table` holds a number beyond what `most` says for its column."""
    wrong = " OR ".join(
        f'"{column.name}" NOT BETWEEN 0 AND {most.get(column.name, _UNBOUND)}'
        for column in table.columns
        if isinstance(column.type, Integer)
    )
    if not wrong:
        return False
    question = f'SELECT 1 FROM "{table.name}" WHERE {wrong} LIMIT 1'  # noqa: S608 - our names
    return connection.exec_driver_sql(question).first() is not None


def raw_rows(connection: Connection, table: str, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of `table` as a café's file would hold them, to the letter."""
    chosen = ", ".join(_as_in_a_file(table, name) for name in names)
    for row in connection.exec_driver_sql(f'SELECT {chosen} FROM "{table}"'):  # noqa: S608 - ours
        yield tuple(row)


def _as_in_a_file(table: str, name: str) -> str:
    """Return, as SQL, what a file would hold of that column."""
    kind = kind_of(table, name)
    if isinstance(kind, Boolean):
        return f'"{name}"::int'
    if isinstance(kind, JSON | Date):
        return f'"{name}"::text'
    return f"to_char(\"{name}\", 'HH24:MI:SS.US')" if isinstance(kind, Time) else f'"{name}"'


def raw_place(table: str, name: str) -> str:
    """Return, as SQL, what puts such a value into that column as a file had it."""
    kind = kind_of(table, name)
    if isinstance(kind, Boolean):
        return f"(CAST(:{name} AS int) <> 0)"
    for type_, said in ((JSON, "json"), (Date, "date"), (Time, "time"), (LargeBinary, "bytea")):
        if isinstance(kind, type_):
            return f"CAST(:{name} AS {said})"
    return f"CAST(:{name} AS {'bigint' if isinstance(kind, Integer) else 'text'})"


def kind_of(table: str, name: str) -> TypeEngine[Any] | None:
    """Return of which type a column is kept; None for those that are none of a café's."""
    if table not in Row.metadata.tables:
        return None
    column = Row.metadata.tables[table].columns.get(name)
    if column is None:
        return None  # of an older café
    kind = column.type
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind
