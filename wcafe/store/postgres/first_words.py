"""Why a server lets nobody in, by its first words: libpq hands no number on for these.

Servers speak English or the language they were set up in, so the French words are here too; what
the system itself says of a connection is in the language of this computer.
"""

import errno
import os
import re

from wcafe.i18n import N_, Phrase

NONE_GIVEN = "28P00"
"""What we call it where a password was asked for and none was given: SQL has no name for that."""

NOT_FITTING = "28P01"

_STATES = (
    (r"no password supplied", NONE_GIVEN),
    (r"password authentication failed|authentification par mot de passe", NOT_FITTING),
    (r"database .* does not exist|base de données .* n'existe pas", "3D000"),
    (r"role .* does not exist|rôle .* n'existe pas|pg_hba\.conf", "28000"),
    (r"authentication failed|authentification .* échou", "28000"),
    (r"permission denied for database|droit refusé pour la base", "28000"),
    (r"starting up|shutting down|recovery|démarr|s'arrête|arrêt", "57P03"),
    (r"could not write init file|No space left", "53100"),
    (r"too many clients|connection slots|trop de clients", "53300"),
)
_NEVER_THERE = (
    (r"Connection refused|No such file or directory", N_("nobody listens there")),
    (r"could not translate host name|resolve", N_("there is no computer of that name here")),
    (r"timeout|timed out", N_("it does not answer")),
    (r"closed the connection|connection has been closed|is lost", N_("the connection broke off")),
    (r"unreachable", N_("this computer is not in its network")),
)
_SYSTEM_SAYS = {
    errno.ECONNREFUSED: N_("nobody listens there"),
    errno.ENOENT: N_("nobody listens there"),
    errno.ETIMEDOUT: N_("it does not answer"),
    errno.ECONNRESET: N_("the connection broke off"),
    errno.EPIPE: N_("the connection broke off"),
    errno.ENETUNREACH: N_("this computer is not in its network"),
    errno.EHOSTUNREACH: N_("this computer is not in its network"),
}
_UNREAD = r"root certificate file|root\.crt"
_UNPROVEN = (
    (r"does not support SSL", N_("it has no certificate, so nothing proves that it is the one")),
    (
        r"certificate verify failed|self-signed",
        N_("its certificate is not known here: give it with sslrootcert=FILE"),
    ),
    (r"does not match host name", N_("its certificate is for a computer of another name")),
    (_UNREAD, N_("the file of sslrootcert=… cannot be read")),
)


def state_in(said: str) -> str:
    """Return what SQL calls what is `said`; empty where it is not known."""
    return next((state for told, state in _STATES if re.search(told, said)), "")


def why_unproven(said: str) -> str | None:
    """Return why the server is not taken for the right one, if that is what is `said`."""
    return _phrase(_UNPROVEN, said)


def is_certificate_unread(said: str) -> bool:
    """Return whether the file that is to prove the server could not be read here."""
    return re.search(_UNREAD, said) is not None


def why_never_there(said: str) -> str | None:
    """Return why no server was reached, if that is what is `said`."""
    by_system = (
        Phrase(phrase) for number, phrase in _SYSTEM_SAYS.items() if os.strerror(number) in said
    )
    return _phrase(_NEVER_THERE, said) or next(by_system, None)


def _phrase(phrases: tuple[tuple[str, str], ...], said: str) -> str | None:
    return next((Phrase(phrase) for told, phrase in phrases if re.search(told, said)), None)
