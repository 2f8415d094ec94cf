"""Notes: one way in for all of them, whoever brings them and however."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid5

from wcafe.domain.cafe import MOST_TABLES, Cafe
from wcafe.domain.notes import (
    TAKEN_BACK,
    Answer,
    DeviceId,
    Kind,
    Note,
    NoteId,
    Operation,
    OperationId,
    edit_of,
)
from wcafe.domain.search import look_for
from wcafe.domain.text import new_id
from wcafe.errors import NoSuchRound, NoSuchTable, NotFound, OtherCafe
from wcafe.intake.columns import fields_meant
from wcafe.intake.headings import NOTE_HEADINGS
from wcafe.intake.notes import read_notes
from wcafe.intake.sheet import read_sheet
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.note_list import ListArrival, NotesReport
from wcafe.services.note_undo import turn
from wcafe.store import Store, Work

T = TypeVar("T")
COMMAND_LINE, LIST, DESK = "command line", "list", "desk"
"""Names of the devices that are no phones."""


class NoteService:
    """Keep notes as they come."""

    def __init__(self, store: Store, changes: Changes, now: Callable[[], datetime]) -> None:
        self._store = store
        self._changes = changes
        self._now = now

    def all(self, *, search: str = "") -> tuple[Note, ...]:
        """Return the notes that stand and hold `search`, accents and capitals aside."""
        with self._store.read() as work:
            notes = work.notes.all()
        wanted = look_for(search)
        return tuple(note for note in notes if wanted.is_in(note.text)) if wanted else notes

    def get(self, note: NoteId) -> Note | None:
        """Return the note as it stands, also one that was deleted."""
        with self._store.read() as work:
            return work.notes.get(note)

    def counts(self) -> Counter[tuple[int, int]]:
        """Return how many notes each table has in each round, both from 0."""
        with self._store.read() as work:
            return work.notes.counts()

    def put(self, note: Note, *, base: int, by: object | None = None) -> Note:
        """Keep what `note` says now: its words, kind, table and round; a deleted one comes back.

        Args:
            note: the note as it is to be.
            base: the revision that was seen when it was edited.
            by: who asks.

        Returns:
            The note as it is kept. If somebody else changed it meanwhile that is a second
            version beside it, under an id of its own.
        """
        return self.change({note: base}, by=by)[0]

    def delete(self, note: NoteId, *, base: int, by: object | None = None) -> Note:
        """Take a note away, so that `put` can bring it back.

        Raises:
            NotFound: there never was such a note.
        """
        if (here := self.get(note)) is None:
            raise NotFound
        return self.change({replace(here, is_deleted=True): base}, by=by)[0]

    def change(self, bases: Mapping[Note, int], *, by: object | None = None) -> tuple[Note, ...]:
        """Keep what each note says now, or that it is deleted; all of them or none.

        Args:
            bases: the notes as they are to be, each with the revision that was seen; 0 is new.
            by: who asks.

        Returns:
            The notes as they are kept, see `put`.
        """
        now = self._stamp()

        def keep(work: Work) -> tuple[Note, ...]:
            cafe = work.cafes.get()
            wishes = [_edit(cafe, note, base) for note, base in bases.items()]
            kept = [work.notes.get(_take_in(work, wish, DESK, now).note) for wish in wishes]
            return tuple(note for note in kept if note is not None)

        return self._keep(keep, Part.NOTES, by)

    def take_in(self, wish: Operation, *, device_name: str, by: object | None = None) -> Answer:
        """Keep what `wish` says; durable when this returns (TRUST.md 4.3).

        Raises:
            NoSuchTable, NoSuchRound: the café has fewer. OtherCafe: it is for another one.
        """
        now = self._stamp()
        return self._keep(lambda work: _take_in(work, wish, device_name, now), Part.NOTES, by)

    def add(
        self,
        *,
        table: int,
        round_: int,
        kind: Kind,
        text: str,
        author: str = "",
        device_name: str = COMMAND_LINE,
        by: object | None = None,
    ) -> Answer:
        """Keep a new note of `table` in `round_`, both from 0."""
        with self._store.read() as work:
            cafe = work.cafes.get()
        wish = Operation(
            id=OperationId(new_id()),
            note=NoteId(new_id()),
            cafe=cafe.id,
            generation=cafe.generation,
            device=_device(cafe, device_name),
            table=table,
            round=round_,
            kind=kind,
            text=text,
            author=author,
        )
        return self.take_in(wish, device_name=device_name, by=by)

    def import_list(
        self, path: Path, wanted: Mapping[str, str], *, by: object | None = None
    ) -> NotesReport:
        """Keep the notes of the list in `path`, and file them under the themes it names.

        The same list may come any number of times, and from two copies of the café in turn: what
        is here already, as it is or as an earlier version, changes nothing (`find_place`).

        Raises:
            NotAList, MissingColumns, BadRow …: and nothing changed.
        """
        found = read_notes(read_sheet(path), fields_meant(wanted, NOTE_HEADINGS))
        now = self._stamp()

        def keep(work: Work) -> NotesReport:
            device = _device(work.cafes.get(), LIST)
            door = partial(_take_in, work, device_name=LIST, now=now)
            return ListArrival(work, device, door).bring(found, path)

        return self._keep(keep, Part.NOTES | Part.SYNTHESIS, by)

    def turn_list(self, report: NotesReport, *, is_in: bool, by: object | None = None) -> None:
        """Take an import back as a whole, or with `is_in` bring it back.

        What somebody changed since stays as they left it.
        """
        now, name = self._stamp(), LIST if is_in else TAKEN_BACK

        def keep(work: Work) -> None:
            device = _device(work.cafes.get(), name)
            door = partial(_take_in, work, device_name=name, now=now)
            turn(work, report, device, door, is_in=is_in)

        self._keep(keep, Part.NOTES | Part.SYNTHESIS, by)

    def _keep(self, change: Callable[[Work], T], parts: Part, by: object | None) -> T:
        """Make `change`, and tell which notes say something else by it; a retry changes none."""

        def keep(work: Work) -> tuple[T, frozenset[str]]:
            return change(work), frozenset(work.notes.changed)

        kept, ids = self._store.write(keep)
        self._changes.tell(Changed(parts, by, ids if parts is Part.NOTES else None))
        return kept

    def _stamp(self) -> str:
        return self._now().isoformat(timespec="seconds")


def _take_in(work: Work, wish: Operation, device_name: str, now: str) -> Answer:
    cafe = work.cafes.get()
    if wish.cafe != cafe.id:
        raise OtherCafe
    tables = len(cafe.tables) or MOST_TABLES  # tables yet to be proposed may be any number
    if not 0 <= wish.table < tables:
        raise NoSuchTable(number=wish.table + 1, tables=tables)
    if not 0 <= wish.round < len(cafe.rounds):
        raise NoSuchRound(number=wish.round + 1, rounds=len(cafe.rounds))
    work.notes.meet(wish.device, device_name, now=now)
    return work.notes.take_in(wish, now=now)


def _edit(cafe: Cafe, note: Note, base: int) -> Operation:
    device = _device(cafe, DESK)
    return edit_of(note, base=base, cafe=cafe.id, generation=cafe.generation, device=device)


def _device(cafe: Cafe, name: str) -> DeviceId:
    return DeviceId(str(uuid5(UUID(cafe.id), f"device|{name}")))
