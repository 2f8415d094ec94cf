"""A second place of the same café, as a file: whole, or not there at all."""

import stat
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from wcafe.errors import CannotWrite, FileThere, NoSuchFolder
from wcafe.reasons import reason_of
from wcafe.store.copying import Copying
from wcafe.store.lock import only_writer
from wcafe.store.sqlite.engine import database_beside
from wcafe.store.sqlite.errors import why_refused
from wcafe.whole_files import make_private, mode_at, put_in_place


def copy_database(
    fill: Callable[[Path], None],
    path: Path,
    *,
    own: Path | None = None,
    replaces: bool,
    copying: Copying | None = None,
) -> None:
    """Make the file `path` by letting `fill` write a database under a name beside it.

    It is moved to its place once it is whole. Older files give way only if it `replaces` them;
    the café's `own` file, or one that is open elsewhere, never does. `copying` may be stopped
    until then.

    Raises:
        FileThere, NoSuchFolder, CafeInUse, CannotWrite, Cancelled: and what was there is
            untouched.
    """
    try:
        mode = mode_at(path)
        if mode is not None and (not replaces or _is_own(path, own) or not stat.S_ISREG(mode)):
            raise FileThere(path=path)
        if not path.parent.is_dir():
            raise NoSuchFolder(path=path.parent)
        place = path.resolve()  # a link stays, and what it points to is replaced
        with database_beside(place, start=f"{place.name}.") as draft:
            make_private(draft)
            with only_writer(path, program="command") if mode is not None else nullcontext():
                fill(draft)
                if copying is not None:
                    copying.decide()
                put_in_place(draft, place, mode)
    except DatabaseError as error:
        raise CannotWrite(path=path, reason=why_refused(error.orig)) from error
    except OSError as error:
        raise CannotWrite(path=path, reason=reason_of(error)) from error


def _is_own(path: Path, own: Path | None) -> bool:
    return own is not None and path.samefile(own)
