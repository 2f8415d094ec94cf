"""The same room as a list: one row a person, for whoever reads rather than looks."""

from html import escape

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from wcafe.ui.plan.seats import Seat, Sitting
from wcafe.ui.widgets.marks import mark_icon
from wcafe.ui.words import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TABLE, _PERSON, _VALUE, _REMARK = range(4)
_WIDEST = 190  # pixels a column beside the names may take


class SeatModel(QAbstractTableModel):
    """Who sits where in one round. Tells views only the rows that differ."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Sitting, Seat]] = []
        self._value = ""

    def show_room(self, room: tuple[Sitting, ...], value: str) -> None:
        """Show `room`; `value` heads the column of what people are coloured by."""
        rows = [(sitting, seat) for sitting in room for seat in sitting.seats]
        if value != self._value:
            self._value = value
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, _VALUE, _VALUE)
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for row, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, _REMARK))

    def seat(self, row: int) -> Seat:
        return self._rows[row][1]

    def row_of(self, person: str) -> int | None:
        rows = (row for row, (_table, seat) in enumerate(self._rows) if seat.person == person)
        return next(rows, None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _REMARK + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Table"), _("Name"), self._value, _("Remark"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        sitting, seat = self._rows[index.row()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _TABLE:
            return mark_icon(sitting.table)
        table = f"{sitting.table + 1} {sitting.name}".strip()
        words = (table, seat.name, seat.value, _remark(seat))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(words)}</qt>" if words else None
        return words if role == Qt.ItemDataRole.DisplayRole else None


class SeatList(QTableView):
    """One row a person, in the order of the tables. Enter or a click chooses.

    Signals:
        person_chosen: a PersonId, and whether it is the second of two.
    """

    person_chosen = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._is_showing = False
        self.seats = SeatModel()
        self.setModel(self.seats)
        self.setAccessibleName(_("Tables and people of this round"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(200)
        for column in (_TABLE, _VALUE, _REMARK):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_room(self, room: tuple[Sitting, ...], value: str) -> None:
        """Show `room`; the names have the room that the other columns leave."""
        self.seats.show_room(room, value)
        for column in (_TABLE, _VALUE, _REMARK):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, min(max(self.columnWidth(column), 70), _WIDEST))

    def show_chosen(self, people: tuple[str, ...]) -> None:
        """Select `people`, and see to it that the last one is in view."""
        self._is_showing = True
        selection = self.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        selection.clearSelection()
        for person in people:
            row = self.seats.row_of(person)
            if row is not None:
                index = self.seats.index(row, _PERSON)
                selection.select(index, flags.Select | flags.Rows)
                self.scrollTo(index)
        self._is_showing = False

    def selectionChanged(self, now: QItemSelection, before: QItemSelection) -> None:
        super().selectionChanged(now, before)
        rows = self.selectionModel().selectedRows()
        if self._is_showing or not now.indexes():
            return
        person = self.seats.seat(now.indexes()[0].row()).person
        self.person_chosen.emit(person, len(rows) > 1)


def _remark(seat: Seat) -> str:
    remarks = [_("table host")] if seat.is_host else []
    remarks += [_("meets somebody again")] if seat.meets_again else []
    return ", ".join(remarks)
