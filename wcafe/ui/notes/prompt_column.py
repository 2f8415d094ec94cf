"""The column of one prompt of the sheets in Harvest, or of what stands under none."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from wcafe.domain.notes import NoteId
from wcafe.ui.note_cards.filed import Filed, nested
from wcafe.ui.note_cards.models import NOTES
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.parts import Text, restyle
from wcafe.ui.widgets.theme import serif
from wcafe.ui.words import _, figure, ngettext

_NARROWEST = 226  # pixels: four words a line
_SOME = 10  # notes laid out in one go: there are as many columns as prompts
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PromptColumn(QFrame):
    """The notes under one prompt; others can be dropped on it. An empty prompt is none.

    Signals:
        dropped: ids of notes that are to stand under its prompt.
        sideways: the keyboard is to go to the column before (-1) or behind (1).
        dragged_over: something is dragged over it (True), or not any more.
    """

    dropped = Signal(object)
    sideways = Signal(int)
    dragged_over = Signal(bool)

    def __init__(self, presenter: NotesPresenter, prompt: str) -> None:
        super().__init__()
        self._surface = "" if prompt else "card"
        restyle(self, surface=self._surface)
        self.prompt = prompt
        self.setMinimumWidth(_NARROWEST)
        self.setAcceptDrops(True)
        self.name = Text(prompt or _("Under no prompt"), "heading", wraps=True)
        self.name.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.name.setMinimumHeight(2 * QFontMetrics(serif(16)).lineSpacing())
        self.count = Text("", "caption")
        self.list = NoteList("", presenter)
        self.list.setBatchSize(_SOME)
        self.list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)

    def show_notes(self, notes: list[Filed], *, is_of_sheet: bool, from_top: bool) -> None:
        """Show `notes`; `is_of_sheet`: whether the sheets of this café have the prompt."""
        number = len(notes)
        counted = ngettext("{number} note", "{number} notes", number).format(number=figure(number))
        is_other = bool(self.prompt) and not is_of_sheet
        told = _("{count} · of no sheet of this café").format(count=counted)
        self.count.setText(told if is_other else counted)
        self.list.setAccessibleName(f"{self.name.text()}, {self.count.text()}")
        self.list.show_rows(nested(notes), from_top=from_top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and (side := _SIDES.get(Qt.Key(event.key()))) is not None
        ):
            self.sideways.emit(side)
            return True
        return False

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
