"""What goes on in the room, as phones are told: read once for each change, whoever looks."""

import asyncio
import threading
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from starlette.concurrency import run_in_threadpool

from wcafe.domain.agenda import programme
from wcafe.domain.moment import Moment
from wcafe.domain.notes import NoteId
from wcafe.domain.phones import Station
from wcafe.services.changes import Changed, Part
from wcafe.services.opened import OpenCafe

BETWEEN = 0.5  # seconds between two things that are told
_ROOM = Part.CAFE | Part.LIVE | Part.PHONES


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The moment, what is known of the way in, and of each table the place of its newest note."""

    moment: Moment
    station: Station
    newest: Mapping[int, int]
    readings: int  # how often all notes were read, as some may have gone altogether
    said: dict[object, dict[str, Any]] = field(default_factory=dict)  # see `telling.steady`

    def seq(self, tables: Collection[int]) -> int:
        """Return a number that rises whenever a note of `tables` comes, changes or goes."""
        return max((self.newest.get(table, 0) for table in tables), default=0)


class Rooms:
    """The room as it is now, and a signal when it changed: no more than twice a second.

    It is asked from the station's thread, and may be told of changes in any.
    """

    def __init__(self, cafe: OpenCafe, *, between: float = BETWEEN) -> None:
        self._cafe = cafe
        self._between = between
        self._lock = threading.Lock()  # of what has changed since it was read
        self._is_stale = True
        self._stale_notes: set[str] | None = None  # None: any of them
        self._reading = asyncio.Lock()
        self._tables: dict[NoteId, int] = {}
        self._newest: dict[int, int] = {}
        self._readings = 0
        self._room: Room | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._signal = asyncio.Event()
        self._is_due = False
        self._told_at = -between
        self.told = 0
        self.is_over = False

    async def now(self) -> Room:
        """Return the room, read again where something changed."""
        self._loop = asyncio.get_running_loop()
        async with self._reading:
            with self._lock:
                is_stale, self._is_stale = self._is_stale, False
                ids, self._stale_notes = self._stale_notes, set()
            if is_stale or ids is None or ids or self._room is None:
                self._room = await run_in_threadpool(self._read, is_stale=is_stale, ids=ids)
            return self._room

    def _read(self, *, is_stale: bool, ids: set[str] | None) -> Room:
        cafe = self._cafe
        try:
            found = cafe.notes.all() if ids is None else map(cafe.notes.get, map(NoteId, ids))
            for note in found:
                if note is None:
                    continue
                for table in {note.table, self._tables.get(note.id, note.table)}:
                    self._newest[table] = max(self._newest.get(table, 0), note.seq)
                self._tables[note.id] = note.table
            newest = dict(self._newest)
            self._readings += ids is None
            if self._room is not None and not is_stale:
                return replace(self._room, newest=newest, readings=self._readings)
            design = cafe.cafes.get()
            clock = cafe.live.get().clock
            cafe.phones.who("")  # whoever asks next need not wait for the disk
            moment = Moment(cafe=design, steps=programme(design), clock=clock)
            return Room(
                moment=moment,
                station=cafe.phones.way_in.get(),
                newest=newest,
                readings=self._readings,
            )
        except BaseException:
            with self._lock:  # whoever asks next reads it again
                self._is_stale, self._stale_notes = True, None
            raise

    async def change(self, since: int, longest: float) -> None:
        """Return once something changed `since` so many things were told, or after some seconds."""
        if since == self.told and not self.is_over:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._signal.wait(), longest)

    def on_changed(self, changed: Changed) -> None:
        """Take in what was told, in whichever thread."""
        is_nothing = changed.parts == Part.NOTES and changed.ids == frozenset()  # sent once more
        if is_nothing or not changed.parts & (_ROOM | Part.NOTES):
            return
        with self._lock:
            self._is_stale = self._is_stale or bool(changed.parts & _ROOM)
            if changed.parts & Part.NOTES:
                if changed.ids is None:
                    self._stale_notes = None
                elif self._stale_notes is not None:
                    self._stale_notes |= changed.ids
        self._in_loop(self._be_due)

    def end(self) -> None:
        """Let nobody wait any more."""
        self.is_over = True
        self._in_loop(self._tell)

    def _in_loop(self, call: Callable[[], None]) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # it has ended
                self._loop.call_soon_threadsafe(call)

    def _be_due(self) -> None:
        if self._is_due or self._loop is None:
            return
        self._is_due = True
        self._loop.call_at(max(self._told_at + self._between, self._loop.time()), self._tell)

    def _tell(self) -> None:
        assert self._loop is not None
        self._is_due = False
        self.told += 1
        self._told_at = self._loop.time()
        self._signal.set()
        self._signal = asyncio.Event()
