"""Finished files: whole under their name, or not there at all."""

import os
from pathlib import Path
from uuid import uuid4

from wcafe.errors import CannotMake, CannotWrite, FileThere, NoSuchFolder
from wcafe.reasons import reason_of

_CAFE = b"SQLite format 3\0"


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`, in the place of an older file of the kind.

    Raises:
        NoSuchFolder, CannotWrite: and what was there is untouched.
        FileThere: a café is there; a report never replaces one.
    """
    if not path.parent.is_dir():
        raise NoSuchFolder(path=path.parent)
    draft = path.with_name(f".{uuid4().hex}.new")
    try:
        if path.is_file():
            with path.open("rb") as file:
                if file.read(len(_CAFE)) == _CAFE:
                    raise FileThere(path=path)
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise CannotWrite(path=path, reason=reason_of(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make the folder `path` and those above it, unless it is there.

    Raises:
        CannotMake: a file is in its place, or the system refuses.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotMake(path=path, reason=reason_of(error)) from error
