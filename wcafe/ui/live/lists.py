"""The lists of Run: rows that change narrowly, and keys that leave the clock's alone."""

from collections.abc import Sequence
from html import escape
from math import ceil
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
_CLOCK_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Space)


class Row(Protocol):
    """What a list shows: a value that can be compared, and its words for a screen reader."""

    @property
    def words(self) -> str: ...


class RowModel(QAbstractListModel):
    """Tells views only the rows that differ."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        before, after = self.rows, tuple(rows)
        if len(before) != len(after):
            self.beginResetModel()
            self.rows = after
            self.endResetModel()
            return
        self.rows = after
        for place, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole:  # names that were too long for their place
            return f"<qt>{escape(row.words)}</qt>"
        return row if role == ROW else None


class RowList(QListView):
    """A list that is walked by arrows.

    Signals:
        chosen: the place of a row, by Enter, or by `clicks` of the mouse.
    """

    chosen = Signal(int)

    def __init__(self, name: str, delegate: QStyledItemDelegate, *, clicks: int = 1) -> None:
        super().__init__()
        self._clicks = clicks
        self.rows = RowModel()
        self.setModel(self.rows)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() in _CLOCK_KEYS:
            event.ignore()  # they are the page's
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._clicks == 1 and event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self._clicks == 2 and event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())


class SheetGrid(RowList):
    """Sheets side by side, as many as fit, together as wide as their place.

    Args:
        name: what a screen reader calls it.
        delegate: draws one of them.
        least: how wide and how high one is at least, in pixels.
        highest: how high it may become where there is room.
        clicks: see `RowList`.
    """

    def __init__(
        self,
        name: str,
        delegate: QStyledItemDelegate,
        least: QSize,
        *,
        highest: int = 0,
        clicks: int = 1,
    ) -> None:
        super().__init__(name, delegate, clicks=clicks)
        self._least, self._highest = least, max(highest, least.height())
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)

    def fit(self) -> None:
        """Share the width; the bar to scroll by has its place only where it is needed."""
        size, policy, least = self.maximumViewportSize(), Qt.ScrollBarPolicy, self._least
        wide = size.width() - 2
        lines = ceil(self.rows.rowCount() / max(wide // least.width(), 1))
        is_long = lines * least.height() > size.height()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )
        if is_long:
            wide -= self.verticalScrollBar().sizeHint().width()
        high = least.height() if is_long else min(size.height() // max(lines, 1), self._highest)
        self.setGridSize(QSize(wide // max(wide // least.width(), 1), max(high, least.height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)
