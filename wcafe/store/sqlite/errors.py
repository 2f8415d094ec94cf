"""What SQLite says of a failing disk or a damaged file."""

import errno
import sqlite3

from sqlalchemy.exc import DatabaseError

from wcafe.i18n import N_, Phrase
from wcafe.reasons import reason_of

_NUMBERS = {  # what the system would call it
    "SQLITE_FULL": errno.ENOSPC,
    "SQLITE_READONLY": errno.EACCES,
    "SQLITE_PERM": errno.EACCES,
    "SQLITE_CANTOPEN": errno.EACCES,
    "SQLITE_IOERR": errno.EIO,
}
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")


def first_cause(error: DatabaseError) -> BaseException:
    """Return what the database said first: undoing what had failed may have failed as well."""
    first: BaseException = error
    seen = error.__context__
    while seen is not None:
        if isinstance(seen, sqlite3.Error):
            first = seen
        seen = seen.__context__
    return first


def is_damage(error: BaseException | None) -> bool:
    """Return whether the database found its file damaged, or text in it that is none."""
    code = getattr(error, "sqlite_errorname", "") or ""
    return code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or "decode to UTF-8" in str(error)


def is_for_want_of_room(error: BaseException) -> bool:
    """Return whether a disk or a quota may have had no room for what was written."""
    while not isinstance(error, DatabaseError):
        if error.__cause__ is None:
            return False
        error = error.__cause__
    said = getattr(first_cause(error), "sqlite_errorname", "")
    return said in ("SQLITE_FULL", "SQLITE_IOERR_WRITE")


def why_refused(error: BaseException | None) -> str:
    """Return why the database refused: a phrase of the system's, or SQLite's own words."""
    name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
    if name in _BUSY:
        return Phrase(N_("another program is using it, or its disk has no locks"))
    number = _NUMBERS.get(name)
    return str(error) if number is None else reason_of(OSError(number, str(error)))
