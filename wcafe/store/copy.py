"""A second file of the same café, by SQLite's own backup: whole, or not there at all."""

from contextlib import nullcontext
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from wcafe.errors import CannotWrite, FileThere, NoSuchFolder
from wcafe.reasons import reason_of
from wcafe.store.lock import only_writer
from wcafe.store.sqlite.engine import database_beside, fill_from
from wcafe.store.sqlite.errors import why_refused
from wcafe.whole_files import sync_folder


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
    try:
        with database_beside(path, start=f"{path.name}.") as draft:
            with only_writer(path, program="command") if is_there else nullcontext():
                fill_from(engine, draft)
                draft.replace(path)
            sync_folder(path.parent)
    except DatabaseError as error:
        raise CannotWrite(path=path, reason=why_refused(error.orig)) from error
    except OSError as error:
        raise CannotWrite(path=path, reason=reason_of(error)) from error
