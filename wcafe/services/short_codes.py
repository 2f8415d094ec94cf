"""Codes to type where a phone cannot scan: short, for a short time, and for one phone each."""

import secrets
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
        self._used: set[str] = set()
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

    @contextmanager
    def take(self, typed: str, address: str) -> Iterator[int]:
        """Hand out the table that a typed code opens, which is used if nothing is raised meanwhile.

        Where something is, nobody came in, and the code is good as before.

        Raises:
            NoSuchCode: there is none, or it is too old. TryLater: too many were tried.
        """
        code = typed.translate(_AS_TYPED).upper()
        given = self._try(code, address)
        try:
            yield given.table
        except BaseException:
            with self._lock:
                self._given[code] = given
            raise
        with self._lock:
            self._used.add(code)

    def is_used(self, code: str) -> bool:
        """Return whether a phone came in by `code`."""
        with self._lock:
            return code in self._used

    def _try(self, code: str, address: str) -> _Given:
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
        return given
