"""Notes: one way in for all of them, whoever brings them and however."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Heard, Note, NoteId, Said
from wcafe.domain.reshaping import Reshaped, join, keep_both, split
from wcafe.domain.settling import TAKEN_BACK, Answer, Operation, OperationId
from wcafe.domain.synthesis import Theme
from wcafe.domain.text import new_id
from wcafe.errors import EditedElsewhere, NotFound, OtherCafe
from wcafe.intake.levels import Levels
from wcafe.intake.lines import DraftNote
from wcafe.services.changes import Changes, Part
from wcafe.services.note_change import NotesChange, turn
from wcafe.services.note_finding import FoundNotes, find_notes
from wcafe.services.note_keeping import (
    COMMAND_LINE,
    DESK,
    LIST,
    NoteKeeping,
    device_of,
    reshape,
)
from wcafe.services.note_lists import NoteLists
from wcafe.services.note_writing import desk_edit, file_by_name, require_facts, require_place
from wcafe.services.prompts import Prompts
from wcafe.store import Store, Work


class NoteService:
    """Keep notes as they come."""

    def __init__(self, store: Store, changes: Changes, now: Callable[[], datetime]) -> None:
        self._store = store
        self._keeping = NoteKeeping(store, changes, now)
        self.lists = NoteLists(store, self._keeping)
        self.prompts = Prompts(self._keeping)

    def all(self) -> tuple[Note, ...]:
        """Return the notes that stand, in the order they came."""
        with self._store.read() as work:
            return work.notes.all()

    def find(self, search: str, *, either: str = "OR") -> FoundNotes:
        """Return the notes that stand and have what is looked for; see `find_notes`."""
        with self._store.read() as work:
            notes, themes = work.notes.all(), work.themes.all()
        return find_notes(notes, themes, search, either=either)

    def get(self, note: NoteId) -> Note | None:
        """Return the note as it stands, also one that was deleted."""
        with self._store.read() as work:
            return work.notes.get(note)

    def history(self, note: NoteId) -> tuple[Heard, ...]:
        """Return all that a note has said, oldest first; nothing where there never was one."""
        with self._store.read() as work:
            return work.notes.history(note)

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
        now = self._keeping.stamp()

        def keep(work: Work) -> tuple[Note, ...]:
            cafe = work.cafes.get()
            wishes = [desk_edit(work, cafe, note, base) for note, base in bases.items()]
            kept = [work.notes.get(_take_in(work, wish, DESK, now).note) for wish in wishes]
            return tuple(note for note in kept if note is not None)

        return self._keeping.keep(keep, Part.NOTES, by)

    def take_in(self, wish: Operation, *, device_name: str, by: object | None = None) -> Answer:
        """Keep what `wish` says; durable when this returns (TRUST.md 4.3).

        Raises:
            NoSuchTable, NoSuchRound: the café has fewer. OtherCafe: it is for another one.
        """
        now = self._keeping.stamp()
        return self._keeping.keep(
            lambda work: _take_in(work, wish, device_name, now), Part.NOTES, by
        )

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
        said = Said(table=table, round=round_, kind=kind, text=text, author=author)
        return self.write(said, device_name=device_name, by=by)

    def write(
        self,
        said: Said,
        *,
        themes: Sequence[str] = (),
        device_name: str = COMMAND_LINE,
        by: object | None = None,
    ) -> Answer:
        """Keep a new note that says `said`, under the themes of these names.

        A theme that is not there yet is made.

        Raises:
            NoSuchTable, NoSuchRound: it is said to be of one that is not there, or to come from it.
            NoSuchParent, ParentApart: so is the note that it is said to belong to.
            BadTheme: a theme has no name.
        """
        now = self._keeping.stamp()
        note = NoteId(new_id())

        def keep(work: Work) -> Answer:
            cafe = work.cafes.get()
            wish = Operation(
                id=OperationId(new_id()),
                note=note,
                cafe=cafe.id,
                generation=cafe.generation,
                device=device_of(cafe, device_name),
                **said.said,
            )
            require_facts(work, wish)
            answer = _take_in(work, wish, device_name, now)
            if themes:
                file_by_name(work, note, themes)
            return answer

        parts = Part.NOTES | Part.SYNTHESIS if themes else Part.NOTES
        return self._keeping.keep(keep, parts, by)

    def keep_lines(
        self,
        lines: Sequence[DraftNote],
        *,
        table: int,
        round_: int,
        kind: Kind = Kind.INSIGHT,
        prompt: str = "",
        by: object | None = None,
    ) -> NotesChange:
        """Keep a note for each of `lines` of one table and round, all of them or none."""
        now, above = self._keeping.stamp(), Levels()
        drafts: list[Note] = []
        for line in lines:
            spot = Note(
                id=NoteId(new_id()),
                table=table,
                round=round_,
                kind=kind,
                prompt=prompt,
                text=line.text,
                rev=0,
            )
            parent = above.place(line.level, (table, round_), len(drafts))
            drafts.append(spot if parent is None else replace(spot, parent=drafts[parent].id))

        def keep(work: Work) -> NotesChange:
            require_place(work.cafes.get(), table, round_)
            return reshape(work, Reshaped(notes=tuple(drafts), filed={}), now=now)

        return self._keeping.keep(keep, Part.NOTES, by)

    # One note as several, several as one

    def split(
        self, note: NoteId, texts: Sequence[str], *, base: int, by: object | None = None
    ) -> NotesChange:
        """Make several notes of one: it says the first of `texts`, and new ones the others.

        They stand behind it in its theme, are of its table, round and kind, and belong to the same
        note as it does.

        Raises:
            NotFound: there is no such note. EmptyNote: a text says nothing.
            EditedElsewhere: it is not at revision `base` any more.
        """
        return self._reshape(
            lambda here, themes: split(here, themes, note, texts), {note: base}, by
        )

    def join(
        self, notes: Sequence[NoteId], *, bases: Mapping[NoteId, int], by: object | None = None
    ) -> NotesChange:
        """Make one note of several: the first says the texts of all, in order, a line each.

        The others are deleted, and what belonged to them belongs to it. It stands in its theme, or
        where it has none in the first that one of them has.

        Raises:
            NotFound, NotesApart, NoteTooLong.
            EditedElsewhere: one is not at its revision of `bases` any more.
        """
        return self._reshape(lambda here, themes: join(here, themes, notes), bases, by)

    def keep_both(self, second: NoteId, *, base: int, by: object | None = None) -> NotesChange:
        """Let the second version of a note be a note of its own.

        Raises:
            NotFound: there is no such note. EditedElsewhere: it is not at revision `base` any more.
        """
        return self._reshape(
            lambda here, themes: keep_both(here, themes, second), {second: base}, by
        )

    def turn(self, change: NotesChange, *, is_in: bool, by: object | None = None) -> None:
        """Take an import, a split, a join or pasted lines back as a whole, or bring them back.

        What somebody changed since stays as they left it.
        """
        now, name = self._keeping.stamp(), DESK
        if change.is_from_list:
            name = LIST if is_in else TAKEN_BACK

        def keep(work: Work) -> None:
            turn(work, change, device_of(work.cafes.get(), name), name, now=now, is_in=is_in)

        parts = Part.NOTES | Part.SYNTHESIS | (Part.CAFE if change.cafe else Part.NOTES)
        self._keeping.keep(keep, parts, by)

    def _reshape(
        self,
        wanted: Callable[[Mapping[NoteId, Note], Sequence[Theme]], Reshaped],
        bases: Mapping[NoteId, int],
        by: object | None,
    ) -> NotesChange:
        now = self._keeping.stamp()

        def keep(work: Work) -> NotesChange:
            here = {note.id: note for note in work.notes.all()}
            reshaped = wanted(here, work.themes.all())
            if any(here[note].rev != base for note, base in bases.items()):
                raise EditedElsewhere
            return reshape(work, reshaped, now=now)

        return self._keeping.keep(keep, Part.NOTES | Part.SYNTHESIS, by)


def _take_in(work: Work, wish: Operation, device_name: str, now: str) -> Answer:
    cafe = work.cafes.get()
    if wish.cafe != cafe.id:
        raise OtherCafe
    require_place(cafe, wish.table, wish.round)
    work.notes.meet(wish.device, device_name, now=now)
    return work.notes.take_in(wish, now=now)
