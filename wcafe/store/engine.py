"""Open the database. The only module that knows it is SQLite."""

import secrets
import sqlite3
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import cast
from uuid import uuid4

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DatabaseError

APPLICATION_ID = 0x57434146  # "WCAF", at byte 68 of the file
SCHEMA = 2  # ordinal of the newest Alembic revision, at byte 60 of the file
WRITE = {"wcafe_write": True}
_MARK = "wcafe commit"  # no table is called so: SQLite leaves that row of its sequences alone

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


def mark_as_cafe(connection: Connection) -> None:
    """Write into a new file what kind it is and which schema it has."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    set_schema(connection)


def name_of_revision(schema: int) -> str:
    """Return what Alembic calls the revision of that ordinal."""
    return f"{schema:04}"


REVISION = name_of_revision(SCHEMA)


def schema_of(connection: Connection) -> int:
    """Return the ordinal of the revision that the file was written for."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)


def set_schema(connection: Connection) -> None:
    """Say that the file has the newest schema."""
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


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


def is_damage(error: BaseException | None) -> bool:
    """Return whether the database found its file damaged, or text in it that is none."""
    code = getattr(error, "sqlite_errorname", "") or ""
    return code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or "decode to UTF-8" in str(error)


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


def new_mark() -> int:
    """Return a number by which one commit is known, unlike any before it."""
    return secrets.randbits(62)


def write_mark(connection: Connection, mark: int) -> None:
    """Let the commit under way be known by `mark`, and be one that is written even if empty.

    It stands in SQLite's own table of sequences, which every café has and which is ours to
    write: what the café says stays the same to the letter, and an older wcafe does not notice.
    """
    connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (_MARK,))
    connection.exec_driver_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (_MARK, mark))


def has_mark(connection: Connection, mark: int, *, after: int) -> bool:
    """Return whether the last commit that stands wrote `mark`, or one of the `after` behind it."""
    asked = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    found = connection.exec_driver_sql(asked, (_MARK,)).scalar()
    return isinstance(found, int) and 0 <= found - mark <= after


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
