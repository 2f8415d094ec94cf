"""A café as a file: making one that is complete or not there at all, opening none but ours."""

import os
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from wcafe.domain.cafe import Cafe
from wcafe.domain.people import Person
from wcafe.errors import (
    CafeInUse,
    CannotMake,
    CannotRead,
    DamagedCafe,
    FileThere,
    IsAFolder,
    NewerCafe,
    NoSuchFile,
    NoSuchFolder,
    NotACafe,
)
from wcafe.reasons import reason_of
from wcafe.store.cafe import Cafes
from wcafe.store.dialects import WRITE
from wcafe.store.lock import only_writer
from wcafe.store.people import People
from wcafe.store.place import FilePlace
from wcafe.store.schema import create_schema, require_whole
from wcafe.store.seals import altered_tables, seal_all
from wcafe.store.sharing import require_here
from wcafe.store.sqlite.engine import database_beside, open_engine, tidy
from wcafe.store.sqlite.errors import is_damage, why_refused
from wcafe.store.sqlite.header import SCHEMA, mark_as_cafe, schema_in_header
from wcafe.store.store import Store
from wcafe.store.upgrade import is_older, upgrade_file, upgrade_in_memory
from wcafe.whole_files import clear_drafts, make_private, sync_folder


def create_store(
    path: Path, cafe: Cafe, people: Iterable[Person] = (), *, program: str = "command"
) -> Store:
    """Make the file `path` for `cafe` and its `people`, and open it for writing.

    The file is built beside its place and moved there once it is whole and synced.

    Raises:
        FileThere, IsAFolder, NoSuchFolder, CannotMake
    """
    _check_place(path)
    clear_drafts(path.parent, now=time.time())
    try:
        with database_beside(path) as draft:
            make_private(draft)  # the system says why it refuses, SQLite does not
            _build(draft, cafe, people)
            try:
                os.link(draft, path)  # unlike a rename, refuses to replace what came meanwhile
            except FileExistsError:
                raise FileThere(path=path) from None
            except OSError:  # a file system without links, such as a USB key's
                draft.rename(path)
            sync_folder(path.parent)
    except DatabaseError as error:
        raise CannotMake(path=path, reason=why_refused(error.orig)) from error
    except OSError as error:
        raise CannotMake(path=path, reason=reason_of(error)) from error
    try:
        return open_store(path, program=program)
    except CafeInUse:  # somebody was quicker, and works in it
        raise
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def open_store(path: Path, *, program: str | None = "command", is_keepsake: bool = False) -> Store:
    """Open the café in the file `path`; without a `program`, for reading only.

    One whose café went to a server is refused, unless it is opened as the keepsake that it is.

    Raises:
        NoSuchFile, CannotRead, NotACafe, NewerCafe, DamagedCafe: and the file is untouched.
        CannotUpgrade: it is of an older wcafe, and the disk refuses; it is untouched.
        CafeInUse: another program writes it.
    """
    with ExitStack() as held:
        _check_header(path)
        lock = None
        if program is not None:
            lock = held.enter_context(only_writer(path, program=program))
            clear_drafts(path.parent, now=time.time())
        engine = open_engine(path)
        held.callback(engine.dispose)
        if program is not None:
            held.callback(tidy, engine)
        earlier = None
        try:
            if is_older(engine, path):
                if program is None:
                    engine = upgrade_in_memory(engine, path)
                    held.callback(engine.dispose)
                else:
                    earlier = upgrade_file(engine, path)
            with engine.connect() as connection:
                require_whole(connection, path)
                if program is not None and not is_keepsake:
                    require_here(connection, path)
                altered = altered_tables(connection) if program is not None else frozenset()
        except DatabaseError as error:
            if is_damage(error.orig):
                raise DamagedCafe(path=path) from error
            raise CannotRead(path=path, reason=why_refused(error.orig)) from error
        place = FilePlace(path, held.pop_all(), lock=lock, earlier=earlier)
        return Store(engine, place, is_writable=program is not None, altered=altered)


def _check_place(path: Path) -> None:
    try:
        if path.exists():
            raise IsAFolder(path=path) if path.is_dir() else FileThere(path=path)
        if not path.parent.is_dir():
            raise NoSuchFolder(path=path.parent)
    except OSError as error:
        raise CannotMake(path=path, reason=reason_of(error)) from error


def _build(draft: Path, cafe: Cafe, people: Iterable[Person]) -> None:
    engine = open_engine(draft, mode="rwc")
    try:
        with engine.connect().execution_options(**WRITE) as connection, connection.begin():
            mark_as_cafe(connection)
            create_schema(connection)
            with Session(connection, join_transaction_mode="create_savepoint") as session:
                Cafes(session).save(cafe)
                People(session, {}).save(people)
                session.commit()
            seal_all(connection)
        tidy(engine)
    finally:
        engine.dispose()


def _check_header(path: Path) -> None:
    """Look at the first bytes, before SQLite does: what is no café must stay untouched."""
    try:
        if not path.is_file():
            raise NotACafe(path=path) if path.exists() else NoSuchFile(path=path)
        schema = schema_in_header(path)
    except OSError as error:
        raise CannotRead(path=path, reason=reason_of(error)) from error
    if schema is None:
        raise NotACafe(path=path)
    if schema > SCHEMA:
        raise NewerCafe(path=path)
