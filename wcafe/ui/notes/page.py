"""Harvest on screen: notes are typed at the left and found at the right, or sorted by theme."""

from functools import cached_property, partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wcafe.services.note_lists import is_a_table, lines_to_notes
from wcafe.ui.note_cards.filed import NO_THEME
from wcafe.ui.notes.actions import NoteActions
from wcafe.ui.notes.by_table import ByTable
from wcafe.ui.notes.capture import CaptureCard
from wcafe.ui.notes.choosers import NoteChoosers
from wcafe.ui.notes.columns import ThemeColumns
from wcafe.ui.notes.details_card import DetailsCard
from wcafe.ui.notes.filters import FilterBar
from wcafe.ui.notes.found import FoundNotes, NotesView
from wcafe.ui.notes.gallery_view import GalleryView
from wcafe.ui.notes.looking import NoteLooking
from wcafe.ui.notes.paste_dialog import PasteDialog
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.preview import NotesPreview
from wcafe.ui.notes.prompt_columns import PromptColumns
from wcafe.ui.notes.subtitle import subtitle_of
from wcafe.ui.notes.suggestions_card import SuggestionsCard
from wcafe.ui.notes.suggestions_menu import SuggestionsMenu
from wcafe.ui.notes.views import View
from wcafe.ui.notes.wall_window import show_or_close
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.dropping import LISTS, find_dropped
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.parts import GAP, WIDE, Page, push_button
from wcafe.ui.widgets.segments import Segments
from wcafe.ui.words import _


class NotesPage(Page):
    """Four views of the same notes; that by table stands beside the capture card."""

    def __init__(self, presenter: NotesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Harvest"), parent)
        self._presenter = presenter
        self.importing = presenter.importing
        self.follow(presenter)
        self.views = Segments(_("How the notes are shown"))
        self.views.show_choices(
            [_("By table"), _("By theme"), _("By prompt"), _("Gallery")],
            short=[_("Tables"), _("Themes"), _("Prompts"), _("Gallery")],
        )
        self.views.setCurrentIndex(presenter.views.shown.place)
        self.import_button = push_button(_("Import notes…"), self._on_import)
        self.suggestions = SuggestionsMenu(presenter, self)
        self.head_actions.addWidget(self.suggestions.button)
        self.head_actions.addWidget(self.views)
        self.head_actions.addWidget(self.import_button)

        self.capture = CaptureCard(presenter)
        self.filters = FilterBar(presenter)
        self.list = ByTable(_("All notes, by table"), presenter)
        self.note_actions = NoteActions(presenter)
        self.choosers = NoteChoosers(presenter, self.note_actions, self)
        self.columns = ThemeColumns(presenter, self.choosers.watch)
        self.by_prompt = PromptColumns(presenter, self.choosers.watch)
        self.gallery = GalleryView(presenter)
        self.details = DetailsCard(presenter)
        self.suggested = SuggestionsCard(presenter)
        self.none_yet = EmptyState(
            _("No notes yet. Type the first one at the left, or bring a list from a spreadsheet.")
        )
        self.tables_button = push_button(
            _("Choose the tables"), partial(self.page_asked.emit, "cafe"), kind="primary"
        )
        self.no_tables = EmptyState(
            _("Each note belongs to a table, and this café has no tables yet."), self.tables_button
        )
        views: dict[View, NotesView] = {
            View.TABLE: self.list,
            View.THEME: self.columns,
            View.PROMPT: self.by_prompt,
            View.GALLERY: self.gallery,
        }
        self.found = FoundNotes(presenter, self.filters, views, self.none_yet)
        self._build()
        self.choosers.watch(self.list)
        self.choosers.watch(self.gallery.list)
        self.gallery.wall_asked.connect(self.toggle_wall)
        self.setAcceptDrops(True)
        self.views.currentChanged.connect(self._on_view)
        self.found.shown.connect(self._on_chosen)
        for view in (self.list, self.columns, self.by_prompt, self.gallery):
            view.chosen.connect(self._on_chosen)
        self.note_actions.edit_asked.connect(self._on_edit)
        self.looking = NoteLooking(
            self,
            presenter,
            capture=self.capture,
            actions=self.note_actions,
            details=self.details,
            show=self._show_left,
            resting_place=self.resting_place,
        )
        self.suggestions.asked.connect(partial(self.views.setCurrentIndex, 1))
        self.suggestions.asked.connect(self.suggested.take_focus)
        presenter.shown.connect(self.show_notes)
        presenter.importing.read.connect(self.show_arrival)
        self.capture.text_edit.lines_pasted.connect(self.take_text)
        self.show_arrival()
        self.when_seen(self.show_notes)  # notes are measured once, at the width they have then

    def _build(self) -> None:
        self.work = QWidget()
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(self.capture, 9)
        row.addWidget(self.details, 9)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.filters)
        shown = QHBoxLayout()
        shown.setSpacing(WIDE)
        shown.addWidget(self.found, 17)
        shown.addWidget(self.suggested, 9)
        right.addLayout(shown, 1)
        right.addWidget(self.note_actions)
        row.addLayout(right, 17)
        self._noting = QWidget()
        column = QVBoxLayout(self._noting)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.no_tables, 1)
        column.addWidget(self.work, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._noting)
        self.body.addWidget(self.stack, 1)

    @Slot()
    def show_notes(self) -> None:
        presenter = self._presenter
        has_tables = presenter.tables > 0
        self.subtitle.setText(subtitle_of(presenter))
        self.no_tables.setVisible(not has_tables)
        self.work.setVisible(has_tables)
        self.views.setEnabled(has_tables)
        self.suggestions.button.setEnabled(bool(presenter.notes))
        self._show_left()
        self.capture.show_notes()
        has_notes = bool(presenter.notes)
        self.filters.setVisible(has_notes)
        self.note_actions.setVisible(has_notes)
        self.found.show_notes()
        self.suggested.show_suggestions()

    def _show_left(self) -> None:
        """Show the field for notes, unless the details have its place or notes are being sorted."""
        presenter = self._presenter
        is_sorting = presenter.views.shown is not View.TABLE and bool(presenter.notes)
        self.capture.setVisible(self.details.isHidden() and not is_sorting)

    @cached_property
    def preview(self) -> NotesPreview:
        """What a list would bring in; made for the first list, as most looks need none."""
        panel = NotesPreview(self._presenter)
        self.stack.addWidget(panel)
        return panel

    @property
    def _shows_preview(self) -> bool:
        return self.stack.currentWidget() is not self._noting

    def resting_place(self) -> QWidget:
        shown = self.found.view.resting_place()
        return shown if shown.isVisible() else self

    def show_arrival(self) -> None:
        """Show the list that is about to come in, if there is one."""
        arrival = self._presenter.importing.arrival
        was_shown = self._shows_preview
        for part in (self.suggestions.button, self.views, self.import_button):
            part.setVisible(arrival is None)
        if arrival is None:
            self.stack.setCurrentWidget(self._noting)
            if was_shown:
                self.take_focus()
            return
        self.preview.show_arrival(arrival)
        self.stack.setCurrentWidget(self.preview)
        if not was_shown:
            self.preview.take_focus()

    @property
    def view(self) -> int:
        return self.views.currentIndex()

    def show_view(self, view: int) -> None:
        self.views.setCurrentIndex(view)

    def show_place(self, place: object) -> None:
        """Show the table and round of `place`, or only the table, and the field to note there."""
        assert isinstance(place, tuple)
        table, round_ = place
        self.views.setCurrentIndex(0)
        self.details.close_card()
        self.capture.go_to(table, round_)

    def take_focus(self) -> None:
        if self._shows_preview:
            self.preview.take_focus()
        elif self._presenter.tables == 0:
            self.tables_button.setFocus()
        elif self.details.isVisible():
            self.details.take_focus()
        elif self._presenter.is_by_theme:
            self.columns.unsorted.list.setFocus()
        elif self._presenter.views.shown is View.TABLE or not self._presenter.notes:
            self.capture.text_edit.setFocus()
        else:
            self.found.view.resting_place().setFocus()

    def toggle_wall(self) -> None:
        """Show the headline wall to the room, or put it away."""
        show_or_close(self._presenter, self.screen())

    def seek(self) -> None:
        self.filters.search_edit.setFocus()
        self.filters.search_edit.selectAll()

    def keep_typed(self) -> None:
        self.capture.keep_typed()
        self.details.keep_typed()
        for view in self.found.lists:
            view.keep_typed()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if find_dropped(event, LISTS) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := find_dropped(event, LISTS)) is not None:
            event.acceptProposedAction()
            self._presenter.importing.read_file(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_text(QApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Escape and self._shows_preview:
            self._presenter.importing.cancel()
        else:
            super().keyPressEvent(event)

    def take_text(self, text: str) -> None:
        """Show what was pasted as notes: rows of a spreadsheet, or lines; one line is typed."""
        presenter = self._presenter
        lines = lines_to_notes(text)
        if is_a_table(text):
            presenter.importing.read_text(text.strip("\r\n"))
        elif self._shows_preview or not lines or presenter.tables == 0:
            return
        elif len(lines) == 1:
            self.capture.text_edit.insertPlainText(text.strip())
            self.capture.text_edit.setFocus()
        else:
            self.capture.keep_typed()
            PasteDialog(presenter, text, self).open()

    def _on_chosen(self) -> None:
        by_theme, chosen = self._presenter.is_by_theme, self.found.view.chosen_notes
        self.note_actions.show_chosen(chosen, self.columns.chosen_theme if by_theme else NO_THEME)
        self.details.follow(chosen)
        self.filters.show_chosen(len(chosen))
        self.suggestions.show_chosen(chosen)

    def _on_view(self, place: int) -> None:
        self.keep_typed()
        chosen = self.found.view.chosen_notes
        self._presenter.views.shown = list(View)[place]
        self.show_notes()
        self.found.choose(chosen)
        self.view_changed.emit()

    def _on_edit(self) -> None:
        chosen = set(self.note_actions.notes)
        for view in self.found.lists:
            if view.isVisible() and chosen.intersection(view.chosen_notes):
                view.setFocus()
                view.edit_current()
                return

    def _on_import(self) -> None:
        if path := ask.open_file(self, _("Import notes"), ask.lists()):
            self._presenter.importing.read_file(path)
