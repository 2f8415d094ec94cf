"""A few people as a list would bring them in."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from wcafe.domain.people import Person
from wcafe.ui.people.columns import Column, Kind, columns_of, is_ticked, text_of
from wcafe.ui.words import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST, _WIDEST, _HIGH = 5, 200, 32  # people, and pixels of a column and of a row


class SampleModel(QAbstractTableModel):
    """The columns in which at least one of those people has something."""

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Person, ...] = ()
        self.columns: tuple[Column, ...] = ()

    def show_people(self, people: tuple[Person, ...]) -> None:
        self.beginResetModel()
        self.people = people[:_MOST]
        self.columns = tuple(
            column
            for column in columns_of(0, people)
            if column.key != "role" and any(_words(person, column) for person in people)
        )
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].heading

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _words(self.people[index.row()], self.columns[index.column()])


class SampleTable(QTableView):
    """The first people of a list, to see whether its columns are understood."""

    def __init__(self) -> None:
        super().__init__()
        self.sample = SampleModel()
        self.setModel(self.sample)
        self.setAccessibleName(_("The first people as they are read"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_HIGH)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def show_people(self, people: tuple[Person, ...]) -> None:
        self.sample.show_people(people)
        self.resizeColumnsToContents()
        for place in range(len(self.sample.columns)):
            self.setColumnWidth(place, min(self.columnWidth(place), _WIDEST))
        rows = self.horizontalHeader().sizeHint().height() + _HIGH * len(self.sample.people)
        self.setFixedHeight(rows + 14)  # and the bar below


def _words(person: Person, column: Column) -> str:
    if column.kind is Kind.TICK:
        return _("yes") if is_ticked(person, column) else ""
    return text_of(person, column)
