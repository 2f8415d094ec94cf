"""The rows of the table of people, which tell views only what changed."""

from collections.abc import Callable, Collection
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from wcafe.domain.people import Person, PersonId
from wcafe.ui.people.columns import Column, Kind, is_picked, is_ticked, text_of
from wcafe.ui.people.order import find_near_people, find_people, sort_people
from wcafe.ui.widgets.keyed import Index, tell_changes
from wcafe.ui.words import _

_NOWHERE = QModelIndex()
_USED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICKED, _TYPED = _USED | Qt.ItemFlag.ItemIsUserCheckable, _USED | Qt.ItemFlag.ItemIsEditable
_CHECKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class PersonModel(QAbstractTableModel):
    """People that the filter lets pass, sorted by a column once it was asked for.

    Somebody who is changed stays where they stand until the filter or the order is asked again:
    nothing moves away under the fingers.

    Signals:
        sifted: how many rows there are may have changed.
    """

    sifted = Signal()

    def __init__(
        self,
        keep: Callable[[PersonId, Column, object], bool],
        tick: Callable[[PersonId, Column, bool], bool],
    ) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[Person, ...] = ()
        self.wanted = ""
        self._all: tuple[Person, ...] = ()
        self._sort: tuple[str, bool] | None = None
        self._keep = keep
        self._tick = tick

    # What is shown

    def show_people(self, people: tuple[Person, ...], columns: tuple[Column, ...]) -> None:
        """Show `people`, telling views the narrowest change."""
        same = [person.id for person in people] == [person.id for person in self._all]
        before, self._all = self.columns, people
        if columns != before:
            self.beginResetModel()
            self.columns = columns
            self.rows = self._find_rows()
            self.endResetModel()
        else:
            self.columns = columns
            anew = {
                person
                for old, new in zip(before, columns, strict=True)
                for person, _table in old.picked.items() ^ new.picked.items()
            }
            here = {person.id: person for person in people}
            self._show(
                tuple(here[person.id] for person in self.rows) if same else self._find_rows(), anew
            )
        self.sifted.emit()

    def sift(self, wanted: str) -> None:
        """Show those in whose cells `wanted` is found."""
        self.wanted = wanted
        self._show(self._find_rows())
        self.sifted.emit()

    def find_near(self) -> str | None:
        """Return what could be looked for instead, where nobody is found."""
        return find_near_people(self._all, self.columns, self.wanted)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by `column`, or as they came if it is -1."""
        chosen = self.columns[column].id if 0 <= column < len(self.columns) else None
        self._sort = None if chosen is None else (chosen, order == Qt.SortOrder.DescendingOrder)
        self._show(self._find_rows())

    def _find_rows(self) -> tuple[Person, ...]:
        found = find_people(self._all, self.columns, self.wanted)
        if self._sort is None:
            return found
        by, is_backwards = self._sort
        column = next((column for column in self.columns if column.id == by), None)
        return sort_people(found, column, is_backwards=is_backwards)

    def _show(self, after: tuple[Person, ...], anew: Collection[PersonId] = ()) -> None:
        """Show `after`; those in `anew` look different, though they are who they were."""
        tell_changes(
            self,
            self.rows,
            after,
            self._hold,
            key_of=lambda person: person.id,
            anew=anew,
            columns=len(self.columns),
            may_move=False,  # who is selected and what is in sight would go with a row
        )

    def _hold(self, people: tuple[Person, ...]) -> None:
        self.rows = people

    def row_of(self, person: PersonId) -> int | None:
        rows = (row for row, each in enumerate(self.rows) if each.id == person)
        return next(rows, None)

    @property
    def total(self) -> int:
        return len(self._all)

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(column.full_name)}</qt>"
        if role == Qt.ItemDataRole.TextAlignmentRole and column.kind is Kind.TICK:
            return Qt.AlignmentFlag.AlignCenter
        return column.heading if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TICKED if self.columns[index.column()].kind is Kind.TICK else _TYPED

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        person, column = self.rows[index.row()], self.columns[index.column()]
        if column.kind is Kind.TICK:
            is_on = is_ticked(person, column)
            if role == Qt.ItemDataRole.CheckStateRole:
                return _CHECKED[is_on]
            if role == Qt.ItemDataRole.AccessibleTextRole:
                answer = _("yes") if is_on else _("no")
                return _("{what}: {names}").format(what=column.full_name, names=answer)
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text_of(person, column)
        if role == Qt.ItemDataRole.ToolTipRole and (words := text_of(person, column)):
            if is_picked(person, column):
                words = _("The plan picked this person to host the table.")
            return f"<qt>{escape(words)}</qt>"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Wish for another value of a cell; it shows once it is kept."""
        person, column = self.rows[index.row()], self.columns[index.column()]
        if column.kind is Kind.TICK:
            return self._tick(person.id, column, not is_ticked(person, column))
        if column.kind is Kind.TEXT and value == text_of(person, column):
            return True
        return self._keep(person.id, column, value)
