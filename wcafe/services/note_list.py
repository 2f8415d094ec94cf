"""A list of notes on its way in, taken back, and in again: each of them one change."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid5

from wcafe.domain.cafe import Cafe
from wcafe.domain.filing import Filed, Filing, file_listed
from wcafe.domain.lineage import Lineage, find_place, fingerprint
from wcafe.domain.notes import Answer, DeviceId, Note, NoteId, Operation, OperationId
from wcafe.domain.synthesis import Theme
from wcafe.errors import BadRow, WcafeError
from wcafe.i18n import Words
from wcafe.intake.notes import NoteRead, NotesRead, RowRejected
from wcafe.store import Work

Door = Callable[[Operation], Answer]
"""Takes an operation in, as for anybody who brings notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesReport:
    """What an import of notes did, and what it takes to undo it.

    `known` notes were here already; `kept` ones stay in the theme where people sorted them,
    though the list names another; `moved` ones stood where a list had put them.
    """

    read: int
    added: int
    updated: int
    known: int
    rejected: tuple[RowRejected, ...] = ()
    unused: tuple[str, ...] = ()  # headings of columns that nothing was read from
    named: int = 0  # different themes that the list names
    kept: int = 0
    moved: int = 0
    table_words: tuple[str, ...] = ()  # by which the list calls tables 1, 2 …, if not by number
    round_words: tuple[str, ...] = ()
    notes: tuple[tuple[Note | None, Note], ...] = ()  # each that changed, before and after
    filed: Mapping[NoteId, Filed] = field(default_factory=dict)
    themes: tuple[tuple[Theme, ...], tuple[Theme, ...]] = ((), ())  # before and after

    @property
    def has_changed(self) -> bool:
        return bool(self.notes or self.filed)


class ListArrival:
    """Takes the rows of one list in, in one unit of work."""

    def __init__(self, work: Work, device: DeviceId, take_in: Door) -> None:
        self._work = work
        self._cafe = work.cafes.get()
        self._device = device
        self._take_in = take_in
        self._lineages = work.notes.lineages()
        self._families: dict[NoteId, set[NoteId]] = {}
        self._sayers: dict[str, set[NoteId]] = {}  # by fingerprint
        for each in self._lineages.values():
            self._index(each)
        self._before = {note: each.head for note, each in self._lineages.items()}
        self._outcomes: Counter[str] = Counter()

    def bring(self, found: NotesRead, path: Path) -> NotesReport:
        """Keep the notes that were read and file them under the themes the list names.

        Raises:
            BadRow: a row cannot be kept.
        """
        said: Counter[str] = Counter()
        wishes, kept = [], []
        for row in found.notes:
            words = "|".join((str(row.table), str(row.round), row.kind, row.text, row.id))
            said[words] += 1
            with _told_by_row(row, path):
                name = f"{words}|{row.rev}|{said[words]}"
                wishes.append(_wish(self._cafe, self._device, row, name))
        copies = _find_copied(found.notes, wishes)
        for row, wish in zip(found.notes, wishes, strict=True):
            with _told_by_row(row, path):
                kept.append(self._bring(row, wish, is_copied=row.row in copies))
        filing, before = self._file(found.notes, kept)
        return NotesReport(
            read=len(found.notes) + len(found.rejected),
            added=self._outcomes["added"],
            updated=self._outcomes["updated"],
            known=self._outcomes["known"],
            rejected=found.rejected,
            unused=found.unused,
            named=len({row.theme.casefold() for row in found.notes if row.theme}),
            kept=filing.kept,
            moved=filing.moved,
            table_words=found.tables,
            round_words=found.rounds,
            notes=self._find_changes(),
            filed=filing.filed,
            themes=(before, filing.themes),
        )

    def _bring(self, row: NoteRead, wish: Operation, *, is_copied: bool) -> NoteId:
        """Keep what one row says; return the note that says it now."""
        family = self._family(wish.note, row)
        seen = () if is_copied else row.versions or self._guess_seen(wish, row)
        place = find_place(wish, seen, family)
        if place.base is None:
            self._outcomes["known"] += 1
            return place.note
        standing = {each.head.id: each.head for each in family if not each.head.is_deleted}
        answer = self._take_in(_name_by_content(replace(wish, note=place.note, base=place.base)))
        kept = self._work.notes.get(answer.note)
        assert kept is not None
        earlier = self._lineages.get(kept.id, Lineage(head=kept))
        self._lineages[kept.id] = earlier.then(kept)
        self._index(self._lineages[kept.id])
        if kept.id not in standing:
            self._outcomes["added"] += 1
        else:
            is_new = kept.rev > standing[kept.id].rev
            self._outcomes["updated" if is_new else "known"] += 1
        return kept.id

    def _guess_seen(self, wish: Operation, row: NoteRead) -> Sequence[str]:
        """Return what the writer of a row had seen, where the list does not tell itself."""
        own = self._lineages.get(wish.note)
        if own is None:
            return ()
        if not row.id:  # the note is named after these very words: they were its first
            return own.prints[:1] if wish.author else ()
        if row.rev < own.head.rev:
            return own.prints[: row.rev]
        return () if fingerprint(wish) in own.prints else own.prints

    def _family(self, note: NoteId, row: NoteRead) -> list[Lineage]:
        """Return the note and the other versions of it that are here.

        What is a second version there may have another id here, so its words tell where it is.
        """
        near = {note}
        if row.version_of:
            near.add(NoteId(_id_of(UUID(self._cafe.id), row.version_of)))
            near.update(*(self._sayers.get(said, ()) for said in row.versions))
        related = {other for each in near for other in self._families.get(each, {each})}
        here = (self._lineages[each] for each in related if each in self._lineages)
        return sorted(here, key=lambda each: each.head.seq)

    def _index(self, each: Lineage) -> None:
        note = each.head
        for said in each.prints:
            self._sayers.setdefault(said, set()).add(note.id)
        if note.conflict_of is not None:
            one = self._families.get(note.id, {note.id})
            other = self._families.get(note.conflict_of, {note.conflict_of})
            joined = one | other
            self._families.update(dict.fromkeys(joined, joined))

    def _find_changes(self) -> tuple[tuple[Note | None, Note], ...]:
        return tuple(
            (self._before.get(note), each.head)
            for note, each in self._lineages.items()
            if each.head != self._before.get(note)
        )

    def _file(
        self, rows: Sequence[NoteRead], kept: Sequence[NoteId]
    ) -> tuple[Filing, tuple[Theme, ...]]:
        """File notes under the themes of their rows; return also how themes were before."""
        themes = self._work.themes
        before, listed = themes.all(), themes.listed()
        named = [
            (note, row.theme)
            for note, row in zip(kept, rows, strict=True)
            if row.theme and not self._lineages[note].head.is_deleted
        ]
        filing = file_listed(self._cafe.id, before, listed, named)
        if not filing.filed:
            return filing, before
        themes.list_under(listed | {note: each.after for note, each in filing.filed.items()})
        return replace(filing, themes=themes.arrange(filing.themes)), before


def sorted_notes(report: NotesReport, words: Words) -> list[str]:
    """Say how many notes stay where people sorted them, and how many moved."""
    plural = words.ngettext
    told = []
    if number := report.kept:
        stay = plural(
            "{number} note stays where people sorted it.",
            "{number} notes stay where people sorted them.",
            number,
        )
        told.append(stay.format(number=number))
    if number := report.moved:
        moved = plural(
            "{number} note moved to the theme that the list names.",
            "{number} notes moved to the themes that the list names.",
            number,
        )
        told.append(moved.format(number=number))
    return told


@contextmanager
def _told_by_row(row: NoteRead, path: Path) -> Iterator[None]:
    try:
        yield
    except WcafeError as error:
        raise BadRow(row=row.row, path=path, reason=error) from error


def _find_copied(rows: Sequence[NoteRead], wishes: Sequence[Operation]) -> set[int]:
    """Return the rows that bear the id of another one: somebody copied that and wrote over it.

    Of several, the one that says what it said before is the note itself, else the first.
    """
    own: dict[NoteId, NoteRead] = {}
    unchanged = set()
    for row, wish in zip(rows, wishes, strict=True):
        is_unchanged = row.versions[-1:] == (fingerprint(wish),)
        if wish.note not in own or (is_unchanged and wish.note not in unchanged):
            own[wish.note] = row
        if is_unchanged:
            unchanged.add(wish.note)
    return {row.row for row in rows} - {row.row for row in own.values()}


def _wish(cafe: Cafe, device: DeviceId, row: NoteRead, name: str) -> Operation:
    """Return what one row says as an operation, still without its name; `name` is the row's."""
    root = UUID(cafe.id)
    return Operation(
        id=OperationId(""),
        note=NoteId(_id_of(root, row.id) if row.id else str(uuid5(root, f"note|{name}"))),
        cafe=cafe.id,
        generation=cafe.generation,
        device=device,
        table=row.table,
        round=row.round,
        kind=row.kind,
        text=row.text,
        author=row.author,
        is_late=row.is_late,
    )


def _name_by_content(wish: Operation) -> Operation:
    """Return `wish` named after all it says, so that another body has another name."""
    return replace(wish, id=OperationId(str(uuid5(UUID(wish.cafe), f"row|{wish.body_hash}"))))


def _id_of(root: UUID, id_: str) -> str:
    """Return the note's own id where the list gives one, as our exports do."""
    try:
        return str(UUID(id_))
    except ValueError:
        return str(uuid5(root, f"note|{id_}"))
