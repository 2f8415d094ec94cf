"""What is known of the chosen notes beside their words: each change is kept at once."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from wcafe.domain.nesting import parents_of
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.photo_typing import WHOLE, photo_of
from wcafe.domain.photos import PhotoId
from wcafe.domain.text import one_line
from wcafe.errors import BadDay, BadVotes, NoReason, NoVotes
from wcafe.ui.notes.details_fields import DetailsFields
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.parts import Card, Text, in_scroll_area, push_button
from wcafe.ui.words import _, figure, ngettext

_LONGEST = 160  # characters of a note that are shown


class DetailsCard(Card):
    """A card for one note, or for several at once: then what is said is said of all.

    Nothing is changed but the field that was touched, of the notes as they were when that began.

    Signals:
        closed: the notes are to be seen again.
        history_asked: all that the one note has said is to be seen.
        photo_asked: the picture of its sheet is to be seen, with the box it was typed from.
    """

    closed = Signal()
    history_asked = Signal()
    photo_asked = Signal(str, int)

    def __init__(self, presenter: NotesPresenter) -> None:
        super().__init__(_("Details"))
        self._presenter = presenter
        self._facts = presenter.facts
        self._ids: tuple[NoteId, ...] = ()
        self._chosen: list[str] = []
        self._notes: list[Note] = []
        self._began: dict[str, list[Note]] = {}  # the notes as each line of text shows them
        self._reasons: dict[tuple[NoteId, ...], str] = {}  # half typed, of notes shown before
        self.close_button = push_button(
            "×", self.close_card, kind="quiet", name=_("Close the details"), tip="Esc"
        )
        self.whose = Text("", "muted", wraps=True)
        self.photo_button = push_button("", self._on_photo, kind="quiet")
        self._photo: tuple[PhotoId, int] | None = None
        self.fields = DetailsFields()
        self._keep: dict[str, Callable[[Sequence[Note], str], bool]] = {
            "votes": self._facts.count_votes,
            "who": partial(self._say, "who"),
            "due": partial(self._say, "due"),
            "state_on": self._facts.say_day,
            "state_why": partial(self._say, "state_why"),
            "withheld": self._facts.withhold,
        }
        self.column.removeWidget(self.heading)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        area = in_scroll_area(self.fields)
        area.setProperty("surface", "clear")
        self.column.addLayout(head)
        self.column.addWidget(self.whose)
        self.column.addWidget(self.photo_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(area, 1)
        self.fields.chosen.connect(self._on_chosen)
        self.fields.typed.connect(self._on_typed)
        self.fields.alone_button.clicked.connect(self._on_alone)
        self.fields.withhold_button.clicked.connect(self._on_withhold)
        self.fields.history_button.clicked.connect(self.history_asked)
        self.hide()

    @property
    def notes(self) -> tuple[NoteId, ...]:
        """The notes that are shown, as they were chosen."""
        return self._ids

    # What is shown

    def open_for(self, notes: Iterable[str]) -> bool:
        """Show what is known of `notes`; return whether it is: words not kept yet hold it back."""
        ids = tuple(NoteId(note) for note in notes)
        if ids == self._ids:
            self.show()
            self.show_notes()
            return True
        if not self.keep_typed():
            return False
        self._put_reason_by()
        self._ids = ids
        self.show()
        self.show_notes()
        if reason := self._reasons.pop(ids, ""):
            self.fields.reason_edit.type_in(reason)
        return True

    def _put_reason_by(self) -> None:
        """Keep the half of a reason for when its notes are shown again: it withholds nothing."""
        reason = self.fields.reason_edit
        if reason.is_typed:
            self._reasons[self._ids] = reason.typed()
            reason.forget()

    def follow(self, chosen: list[str]) -> None:
        """Show other notes once others are `chosen`; before that those shown stay."""
        if chosen != self._chosen:
            if not self.isHidden() and chosen and not self.open_for(chosen):
                return
            self._chosen = chosen
        if not self.isHidden():
            self.show_notes()

    def take_focus(self, *, is_for_votes: bool = False) -> None:
        fields = self.fields
        if not self._notes:
            self.close_button.setFocus()
        else:
            (fields.votes_edit if is_for_votes else fields.prompt_choice).setFocus()

    def show_notes(self) -> None:
        """Show what is known now of the notes; what is typed stays."""
        presenter, notes = self._presenter, self._presenter.of(self._ids)
        self._notes = notes
        self.whose.setText(self._say_whose())
        self._show_photo()
        told = {note.from_table for note in notes if note.from_table is not None}
        tables = sorted({*range(presenter.tables), *told})
        said = [note.prompt for note in notes if note.prompt]
        self.fields.show_facts(
            notes,
            prompts=tuple(dict.fromkeys((*presenter.cafe.prompts, *said))),
            table_names={table: presenter.table_name(table) for table in tables},
            above=self._say_above(),
        )
        for fact, field in self.fields.lines.items():
            if not field.is_typed:
                self._began[fact] = notes

    def _show_photo(self) -> None:
        """Offer the picture of the sheet that the one note is from, where there is one."""
        photos = self._presenter.desk.services.cafes.snapshot().photos
        self._photo = photo_of(self._notes[0], photos) if len(self._notes) == 1 else None
        self.photo_button.setVisible(self._photo is not None)
        if self._photo is not None:
            is_typed = self._photo[1] != WHOLE
            words = _("See the photo it was typed from") if is_typed else _("See its sheet’s photo")
            self.photo_button.setText(words)
            self.photo_button.setAccessibleName(words)

    def _on_photo(self) -> None:
        if self._photo is not None:
            self.photo_asked.emit(*self._photo)

    def _say_whose(self) -> str:
        notes = self._notes
        if not notes:
            return _("Choose a note, or several at once.")
        if len(notes) > 1:
            words = ngettext("{number} note chosen", "{number} notes chosen", len(notes))
            return words.format(number=figure(len(notes)))
        text = one_line(notes[0].text)
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"

    def _say_above(self) -> str:
        """Say which note those that are shown belong to, or nothing."""
        if not any(note.parent for note in self._notes):
            return ""
        places = {(note.table, note.round) for note in self._notes}
        near = [n for n in self._presenter.notes if (n.table, n.round) in places]
        parents = parents_of(near)  # nothing belongs to a note of another place
        above = {parents[note.id] for note in self._notes if note.id in parents}
        texts = [one_line(note.text)[:_LONGEST] for note in self._presenter.of(above)]
        if len(texts) > 1:
            return _("They belong to several notes.")
        return _("Belongs to: “{text}”").format(text=texts[0]) if texts else ""

    # What is said

    def keep_typed(self) -> bool:
        """Keep what is typed; return whether nothing waits in a field any more.

        A reason to withhold waits for Enter or the button: half of it withholds no note.
        """
        lines = [field for fact, field in self.fields.lines.items() if fact != "withheld"]
        for field in lines:
            field.keep()
        return not any(field.is_typed for field in lines)

    def close_card(self) -> None:
        if self.isHidden() or not self.keep_typed():
            return
        self._put_reason_by()
        self._ids, self._chosen = (), []
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        typed = [field for field in self.fields.lines.values() if field.is_typed]
        for field in typed:  # what could not be kept is given up first
            field.forget()
        for error in (NoVotes, BadVotes, NoReason, BadDay):
            self._presenter.resolved.emit(error)
        if not typed:
            self.close_card()

    def _say(self, fact: str, notes: Sequence[Note], text: str) -> bool:
        return self._facts.say(notes, fact, one_line(text))

    def _on_typed(self, fact: str, text: str) -> None:
        if self._keep[fact](self._began[fact], text):
            self.fields.lines[fact].forget()  # as it is kept: 9 where 09 was typed

    def _on_chosen(self, fact: str, value: object) -> None:
        self._facts.say(self._notes, fact, value)

    def _on_alone(self) -> None:
        self._facts.put_alone(self._notes, self._presenter.notes)

    def _on_withhold(self) -> None:
        reason = self.fields.reason_edit
        withheld = [note for note in self._notes if note.withheld]
        if withheld:
            reason.forget()
            self._facts.bring_back(withheld)
        elif reason.is_typed:
            reason.keep()
        else:
            self._facts.withhold(self._notes, "")
            reason.setFocus()
