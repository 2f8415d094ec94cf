"""Notes in columns side by side, and at the right those that belong in none of them."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from wcafe.ui.notes.edge_scroll import EdgeScroll
from wcafe.ui.notes.note_column import NoteColumn
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.widgets.parts import GAP, WIDE, Text

_WIDEST = 320  # pixels of what belongs in no column, beside columns that want the room


C = TypeVar("C", bound=NoteColumn)


class ColumnRow(QWidget, Generic[C]):
    """A child makes the columns, keeps them in `_columns` by what each is of, and fills them.

    Notes are chosen in one column at a time; the keyboard goes from one to the next.

    Signals:
        chosen: other notes are chosen, in one of the columns.
    """

    chosen = Signal()

    def __init__(self, hint: str, watch: Callable[[NoteList], object]) -> None:
        super().__init__()
        self._watch = watch
        self._columns: dict[str, C] = {}
        self._is_choosing = False
        self.hint = Text(hint, "muted", wraps=True)
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._edges = EdgeScroll(self._area)
        self.last = self._used = self.make_column("")
        self.last.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(self.hint, 3)
        row.addWidget(self._area, 3)
        row.addWidget(self.last, 1)

    def make_column(self, of: str) -> C:
        """Make the column of one theme or prompt; an empty one is what belongs in none."""
        raise NotImplementedError

    @property
    def columns(self) -> list[C]:
        """The columns in order, then what belongs in none."""
        return [*self._columns.values(), self.last]

    @property
    def lists(self) -> list[NoteList]:
        """Every list of notes on screen."""
        return [column.list for column in self.columns]

    @property
    def chosen_notes(self) -> list[str]:
        return [note for column in self.columns for note in column.list.chosen_notes]

    def resting_place(self) -> QWidget:
        """Return the list of notes that was used last."""
        return self._used.list if self._used in self.columns else self.last.list

    def _watch_column(self, column: C) -> C:
        column.list.chosen.connect(lambda: self._on_chosen(column))
        column.sideways.connect(lambda side: self._go_sideways(column, side))
        column.dragged_over.connect(self._edges.follow)
        self._watch(column.list)
        return column

    def _show_hint(self) -> None:
        """Say how columns come about while there are none."""
        self.hint.setVisible(not self._columns)
        self._area.setVisible(bool(self._columns))

    def _let_go(self, column: C) -> None:
        self._row.removeWidget(column)
        column.hide()
        column.deleteLater()

    def _on_chosen(self, column: C) -> None:
        self._used = column
        if self._is_choosing:
            return
        self._is_choosing = True
        if column.list.chosen_notes:
            for other in self.columns:
                if other is not column:
                    other.list.clearSelection()
        self._is_choosing = False
        self.chosen.emit()

    def _go_sideways(self, column: C, side: int) -> None:
        """Give the keyboard to the column beside one, and show that."""
        columns = self.columns
        place = columns.index(column) + side
        if 0 <= place < len(columns):
            beside = columns[place].list
            if not beside.currentIndex().isValid() and beside.notes.rows:
                beside.setCurrentIndex(beside.notes.index(0))
            beside.setFocus()
            self._area.ensureWidgetVisible(beside, 0, 0)
