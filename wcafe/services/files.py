"""Finished files: whole under their name, or not there at all."""

from pathlib import Path

from wcafe.errors import CannotMake, CannotWrite, FileThere, NoSuchFolder
from wcafe.reasons import reason_of
from wcafe.whole_files import write_whole


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`, in the place of an older file of the kind.

    Raises:
        NoSuchFolder, CannotWrite: and what was there is untouched.
        FileThere: a café is there; a report never replaces one.
    """
    from wcafe.store.sqlite.header import is_database  # loads the database

    try:
        if not path.parent.is_dir():
            raise NoSuchFolder(path=path.parent)
        if path.is_file() and is_database(path):
            raise FileThere(path=path)
        write_whole(path, data)
    except OSError as error:
        raise CannotWrite(path=path, reason=reason_of(error)) from error


def make_folder(path: Path) -> None:
    """Make the folder `path` and those above it, unless it is there.

    Raises:
        CannotMake: a file is in its place, or the system refuses.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotMake(path=path, reason=reason_of(error)) from error
