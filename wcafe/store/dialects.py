"""What the store asks of a database that each kind of database says in words of its own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, Table

from wcafe.store.postgres import checks as postgres_checks
from wcafe.store.postgres import commits as postgres_commits
from wcafe.store.sqlite import checks as sqlite_checks
from wcafe.store.sqlite import commits as sqlite_commits

WRITE = {"wcafe_write": True}
"""The options of a connection whose transaction writes: others wait from its beginning on."""


class Checks(Protocol):
    """What lies in a database, and does it hold together? Nothing is changed by asking."""

    def objects_in(self, connection: Connection, /) -> frozenset[tuple[str, str]]: ...
    def columns_of(self, connection: Connection, table: str, /) -> frozenset[str]: ...
    def is_sound(self, connection: Connection, /) -> bool: ...
    def broken_pages(self, connection: Connection, /) -> list[str]: ...
    def broken_references(self, connection: Connection, /) -> list[tuple[str, int]]: ...
    def has_misfit(
        self, connection: Connection, table: Table, most: Mapping[str, int], /
    ) -> bool: ...
    def raw_rows(
        self, connection: Connection, table: str, names: Sequence[str], /
    ) -> Iterator[tuple[Any, ...]]: ...

    def raw_place(self, table: str, name: str, /) -> str: ...


class Commits(Protocol):
    """What became of a transaction?"""

    def has_fallen(self, connection: Connection, /) -> bool: ...
    def has_changed(self, connection: Connection, /) -> bool: ...
    def write_mark(self, connection: Connection, mark: int, said: str = ..., /) -> int: ...
    def has_mark(self, connection: Connection, mark: int, /, *, after: int) -> bool: ...
    def last_number(self, connection: Connection, table: str, /) -> int: ...
    def next_number(self, connection: Connection, table: str, /) -> int: ...
    def go_on_after(self, connection: Connection, table: str, number: int, /) -> None: ...


def checks_of(connection: Connection) -> Checks:
    return sqlite_checks if _is_sqlite(connection) else postgres_checks


def commits_of(connection: Connection) -> Commits:
    return sqlite_commits if _is_sqlite(connection) else postgres_commits


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
