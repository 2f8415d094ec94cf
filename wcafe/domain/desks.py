"""The laptops on which one café is open at the same time."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDesk:
    """One laptop on which the café is open.

    Attributes:
        computer: what it is called in the network.
        at: the workspace that is on screen there, by its key; empty where none is.
        since: when it was opened there.
        is_here: whether it is this one.
    """

    computer: str
    at: str
    since: datetime
    is_here: bool
