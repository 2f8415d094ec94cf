"""The list of the notes beside the statements: marked by a click or a key, dragged, walked."""

from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView

from wcafe.domain.notes import NoteId
from wcafe.ui.note_cards.cards import NoteCards
from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.note_cards.models import NoteModel
from wcafe.ui.synthesis.coverage import Source
from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.words import _

_CHIP = 20  # pixels of height
_MANY = 200  # notes that are laid out at once; more come bit by bit


class SourceCards(NoteCards):
    """Cards whose first chip says where a note was said, filled once it is marked."""

    def _paint_chips(self, painter: QPainter, row: Filed, at: QPointF) -> None:
        assert isinstance(row, Source)
        palette = colours()
        painter.setFont(sans(12))
        for place, words in enumerate(row.chips):
            width = painter.fontMetrics().horizontalAdvance(words) + 14
            ground = QRectF(at.x(), at.y(), width, _CHIP)
            is_source, is_filled = place == 0, place == 0 and row.is_marked
            line = palette.line if is_source else palette.sand
            painter.setPen(QColor(palette.accent if is_filled else line))
            inside = palette.card if is_source else palette.sand
            painter.setBrush(QColor(palette.accent if is_filled else inside))
            painter.drawRoundedRect(ground, 6, 6)
            ink = palette.ink if is_source else palette.muted
            painter.setPen(QColor(palette.on_accent if is_filled else ink))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
            at = QPointF(at.x() + width + 5, at.y())


class NotesInSight(QListView):
    """Notes as cards. A click or Space marks one; several are chosen by Ctrl or Shift, and dragged.

    Signals:
        toggled: the id of a note that is to be marked, or not any more.
        entered: Enter was pressed on a note.
        left: Escape was pressed.
    """

    toggled = Signal(str)
    entered = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notes = NoteModel()
        self.setModel(self.notes)
        self.setItemDelegate(SourceCards(self, shows_theme=False))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setTabKeyNavigation(False)
        self.setBatchSize(_MANY)
        self.setMinimumHeight(96)
        self.setToolTip(_("A click or Space marks a note; it can be dragged too."))
        self._pressed = QPoint()

    def show_rows(self, rows: list[Filed]) -> None:
        self._measure_bit_by_bit(len(rows))
        self.notes.show_rows(rows)

    def _measure_bit_by_bit(self, rows: int) -> None:
        """Let the window go on between some rows and the next, where there are many.

        But not once somebody has scrolled: the bar would be as short as the first of them.
        """
        at_top = self.verticalScrollBar().value() == 0
        mode = self.LayoutMode
        self.setLayoutMode(mode.Batched if rows > _MANY and at_top else mode.SinglePass)

    @property
    def current(self) -> str:
        row = self.currentIndex().row()
        return self.notes.rows[row].key if 0 <= row < len(self.notes.rows) else ""

    def go_to(self, note: NoteId) -> bool:
        """Bring a note into sight, and choose it; return whether it is here."""
        if (place := self.notes.row_of(note)) is None:
            return False
        index = self.notes.index(place)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            chosen = {index.row() for index in self.selectedIndexes()}
            for place in sorted(chosen or {self.currentIndex().row()} - {-1}):
                self.toggled.emit(self.notes.rows[place].key)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.entered.emit(self.current)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        index = self.indexAt(here)
        far = (here - self._pressed).manhattanLength()
        is_click = far < QApplication.startDragDistance() and index.isValid()
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if is_click and is_plain and event.button() is Qt.MouseButton.LeftButton:
            self.toggled.emit(self.notes.rows[index.row()].key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure_bit_by_bit(len(self.notes.rows))
            self.scheduleDelayedItemsLayout()  # Qt itself only looks at the height
