"""The table of people: everything by keyboard, edited in its place."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QTableView

from wcafe.domain.people import ROLE_NAMES, PersonId
from wcafe.ui.people.cells import CellDelegate, HalfTyped
from wcafe.ui.people.clipboard import as_cells
from wcafe.ui.people.columns import Column, Kind, is_ticked
from wcafe.ui.people.models import PersonModel
from wcafe.ui.people.presenter import PeoplePresenter
from wcafe.ui.people.shown_columns import hidden, remember
from wcafe.ui.widgets.ticks import TickDelegate
from wcafe.ui.words import _

_WIDEST = 170  # pixels a column may take by itself; people can widen it
_NARROWEST = 90  # pixels to which a column of words is narrowed by itself
_LITTLE = 60  # pixels for which no bar to scroll appears
_LEAST = 190  # pixels of height: headings and four people
_FEW = 5  # people who come one by one; with more of them columns are measured again
_BESIDE = 32  # pixels beside the heading of a round


class PeopleTable(QTableView):
    """Who comes. Enter, F2 and a double click edit, Space ticks, Delete removes, Ctrl+C copies.

    Letters never edit, they go to who is called so: a stray one would replace a whole name.

    Signals:
        chosen: how many people are selected.
    """

    chosen = Signal(int)

    def __init__(self, presenter: PeoplePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._kept: tuple[list[PersonId], PersonId | None, int, int] = ([], None, 0, 0)
        self._typed: tuple[str, HalfTyped] | None = None  # in an open field: its column, and what
        self._laid_out_for = 0  # people
        self._full_widths: dict[int, int] = {}  # how wide the words of a column are that were cut
        self.menu: QMenu | None = None
        self.people = PersonModel(presenter.change, self._on_tick)
        self.setModel(self.people)
        self.cells = CellDelegate(self, self._choices, self._heading)
        self.cells.give_up = presenter.give_up_cell
        self.cells.refuse = lambda row, now: presenter.refuse_cell(self.people.rows[row].id, now)
        self.ticks = TickDelegate(self)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(_("People"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(_LEAST)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(34)
        header = self.horizontalHeader()
        header.setAccessibleName(_("Headings of the columns"))
        header.setResizeContentsPrecision(60)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.people.modelAboutToBeReset.connect(self._remember)
        self.people.modelReset.connect(self._restore)

    def show_people(self) -> None:
        """Show the people the presenter knows."""
        columns, number = self._presenter.columns, len(self._presenter.people)
        is_new = columns != self.people.columns
        has_many_new = number > self._laid_out_for + _FEW
        self.people.show_people(self._presenter.people, columns)
        if is_new or has_many_new:
            self._lay_out()
            self._laid_out_for = number

    # Columns

    def _lay_out(self) -> None:
        hidden = self._hidden()
        for place, column in enumerate(self.people.columns):
            is_tick = column.kind is Kind.TICK
            self.setItemDelegateForColumn(place, self.ticks if is_tick else self.cells)
            self.setColumnHidden(place, column.id in hidden)
        self.resizeColumnsToContents()
        self._full_widths = {}
        for place, column in enumerate(self.people.columns):
            full, widest = self.columnWidth(place), self._widest(column)
            if full > widest:
                self.setColumnWidth(place, widest)
                if widest == _WIDEST and not self.isColumnHidden(place):
                    self._full_widths[place] = full
        self._spread()

    def _spread(self) -> None:
        """Give room that is left over to columns whose words are cut; take the little that lacks.

        A bar to scroll for a few pixels is worth less than the ends of some words.
        """
        columns = range(len(self.people.columns))
        used = sum(self.columnWidth(n) for n in columns if not self.isColumnHidden(n))
        left = self.viewport().width() - used
        if -_LITTLE <= left < 0:
            self._take(-left)
            return
        for place, full in self._full_widths.items():
            more = min(left, full - self.columnWidth(place))
            if more > 0:
                self.setColumnWidth(place, self.columnWidth(place) + more)
                left -= more

    def _take(self, pixels: int) -> None:
        """Take `pixels` from the widest columns of words; they get them back."""
        texts = [n for n, column in enumerate(self.people.columns) if column.kind is Kind.TEXT]
        widths = {n: self.columnWidth(n) for n in texts if not self.isColumnHidden(n)}
        for _pixel in range(pixels):
            widest = max(widths, key=widths.__getitem__, default=None)
            if widest is None or widths[widest] <= _NARROWEST:
                return
            widths[widest] -= 1
            self._full_widths.setdefault(widest, widths[widest] + 1)
        for place, width in widths.items():
            self.setColumnWidth(place, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _widest(self, column: Column) -> int:
        if column.key != "round":
            return _WIDEST
        heading = self.horizontalHeader().fontMetrics().horizontalAdvance(column.heading)
        return heading + _BESIDE  # narrower than Qt has it, which leaves room for an arrow

    def _hidden(self) -> set[str]:
        return hidden(self.people.columns, self._presenter.desk.settings)

    def show_column(self, column: Column, *, is_shown: bool) -> None:
        """Show or hide a column, now and the next time."""
        remember(column, self._presenter.desk.settings, is_shown=is_shown)
        place = [each.id for each in self.people.columns].index(column.id)
        self.setColumnHidden(place, not is_shown)
        if is_shown:
            self.resizeColumnToContents(place)
            self.setColumnWidth(place, min(self.columnWidth(place), _WIDEST))

    def column_actions(self, menu: QMenu) -> None:
        """Fill `menu` with the columns, ticked where they are shown."""
        menu.clear()
        hidden = self._hidden()
        for column in self.people.columns:
            action = QAction(column.full_name.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(column.id not in hidden)
            action.triggered.connect(
                lambda is_on, column=column: self.show_column(column, is_shown=is_on)
            )
            menu.addAction(action)

    def _choices(self, place: int) -> Mapping[Any, str] | None:
        kind = self.people.columns[place].kind
        if kind is Kind.ROLE:
            return {role: _(words) for role, words in ROLE_NAMES.items()}
        if kind is Kind.TABLE:
            return {None: "–", **dict(enumerate(self._presenter.tables))}
        return None

    def _heading(self, place: int) -> str:
        return self.people.columns[place].full_name

    # Who is selected

    def selected_people(self) -> list[PersonId]:
        """Return who is selected, from top to bottom."""
        return [self.people.rows[row].id for row in self._selected_rows()]

    def _selected_rows(self) -> list[int]:
        """Return the rows selected. Qt's own list asks for the flags of every cell."""
        ranges = list(self.selectionModel().selection())  # type: ignore[call-overload]  # of ranges
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def selectionChanged(self, now: QItemSelection, before: QItemSelection) -> None:
        super().selectionChanged(now, before)
        self.chosen.emit(len(self._selected_rows()))

    def select(self, people: list[PersonId]) -> None:
        """Select `people` and go to the last of them."""
        places = {person.id: row for row, person in enumerate(self.people.rows)}
        selection = QItemSelection()
        for person in people:
            if (row := places.get(person)) is not None:
                index = self.people.index(row, 0)
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        if people and (row := places.get(people[-1])) is not None:
            self.selectionModel().setCurrentIndex(self.people.index(row, 0), flags.NoUpdate)
            self.scrollTo(self.people.index(row, 0))

    def _remember(self) -> None:
        index = self.currentIndex()
        here = self.people.rows[index.row()].id if index.isValid() else None
        where = self.verticalScrollBar().value()
        self._kept = (self.selected_people(), here, index.column(), where)
        self._typed = None
        if (typed := self.cells.typed) is not None:
            self._typed = (self.people.columns[index.column()].id, typed)

    def _restore(self) -> None:
        people, here, column, where = self._kept
        self.select(people)
        places = {each.id: place for place, each in enumerate(self.people.columns)}
        if self._typed is not None:
            column = places.get(self._typed[0], self.people.columnCount())
        row = None if here is None else self.people.row_of(here)
        if row is not None and column < self.people.columnCount():
            index = self.people.index(row, column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if self._typed is not None:
                self.cells.open_with(index, self._typed[1])
        self.verticalScrollBar().setValue(where)

    # Hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what an open field has no use for
        elif event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the page takes a list in
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self._presenter.remove(self.selected_people())
        elif event.key() == Qt.Key.Key_Space and self._is_on_tick():
            self._tick_selected()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.menu is not None and self.selected_people():
            is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            at = self.viewport().mapToGlobal(corner) if is_by_key else event.globalPos()
            self.menu.popup(QPoint(at))

    def keep_typed(self) -> None:
        self.cells.keep_typed()

    def copy(self) -> None:
        """Copy who is selected as a spreadsheet reads it, with headings."""
        chosen = set(self.selected_people())
        columns = enumerate(self.people.columns)
        shown = [column for place, column in columns if not self.isColumnHidden(place)]
        if chosen:
            people = (person for person in self.people.rows if person.id in chosen)
            QApplication.clipboard().setText(as_cells(people, shown))

    def _is_on_tick(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and self.people.columns[index.column()].kind is Kind.TICK

    def _tick_selected(self) -> None:
        """Tick all who are selected as the current one is not."""
        index = self.currentIndex()
        person, column = self.people.rows[index.row()], self.people.columns[index.column()]
        people = self.selected_people()
        if person.id not in people:
            people = [person.id]
        self._presenter.tick(people, column, is_on=not is_ticked(person, column))

    def _on_tick(self, person: PersonId, column: Column, is_on: bool) -> bool:
        return self._presenter.tick([person], column, is_on=is_on)

    def _on_enter(self) -> None:
        if self._is_on_tick():
            self._tick_selected()
        elif self.currentIndex().isValid():
            self.edit(self.currentIndex())
