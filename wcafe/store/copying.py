"""A café that is being copied: how many rows are there, and whether it is still wanted."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from wcafe.errors.sharing import Cancelled


def _say_nothing(_rows: int, _of: int) -> None:
    """Nobody looks on."""


class Copying:
    """One copy under way. It may be stopped from another thread until it is decided.

    Attributes:
        copied: is told how many rows are there, of how many; they are compared after the last.
    """

    def __init__(self) -> None:
        self.copied: Callable[[int, int], object] = _say_nothing
        self._rows = self._of = 0
        self._turn = threading.Lock()
        self._is_stopped = self._is_decided = False
        self._break_off: Callable[[], object] | None = None

    def begin(self, of: int) -> None:
        """There are so many rows to copy."""
        self._of = of
        self.went(0)

    def went(self, rows: int) -> None:
        """So many more rows are there. Raises Cancelled."""
        self.require_wanted()
        self._rows += rows
        self.copied(self._rows, self._of)

    def require_wanted(self) -> None:
        """Raises Cancelled."""
        if self._is_stopped:
            raise Cancelled

    def decide(self) -> None:
        """Let the copy count: from now on nothing stops it. Raises Cancelled."""
        with self._turn:
            self.require_wanted()
            self._is_decided = True

    def stop(self) -> bool:
        """Ask for its end, whatever it waits for; return whether that is not too late."""
        with self._turn:
            if self._is_decided:
                return False
            self._is_stopped = True
            if self._break_off is not None:
                self._break_off()
            return True

    @contextmanager
    def by(self, break_off: Callable[[], object]) -> Iterator[None]:
        """Copy over a connection that `break_off` ends, whatever it waits for.

        Raises Cancelled, whatever else was met after it was stopped.
        """
        with self._turn:
            self.require_wanted()
            self._break_off = break_off
        try:
            yield
        except SQLAlchemyError:
            self.require_wanted()
            raise
        finally:
            with self._turn:
                self._break_off = None
