"""Codes to type where a phone cannot scan: short, for a short time, and for one phone each."""

import secrets
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from wcafe.errors.phones import NoSuchCode, TryLater

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: none is taken for another
LENGTH = 8
LIVES = timedelta(minutes=10)
_MINUTE = timedelta(minutes=1)
_OF_ONE, _OF_ALL = 5, 60  # tries in a minute, of one address and of all
_AS_TYPED = str.maketrans("OILoil", "011011", " -")


@dataclass(frozen=True, slots=True)
class _Given:
    table: int
    until: datetime


class ShortCodes:
    """The codes that were shown and not used yet. Safe to share between threads."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._given: dict[str, _Given] = {}
        self._tries: deque[tuple[datetime, str]] = deque()
        self._lock = threading.Lock()

    def give(self, table: int) -> str:
        """Return a new code that opens `table`, from 0, to one phone within `LIVES`."""
        code = "".join(secrets.choice(LETTERS) for _letter in range(LENGTH))
        with self._lock:
            now = self._now()
            self._given = {old: each for old, each in self._given.items() if each.until > now}
            self._given[code] = _Given(table, now + LIVES)
        return code

    def take(self, typed: str, address: str) -> int:
        """Return the table that a typed code opens; it opens nothing after that.

        Raises:
            NoSuchCode: there is none, or it is too old. TryLater: too many were tried.
        """
        code = typed.translate(_AS_TYPED).upper()
        with self._lock:
            now = self._now()
            while self._tries and self._tries[0][0] <= now - _MINUTE:
                self._tries.popleft()
            of_one = sum(who == address for _when, who in self._tries)
            if of_one >= _OF_ONE or len(self._tries) >= _OF_ALL:
                raise TryLater
            self._tries.append((now, address))
            given = self._given.pop(code, None)
        if given is None or given.until <= now:
            raise NoSuchCode
        return given.table
