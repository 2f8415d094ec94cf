"""Themes at the left, the chosen one with its statements, and beside them what they rest on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.ui.note_cards.merge_dialog import MergeDialog
from wcafe.ui.note_cards.name_dialog import NameDialog, WhenThere, rename_dialog
from wcafe.ui.synthesis.coverage_card import CoverageCard
from wcafe.ui.synthesis.forget_list import ForgetList
from wcafe.ui.synthesis.notes_card import NotesCard
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.source_chip import SourceChip
from wcafe.ui.synthesis.theme_card import ThemeCard
from wcafe.ui.synthesis.theme_list import ThemeList
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.parts import GAP, Card, push_button, thin_line
from wcafe.ui.words import _

_BETWEEN = 14  # pixels between the cards
_NARROWEST, _WIDEST = 226, 260  # pixels of the list of themes


class ThemesView(QWidget):
    """Where the synthesis is written. `harvest_asked`: the way to the notes is asked for."""

    harvest_asked = Signal()

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._came_from: QWidget | None = None  # where the keyboard was before it went to a note
        self.list = ThemeList(presenter)
        self.forget = ForgetList(presenter)
        self.card = ThemeCard(presenter)
        self.coverage = CoverageCard(presenter)
        self.notes = NotesCard(presenter)
        self.add_button = push_button(_("New theme…"), self._on_add)
        self.menu_button = push_button(
            "⋯", self._open_menu, kind="dots", name=_("What can be done with the theme")
        )
        self.menu = QMenu(self)
        for words, key, way in (
            (_("Rename"), "F2", self._on_rename),
            (_("Move up"), _("Ctrl+Up"), partial(self._on_moved, -1)),
            (_("Move down"), _("Ctrl+Down"), partial(self._on_moved, 1)),
            (_("Merge…"), "M", self._on_merge),
            (_("Remove"), _("Del"), self._on_remove),
        ):
            action = self.menu.addAction(f"{words}\t{key}")
            action.triggered.connect(lambda _on=False, go=way: go())
        self.harvest_button = push_button(
            _("Go to Harvest"), self.harvest_asked.emit, kind="primary"
        )
        self.no_notes = EmptyState("", self.harvest_button)
        self.first_button = push_button(_("New theme…"), self._on_add, kind="primary")
        self.no_themes = EmptyState(
            _("Name a first theme here, or sort the notes into themes in Harvest."),
            self.first_button,
        )
        self._build()
        self.list.chosen.connect(self._on_chosen)
        self.list.moved.connect(self._on_moved)
        self.list.removed.connect(self._on_remove)
        self.list.merge_asked.connect(self._on_merge)
        self.list.not_renamed.connect(self._on_not_renamed)
        self.card.asked.connect(self._on_asked)
        self.notes.back_asked.connect(self._on_back)
        self.notes.statement_asked.connect(self._on_statement)
        self.notes.harvest_asked.connect(self.harvest_asked)
        presenter.scope_changed.connect(self.card.show_looked_at)

    def _build(self) -> None:
        self._left = Card(_("Themes"))
        self._left.column.setContentsMargins(12, 14, 12, 12)
        self._left.setMinimumWidth(_NARROWEST)
        self._left.setMaximumWidth(_WIDEST)
        self.list.setMinimumHeight(110)
        self._left.column.addWidget(self.list, 1)
        self._left.column.addWidget(thin_line())
        self._left.column.addWidget(self.forget)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.menu_button)
        buttons.addStretch(1)
        self._left.column.addLayout(buttons)
        self._stack = QStackedWidget()
        for part in (self.card, self.no_themes, self.no_notes):
            self._stack.addWidget(part)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(_BETWEEN)
        right.addWidget(self.notes, 5)  # first: Tab leads from a sentence to its notes
        right.insertWidget(0, self.coverage, 6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        row.addWidget(self._left, 9)
        row.addWidget(self._stack, 19)
        row.addWidget(self._right, 11)

    def show_cafe(self) -> None:
        presenter = self._presenter
        self.list.show_themes()
        self.card.show_theme()
        self.forget.show_counts()
        self.coverage.show_coverage(presenter.sourcing)
        self.notes.show_notes()
        has_themes, has_notes = bool(presenter.rows), bool(presenter.snapshot.notes)
        self._left.setVisible(has_themes or has_notes)
        self._right.setVisible(has_notes)
        self.no_notes.sentence.setText(
            _("No notes yet. Type in Harvest what the tables say; then it can be shared here.")
        )
        shown = self.card if has_themes else self.no_themes if has_notes else self.no_notes
        self._stack.setCurrentWidget(shown)
        theme, last = presenter.theme, len(presenter.rows) - 1
        place = presenter.row.place if presenter.row is not None else -1
        rename, up, down, merge, remove = self.menu.actions()
        rename.setEnabled(theme is not None)
        remove.setEnabled(theme is not None)
        merge.setEnabled(theme is not None and last > 0)
        up.setEnabled(theme is not None and place > 0)
        down.setEnabled(theme is not None and place < last)
        self.menu_button.setEnabled(theme is not None)

    def take_focus(self) -> None:
        if self._presenter.sorting.themes:
            self.list.setFocus()
        elif self._presenter.snapshot.notes:
            self.first_button.setFocus()
        else:
            self.harvest_button.setFocus()

    def keep_typed(self) -> None:
        self.list.keep_typed()
        self.card.keep_typed()

    def _on_asked(self, note: str) -> None:
        """Show a note among the others, and remember the way back."""
        self._came_from = self.focusWidget()
        self._presenter.look_at_note(NoteId(note))
        self.notes.list.setFocus()

    def _on_back(self) -> None:
        """Go back to the source that led here, else to the words for which notes are marked."""
        before, self._came_from = self._came_from, None
        self._presenter.look_at(self._presenter.scope)
        if isinstance(before, SourceChip) and self.card.isAncestorOf(before) and before.isVisible():
            before.setFocus()
        else:
            self.card.go_to_writing()

    def _on_statement(self, note: str) -> None:
        """Go to the statement that rests on a note; without one, to the words under way."""
        presenter = self._presenter
        stating = [
            (theme.id, said.id)
            for theme in sorted(presenter.sorting.themes, key=lambda t: t.id != presenter.chosen)
            for said in theme.statements
            if note in said.notes
        ]
        if not stating or presenter.opposing.is_asking:
            self.card.go_to_writing()
            return
        theme_id, statement = stating[0]
        if theme_id != presenter.chosen:
            self._on_chosen(theme_id)
        self.card.go_to(statement)

    def _on_chosen(self, theme: str) -> None:
        self.card.keep_typed()
        self._presenter.choose(ThemeId(theme))

    def _on_add(self) -> None:
        NameDialog(
            _("New theme"),
            "",
            self._presenter.add_theme,
            self._presenter.sorting,
            WhenThere(words=_("Go to it"), take=self._go_to),
            self,
        ).open()

    def _go_to(self, theme: Theme) -> bool:
        self._presenter.choose(theme.id)
        self.list.setFocus()
        return True

    def _open_menu(self) -> None:
        self.menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().topLeft()))

    def _on_rename(self) -> None:
        self.list.setFocus()
        self.list.edit_chosen()

    def _on_not_renamed(self, theme: str, typed: str) -> None:
        """Say why a theme cannot have the name that was typed in the list, which is not lost."""
        if (named := self._presenter.sorting.theme(ThemeId(theme))) is not None:
            dialog = rename_dialog(self._presenter.sorting, named, self, typed)
            dialog.open()
            dialog.try_name()

    def _on_merge(self) -> None:
        theme = self._presenter.theme
        if theme is not None and len(self._presenter.sorting.themes) > 1:
            MergeDialog(self._presenter.sorting, theme.id, self).open()

    def _on_remove(self) -> None:
        if (theme := self._presenter.theme) is not None:
            self._presenter.sorting.remove_theme(theme.id)

    def _on_moved(self, by: int) -> None:
        if (theme := self._presenter.theme) is not None:
            self._presenter.sorting.move_theme(theme.id, by)
