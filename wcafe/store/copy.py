"""A second file of the same café, by SQLite's own backup: whole, or not there at all."""

import os
from contextlib import nullcontext
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from wcafe.errors import CannotWrite, FileThere, NoSuchFolder
from wcafe.reasons import reason_of
from wcafe.store.engine import back_up, open_engine
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
            fill_from(engine, draft)
            draft.replace(path)
        sync_folder(path.parent)
    except DatabaseError as error:
        raise CannotWrite(path=path, reason=reason_of(error.orig)) from error
    except OSError as error:
        raise CannotWrite(path=path, reason=reason_of(error)) from error
    finally:
        draft.unlink(missing_ok=True)
        draft.with_name(f"{draft.name}-journal").unlink(missing_ok=True)


def fill_from(engine: Engine, draft: Path) -> None:
    """Copy all that `engine` holds into the file `draft`, which is made unless it is there."""
    target = open_engine(draft, mode="rwc")
    try:
        back_up(engine, target)
    finally:
        target.dispose()


def sync_folder(folder: Path) -> None:
    """Make a new name in `folder` survive a power cut, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
