"""Files that are whole or not there at all: written beside their name, and moved there then."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

DRAFT = ".new"  # how the name of a file ends that is not whole yet


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
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a new name in `folder` survive a power cut, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
