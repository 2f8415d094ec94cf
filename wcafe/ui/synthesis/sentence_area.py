"""The lines in which a sentence is typed, onto which notes can be dropped."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
)
from PySide6.QtWidgets import QSizePolicy

from wcafe.domain.notes import NoteId
from wcafe.ui.note_cards.models import NOTES
from wcafe.ui.widgets.text_area import TextArea
from wcafe.ui.words import _

_MOST_LINES = 8


def dragged_notes(dragged: QMimeData) -> list[NoteId]:
    """Return the notes that are dragged, if any are."""
    if not dragged.hasFormat(NOTES):
        return []
    packed = bytes(dragged.data(NOTES).data()).decode()
    return [NoteId(note) for note in packed.splitlines() if note]


class SentenceArea(TextArea):
    """A few lines, as high as they are. Enter keeps, Shift+Enter breaks the line.

    Signals:
        kept: Enter was pressed.
        left: Escape was pressed.
        entered: the keyboard is here now.
        dropped: notes were dropped here.
    """

    kept = Signal()
    left = Signal()
    entered = Signal()
    dropped = Signal(object)

    def __init__(self, name: str, placeholder: str, *, least: int) -> None:
        super().__init__()
        self.is_by_enter = True
        self._least = least
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setToolTip(_("Enter keeps · Shift+Enter new line · Escape leaves"))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def is_typed(self) -> bool:
        """Does it hold something that is not kept yet?"""
        return self.is_refused or self.document().isModified()

    def keep(self) -> None:
        """Do as Enter does."""
        self.kept.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_shifted:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(NOTES) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if notes := dragged_notes(source):
            self.dropped.emit(notes)
        else:
            super().insertFromMimeData(source)

    def _fit(self) -> None:
        lines = max(self._least, min(int(self.document().size().height()), _MOST_LINES))
        height = QFontMetrics(self.font()).lineSpacing() * lines + 24
        if height != self.height():
            self.setFixedHeight(height)
