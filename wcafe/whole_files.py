"""Files that are whole or not there at all: written beside their name, and moved there then.

What is made is its owner's alone: cafés, lists and reports hold names and addresses.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

DRAFT = ".new"  # how the name of a file ends that is not whole yet
PRIVATE = 0o600  # read and written by its owner alone
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would alter the ends of lines
_LEFT = re.compile(
    r"\.(?:.+\.)?[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}" + re.escape(DRAFT) + "(?:-[a-z]+)?"
)
_A_DAY = 24 * 60 * 60.0  # seconds in which whatever is being written is whole, or given up
_TRIES = 3  # a disk that failed once mostly answers the next time


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, in the place of what was there.

    An older file hands its rights on. A link stays, and what it points to is written. Into what
    is no file, as a pipe, it is written as it comes.

    Raises:
        OSError: and what was at `path` is untouched, unless it is no file.
    """
    path = Path(os.path.realpath(path))
    mode = mode_at(path)
    if mode is not None and not stat.S_ISREG(mode):
        _write_into(path, content)
        return
    with draft_beside(path) as draft:
        make_private(draft)
        with draft.open("r+b") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(draft, path, mode)


def mode_at(path: Path) -> int | None:
    """Return the kind and the rights of what is at `path`; None if nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def make_private(path: Path) -> None:
    """Make the empty file `path`, its owner's alone. Raises FileExistsError if it is there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, PRIVATE))


def put_in_place(draft: Path, path: Path, mode: int | None) -> None:
    """Move the whole file `draft` to `path`, with the rights of the older one there, if any."""
    if mode is not None:
        draft.chmod(stat.S_IMODE(mode))
    draft.replace(path)
    with suppress(OSError):  # it is there; that a power cut may take it back, nobody can help
        sync_folder(path.parent)


@contextmanager
def draft_beside(path: Path, *, start: str = "") -> Iterator[Path]:
    """Hand out a hidden name beside `path`, from which the caller moves a whole file there.

    The name begins with `start`. What is left under it at the end is removed, as far as the
    disk lets us: it harms nobody, and why the disk refuses is told by what failed before.
    """
    draft = path.with_name(f".{start}{uuid4().hex}{DRAFT}")
    try:
        yield draft
    finally:
        remove(draft)


def clear_drafts(folder: Path, *, now: float) -> None:
    """Remove what killed programs have left in `folder`: drafts of ours that nobody writes.

    Ours is a file with a hidden name as `draft_beside` makes it, or one called after that, of the
    same owner; nobody writes
    one that was not touched for a day before `now`, in seconds since 1970.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _LEFT.fullmatch(entry.name):
                told = entry.stat(follow_symlinks=False)
                is_ours = not hasattr(os, "getuid") or told.st_uid == os.getuid()
                if is_ours and stat.S_ISREG(told.st_mode) and told.st_mtime < now - _A_DAY:
                    remove(Path(entry.path))


def remove(path: Path) -> None:
    """Remove the file `path`, as far as the disk lets us."""
    for _try in range(_TRIES):
        with suppress(OSError):
            path.unlink(missing_ok=True)
            return


def sync_folder(folder: Path) -> None:
    """Make a new name in `folder` survive a power cut, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write_into(path: Path, content: bytes) -> None:
    """Write into a pipe or a device. Raises OSError, at once where nobody reads the pipe."""
    no_wait = getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, os.O_WRONLY | no_wait | _BINARY)
    with os.fdopen(handle, "wb") as file:
        if no_wait:
            os.set_blocking(handle, True)
        file.write(content)
