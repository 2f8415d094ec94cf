"""Notes: one way in for all of them, whoever brings them and however."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid5

from wcafe.domain.cafe import MOST_TABLES, Cafe
from wcafe.domain.notes import Answer, DeviceId, Kind, Note, NoteId, Operation, OperationId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import fold, new_id, one_line
from wcafe.errors import BadRow, NoSuchRound, NoSuchTable, NotFound, OtherCafe, WcafeError
from wcafe.intake.columns import fields_meant
from wcafe.intake.headings import NOTE_HEADINGS
from wcafe.intake.notes import NoteRead, read_notes
from wcafe.intake.sheet import read_sheet
from wcafe.services.changes import Changed, Changes, Part
from wcafe.store import Store, Work

COMMAND_LINE, LIST, DESK = "command line", "list", "desk"
"""Names of the devices that are no phones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesReport:
    """What an import of notes did. `known` notes were here already, word for word."""

    read: int
    added: int
    updated: int
    known: int
    themes: int
    table_words: tuple[str, ...] = ()  # by which the list calls tables 1, 2 …, if not by number
    round_words: tuple[str, ...] = ()


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
        if not (sought := fold(search)):
            return notes
        return tuple(note for note in notes if sought in fold(note.text))

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

        notes = self._store.write(keep)
        self._changes.tell(Changed(Part.NOTES, by))
        return notes

    def take_in(self, wish: Operation, *, device_name: str, by: object | None = None) -> Answer:
        """Keep what `wish` says; durable when this returns (TRUST.md 4.3).

        Raises:
            NoSuchTable, NoSuchRound: the café has fewer. OtherCafe: it is for another one.
        """
        now = self._stamp()
        answer = self._store.write(lambda work: _take_in(work, wish, device_name, now))
        self._changes.tell(Changed(Part.NOTES, by))
        return answer

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

        The same list may come twice: a row's operation is named after what it says, so the
        second time it changes nothing.

        Raises:
            NotAList, MissingColumns, BadRow …: and nothing changed.
        """
        found = read_notes(read_sheet(path), fields_meant(wanted, NOTE_HEADINGS))
        listed = found.notes
        now = self._stamp()

        def keep(work: Work) -> NotesReport:
            cafe = work.cafes.get()
            before = {note.id: note.rev for note in work.notes.all()}
            kept: list[Answer] = []
            said: Counter[str] = Counter()
            for row in listed:
                place = "|".join((str(row.table), str(row.round), row.kind, row.text, row.id))
                said[place] += 1
                try:
                    wish = _wish(cafe, row, f"{place}|{row.rev}|{said[place]}", before)
                    kept.append(_take_in(work, wish, LIST, now))
                except WcafeError as error:
                    raise BadRow(row=row.row, path=path, reason=error) from error
            themes = _file(work, listed, kept)
            added = {answer.note for answer in kept} - before.keys()
            updated = {a.note for a in kept if a.note in before and a.rev > before[a.note]}
            return NotesReport(
                read=len(listed),
                added=len(added),
                updated=len(updated),
                known=len(listed) - len(added) - len(updated),
                themes=themes,
                table_words=found.tables,
                round_words=found.rounds,
            )

        report = self._store.write(keep)
        self._changes.tell(Changed(Part.NOTES | Part.SYNTHESIS, by))
        return report

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
    """Return the operation of one edit, always the same for the same words on the same base.

    So whoever is not told what became of it can try again, and it is kept once.
    """
    wish = Operation(
        id=OperationId(""),
        note=note.id,
        cafe=cafe.id,
        generation=cafe.generation,
        device=_device(cafe, DESK),
        base=base,
        table=note.table,
        round=note.round,
        kind=note.kind,
        text=note.text,
        author=note.author,
        is_delete=note.is_deleted,
    )
    return replace(wish, id=OperationId(str(uuid5(UUID(cafe.id), wish.body_hash))))


def _wish(cafe: Cafe, row: NoteRead, name: str, known: Mapping[NoteId, int]) -> Operation:
    """Return the operation of one row, always the same for the same words in the same café."""
    root = UUID(cafe.id)
    note = NoteId(_note_id(root, row, name))
    return Operation(
        id=OperationId(str(uuid5(root, f"row|{name}"))),
        note=note,
        cafe=cafe.id,
        generation=cafe.generation,
        device=_device(cafe, LIST),
        base=row.rev if note in known else 0,
        table=row.table,
        round=row.round,
        kind=row.kind,
        text=row.text,
        author=row.author,
    )


def _note_id(root: UUID, row: NoteRead, name: str) -> str:
    """Return the note's own id where the list gives one, as our exports do."""
    if not row.id:
        return str(uuid5(root, f"note|{name}"))
    try:
        return str(UUID(row.id))
    except ValueError:
        return str(uuid5(root, f"note|{row.id}"))


def _device(cafe: Cafe, name: str) -> DeviceId:
    return DeviceId(str(uuid5(UUID(cafe.id), f"device|{name}")))


def _file(work: Work, listed: tuple[NoteRead, ...], kept: list[Answer]) -> int:
    """File the notes under the themes their rows name; return how many themes were named."""
    themes = {fold(theme.name): theme for theme in work.themes.all()}
    named: dict[str, tuple[str, list[NoteId]]] = {}
    for row, answer in zip(listed, kept, strict=True):
        if row.theme:
            named.setdefault(fold(row.theme), (one_line(row.theme), []))[1].append(answer.note)
    for key, (name, notes) in named.items():
        theme = themes.get(key) or Theme(id=ThemeId(new_id()), name=name)
        filed = dict.fromkeys((*theme.notes, *notes))
        if tuple(filed) != theme.notes:
            work.themes.save(replace(theme, notes=tuple(filed)))
    return len(named)
