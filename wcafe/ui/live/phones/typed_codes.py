"""The codes to type that were asked for at the desk, a table's last one each."""

from collections.abc import Callable
from datetime import datetime, timedelta

from wcafe.services.short_codes import LIVES
from wcafe.services.way_in import WayIn


class TypedCodes:
    """A part of the presenter of phones."""

    def __init__(self, way_in: WayIn, now: Callable[[], datetime]) -> None:
        self._way_in, self._now = way_in, now
        self._given: dict[int, tuple[str, datetime]] = {}

    def ask(self, table: int) -> None:
        """Make a code for `table`, from 0."""
        self._given[table] = (self._way_in.short_code(table), self._now() + LIVES)

    def get(self, table: int) -> tuple[str, timedelta]:
        """Return the code of `table` and how long it lives; empty where none opens it."""
        code, left = self._last(table)
        return ("", timedelta()) if self._way_in.is_used(code) else (code, left)

    def is_used(self, table: int) -> bool:
        """Return whether a phone came in by the code of `table`, which would still live."""
        return self._way_in.is_used(self._last(table)[0])

    def _last(self, table: int) -> tuple[str, timedelta]:
        code, until = self._given.get(table, ("", self._now()))
        return (code, until - self._now()) if until > self._now() else ("", timedelta())
