"""The gallery: notes as large cards on a wall, flowing in columns, nearer or farther."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from wcafe.ui.note_cards.cards import NoteCards
from wcafe.ui.notes.flow import Flow
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.keyed import Index

_COLUMN = 320  # pixels of a column at the usual size, more or less
_LARGER = 1.2  # times the size of cards in lists, at the usual size
_BESIDE = 4  # pixels between two cards side by side, besides what each leaves free
_TURN = 0.008  # seconds in which cards are laid out before the window has its turn again
_SOME = 16  # cards between two looks at the clock
_NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_NO_INDEX = QModelIndex()
_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class GalleryCards(NoteCards):
    """Draws notes as lists do, only larger."""

    def __init__(self, gallery: "Gallery") -> None:
        self._gallery = gallery
        super().__init__(gallery, shows_theme=True)

    def _width(self) -> int:
        return round((self._gallery.column_width - _BESIDE) / self._gallery.scale)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scale, area = self._gallery.scale, option.rect
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(scale, scale)
        option.rect = QRect(0, 0, self._width(), round(area.height() / scale))
        super().paint(painter, option, index)
        painter.restore()


class Gallery(NoteList):
    """All notes that are asked for, some laid out at a time; arrows go from card to card.

    Signals:
        zoomed: cards are to be nearer by a step (1), farther (-1), or of the usual size (0).
    """

    zoomed = Signal(int)

    def __init__(self, name: str, presenter: NotesPresenter) -> None:
        self.zoom = 1.0  # times the usual size
        self.column_width = _COLUMN
        self._flow = Flow(1)
        self._later = QTimer()  # Qt asks for a layout while the list is made
        super().__init__(name, presenter)
        self.use_cards(GalleryCards(self))
        self._later.setParent(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._go_on)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_zoom(self, percent: int) -> None:
        """Show cards at `percent` of the usual size; what stands at the top stays in sight."""
        if percent / 100 == self.zoom:
            return
        top = self._first_in_sight()
        self.zoom = percent / 100
        self.doItemsLayout()
        if top is not None:
            self.scrollTo(self.model().index(top, 0), _Hint.PositionAtTop)

    @property
    def scale(self) -> float:
        """How many times larger cards are than in lists."""
        return self.zoom * _LARGER

    # Places

    def doItemsLayout(self) -> None:
        """Put the first cards in their places, at least as far as is in sight; then the others."""
        seen = self.verticalScrollBar().value() + self.viewport().height()
        width = self.viewport().width()
        columns = max(1, round(width / (_COLUMN * self.zoom)))
        self.column_width = width // columns
        self._flow = Flow(columns)
        self._put_until(seen)
        QAbstractItemView.doItemsLayout(self)
        self._later.start()

    def _put_until(self, bottom: int | None) -> None:
        """Put cards until all above `bottom` are, or with None until the window wants a turn."""
        count, flow, ends = len(self.notes.rows), self._flow, time.perf_counter() + _TURN
        option = QStyleOptionViewItem()
        while (card := len(flow.spots)) < count:
            if bottom is not None:
                if flow.full_to > bottom:
                    break
            elif card % _SOME == 0 and time.perf_counter() > ends:
                break
            size = self.cards.sizeHint(option, self.notes.index(card))
            flow.put(round(size.height() * self.scale))

    @Slot()
    def _go_on(self) -> None:
        self._put_until(None)
        self.updateGeometries()
        if len(self._flow.spots) < len(self.notes.rows):
            self._later.start()

    def updateGeometries(self) -> None:
        """Let the bar reach as far as the cards do, as well as that is known yet."""
        laid, count = len(self._flow.spots), len(self.notes.rows)
        height = self._flow.height * count // laid if laid else 0
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, height - seen))
        bar.setPageStep(seen)
        self.horizontalScrollBar().setRange(0, 0)
        QAbstractItemView.updateGeometries(self)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self._flow.spots):
            return QRect()
        spot = self._flow.spots[index.row()]
        left = spot.column * self.column_width
        return QRect(left, spot.top - self.verticalOffset(), self.column_width, spot.height)

    def indexAt(self, at: QPoint) -> QModelIndex:
        card = self._flow.at(at.x() // self.column_width, at.y() + self.verticalOffset())
        return _NO_INDEX if card is None else self.model().index(card, 0)

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        while index.row() >= len(self._flow.spots):
            self._put_until(self._flow.full_to)
        self.updateGeometries()
        bar, area, seen = self.verticalScrollBar(), self.visualRect(index), self.viewport().height()
        if hint is _Hint.PositionAtTop or area.top() < 0 or area.height() > seen:
            bar.setValue(bar.value() + area.top())
        elif area.bottom() > seen:
            bar.setValue(bar.value() + area.bottom() - seen + 1)

    def isIndexHidden(self, _index: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    def moveCursor(self, action: _Cursor, _held: Qt.KeyboardModifier) -> QModelIndex:
        here, flow, last = self.currentIndex().row(), self._flow, len(self.notes.rows) - 1
        if last < 0 or not 0 <= here < len(flow.spots):
            return self.model().index(min(max(self._first_in_sight() or 0, 0), last), 0)
        spot, page = flow.spots[here], self.viewport().height()
        moves: dict[_Cursor, Callable[[], int | None]] = {
            _Cursor.MoveUp: lambda: flow.above(here),
            _Cursor.MoveDown: lambda: flow.below(here),
            _Cursor.MoveLeft: lambda: flow.beside(here, -1),
            _Cursor.MoveRight: lambda: flow.beside(here, 1),
            _Cursor.MovePageUp: lambda: flow.nearest(spot.column, spot.top - page),
            _Cursor.MovePageDown: lambda: flow.nearest(spot.column, spot.top + page),
            _Cursor.MoveHome: lambda: 0,
            _Cursor.MoveEnd: lambda: last,
            _Cursor.MoveNext: lambda: min(here + 1, last),
            _Cursor.MovePrevious: lambda: max(here - 1, 0),
        }
        there = moves[action]()
        return self.model().index(here if there is None else there, 0)

    def setSelection(self, area: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        chosen = QItemSelection()
        for card in self._in_area(area.normalized()):
            index = self.model().index(card, 0)
            chosen.select(index, index)
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def _in_area(self, area: QRect) -> Iterator[int]:
        """Yield the cards that `area`, as it is on screen, touches."""
        shift = self.verticalOffset()
        for card in self._flow.between(area.top() + shift, area.bottom() + 1 + shift):
            if self.visualRect(self.model().index(card, 0)).intersects(area):
                yield card

    def _first_in_sight(self) -> int | None:
        """Return the first card whose top is in sight."""
        top = self.verticalOffset()
        seen = self._flow.between(top, top + self.viewport().height())
        return min((card for card in seen if self._flow.spots[card].top >= top), default=None)

    # Painting, keys and wheel

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        current = self.currentIndex().row() if self.hasFocus() else -1
        for card in self._in_area(event.rect()):
            index = self.model().index(card, 0)
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = self.visualRect(index)
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if card == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            self.cards.paint(painter, option, index)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in _NEARER:
            self.zoomed.emit(1)
        elif held and event.key() == Qt.Key.Key_Minus:
            self.zoomed.emit(-1)
        elif held and event.key() == Qt.Key.Key_0:
            self.zoomed.emit(0)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoomed.emit(1 if turned > 0 else -1)
        else:
            super().wheelEvent(event)
