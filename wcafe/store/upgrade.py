"""Older cafés: brought up to date when they are opened, and kept as they were beside that.

A verified copy comes first, then all revisions in one transaction, then the same checks as for
any café that is opened; before its commit whatever goes wrong leaves the file byte for byte as
it was (TRUST.md 5.7). Who only reads gets an upgraded copy in memory. Alembic is loaded for older
files alone, as it takes half a second.
"""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from wcafe.errors import CannotUpgrade, DamagedCafe
from wcafe.i18n import N_, Phrase
from wcafe.reasons import reason_of
from wcafe.store.contents import Contents, contents
from wcafe.store.dialects import WRITE, checks_of
from wcafe.store.note_seals import SEAL
from wcafe.store.schema import (
    VERSION,
    Shape,
    newest_shape,
    require_shape,
    require_whole,
    shape_of,
)
from wcafe.store.seals import SealRow, altered_in_older, seal_all
from wcafe.store.sqlite.checks import is_sound
from wcafe.store.sqlite.engine import (
    JOURNAL,
    back_up,
    database_beside,
    fill_from,
    open_engine,
    open_memory,
    remove_database,
    suspend_foreign_keys,
)
from wcafe.store.sqlite.errors import why_refused
from wcafe.store.sqlite.header import SCHEMA, name_of_revision, schema_of, set_schema
from wcafe.whole_files import DRAFT, make_private, sync_folder

_ALTERED = N_("what it holds would not have stayed the same")
_NO_COPY = N_("the copy beside it was not the same")


def is_older(engine: Engine, path: Path) -> bool:
    """Return whether the café was written for an older schema.

    Raises:
        DamagedCafe: for one that never was.
    """
    with engine.connect() as connection:
        schema = schema_of(connection)
    if schema < 1:
        raise DamagedCafe(path=path)
    return schema < SCHEMA


def upgrade_file(engine: Engine, path: Path) -> Path:
    """Bring the café in the file `path` up to date; return the copy of it as it was.

    The caller holds the right to write it. Killed at any moment, the next opening begins anew.

    Raises:
        NotACafe, NewerCafe, DamagedCafe: it is no sound older café.
        CannotUpgrade: the copy cannot be made, or the disk refuses the change.
        The file is byte for byte as it was, and no copy is left.
    """
    schema = _require_sound(engine, path)
    try:
        copy, is_new = _keep_copy(engine, path, schema)
    except OSError as error:
        raise CannotUpgrade(path=path, reason=reason_of(error)) from error
    original = open_engine(copy)
    try:
        _upgrade(engine, original, path)
    except BaseException:
        # a commit may stand although the disk complained of it, and then so must the copy
        now = _schema_or_none(engine)
        if now == schema and is_new:
            remove_database(copy)
        if now != SCHEMA:
            raise
    finally:
        original.dispose()
    return copy


def upgrade_in_memory(engine: Engine, path: Path) -> Engine:
    """Return an engine on an upgraded copy, in memory, of the café that `engine` reads.

    Raises:
        NotACafe, NewerCafe, DamagedCafe, CannotUpgrade
    """
    _require_sound(engine, path)
    memory = open_memory()
    try:
        back_up(engine, memory)
        _upgrade(memory, engine, path)
    except BaseException:
        memory.dispose()
        raise
    return memory


def _schema_or_none(engine: Engine) -> int | None:
    """Return the schema of the file now, if the disk answers."""
    try:
        with engine.connect() as connection:
            return schema_of(connection)
    except DatabaseError:
        return None


def _require_sound(engine: Engine, path: Path) -> int:
    """Refuse what is no older café of ours, before a revision meets its triggers.

    Returns:
        The schema it was written for.
    """
    with engine.connect() as connection:
        schema = schema_of(connection)
        require_shape_at(connection, schema, path)
    return schema


def require_shape_at(connection: Connection, schema: int, path: Path) -> None:
    """Refuse what has not the tables of a café of that schema. Raises as `require_shape`."""
    require_shape(connection, _shape_at(schema), name_of_revision(schema), path)


def _shape_at(schema: int) -> Shape:
    from wcafe.store.migrations import upgrade

    empty = open_memory()
    try:
        with empty.connect() as connection, connection.begin():
            upgrade(connection, name_of_revision(schema))
            return shape_of(connection)
    finally:
        empty.dispose()


def _upgrade(engine: Engine, original: Engine, path: Path) -> None:
    """Run the revisions in one transaction; `original` holds the café as it was."""
    try:
        with engine.connect().execution_options(**WRITE) as connection:
            suspend_foreign_keys(connection)  # rebuilding a table would empty those that name it
            with connection.begin():
                with original.connect() as before:
                    wanted = what_stays(before)
                run_revisions(connection, wanted, path)
                set_schema(connection)
    except DatabaseError as error:
        raise CannotUpgrade(path=path, reason=why_refused(error.orig)) from error


def run_revisions(connection: Connection, wanted: Contents, path: Path) -> None:
    """Bring a café up to date.

    Args:
        connection: in its transaction.
        wanted: what it held before, of what is to stay.
        path: what people are told of where it is.

    Raises:
        NotACafe, DamagedCafe, CannotUpgrade: what came of it is not the same café.
    """
    from wcafe.store.migrations import upgrade

    altered = altered_in_older(connection, shape_of(connection).columns)
    upgrade(connection)
    seal_all(connection, altered)
    require_whole(connection, path)
    _require_same(connection, wanted, path)


def what_stays(connection: Connection) -> Contents:
    """Return what an older café holds of what no revision may change.

    Tables and columns that a revision drops or adds are not compared, nor are seals. One that
    rewrites the values of a column by design has to be told apart here.
    """
    old, new = shape_of(connection).columns, newest_shape().columns
    own = {VERSION, SealRow.__tablename__}
    shared = {table: (old[table] & new[table]) - {SEAL} for table in old.keys() & new.keys() - own}
    return contents(connection, shared)


def _require_same(connection: Connection, wanted: Contents, path: Path) -> None:
    """Refuse a change that lost a row, altered a value or broke a reference."""
    if checks_of(connection).broken_references(connection):
        raise DamagedCafe(path=path)
    columns = {table: frozenset(names) for table, (names, *_counted) in wanted.items()}
    if contents(connection, columns) != wanted:
        raise CannotUpgrade(path=path, reason=Phrase(_ALTERED))


# The copy


def _keep_copy(engine: Engine, path: Path, schema: int) -> tuple[Path, bool]:
    """Return a verified copy beside `path`, and whether it is new: a killed try may have left one.

    Raises OSError or CannotUpgrade where it cannot be made.
    """
    _clear_drafts(path, schema)
    with engine.connect() as connection:
        wanted = contents(connection, shape_of(connection).columns)
    for place in _places(path, schema):
        if not os.path.lexists(place):
            _make_copy(engine, path, place, wanted)
            return place, True
        if _holds(place, wanted):
            return place, False
    raise AssertionError("there is always one more place")


def _places(path: Path, schema: int) -> Iterator[Path]:
    first = _name_of_copy(path, schema)
    yield path.with_name(first + path.suffix)
    for number in count(2):
        yield path.with_name(f"{first}-{number}{path.suffix}")


def _name_of_copy(path: Path, schema: int) -> str:
    return f"{path.stem}.backup-{schema}"


def _make_copy(engine: Engine, path: Path, place: Path, wanted: Contents) -> None:
    try:
        with database_beside(place, start=f"{place.name}.") as draft:
            make_private(draft)
            fill_from(engine, draft)
            if not _holds(draft, wanted):
                raise CannotUpgrade(path=path, reason=Phrase(_NO_COPY))
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
            draft.rename(place)
            sync_folder(place.parent)
    except DatabaseError as error:
        raise CannotUpgrade(path=path, reason=why_refused(error.orig)) from error


def _clear_drafts(path: Path, schema: int) -> None:
    """Remove what a killed try has left: the café is ours to write, so they are nobody else's."""
    start = f".{_name_of_copy(path, schema)}"
    for left in path.parent.iterdir():
        if left.name.startswith(start) and left.name.endswith((DRAFT, DRAFT + JOURNAL)):
            remove_database(left)


def _holds(place: Path, wanted: Contents) -> bool:
    """Return whether a sound database that holds `wanted`, and nothing else, lies at `place`."""
    engine = open_engine(place)
    try:
        with engine.connect() as connection:
            if not is_sound(connection):
                return False
            return contents(connection, shape_of(connection).columns) == wanted
    except DatabaseError:
        return False
    finally:
        engine.dispose()
