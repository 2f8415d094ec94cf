"""What PostgreSQL says: of a connection that is lost, a full disk, missing rights."""

import errno

from sqlalchemy.exc import DatabaseError, DBAPIError

from wcafe.i18n import N_, Phrase
from wcafe.reasons import reason_of

PATIENCE = 5
"""Seconds to wait for a server that does not answer."""

_LOST = ("08", "57P")  # the connection is gone, or the server goes down
_WAITED = ("55P03", "57014")  # another desk held the café too long
_SAID = {
    "53100": errno.ENOSPC,
    "53200": errno.ENOMEM,
    "42501": errno.EACCES,
    "25006": errno.EROFS,
}
_PASSWORD = ("28000", "28P01")


def state_of(error: BaseException | None) -> str:
    """Return what SQL calls an error, five letters; empty where the server said nothing."""
    return getattr(error, "sqlstate", None) or ""


def is_lost(error: DatabaseError) -> bool:
    """Return whether the connection went, or never came."""
    state = state_of(error.orig)
    is_without_words = not state and getattr(error.orig, "pgconn", None) is not None
    is_cut = isinstance(error, DBAPIError) and error.connection_invalidated
    never_came = type(error.orig).__name__ in ("OperationalError", "ConnectionTimeout")
    return is_cut or state.startswith(_LOST) or is_without_words or (never_came and not state)


def why_refused(error: BaseException | None) -> str:
    """Return why the server refused: a phrase of ours or the system's, else its own words."""
    state = state_of(error)
    if state in _WAITED:
        return Phrase(N_("another desk has been writing for too long"))
    if state in _PASSWORD:
        return Phrase(N_("it does not know this role and password"))
    if state == "3D000":
        return Phrase(N_("it has no such database"))
    if state in _SAID:
        return reason_of(OSError(_SAID[state], str(error)))
    said = str(error).strip().splitlines()
    if state.startswith(_LOST):
        return Phrase(N_("it goes down, or is only starting"))
    if not state and ("closed" in str(error) or "terminat" in str(error)):
        return Phrase(N_("the connection was cut"))
    if not state and ("Connection refused" in str(error) or "No such file" in str(error)):
        return Phrase(N_("nobody listens there"))
    if not state and ("timeout" in str(error) or "timed out" in str(error)):
        return Phrase(N_("it does not answer"))
    if not state and ("could not translate host name" in str(error) or "resolve" in str(error)):
        return Phrase(N_("there is no computer of that name in the network"))
    if "password" in str(error) and not state:
        return Phrase(N_("it asks for a password, and none was given"))
    return said[0] if said else Phrase(N_("it gives no reason"))
