"""What stands in the tables of a database, as hashes to compare: nothing but raw values counts."""

import hashlib
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from wcafe.store.dialects import checks_of

Contents = Mapping[str, tuple[tuple[str, ...], int, str]]
"""Of each table: which columns were looked at, how many rows it has, a hash of all of them."""


def contents(connection: Connection, columns: Mapping[str, frozenset[str]]) -> Contents:
    """Return what stands in these columns of these tables, in whatever order the rows are."""
    return {table: content(connection, table, sorted(names)) for table, names in columns.items()}


def content(
    connection: Connection, table: str, names: Sequence[str]
) -> tuple[tuple[str, ...], int, str]:
    """Return the same of one table."""
    rows = checks_of(connection).raw_rows(connection, table, names)
    hashes = sorted(hashlib.sha256(repr(row).encode()).digest() for row in rows)
    return tuple(names), len(hashes), hashlib.sha256(b"".join(hashes)).hexdigest()
