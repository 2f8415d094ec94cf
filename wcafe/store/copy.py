"""A second file of the same café, by SQLite's own backup: whole, or not there at all."""

import os
import sqlite3
from contextlib import closing, nullcontext
from pathlib import Path
from typing import cast
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from wcafe.errors import CannotWrite, FileThere, NoSuchFolder
from wcafe.reasons import reason_of
from wcafe.store.lock import only_writer


def copy_database(engine: Engine, own: Path, path: Path, *, replaces: bool) -> None:
    """Copy what `engine` holds of the file `own` into `path`.

    The copy is made beside its place and moved there once it is whole. Older files give way
    only if it `replaces` them, and a café that is open elsewhere never does.

    Raises:
        FileThere, NoSuchFolder, CafeInUse, CannotWrite: and what was at `path` is untouched.
    """
    is_there = path.exists()
    if is_there and (not replaces or path.samefile(own)):
        raise FileThere(path=path)
    if not path.parent.is_dir():
        raise NoSuchFolder(path=path.parent)
    draft = path.with_name(f".{path.name}.{uuid4().hex}.new")
    try:
        with only_writer(path, program="command") if is_there else nullcontext():
            _back_up(engine, draft)
            draft.replace(path)
        sync_folder(path.parent)
    except (sqlite3.Error, DatabaseError) as error:
        raise CannotWrite(path=path, reason=reason_of(getattr(error, "orig", error))) from error
    except OSError as error:
        raise CannotWrite(path=path, reason=reason_of(error)) from error
    finally:
        draft.unlink(missing_ok=True)
        draft.with_name(f"{draft.name}-journal").unlink(missing_ok=True)


def _back_up(engine: Engine, draft: Path) -> None:
    with closing(engine.raw_connection()) as source, closing(sqlite3.connect(draft)) as target:
        cast(sqlite3.Connection, source.driver_connection).backup(target)


def sync_folder(folder: Path) -> None:
    """Make a new name in `folder` survive a power cut, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
