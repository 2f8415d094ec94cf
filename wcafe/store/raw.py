"""Rows from one database into another, as they are kept: nothing is read and said anew."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, text

from wcafe.store.base import Row
from wcafe.store.contents import Contents, contents
from wcafe.store.copying import Copying
from wcafe.store.dialects import checks_of

_AT_ONCE = 500  # rows


def columns_of_rows(*, but: Sequence[str] = ()) -> dict[str, frozenset[str]]:
    """Return the columns of each table of a café, `but` of these tables."""
    tables = Row.metadata.sorted_tables  # those that are referred to come first
    return {each.name: frozenset(each.columns.keys()) for each in tables if each.name not in but}


def pour(
    source: Connection, target: Connection, copying: Copying, *, but: Sequence[str] = ()
) -> Contents:
    """Copy all rows of `source` into the empty tables of `target`, `but` those of these tables.

    Returns:
        What was copied, to compare.

    Raises Cancelled.
    """
    columns = columns_of_rows(but=but)
    copying.begin(sum(_rows_of(source, table) for table in columns))
    checks = checks_of(target)
    for table, names in columns.items():
        told = sorted(names)
        places = ", ".join(checks.raw_place(table, name) for name in told)
        chosen = ", ".join(f'"{name}"' for name in told)
        into = text(f'INSERT INTO "{table}" ({chosen}) VALUES ({places})')  # noqa: S608 - our names
        rows = checks_of(source).raw_rows(source, table, told)
        for some in _some(rows):
            target.execute(into, [dict(zip(told, row, strict=True)) for row in some])
            copying.went(len(some))
    return contents(source, columns)


def _rows_of(connection: Connection, table: str) -> int:
    counted = connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - ours
    return int(counted.scalar_one())


def _some(rows: Iterator[tuple[Any, ...]]) -> Iterator[Sequence[tuple[Any, ...]]]:
    while some := list(islice(rows, _AT_ONCE)):
        yield some
