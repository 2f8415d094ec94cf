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


@dataclass(frozen=True, slots=True)
class Changed:
    """These parts changed; `by` is whoever asked for it, so it can ignore its own echo."""

    parts: Part
    by: object | None = None


class Changes:
    """Listeners are called in the thread that made the change, after the commit."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changed], None]] = []

    def listen(self, listener: Callable[[Changed], None]) -> None:
        self._listeners.append(listener)

    def tell(self, changed: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(changed)
