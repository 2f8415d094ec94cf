"""What PostgreSQL says: of a connection that is lost, a full disk, missing rights."""

import errno

from sqlalchemy.exc import DatabaseError, DBAPIError

from wcafe.i18n import N_, Phrase
from wcafe.reasons import reason_of
from wcafe.store.postgres.first_words import (
    NONE_GIVEN,
    NOT_FITTING,
    state_in,
    why_never_there,
    why_unproven,
)

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
_PHRASES = {
    "28000": N_("it does not let this role in from here"),
    NOT_FITTING: N_("it does not know this role and password"),
    NONE_GIVEN: N_("it asks for a password, and none was given"),
    "3D000": N_("it has no such database"),
    "53300": N_("too many programs use it"),
}


def state_of(error: BaseException | None) -> str:
    """Return what SQL calls an error, five letters; empty where nothing is known of it.

    Of one that was met before anybody was let in libpq tells the words alone.
    """
    said = getattr(error, "sqlstate", None)
    return said or (state_in(str(error)) if _is_of_connecting(error) else "")


def is_lost(error: DatabaseError) -> bool:
    """Return whether the connection went, or never came."""
    state, said = state_of(error.orig), str(error.orig)
    if state or why_unproven(said):
        return state.startswith(_LOST)
    is_without_words = getattr(error.orig, "pgconn", None) is not None and "FATAL" not in said
    is_cut = isinstance(error, DBAPIError) and error.connection_invalidated
    return is_cut or is_without_words or (_is_of_connecting(error.orig) and "FATAL" not in said)


def why_refused(error: BaseException | None) -> str:
    """Return why the server refused: a phrase of ours or the system's, else its own words."""
    state, said = state_of(error), str(error).strip()
    if state in _WAITED:
        return Phrase(N_("another desk has been writing for too long"))
    if state in _PHRASES:
        return Phrase(_PHRASES[state])
    if state in _SAID:
        return reason_of(OSError(_SAID[state], said))
    if state.startswith(_LOST):
        return Phrase(N_("it goes down, or is only starting"))
    phrase = None if state else why_unproven(said) or why_never_there(said)
    first = said.partition("\n")[0].rpartition("FATAL:")[2].strip()
    return phrase or first or Phrase(N_("it gives no reason"))


def _is_of_connecting(error: BaseException | None) -> bool:
    return type(error).__name__ in ("OperationalError", "ConnectionTimeout")
