"""The cafés of a server: a schema each, with a row that says which one it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, text

from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import (
    AnothersCafe,
    HalfShared,
    NewerSharedCafe,
    NoSuchCafe,
    NotOurs,
    TooOldServer,
    WhichCafe,
)
from wcafe.store.postgres.words import BELL, COMMITS, PLACE, SCHEMA_PREFIX, SHARING
from wcafe.store.sqlite.header import SCHEMA

_OLDEST = 130000  # of PostgreSQL, as its servers count their versions
_MARK = "wcafe"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCafe:
    """One café of a server.

    Attributes:
        key: its name in addresses.
        title: what the café is called.
        shared: since when it is there.
        is_whole: whether all of it came.
    """

    key: str
    title: str
    shared: datetime
    is_whole: bool


def schema_of(key: str) -> str:
    """Return the name of the schema of a café."""
    return SCHEMA_PREFIX + key


def require_new_enough(connection: Connection, address: SharedAddress) -> None:
    """Raises TooOldServer."""
    found = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one())
    if found < _OLDEST:
        version = found // 10_000
        raise TooOldServer(path=address.server.name, version=version, needed=_OLDEST // 10_000)


def cafes_of(connection: Connection) -> tuple[SharedCafe, ...]:
    """Return the cafés of the server that this role may read, by their keys."""
    asked = text(
        "SELECT nspname FROM pg_namespace JOIN pg_class ON relnamespace = pg_namespace.oid"
        " WHERE relname = :place AND nspname LIKE :prefix"
        " AND has_schema_privilege(pg_namespace.oid, 'USAGE')"
        " AND has_table_privilege(pg_class.oid, 'SELECT') ORDER BY nspname COLLATE \"C\""
    )
    given = {"place": PLACE, "prefix": SCHEMA_PREFIX.replace("_", r"\_") + "%"}
    found = []
    for schema in connection.execute(asked, given).scalars().all():
        rows = connection.exec_driver_sql(
            f'SELECT made_by, is_whole, shared, title FROM "{schema}".{PLACE}'  # noqa: S608 - ours
        ).all()
        named = _title_in(connection, schema)
        found += [
            SharedCafe(
                key=schema.removeprefix(SCHEMA_PREFIX),
                title=named or title,
                shared=shared,
                is_whole=is_whole,
            )
            for made_by, is_whole, shared, title in rows
            if made_by == _MARK
        ]
    return tuple(found)


def _title_in(connection: Connection, schema: str) -> str | None:
    """Return what the café in `schema` is called by now; None where this role may not read it."""
    table = f'"{schema}".cafe'
    asked = text("SELECT has_table_privilege(to_regclass(:table), 'SELECT')")
    if not connection.execute(asked, {"table": table}).scalar():
        return None
    title = connection.exec_driver_sql(f"SELECT title FROM {table}").scalar()  # noqa: S608 - ours
    return None if title is None else str(title)


def find(connection: Connection, address: SharedAddress) -> str:
    """Return the key of the café that `address` means; of the only one, where it names none.

    Raises:
        NoSuchCafe, WhichCafe, NotOurs
        AnothersCafe: this role may not use it.
    """
    if not address.cafe:
        keys = [cafe.key for cafe in cafes_of(connection)]
        if len(keys) != 1:
            raise WhichCafe(path=address.server.name, names=", ".join(keys) or "–")
        return keys[0]
    if not has_schema(connection, address.cafe):
        raise NoSuchCafe(name=address.cafe, path=address.server.name, address=str(address.server))
    if owner := owner_elsewhere(connection, address.cafe):
        raise AnothersCafe(path=address.name, owner=owner)
    if not has_place(connection, address.cafe):
        raise NotOurs(path=address.name)
    return address.cafe


def has_schema(connection: Connection, key: str) -> bool:
    asked = text("SELECT 1 FROM pg_namespace WHERE nspname = :schema")
    return connection.execute(asked, {"schema": schema_of(key)}).first() is not None


def owner_elsewhere(connection: Connection, key: str) -> str | None:
    """Return whose the schema of that café is, where this role may not use it."""
    asked = text(
        "SELECT pg_get_userbyid(nspowner) FROM pg_namespace"
        " WHERE nspname = :schema AND NOT has_schema_privilege(oid, 'USAGE')"
    )
    return connection.execute(asked, {"schema": schema_of(key)}).scalar()


def may_make_schemas(connection: Connection) -> bool:
    """Return whether this role may put a café into this database."""
    asked = "SELECT has_database_privilege(current_database(), 'CREATE')"
    return bool(connection.exec_driver_sql(asked).scalar())


def role_of(connection: Connection) -> str:
    return str(connection.exec_driver_sql("SELECT current_user").scalar_one())


def has_place(connection: Connection, key: str) -> bool:
    """Return whether the schema of that café was made by wcafe."""
    asked = text(
        "SELECT 1 FROM information_schema.columns WHERE table_schema = :schema"
        " AND table_name = :place AND column_name = 'made_by'"
    )
    return connection.execute(asked, {"schema": schema_of(key), "place": PLACE}).first() is not None


def make_schema(
    connection: Connection, key: str, *, cafe: str, title: str, shared: datetime
) -> None:
    """Make the schema of a café that is to come, and mean it by plain names from now on.

    The café's own tables are made by whoever fills it.
    """
    schema = schema_of(key)
    connection.exec_driver_sql(f'CREATE SCHEMA "{schema}"')
    mean(connection, key)
    connection.exec_driver_sql(
        f"CREATE TABLE {PLACE} (made_by text NOT NULL, cafe text NOT NULL, title text NOT NULL,"
        " schema integer NOT NULL, shared timestamptz NOT NULL, is_whole boolean NOT NULL)"
    )
    connection.exec_driver_sql(
        f"CREATE TABLE {COMMITS}"
        " (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mark bigint NOT NULL, said text)"
    )
    connection.exec_driver_sql(f"CREATE INDEX ix_{COMMITS}_mark ON {COMMITS} (mark)")
    row = text(
        f"INSERT INTO {PLACE} VALUES (:made_by, :cafe, :title, :schema, :shared, false)"  # noqa: S608
    )
    told = {"made_by": _MARK, "cafe": cafe, "title": title, "schema": SCHEMA}
    connection.execute(row, {**told, "shared": shared})


def let_commits_speak(connection: Connection) -> None:
    """Give the table of commits room for what is said of them, which the first ones had not."""
    connection.exec_driver_sql(f"ALTER TABLE {COMMITS} ADD COLUMN IF NOT EXISTS said text")


def mean(connection: Connection, key: str) -> None:
    """Let plain names mean what is in the schema of that café, in this transaction."""
    connection.exec_driver_sql(f'SET LOCAL search_path TO "{schema_of(key)}"')


def drop_schema(connection: Connection, key: str) -> None:
    """Take a café away from the server, with all that is in it."""
    connection.exec_driver_sql(f'DROP SCHEMA "{schema_of(key)}" CASCADE')


def cafe_there(connection: Connection, key: str) -> tuple[str, bool]:
    """Return the id of the café in that schema, and whether all of it came."""
    row = connection.exec_driver_sql(
        f'SELECT cafe, is_whole FROM "{schema_of(key)}".{PLACE}'  # noqa: S608 - our names
    ).one()
    return row.cafe, row.is_whole


def say_whole(connection: Connection, key: str, shared: datetime) -> bool:
    """Say that all of the café came: from now on it may be opened there.

    Returns:
        False where it is not the one that was put there at that moment, but another copy.
    """
    asked = text(
        f'UPDATE "{schema_of(key)}".{PLACE} SET is_whole = true'  # noqa: S608 - our names
        " WHERE shared = :shared RETURNING 1"
    )
    return connection.execute(asked, {"shared": shared}).first() is not None


@contextmanager
def only_sharer(server: Engine, cafe: str) -> Iterator[bool]:
    """Hand out whether nobody else shares a copy of that café while the block runs.

    Whoever does is let go by the server when their program dies.
    """
    with server.connect() as connection:
        try:
            with connection.begin():
                asked = text(f"SELECT pg_try_advisory_lock({SHARING}, hashtext(:cafe))")
                is_free = bool(connection.execute(asked, {"cafe": cafe}).scalar())
            yield is_free
        finally:
            connection.invalidate()  # it is closed, and the lock gone: a pool would keep both


def require_open(connection: Connection, address: SharedAddress) -> int:
    """Refuse a café that may not be opened; return for which schema it was written.

    Raises NotOurs, HalfShared, NewerSharedCafe.
    """
    row = connection.exec_driver_sql(
        f"SELECT made_by, is_whole, schema FROM {PLACE}"  # noqa: S608 - our names
    ).first()
    if row is None or row.made_by != _MARK:
        raise NotOurs(path=address.name)
    if row.schema > SCHEMA:
        raise NewerSharedCafe(path=address.name)
    if not row.is_whole:
        raise HalfShared(path=address.name)
    return int(row.schema)


def say_schema(connection: Connection) -> None:
    """Say that the café has the newest schema from now on."""
    connection.execute(text(f"UPDATE {PLACE} SET schema = :now"), {"now": SCHEMA})  # noqa: S608


def keep_desks_out(connection: Connection) -> bool:
    """Take the bell until the end of the transaction; return False where a desk has it.

    Where any desk has the café open, one of them has the bell.
    """
    asked = f"SELECT pg_try_advisory_xact_lock({BELL}, hashtext(current_schema()::text))"
    return bool(connection.exec_driver_sql(asked).scalar())


def unsafe_settings(connection: Connection) -> tuple[str, ...]:
    """Return by name what a power cut on the server would take: settings that are off."""
    wanted = ("fsync", "synchronous_commit", "full_page_writes")
    return tuple(
        name for name in wanted if connection.exec_driver_sql(f"SHOW {name}").scalar() == "off"
    )
