"""Open the database, copy all of it, leave nothing beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import cast
from uuid import uuid4

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DatabaseError

from wcafe.whole_files import draft_beside, remove

JOURNAL = "-journal"  # what is added to the name of a file while it is written

# TRUST.md 5.1 says what each of them is for, and why the journal is not WAL.
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "foreign_keys = ON",
    "busy_timeout = 5000",
    "secure_delete = ON",
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "fullfsync = 1",
    "temp_store = MEMORY",
)


def open_engine(path: Path, *, mode: str = "rw") -> Engine:
    """Return an engine on the file `path`, which must exist unless `mode` is `rwc`.

    Each connection is opened for its unit of work and closed after it, so that no
    idle connection keeps the file busy.
    """
    return _engine(f"{path.resolve().as_uri()}?mode={mode}")


def open_memory() -> Engine:
    """Return an engine on a new empty database in memory, which goes with the engine."""
    uri = f"file:{uuid4().hex}?mode=memory&cache=shared"
    engine = _engine(uri)
    keeper = _connect(uri)  # the database lives as long as somebody is connected to it
    event.listen(engine, "engine_disposed", lambda _engine: keeper.close())
    return engine


def _engine(uri: str) -> Engine:
    engine = create_engine("sqlite://", creator=partial(_connect, uri), poolclass=NullPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _connect(uri: str) -> sqlite3.Connection:
    # isolation_level None: the driver must not begin transactions; `_begin` does
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


def suspend_foreign_keys(connection: Connection) -> None:
    """Let this connection break references, until it is closed; before it begins anything."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.execute("PRAGMA foreign_keys = OFF")


def back_up(source: Engine, target: Engine) -> None:
    """Copy all that `source` holds into `target`, through SQLite itself (TRUST.md 1.4).

    Raises DatabaseError where either disk refuses.
    """
    with closing(source.raw_connection()) as ours, closing(target.raw_connection()) as theirs:
        driver = ours.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        try:
            driver.backup(cast(sqlite3.Connection, theirs.driver_connection))
        except sqlite3.Error as error:
            raise DatabaseError("backup", None, error) from error


def fill_from(source: Engine, draft: Path) -> None:
    """Copy all that `source` holds into the file `draft`, which is made unless it is there."""
    target = open_engine(draft, mode="rwc")
    try:
        back_up(source, target)
    finally:
        target.dispose()


@contextmanager
def database_beside(path: Path, *, start: str = "") -> Iterator[Path]:
    """Hand out a name beside `path` for a database, as `draft_beside` does for any file."""
    with draft_beside(path, start=start) as draft:
        try:
            yield draft
        finally:
            remove_database(draft)


def remove_database(path: Path) -> None:
    """Remove the file `path` and its journal, as far as the disk lets us."""
    for left in (path, path.with_name(path.name + JOURNAL)):
        remove(left)


def tidy(engine: Engine) -> None:
    """Remove the empty journal that truncating leaves beside the file; for its last writer.

    Where the disk refuses, the journal stays: it is empty and harms nobody.
    """
    with suppress(DatabaseError, sqlite3.DatabaseError), closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA journal_mode = DELETE")


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except UnicodeDecodeError as error:  # SQLite complains of a name that is no text
        raise sqlite3.OperationalError("Could not decode to UTF-8") from error


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: it waits its turn here instead of failing
    # half-way when two threads both read first and then write.
    writes = connection.get_execution_options().get("wcafe_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
