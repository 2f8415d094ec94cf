"""Which screen a window goes to that everybody looks at."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QSize


class Screen(Protocol):
    """What is asked of a QScreen."""

    def name(self) -> str: ...
    def size(self) -> QSize: ...


class Closable(Protocol):
    """A window that a presenter knows to be open, and nothing more of it."""

    def close(self) -> bool: ...


S = TypeVar("S", bound=Screen)


def screen_key(screen: Screen) -> str:
    """Return the name and size by which a screen is known again."""
    return f"{screen.name()} {screen.size().width()}×{screen.size().height()}"


def room_screen(screens: Sequence[S], desk: S, remembered: str) -> S | None:
    """Return the screen to fill: the one of last time, else any but the desk's; None if alone."""
    others = [screen for screen in screens if screen is not desk]
    known = [screen for screen in others if screen_key(screen) == remembered]
    return next(iter((*known, *others)), None)
