"""The field in which a statement is written, with the notes that are marked for it below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.notes import NoteId
from wcafe.domain.sourcing import note_label
from wcafe.ui.note_cards.models import NOTES
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.sentence_area import SentenceArea, dragged_notes
from wcafe.ui.synthesis.source_chip import SourceChip
from wcafe.ui.synthesis.writing import Writing
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.widgets.word_offer import WordOffer
from wcafe.ui.words import _, desk_words


class WritingField(QWidget):
    """Words under way, the notes marked for them, and two buttons.

    Signals:
        over: the words are kept, or left as they were.
        asked: the id of a note that is to be shown.
        typed: other words stand here.
    """

    over = Signal()
    asked = Signal(str)
    typed = Signal()

    def __init__(self, presenter: SynthesisPresenter, writing: Writing, *, is_new: bool) -> None:
        super().__init__()
        self._presenter = presenter
        self._writing = writing
        self._is_new = is_new
        self.setAcceptDrops(True)
        self._chips: dict[NoteId, SourceChip] = {}
        name = _("New statement") if is_new else _("Words of the statement")
        hint = _("Write a statement, or drag notes here") if is_new else ""
        self.area = SentenceArea(name, hint, least=1)
        if is_new:
            self.area.setProperty("look", "dashed")
        self.word_offer = WordOffer(self.area, presenter.sorting.day_words)
        self.theirs = Text("", "muted", wraps=True)
        self.theirs.hide()
        self.keep_button = push_button(_("Keep"), self.keep, kind="small")
        self.leave_button = push_button(_("Leave"), self.leave, kind="small")
        self.hint = Text("", "caption", wraps=True)
        self._marks = QWidget()
        self._flow = FlowLayout(self._marks)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.area, self.theirs, self._marks, self._foot):
            column.addWidget(part)
        self.area.setPlainText(writing.text)
        self.area.moveCursor(QTextCursor.MoveOperation.End)
        self.area.textChanged.connect(self._on_text)
        self.area.kept.connect(self.keep)
        self.area.left.connect(self.leave)
        self.area.entered.connect(self._on_entered)
        self.area.dropped.connect(self._on_dropped)
        self.show_marks()

    @property
    def writing(self) -> Writing:
        """What is under way here, as it is remembered."""
        return self._presenter.stating.under_way.get(self._writing.key, self._writing)

    def show_writing(self, writing: Writing) -> None:
        """Write another statement here from now on, or the same one with other words."""
        is_same = writing.key == self._writing.key
        self._writing = writing
        if not is_same or writing.text != self.area.toPlainText():
            self.area.blockSignals(True)
            self.area.setPlainText(writing.text)
            self.area.blockSignals(False)
            self.area.moveCursor(QTextCursor.MoveOperation.End)
        self.show_marks()

    def show_theirs(self, text: str) -> None:
        """Say what somebody else wrote there meanwhile; nothing where nobody did."""
        if text:
            self.theirs.setText(_("Meanwhile it says: {statement}").format(statement=text))
        self.theirs.setVisible(bool(text))

    def show_marks(self) -> None:
        """Show the notes that are marked, and what is missing."""
        presenter, here = self._presenter, self.writing
        for note in [note for note in self._chips if note not in here.notes]:
            chip = self._chips.pop(note)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for note in here.notes:
            if note not in self._chips:
                chip = self._chips[note] = SourceChip(note)
                chip.asked.connect(self.asked)
                chip.removed.connect(self._on_removed)
                self._flow.addWidget(chip)
            known = presenter.standing.get(note)
            number = presenter.numbers.get(note, 0)
            label = note_label(known, number, desk_words()) if known else _("note gone")
            is_shown = note == presenter.looked_at
            text = known.text if known else ""
            self._chips[note].show_source(label, text, is_shown=is_shown)
        self._marks.setVisible(bool(here.notes))
        needs = here.is_changed and not here.notes
        self.hint.setText(_("Click the notes it rests on.") if needs else "")
        self._foot.setVisible(here.is_changed or not self._is_new)
        self.leave_button.setVisible(not self._is_new)

    def keep(self) -> None:
        """Keep what is written; what cannot be kept stays here."""
        is_kept = self._presenter.stating.keep(self.writing)
        self.area.is_refused = not is_kept
        if is_kept:
            self._finish()

    def leave(self) -> None:
        """Leave a statement as it was; of a new one the words stay."""
        if not self._is_new:
            self._presenter.stating.give_up(self._writing.key)
            self._finish()

    def _finish(self) -> None:
        if self._is_new:
            self.show_writing(self._presenter.stating.new_in(self._writing.theme))
        self.over.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(NOTES):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._on_dropped(dragged_notes(event.mimeData()))
        event.acceptProposedAction()

    def _on_text(self) -> None:
        self._presenter.stating.type_in(self._writing, self.area.toPlainText())
        self.show_marks()
        self.typed.emit()

    def _on_entered(self) -> None:
        self._presenter.stating.aim("" if self._is_new else self._writing.key)

    def _on_dropped(self, notes: list[NoteId]) -> None:
        self._presenter.stating.mark(self._writing, notes)

    def _on_removed(self, note: str) -> None:
        self._presenter.stating.unmark(self._writing, NoteId(note))
