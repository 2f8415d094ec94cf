"""Harvest on screen: notes are typed at the left and found at the right, or sorted by theme."""

from functools import cached_property, partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

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
from wcafe.ui.notes.laid_out import lay_out
from wcafe.ui.notes.looking import NoteLooking
from wcafe.ui.notes.paste_dialog import PasteDialog
from wcafe.ui.notes.photos.part import PhotosPart
from wcafe.ui.notes.photos.view import dropped_pictures
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.preview import NotesPreview
from wcafe.ui.notes.prompt_columns import PromptColumns
from wcafe.ui.notes.subtitle import subtitle_of
from wcafe.ui.notes.suggestions_card import SuggestionsCard
from wcafe.ui.notes.suggestions_menu import SuggestionsMenu
from wcafe.ui.notes.view_choice import view_choice
from wcafe.ui.notes.views import View
from wcafe.ui.notes.wall_window import show_or_close
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.dropping import LISTS, find_dropped
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.parts import Page, push_button
from wcafe.ui.words import _


class NotesPage(Page):
    """Four views of the same notes, of which that by table has the capture card; and the photos."""

    def __init__(self, presenter: NotesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Harvest"), parent)
        self._presenter = presenter
        self.importing = presenter.importing
        self.follow(presenter)
        self.views = view_choice(presenter.views.shown)
        self.import_button = push_button(_("Import notes…"), self._on_import)
        self.suggestions = SuggestionsMenu(presenter, self)
        for part in (self.suggestions.button, self.views, self.import_button):
            self.head_actions.addWidget(part)
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
        lists: tuple[NotesView, ...] = (self.list, self.columns, self.by_prompt, self.gallery)
        of_notes = dict(zip(View, lists, strict=False))  # the photos, which come last, have none
        self.found = FoundNotes(presenter, self.filters, of_notes, self.none_yet)
        self._build()
        self.photos = PhotosPart(presenter.photos, presenter, self.stack, self)
        self.head_actions.addWidget(self.photos.add_button)
        self.details.photo_asked.connect(self.photos.look_at)
        self.details.photo_asked.connect(lambda *_: self.views.setCurrentIndex(View.PHOTOS.place))
        presenter.photos.shown.connect(self._show_subtitle)
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
        left, beside = (self.capture, self.details), (self.found, self.suggested)
        self.work = lay_out(left, self.filters, beside, self.note_actions)
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
        self._show_subtitle()
        self._show_work()
        self.no_tables.setVisible(not has_tables)
        self.work.setVisible(has_tables)
        self.views.setEnabled(has_tables or self.shows_photos)
        self.suggestions.button.setEnabled(bool(presenter.notes))
        self._show_left()
        self.capture.show_notes()
        has_notes = bool(presenter.notes)
        self.filters.setVisible(has_notes)
        self.note_actions.setVisible(has_notes)
        self.found.show_notes()
        self.suggested.show_suggestions()

    @property
    def shows_photos(self) -> bool:
        return self._presenter.views.shown is View.PHOTOS

    def _show_subtitle(self) -> None:
        notes = self._presenter
        self.subtitle.setText(self.photos.subtitle if self.shows_photos else subtitle_of(notes))

    def _show_work(self) -> None:
        """Show the notes or the photos, with what can be done with each, unless a list comes in."""
        is_free, shows_photos = not self._shows_preview, self.shows_photos
        if is_free:
            self.stack.setCurrentWidget(self.photos.view if shows_photos else self._noting)
        self.photos.add_button.setVisible(is_free and shows_photos)
        for button in (self.import_button, self.suggestions.button):
            button.setVisible(is_free and not shows_photos)

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
        return self._presenter.importing.arrival is not None

    def resting_place(self) -> QWidget:
        place = self.photos.view if self.shows_photos else self.found.view
        shown = place.resting_place()
        return shown if shown.isVisible() else self

    def show_arrival(self) -> None:
        """Show the list that is about to come in, if there is one."""
        arrival = self._presenter.importing.arrival
        was_shown = self.stack.currentWidget() is self.__dict__.get("preview", self)
        self.views.setVisible(arrival is None)
        self._show_work()
        if arrival is None:
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
        elif self.shows_photos:
            self.photos.view.take_focus()
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
        self.photos.keep_typed()
        for view in self.found.lists:
            view.keep_typed()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if find_dropped(event, LISTS) is not None or dropped_pictures(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if (path := find_dropped(event, LISTS)) is not None:
            self._presenter.importing.read_file(path)
        else:
            self.views.setCurrentIndex(View.PHOTOS.place)
            self.photos.add(dropped_pictures(event))

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
