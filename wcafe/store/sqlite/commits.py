"""What became of a transaction: was anything written, does it stand, which was the last number?"""

import sqlite3

from sqlalchemy import Connection

_MARK = "wcafe commit"  # no table is called so: SQLite leaves that row of its sequences alone


def has_fallen(connection: Connection) -> bool:
    """Return whether SQLite has undone the whole transaction by itself, as on a failing disk.

    What is executed next would be a transaction of its own, and a commit say nothing.
    """
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return not driver.in_transaction


def has_changed(connection: Connection) -> bool:
    """Return whether anything was written since it was opened."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver.total_changes > 0


def write_mark(connection: Connection, mark: int, _said: str = "") -> int:
    """Let the commit under way be known by `mark`, and be one that is written even if empty.

    It has no number, and nothing is said of it: nobody else has the file.
    It stands in SQLite's own table of sequences, which every café has and which is ours to
    write: what the café says stays the same to the letter, and an older wcafe does not notice.
    """
    connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (_MARK,))
    connection.exec_driver_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (_MARK, mark))
    return 0


def has_mark(connection: Connection, mark: int, *, after: int) -> bool:
    """Return whether the last commit that stands wrote `mark`, or one of the `after` behind it."""
    asked = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    found = connection.exec_driver_sql(asked, (_MARK,)).scalar()
    return isinstance(found, int) and 0 <= found - mark <= after


def last_number(connection: Connection, table: str) -> int:
    """Return the last number that SQLite gave to a row of `table`, which counts and never again."""
    asked = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    return int(connection.exec_driver_sql(asked, (table,)).scalar() or 0)


def next_number(connection: Connection, table: str) -> int:
    """Return a number for the next row of `table`, which no row ever had."""
    return last_number(connection, table) + 1


def go_on_after(_connection: Connection, _table: str, _number: int) -> None:
    """Say nothing: SQLite itself looks which numbers were given by hand."""
