"""The notes that are asked for, by table or by theme, or a sentence where there are none."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from wcafe.ui.note_cards.filed import under_tables
from wcafe.ui.notes.columns import ThemeColumns
from wcafe.ui.notes.filters import FilterBar
from wcafe.ui.notes.none_found import NoneFound
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter


class FoundNotes(QStackedWidget):
    """Shows what the filter bar asks for, with what is looked for marked in the notes.

    Signals:
        shown: other notes may be shown now.
    """

    shown = Signal()

    def __init__(
        self,
        presenter: NotesPresenter,
        filters: FilterBar,
        by_table: NoteList,
        by_theme: ThemeColumns,
        none_yet: QWidget,
    ) -> None:
        super().__init__()
        self._presenter, self._filters = presenter, filters
        self._by_table, self._by_theme, self._none_yet = by_table, by_theme, none_yet
        self._answered = presenter.filter
        self.none_found = NoneFound(presenter)
        for view in (by_table, by_theme, none_yet, self.none_found):
            self.addWidget(view)
        filters.changed.connect(self.show_notes)
        filters.search_edit.returnPressed.connect(self._on_entered)
        self.none_found.proposed.connect(filters.look_for)
        self.none_found.everywhere_asked.connect(filters.look_everywhere)
        presenter.seeking.read.connect(self.show_notes)

    @property
    def lists(self) -> list[NoteList]:
        """The list by table, and that of each theme."""
        return [self._by_table, *self._by_theme.lists]

    @Slot()
    def show_notes(self) -> None:
        presenter = self._presenter
        found = presenter.find(self._filters.wanted)
        is_answer, self._answered = presenter.filter != self._answered, presenter.filter
        self._filters.show_notes(len(found))
        if presenter.is_by_theme:
            self._by_theme.show_notes(found, from_top=is_answer)
        else:
            rows = under_tables(found, presenter.table_name)
            self._by_table.show_rows(rows, from_top=is_answer)
        for view in self.lists:
            view.mark(presenter.seeking.search)
        shown: QWidget = self._by_theme if presenter.is_by_theme else self._by_table
        if not presenter.notes:
            shown = self._none_yet
        elif not found:
            self.none_found.show_search()
            shown = self.none_found
        self.setCurrentWidget(shown)
        self.shown.emit()

    @Slot()
    def _on_entered(self) -> None:
        """Go to the first note that was found, or look for what is near where there is none."""
        if self.currentWidget() is self.none_found:
            self.none_found.take_near()
            return
        for view in self.lists:
            if view.isVisible() and view.go_to_first():
                return
