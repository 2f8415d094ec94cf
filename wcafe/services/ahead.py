"""Read the café ahead of those who look: in one thread, and never inside anybody's wish."""

import threading
from collections.abc import Iterable

from wcafe.services.cafe import CafeService
from wcafe.services.changes import Changed, Changes

_PAUSE = 0.2  # seconds after a reading in which what comes is gathered


class ReadAhead:
    """Tells `changes` what other threads have changed, once it is read and several at a time.

    Who writes in another thread goes on as soon as the change is durable. What the main thread
    changes itself is told at once: it looks by itself, and only at what it has just changed.
    """

    def __init__(self, cafes: CafeService, heard: Changes) -> None:
        self.changes = Changes()
        self._cafes = cafes
        self._turn = threading.Condition()
        self._waiting: list[Changed] = []
        self._heard = self._told = 0  # notices, of other threads
        self._wanted = 0  # threads that wait until what they changed is read
        self._is_closed = False
        self._reader: threading.Thread | None = None
        heard.listen(self._hear)

    def wait_until_told(self) -> None:
        """Wait until all that was changed before this is read and told."""
        with self._turn:
            sought = self._heard
            self._wanted += 1
            self._turn.notify_all()
            self._turn.wait_for(lambda: self._told >= sought or self._is_closed)
            self._wanted -= 1

    def close(self) -> None:
        """Stop the reader and wait for it; what it has not told is told to nobody."""
        with self._turn:
            self._is_closed = True
            self._turn.notify_all()
        if self._reader is not None:
            self._reader.join()

    def _hear(self, changed: Changed) -> None:
        if threading.current_thread() is threading.main_thread():
            self.changes.tell(changed)
            return
        with self._turn:
            if self._is_closed:
                return
            self._waiting.append(changed)
            self._heard += 1
            if self._reader is None:
                self._reader = threading.Thread(target=self._read, name="read-ahead", daemon=True)
                self._reader.start()
            self._turn.notify_all()

    def _read(self) -> None:
        try:
            while came := self._next():
                self._cafes.read_ahead()
                for changed in _gather(came):
                    self.changes.tell(changed)
                with self._turn:
                    self._told += len(came)
                    self._turn.notify_all()
                    self._turn.wait_for(lambda: self._wanted or self._is_closed, _PAUSE)
        finally:
            with self._turn:
                self._is_closed = True  # also after a bug: nobody waits for ever
                self._turn.notify_all()

    def _next(self) -> list[Changed]:
        """Wait for notices and take all there are; none once this is closed."""
        with self._turn:
            self._turn.wait_for(lambda: self._waiting or self._is_closed)
            came, self._waiting = self._waiting, []
            return [] if self._is_closed else came


def _gather(came: Iterable[Changed]) -> list[Changed]:
    """Return one notice for those that follow each other and were asked for by the same."""
    told: list[Changed] = []
    for changed in came:
        if told and told[-1].by is changed.by:
            told[-1] |= changed
        else:
            told.append(changed)
    return told
