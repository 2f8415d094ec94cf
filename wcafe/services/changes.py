"""Tell whoever listens what has changed. No Qt, no web: plain callbacks."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, auto


class Part(Flag):
    """What can change."""

    CAFE = auto()
    PEOPLE = auto()
    PLAN = auto()
    LIVE = auto()
    NOTES = auto()
    SYNTHESIS = auto()
    BADGES = auto()
    FEEDBACK = auto()
    PHOTOS = auto()
    PRINTED = auto()
    PHONES = auto()
    PLACE = auto()  # where the café is kept: whether it answers, whether this desk has the bell


@dataclass(frozen=True, slots=True)
class Changed:
    """These parts changed; `by` is whoever asked for it, so it can ignore its own echo.

    `ids` are those of the people and notes that changed, came or went; None where any of them
    may have. A plan, the themes, the clock and the café itself are one value each and need none.
    """

    parts: Part
    by: object | None = None
    ids: frozenset[str] | None = None

    def __or__(self, later: "Changed") -> "Changed":
        """Return both as one notice: by whoever asked for both, else by nobody in particular."""
        ids = None if self.ids is None or later.ids is None else self.ids | later.ids
        by = self.by if self.by is later.by else None
        return Changed(self.parts | later.parts, by, ids)


class Changes:
    """Listeners are called in the thread that made the change, after the commit."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changed], None]] = []

    def listen(self, listener: Callable[[Changed], None]) -> None:
        self._listeners.append(listener)

    def tell(self, changed: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(changed)
