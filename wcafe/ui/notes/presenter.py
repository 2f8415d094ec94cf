"""What Harvest knows and can do, without a single widget."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot

from wcafe.domain.agenda import programme
from wcafe.domain.marks import round_title, table_title
from wcafe.domain.moment import Moment
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.people import expected
from wcafe.domain.text import clean
from wcafe.errors import EmptyNote
from wcafe.services.changes import Changed, Part
from wcafe.services.note_lists import NotesReport
from wcafe.services.planning.jokers import with_tables_proposed
from wcafe.ui.note_cards.day_words import DayWords
from wcafe.ui.note_cards.filed import Filed, Filter, called, file_all, nested, refile, sift
from wcafe.ui.note_cards.places import Places
from wcafe.ui.note_cards.sorting import Sorting
from wcafe.ui.notes.draft import Draft, HalfEdit
from wcafe.ui.notes.facts import NoteFacts, kind_words
from wcafe.ui.notes.import_outcome import outcome_of
from wcafe.ui.notes.importing import NotesImporting
from wcafe.ui.notes.keeping import NoteKeeping, with_kept
from wcafe.ui.notes.photos.presenter import PhotosPresenter
from wcafe.ui.notes.placing import NotePlacing
from wcafe.ui.notes.seeking import Seeking
from wcafe.ui.notes.steps import NoteSteps
from wcafe.ui.notes.suggesting import Suggesting
from wcafe.ui.notes.views import View, Views
from wcafe.ui.notes.wall import Wall
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.words import _, desk_words, ngettext

_FIELD, _EDITOR = "note", "editor of a note"
"""Where words wait that could not be kept."""


class NotesPresenter(Presenter):
    """Turns what the facilitator types and sorts into kept notes and themes."""

    parts = Part.CAFE | Part.PEOPLE | Part.NOTES | Part.SYNTHESIS | Part.LIVE

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.cafe = desk.services.cafes.get()
        self.notes: tuple[Note, ...] = ()
        self.keeping = NoteKeeping(self)
        self.facts = NoteFacts(self, self.keeping)
        self.sorting = Sorting(self)
        self.steps = NoteSteps(self)
        self.placing = NotePlacing(self, self.keeping)
        self.views = Views(desk.settings, desk.own(self.cafe.id))
        self.wall = self.adopt(Wall(self.facts, desk.settings))
        self.seeking = Seeking(self)
        self.day_words = DayWords(self)
        self.suggesting = self.adopt(Suggesting(self, self.sorting, self.steps))
        self.photos = self.adopt(PhotosPresenter(desk))
        self.importing = self.adopt(NotesImporting(desk))
        self.importing.imported.connect(self._on_imported)
        self.filed: tuple[Filed, ...] = ()
        self._places = Places()
        self.filter = Filter()
        self._seen_round: int | None = None  # of the café, at the last look
        self._follows = True  # nobody has chosen another round by hand while the café runs
        self.draft = Draft.unpack(desk.settings.text_of(self._draft_key)) or Draft()
        self.reload()
        self._drop_kept_draft()
        QTimer.singleShot(0, self, self._recover_edit)  # once somebody is there to be told

    def reload(self) -> None:
        kept, before = self.keeping.take_kept(), self.sorting.take_kept()
        if before is not None:
            was, self.filed = self.filed, refile(self.filed, before, self.sorting.themes)
            pairs = zip(self.filed, was, strict=True)
            self.seeking.see_sorted(each for each, old in pairs if each is not old)
        else:
            self._see_notes(kept)
            filed = file_all(self.notes, self.sorting.themes, self.filed)
            self.filed = called(filed, self.cafe.kind_labels)
        self._follow()
        self.draft = self.draft.within(tables=self.tables, rounds=self.rounds)
        self.wall.see(self.notes, self.sorting.themes)
        self.shown.emit()

    def _see_notes(self, kept: tuple[Note, ...]) -> None:
        """Look at all notes, or at those `kept` by a change of this window: then at no others."""
        notes = with_kept(self.notes, kept) if kept else None
        if notes is None:
            self._read()
        else:
            self.notes = notes
        self.keeping.see(kept or self.notes)
        self.seeking.see(self.notes, self.sorting.themes)
        self.suggesting.see(self.notes)

    def _read(self) -> None:
        snapshot, before = self.desk.services.cafes.snapshot(), self.cafe.prompts
        self.cafe, self.notes = snapshot.cafe, snapshot.notes
        self.sorting.themes = snapshot.themes
        self.moment = Moment(cafe=self.cafe, steps=programme(self.cafe), clock=snapshot.live.clock)
        self.tables = self._count_tables()
        self.draft = self.draft.following(before, self.cafe.prompts)

    def _follow(self) -> None:
        """Go to the round that has begun, but never with a note that is half written."""
        begun, seen = self.moment.round, self._seen_round
        self._seen_round = begun
        if begun is None:
            self._follows = True
        elif begun != seen and self._follows and not self.draft.text:
            self.draft = replace(self.draft, round=begun)

    # What is shown

    @property
    def is_by_theme(self) -> bool:
        return self.views.shown is View.THEME

    @property
    def rounds(self) -> int:
        return len(self.cafe.rounds)

    def table_name(self, table: int) -> str:
        return table_title(table, self.cafe.table_name(table), desk_words())

    def round_name(self, round_: int) -> str:
        return round_title(round_, self.cafe.round_at(round_), desk_words())

    @property
    def kind_words(self) -> dict[str, str]:
        """What each kind of note is called here, by its value."""
        return kind_words(self.cafe.kind_labels)

    @property
    def question(self) -> str:
        """What the table of the draft talks about in its round."""
        table, tables = self.draft.table, self.cafe.tables
        zone = tables[table].zone if table < len(tables) else None
        questions = self.cafe.questions
        return questions.at(table, self.draft.round, rounds=self.rounds, zone=zone)

    @property
    def other_round(self) -> int | None:
        """The round that is under way, where the draft stands in another one."""
        step = self.moment.step
        under_way = step.round if step is not None else None
        return under_way if under_way != self.draft.round else None

    def of_same_place(self) -> list[Filed]:
        """Return the notes of the table and round of the draft, the newest first."""
        place = (self.draft.table, self.draft.round)
        here = [each for each in self.filed if (each.note.table, each.note.round) == place]
        return nested(here[::-1])

    def find(self, wanted: Filter) -> list[Filed]:
        """Return the notes that `wanted` lets pass, in the order of tables."""
        return sift(self.filed, wanted, self.seeking.look_for(wanted.search))

    def of(self, notes: Iterable[NoteId]) -> list[Note]:
        """Return the notes of these ids that still stand, in the order of tables."""
        return self._places.find(self.filed, notes)

    # Writing

    def write(self, draft: Draft) -> None:
        """Remember what is being written: it survives a crash from now on."""
        before, self.draft = self.draft, draft.within(tables=self.tables, rounds=self.rounds)
        if not clean(draft.text):  # given up: what comes is another note
            self.draft = self.draft.next()
            self.desk.saving.give_up(self.desk.own(_FIELD))
        if self.draft.round != before.round:
            self._follows = self.moment.round in (None, self.draft.round)
        self.desk.settings.keep_text(self._draft_key, self.draft.pack())

    def _drop_kept_draft(self) -> None:
        """Forget a draft that was kept when wcafe was ended by force, or the disk did not say."""
        draft = self.draft
        if clean(draft.text) and self.desk.services.notes.get(draft.note) is not None:
            self.draft = draft.next()

    def keep(self, draft: Draft) -> bool:
        """Keep `draft` as a note of its table; return whether it is kept.

        The same draft tried again is the same note: it may stand already.
        """
        text = clean(draft.text)
        if not text:
            return self.refuse(EmptyNote())
        note = Note(
            id=draft.note,
            table=draft.table,
            round=draft.round,
            kind=draft.kind,
            prompt=draft.prompt,
            text=text,
            rev=self.keeping.revs.get(draft.note, 0),
        )
        before = replace(note, is_deleted=True)
        if not self.keeping.change(_("write a note"), [before], [note], waits_in=_FIELD):
            return False
        self.write(draft.next())
        return True

    def reword(self, note: Note, text: str) -> bool:
        """Give `note`, as it was when the editing began, other words; were they kept?"""
        words = clean(text)
        if not words:
            return self.refuse(EmptyNote())
        after = replace(note, text=words)
        return self.keeping.change(_("change a note"), [note], [after], waits_in=_EDITOR)

    def remember_edit(self, note: Note | None, text: str) -> None:
        """Remember what is typed in the place of `note`, or with None that nothing is any more."""
        half = HalfEdit(note=note.id, rev=note.rev, text=text) if note is not None else None
        self.desk.settings.keep_text(self._edit_key, half.pack() if half is not None else "")
        if half is None:
            self.desk.saving.give_up(self.desk.own(_EDITOR))

    @Slot()
    def _recover_edit(self) -> None:
        """Keep what was typed in the place of a note when wcafe was ended by force."""
        half = HalfEdit.unpack(self.desk.settings.text_of(self._edit_key))
        note = self.desk.services.notes.get(half.note) if half is not None else None
        if half is None or note is None or clean(half.text) in ("", note.text):
            self.remember_edit(None, "")
        elif self.reword(replace(note, rev=half.rev), half.text):
            self.remember_edit(None, "")
            self.told.emit(
                _("A note was being edited when wcafe ended: your words are kept. Undo is there.")
            )

    def delete(self, notes: Sequence[Note]) -> None:
        gone = [replace(note, is_deleted=True) for note in notes]
        if notes and self.keeping.change(_("delete a note"), notes, gone):
            number = len(gone)
            self.undoable.emit(
                ngettext(
                    "{number} note deleted. Undo brings it back.",
                    "{number} notes deleted. Undo brings them back.",
                    number,
                ).format(number=number)
            )

    # Lists

    def _on_imported(self, report: NotesReport) -> None:
        """Remember an import as one step of undo, whatever it changed, and say what it did."""
        self.desk.saving.keep()
        if report.has_changed:
            number = len(report.change.notes)
            text = ngettext("import of {number} note", "import of {number} notes", number)
            self.steps.remember(text.format(number=number), report.change)
        self._look_again()
        (self.warned if report.refused else self.told).emit(outcome_of(report))

    def _on_changed(self, changed: Changed) -> None:
        if isinstance(changed.by, Presenter) or not changed.parts & self.parts:
            super()._on_changed(changed)  # undo brings the desk's own edits back in order
            return
        history = self.desk.history
        if changed.ids is not None and self.is_resting:
            super()._on_changed(changed)
            history.forget(changed)
            return
        seen = dict(self.keeping.revs)
        stood = {note.id for note in self.notes}
        self._look_again()
        stands = {note.id: note.rev for note in self.notes}
        asked = seen.keys() & (stood | stands.keys())
        if changed.ids is not None:
            asked &= changed.ids
        history.drop_about({note for note in asked if stands.get(note) != seen[note]})

    # Beginnings

    @property
    def _draft_key(self) -> str:
        return self.desk.own(f"draft:{self.cafe.id}")

    @property
    def _edit_key(self) -> str:
        return self.desk.own(f"edit:{self.cafe.id}")

    def _count_tables(self) -> int:
        """Return how many tables there are, or will be for the people who come."""
        cafe = self.cafe
        said = max((note.table + 1 for note in self.notes), default=0)
        if cafe.tables:
            return len(cafe.tables)
        people = len(expected(self.desk.services.cafes.snapshot().people, len(cafe.rounds)))
        return max(said, len(with_tables_proposed(cafe, people).tables) if people else 0)
