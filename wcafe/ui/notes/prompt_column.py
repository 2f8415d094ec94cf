"""The column of one prompt of the sheets in Harvest, or of what stands under none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics

from wcafe.domain.notes import NoteId
from wcafe.ui.note_cards.filed import Filed, nested
from wcafe.ui.note_cards.models import NOTES
from wcafe.ui.notes.note_column import NoteColumn
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.parts import Text, restyle
from wcafe.ui.widgets.theme import serif
from wcafe.ui.words import _, figure, ngettext

_SOME = 10  # notes laid out in one go: there are as many columns as prompts


class PromptColumn(NoteColumn):
    """The notes under one prompt; others can be dropped on it. An empty prompt is none.

    Signals:
        dropped: ids of notes that are to stand under its prompt.
    """

    dropped = Signal(object)

    def __init__(self, presenter: NotesPresenter, prompt: str) -> None:
        self.prompt = prompt
        self.name = Text(prompt or _("Under no prompt"), "heading", wraps=True)
        self.name.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.name.setMinimumHeight(2 * QFontMetrics(serif(16)).lineSpacing())
        notes = NoteList("", presenter)
        notes.setBatchSize(_SOME)
        super().__init__(self.name, notes, surface="" if prompt else "card")

    def show_notes(self, notes: list[Filed], *, is_of_sheet: bool, from_top: bool) -> None:
        """Show `notes`; `is_of_sheet`: whether the sheets of this café have the prompt."""
        number = len(notes)
        counted = ngettext("{number} note", "{number} notes", number).format(number=figure(number))
        is_other = bool(self.prompt) and not is_of_sheet
        told = _("{count} · of no sheet of this café").format(count=counted)
        self.count.setText(told if is_other else counted)
        self.list.setAccessibleName(f"{self.name.text()}, {self.count.text()}")
        self.list.show_rows(nested(notes), from_top=from_top)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(NOTES):
            event.acceptProposedAction()
            restyle(self, surface="soft")
            self.dragged_over.emit(True)

    def dragLeaveEvent(self, _event: object) -> None:
        self._be_left()

    def dropEvent(self, event: QDropEvent) -> None:
        self._be_left()
        ids = bytes(event.mimeData().data(NOTES).data()).decode().split("\n")
        event.acceptProposedAction()
        self.dropped.emit([NoteId(note) for note in ids])

    def _be_left(self) -> None:
        restyle(self, surface=self._surface)
        self.dragged_over.emit(False)
