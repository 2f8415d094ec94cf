"""The notes that are asked for, in the view that is chosen, or a sentence where there are none."""

from collections.abc import Collection, Mapping
from typing import Protocol, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.notes.filters import FilterBar
from wcafe.ui.notes.none_found import NoneFound
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.views import View


class NotesView(Protocol):
    """A widget that shows notes in one or several lists."""

    @property
    def lists(self) -> list[NoteList]: ...
    @property
    def chosen_notes(self) -> list[str]: ...
    def show_notes(self, filed: list[Filed], *, from_top: bool = False) -> None: ...
    def resting_place(self) -> QWidget: ...


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
        views: Mapping[View, NotesView],
        none_yet: QWidget,
    ) -> None:
        super().__init__()
        self._presenter, self._filters = presenter, filters
        self._views, self._none_yet = views, none_yet
        self._answered = presenter.filter
        self.none_found = NoneFound(presenter)
        for view in (*views.values(), none_yet, self.none_found):
            self.addWidget(cast(QWidget, view))
        filters.changed.connect(self.show_notes)
        filters.search_edit.returnPressed.connect(self._on_entered)
        self.none_found.proposed.connect(filters.look_for)
        self.none_found.everywhere_asked.connect(filters.look_everywhere)
        presenter.seeking.read.connect(self.show_notes)

    @property
    def view(self) -> NotesView:
        """The view that is chosen; that by table where none of notes is."""
        return self._views.get(self._presenter.views.shown, self._views[View.TABLE])

    @property
    def lists(self) -> list[NoteList]:
        """The lists of all views."""
        return [each for view in self._views.values() for each in view.lists]

    def choose(self, notes: Collection[str]) -> None:
        """Choose `notes` in the view on screen, where other ones are; they are brought in sight."""
        if set(notes) != set(self.view.chosen_notes):
            for each in self.view.lists:
                each.choose(notes)
            self.shown.emit()

    @Slot()
    def show_notes(self) -> None:
        presenter = self._presenter
        found = presenter.find(self._filters.wanted)
        is_answer, self._answered = presenter.filter != self._answered, presenter.filter
        self._filters.show_notes(len(found))
        self.view.show_notes(found, from_top=is_answer)
        for each in self.view.lists:
            each.mark(presenter.seeking.search)
        shown = cast(QWidget, self.view)
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
