"""Why phones are refused, each said once: whoever is refused alike is told the same."""

from collections.abc import Iterable
from uuid import uuid4

from wcafe.i18n import N_
from wcafe.web.answers import Refused

_BUSY = 5  # seconds until a phone tries again


def unknown() -> Refused:
    """No token, one that nobody has, one that was revoked: there is nothing to tell them apart."""
    return Refused(
        401,
        "unknown",
        N_("This phone is not known here. Scan the code of your table again; nothing is lost."),
    )


def not_here() -> Refused:
    """No such address, or a thing of somebody else: both are told alike."""
    return Refused(404, "not_here", N_("There is nothing here."))


def no_such_method(there: Iterable[str]) -> Refused:
    """Another method than those that are `there`."""
    return Refused(405, "method", N_("This cannot be done here."), allow=", ".join(sorted(there)))


def foreign() -> Refused:
    """Another page, or another name of this computer, asks."""
    return Refused(403, "foreign", N_("This page is not of this computer. Scan the code again."))


def malformed() -> Refused:
    """Nothing that a browser sends by itself."""
    return Refused(400, "malformed", N_("This request is not understood."))


def unfit(word: str = "unfit") -> Refused:
    """The body is not what is agreed upon."""
    return Refused(422, word, N_("This was not understood and is not kept by the computer."))


def too_large() -> Refused:
    return Refused(413, "too_large", N_("This is too large to be kept by the computer."))


def wrong_type() -> Refused:
    return Refused(415, "type", N_("This was not understood and is not kept by the computer."))


def too_many_headers() -> Refused:
    return Refused(431, "headers", N_("This request is not understood."))


def busy() -> Refused:
    return Refused(
        503,
        "busy",
        N_("The computer is busy. The phone tries again by itself."),
        retry_after=_BUSY,
    )


def unexpected() -> Refused:
    """A bug of ours: told with a number by which it is found in the log, and nothing else."""
    return Refused(
        500,
        "unexpected",
        N_("The computer met something it did not expect. The phone keeps what you wrote."),
        reference=uuid4().hex[:8],
    )
