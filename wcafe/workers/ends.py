"""How a process of our own may end before its work is done, each with its reason in words."""

import signal
from enum import Enum

from wcafe.i18n import N_, Phrase

OUT_OF_MEMORY = 77
"""The status with which a worker ends that has no memory left to say so."""

_BY_SIGNAL = {"SIGXCPU": "TIME", "SIGABRT": "MEMORY", "SIGKILL": "KILLED"}


class End(Enum):
    """Why there is no answer; its value says so, for a sentence that goes on “(…)”."""

    NOT_STARTED = N_("the system starts no other program now; close some and try again")
    NOT_BEGUN = N_("a part of wcafe does not start; install it anew")
    MEMORY = N_("it takes more memory than any café needs")
    TIME = N_("it takes longer than any café needs")
    KILLED = N_("the system stopped it half-way; close other programs and try again")
    BROKEN = N_("wcafe does not understand what is in it")

    @property
    def reason(self) -> Phrase:
        return Phrase(self.value)


class Unfinished(Exception):
    """Work in another process that came to no answer."""

    def __init__(self, end: End) -> None:
        super().__init__(end.value)
        self.end = end


def end_of(status: int, *, has_begun: bool) -> End:
    """Return why a process ended without an answer.

    Args:
        status: what it ended with; a signal as a number below 0, as `subprocess` says it.
        has_begun: whether it ever was ready to be asked.
    """
    if status < 0:
        return End[_BY_SIGNAL.get(_name_of(-status), "BROKEN")]
    if not has_begun:
        return End.NOT_BEGUN
    return End.MEMORY if status == OUT_OF_MEMORY else End.BROKEN


def _name_of(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return ""
