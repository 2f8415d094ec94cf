"""A small table of words with ticks: what a list would bring in, line by line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from wcafe.ui.widgets.keyed import Index, tell_changes
from wcafe.ui.widgets.theme import colours
from wcafe.ui.widgets.ticks import TickDelegate
from wcafe.ui.words import _

_NOWHERE = QModelIndex()
_CHECKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
_HIGH, _WIDEST, _LOOKED_AT = 30, 220, 60  # pixels of a row and a column; rows that are measured
_FEW = 300  # lines that are compared one by one; of more, those on screen are drawn anew
_BESIDE, _LINE = 14, 2  # pixels below: for the bar to scroll by, and where more rows follow


Cell = str | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line. A cell is words, a tick that is on or off, or None where nothing can be ticked.

    `key` stays the same while the line changes; a muted one does not count any more.
    """

    key: str
    cells: tuple[Cell, ...]
    is_muted: bool = False


class LinesLater(Sequence[Line]):
    """Lines that are made when somebody looks at them: a list may have thousands.

    Args:
        number: how many there are.
        make: returns the line at a place, from 0.
    """

    def __init__(self, number: int, make: Callable[[int], Line]) -> None:
        self._places, self._make = range(number), make
        self._made: dict[int, Line] = {}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Line: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Line]: ...

    def __getitem__(self, place: int | slice) -> Line | Sequence[Line]:
        if isinstance(place, slice):
            return [self[each] for each in self._places[place]]
        at = self._places[place]
        if at not in self._made:
            self._made[at] = self._make(at)
        return self._made[at]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above a column, and whether it holds ticks; `tip` says it in full."""

    words: str
    is_tick: bool = False
    tip: str = ""


class LinesModel(QAbstractTableModel):
    """Lines in the order to be shown; views are told only what changed."""

    turned = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.headings: tuple[Heading, ...] = ()
        self.lines: Sequence[Line] = ()

    def show_lines(self, headings: Sequence[Heading], lines: Sequence[Line]) -> None:
        is_same_size = len(lines) == len(self.lines)
        if tuple(headings) != self.headings or not (is_same_size or _are_few(self.lines, lines)):
            self.beginResetModel()
            self.headings, self.lines = tuple(headings), lines
            self.endResetModel()
        elif _are_few(self.lines, lines):
            tell_changes(
                self,
                tuple(self.lines),
                tuple(lines),
                self._hold,
                key_of=lambda line: line.key,
                columns=len(self.headings),
            )
        else:
            self.lines = lines
            last = self.index(len(lines) - 1, len(self.headings) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        heading = self.headings[section]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return heading.tip or heading.words
        return heading.words if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        cell = line.cells[index.column()]
        if isinstance(cell, str):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return cell
            is_colour = role == Qt.ItemDataRole.ForegroundRole and line.is_muted
            return QColor(colours().muted) if is_colour else None
        if cell is None:
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return _CHECKED[cell]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.headings[index.column()]
            answer = _("yes") if cell else _("no")
            return _("{what}: {names}").format(what=heading.tip or heading.words, names=answer)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(self.lines[index.row()].cells[index.column()], bool):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Say that a tick was turned; whoever shows the lines shows what became of it."""
        line = self.lines[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or line.cells[index.column()] is None:
            return False
        self.turned.emit(line.key, index.column())
        return True

    def _hold(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines


def _are_few(*lists: Sequence[Line]) -> bool:
    """Can each line be looked at, to see what became of it?"""
    return all(len(lines) <= _FEW for lines in lists)


class LinesTable(QTableView):
    """Shows lines; arrows walk, a click or Space turns a tick.

    Args:
        name: what a screen reader calls it.
        most: rows that are seen at once; beyond, one scrolls.
        wide: the column that takes the room there is; -1 for none.

    Signals:
        turned: the key of a line and the column of the tick that was turned.
    """

    turned = Signal(str, int)

    def __init__(self, name: str, *, most: int, wide: int = -1) -> None:
        super().__init__()
        self._most, self._wide = most, wide
        self.model_of_lines = LinesModel()
        self.model_of_lines.turned.connect(self.turned)
        self.setModel(self.model_of_lines)
        self._ticks, self._words = TickDelegate(self), QStyledItemDelegate(self)
        self.setAccessibleName(name)
        self.horizontalHeader().setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_HIGH)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(_LOOKED_AT)
        header.setHighlightSections(False)
        header.setStretchLastSection(wide < 0)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def lines(self) -> Sequence[Line]:
        return self.model_of_lines.lines

    def show_lines(self, headings: Sequence[Heading], lines: Sequence[Line]) -> None:
        """Show `lines`; the cursor and what is at the top stay where lines stay."""
        is_new = tuple(headings) != self.model_of_lines.headings
        is_first = not self.lines
        here, top = self.currentIndex(), self.verticalScrollBar().value()
        row, column = here.row(), here.column()
        self.model_of_lines.show_lines(headings, lines)
        if row >= 0 and not self.currentIndex().isValid():  # they are shown anew
            self.setCurrentIndex(self.model_of_lines.index(min(row, len(lines) - 1), column))
            self.verticalScrollBar().setValue(top)
        if is_new or is_first:
            self._lay_out()
        rows = self.horizontalHeader().sizeHint().height() + _HIGH * min(len(lines), self._most)
        is_cut = len(lines) > self._most
        self.setFixedHeight(rows + (_LINE if is_cut else _BESIDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_tick = event.key() == Qt.Key.Key_Space and index.isValid()
        if is_tick and self.model_of_lines.setData(index, None, Qt.ItemDataRole.CheckStateRole):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: nobody looks for a line by its first word here."""

    def _lay_out(self) -> None:
        header = self.horizontalHeader()
        self.resizeColumnsToContents()
        for place, heading in enumerate(self.model_of_lines.headings):
            is_wide = place == self._wide
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Stretch if is_wide else mode.Interactive)
            self.setItemDelegateForColumn(place, self._ticks if heading.is_tick else self._words)
            if not is_wide:
                self.setColumnWidth(place, min(self.columnWidth(place), _WIDEST))
