"""Harvest on screen: notes are typed at the left and found at the right, or sorted by theme."""

from functools import cached_property, partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wcafe.services.note_lists import is_a_table, lines_to_notes
from wcafe.ui.note_cards.filed import NO_THEME
from wcafe.ui.note_cards.name_dialog import name_notes
from wcafe.ui.notes.actions import NoteActions
from wcafe.ui.notes.capture import CaptureCard
from wcafe.ui.notes.columns import ThemeColumns
from wcafe.ui.notes.filters import FilterBar
from wcafe.ui.notes.found import FoundNotes
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.paste_dialog import PasteDialog
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.preview import NotesPreview
from wcafe.ui.notes.suggestions_card import SuggestionsCard
from wcafe.ui.notes.suggestions_menu import SuggestionsMenu
from wcafe.ui.notes.theme_chooser import ThemeChooser
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.dropping import LISTS, find_dropped
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.parts import GAP, WIDE, Page, push_button
from wcafe.ui.widgets.segments import Segments
from wcafe.ui.words import _, figure, ngettext


class NotesPage(Page):
    """Two views of the same notes: by table beside the capture card, and by theme."""

    def __init__(self, presenter: NotesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Harvest"), parent)
        self._presenter = presenter
        self.importing = presenter.importing
        self.follow(presenter)
        self.views = Segments(_("How the notes are shown"))
        self.views.show_choices([_("By table"), _("By theme")])
        self.views.setCurrentIndex(int(presenter.is_by_theme))
        self.import_button = push_button(_("Import notes…"), self._on_import)
        self.suggestions = SuggestionsMenu(presenter, self)
        self.head_actions.addWidget(self.suggestions.button)
        self.head_actions.addWidget(self.views)
        self.head_actions.addWidget(self.import_button)

        self.capture = CaptureCard(presenter)
        self.filters = FilterBar(presenter)
        self.list = NoteList(_("All notes, by table"), presenter)
        self.columns = ThemeColumns(presenter, self._watch)
        self.note_actions = NoteActions(presenter)
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
        self.found = FoundNotes(presenter, self.filters, self.list, self.columns, self.none_yet)
        self._build()
        self._watch(self.list)
        self.setAcceptDrops(True)
        self.views.currentChanged.connect(self._on_view)
        self.found.shown.connect(self._on_chosen)
        self.list.chosen.connect(self._on_chosen)
        self.columns.chosen.connect(self._on_chosen)
        self.note_actions.edit_asked.connect(self._on_edit)
        self.note_actions.name_asked.connect(self._on_name)
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
        is_by_theme, has_tables = presenter.is_by_theme, presenter.tables > 0
        self._show_subtitle()
        self.no_tables.setVisible(not has_tables)
        self.work.setVisible(has_tables)
        self.views.setEnabled(has_tables)
        self.suggestions.button.setEnabled(bool(presenter.notes))
        types = not (is_by_theme and presenter.notes)
        self.capture.setVisible(types)
        if types:
            self.capture.show_notes()
        has_notes = bool(presenter.notes)
        self.filters.setVisible(has_notes)
        self.note_actions.setVisible(has_notes)
        self.found.show_notes()
        self.suggested.show_suggestions()
        self._on_chosen()

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
        shown = self.columns.resting_place() if self._presenter.is_by_theme else self.list
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
        self.capture.go_to(table, round_)

    def take_focus(self) -> None:
        if self._shows_preview:
            self.preview.take_focus()
        elif self._presenter.tables == 0:
            self.tables_button.setFocus()
        elif self._presenter.is_by_theme:
            self.columns.unsorted.list.setFocus()
        else:
            self.capture.text_edit.setFocus()

    def seek(self) -> None:
        self.filters.search_edit.setFocus()
        self.filters.search_edit.selectAll()

    def keep_typed(self) -> None:
        self.capture.keep_typed()
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

    def _show_subtitle(self) -> None:
        presenter = self._presenter
        notes, tables, rounds = len(presenter.notes), presenter.tables, presenter.rounds
        facts = [ngettext("{number} note", "{number} notes", notes).format(number=figure(notes))]
        if tables:
            words = ngettext("{number} table", "{number} tables", tables)
            facts.append(words.format(number=figure(tables)))
        words = ngettext("{number} round", "{number} rounds", rounds)
        facts.append(words.format(number=rounds))
        self.subtitle.setText(" · ".join(facts))

    def _watch(self, view: NoteList) -> None:
        view.deleted.connect(self._on_delete)
        view.themes_asked.connect(self._on_themes)
        view.menu_asked.connect(self._on_menu)
        view.split_asked.connect(self._on_split)
        view.join_asked.connect(self._on_join)
        view.lone_asked.connect(self._on_lone)

    def _on_chosen(self) -> None:
        by_theme = self._presenter.is_by_theme
        chosen = (self.columns if by_theme else self.list).chosen_notes
        self.note_actions.show_chosen(chosen, self.columns.chosen_theme if by_theme else NO_THEME)
        self.filters.show_chosen(len(chosen))
        self.suggestions.show_chosen(chosen)

    def _on_view(self, place: int) -> None:
        self.keep_typed()
        self._presenter.is_by_theme = place == 1
        self.show_notes()
        self.view_changed.emit()

    def _on_edit(self) -> None:
        chosen = set(self.note_actions.notes)
        for view in self.found.lists:
            if view.isVisible() and chosen.intersection(view.chosen_notes):
                view.setFocus()
                view.edit_current()
                return

    def _on_delete(self) -> None:
        self.note_actions.delete()

    def _on_split(self) -> None:
        self.note_actions.split()

    def _on_join(self) -> None:
        self.note_actions.join()

    def _on_lone(self) -> None:
        self.note_actions.mark_lone()

    def _on_themes(self) -> None:
        if self.note_actions.notes:
            chosen, home = self.note_actions.notes, self.note_actions.theme
            ThemeChooser(self._presenter, chosen, self, home).open()

    def _on_menu(self, at: QPoint) -> None:
        self.note_actions.open_menu(at)

    def _on_name(self) -> None:
        chosen, out_of = self.note_actions.notes, self.note_actions.out_of
        name_notes(self._presenter.sorting, chosen, self, out_of=out_of).open()

    def _on_import(self) -> None:
        if path := ask.open_file(self, _("Import notes"), ask.lists()):
            self._presenter.importing.read_file(path)
