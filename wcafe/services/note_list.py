"""A list of notes on its way in: held against what is here, told, and kept as one change."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from wcafe.domain.cafe import Cafe
from wcafe.domain.filing import Filing, file_listed
from wcafe.domain.lineage import Lineage, Place, find_place, fingerprint
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.settling import DeviceId, Operation, OperationId
from wcafe.domain.synthesis import Theme
from wcafe.domain.text import fold
from wcafe.intake.notes_found import NoteRead, NotesRead, ParentUnknown, RowRejected
from wcafe.services.note_change import NotesChange
from wcafe.services.note_names import look_around, with_names, with_prompts
from wcafe.services.note_wishes import find_copied, id_of, wishes_of
from wcafe.services.notes_report import Arriving, NotesReport
from wcafe.store import Work


class ListArrival:
    """Takes the rows of one list in, in one unit of work; nothing is written before `keep`."""

    def __init__(self, work: Work, device: DeviceId, device_name: str, now: str) -> None:
        self._work = work
        self._now = now
        self._cafe = work.cafes.get()
        self._device = device
        self._lineages = work.notes.lineages()
        self._batch = work.note_batch()
        self._batch.meet(device, device_name, now=now)
        self._families: dict[NoteId, set[NoteId]] = {}
        self._sayers: dict[str, set[NoteId]] = {}  # by fingerprint
        for each in self._lineages.values():
            self._index(each)
        self._before = {note: each.head for note, each in self._lineages.items()}
        self._outcomes: Counter[str] = Counter()
        self._filing = Filing(themes=())
        self._named: Cafe | None = None

    def bring(self, found: NotesRead, arriving: Arriving) -> NotesReport:
        """Hold the notes that were read against those here, and settle each; return what it does.

        Raises:
            ImportStopped
        """
        wishes, orphans = wishes_of(found.notes, self._cafe, self._device, self._before)
        copies = find_copied(found.notes, wishes)
        kept: list[NoteId] = []
        became: dict[NoteId | None, NoteId] = {}
        for at, (row, wish) in enumerate(zip(found.notes, wishes, strict=True)):
            parent = wish.parent if row.versions else became.get(wish.parent, wish.parent)
            if parent != wish.parent:
                wish = replace(wish, parent=parent)
            kept.append(self._bring(row, wish, is_copied=at in copies))
            became.setdefault(wish.note, kept[-1])
            arriving.reach(at + 1, len(wishes))
        before = self._file(found.notes, kept)
        self._named = self._name(found)
        return NotesReport(
            found=found,
            added=self._outcomes["added"],
            updated=self._outcomes["updated"],
            known=self._outcomes["known"],
            beside=self._outcomes["beside"],
            named=len({fold(name) for row in found.notes for name in row.themes}),
            kept=self._filing.kept,
            moved=self._filing.moved,
            remarks=(
                *found.remarks,
                *(RowRejected(row=row, reason=ParentUnknown()) for row in orphans),
            ),
            change=NotesChange(
                notes=self._find_changes(),
                filed=self._filing.filed,
                themes=(before, self._filing.themes),
                cafe=(self._cafe, self._named) if self._named else None,
                is_from_list=True,
            ),
        )

    def keep(self, report: NotesReport) -> NotesReport:
        """Write what `bring` settled; return the report of it as it is kept."""
        change = report.change
        if self._named is not None:
            change = replace(change, cafe=(self._cafe, self._work.cafes.save(self._named)))
        self._batch.write()
        self._work.notes.changed |= self._batch.changed
        if change.filed:
            themes = self._work.themes
            listed = {note: each.after for note, each in change.filed.items()}
            themes.list_under(themes.listed() | listed)
            kept = themes.arrange(change.themes[1])
            change = replace(change, themes=(change.themes[0], kept))
        return replace(report, change=change)

    def _bring(self, row: NoteRead, wish: Operation, *, is_copied: bool) -> NoteId:
        """Keep what one row says; return the note that says it now."""
        family = self._family(wish.note, row)
        seen = () if is_copied else row.versions or self._guess_seen(wish, row)
        place = find_place(wish, seen, family)
        if place.base is None:
            self._outcomes["known"] += 1
            self._hear(place, place.note, wish, row)
            return place.note
        standing = {each.head.id: each.head for each in family if not each.head.is_deleted}
        said = replace(place.merged or wish, note=place.note, base=place.base)
        named = _name_by_content(said)
        answer = self._batch.take_in(named, now=self._now, is_beside=place.is_beside)
        kept = self._batch.head(answer.note)
        assert kept is not None
        earlier = self._lineages.get(kept.id, Lineage(head=kept))
        self._lineages[kept.id] = earlier.then(kept)
        self._hear(place, kept.id, wish, row)
        self._index(self._lineages[kept.id])
        if kept.id not in standing:
            self._outcomes["added"] += 1
            self._outcomes["beside"] += kept.conflict_of in standing
        else:
            is_new = kept.rev > standing[kept.id].rev
            self._outcomes["updated" if is_new else "known"] += 1
        return kept.id

    def _hear(self, place: Place, note: NoteId, wish: Operation, row: NoteRead) -> None:
        """Remember what a list says was said on the way to the words that stand here now."""
        if row.versions:
            said = (*row.versions, fingerprint(wish))
            more = self._lineages[note].hearing(said, is_merged=place.merged is not None)
            if more is not None:
                self._lineages[note] = more
                self._batch.hear(note, more.heard)

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
            near.add(NoteId(id_of(UUID(self._cafe.id), row.version_of)))
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

    def _file(self, rows: Sequence[NoteRead], kept: Sequence[NoteId]) -> tuple[Theme, ...]:
        """File notes under the themes of their rows; return how themes were before."""
        themes = self._work.themes
        before, listed = themes.all(), themes.listed()
        named = [
            (note, row.themes)
            for note, row in zip(kept, rows, strict=True)
            if row.themes and not self._lineages[note].head.is_deleted
        ]
        self._filing = file_listed(self._cafe.id, before, listed, named)
        return before

    def _name(self, found: NotesRead) -> Cafe | None:
        """Return the café with the names, places and prompts of the list, None if it has them."""
        proposed, _here = look_around(self._work)
        base = proposed if any(each.name for each in found.all_tables) else self._cafe
        named = with_names(
            base,
            found.all_tables,
            found.all_rounds,
            least_tables=1 + max((row.table for row in found.notes), default=0),
            least_rounds=1 + max((row.round for row in found.notes), default=0),
        )
        named = with_prompts(named, (str(row.facts.get("prompt", "")) for row in found.notes))
        return None if named == self._cafe else named


def _name_by_content(wish: Operation) -> Operation:
    """Return `wish` named after all it says, so that another body has another name."""
    return replace(wish, id=OperationId(str(uuid5(UUID(wish.cafe), f"row|{wish.body_hash}"))))
