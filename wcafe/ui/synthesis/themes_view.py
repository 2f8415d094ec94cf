"""Themes at the left, the chosen one with its statement and its notes at the right."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.ui.note_cards.merge_dialog import MergeDialog
from wcafe.ui.note_cards.name_dialog import NameDialog, WhenThere, rename_dialog
from wcafe.ui.synthesis.coverage_card import CoverageCard
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.theme_card import ThemeCard
from wcafe.ui.synthesis.theme_list import ThemeList
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.parts import GAP, WIDE, Card, push_button
from wcafe.ui.words import _

_SIDE, _ROOM = 4, 7  # how the width is shared


class ThemesView(QWidget):
    """Where the synthesis is written. `harvest_asked`: the way to the notes is asked for."""

    harvest_asked = Signal()

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.list = ThemeList(presenter)
        self.card = ThemeCard(presenter)
        self.coverage = CoverageCard()
        self.add_button = push_button(_("New theme…"), self._on_add)
        self.rename_button = push_button(_("Rename"), self._on_rename, tip=_("The F2 key"))
        self.merge_button = push_button(_("Merge…"), self._on_merge, tip=_("The M key"))
        self.remove_button = push_button(_("Remove"), self._on_remove, tip=_("The Delete key"))
        self.up_button = push_button(
            "↑", partial(self._on_moved, -1), name=_("Move up"), tip=_("Ctrl+Up")
        )
        self.down_button = push_button(
            "↓", partial(self._on_moved, 1), name=_("Move down"), tip=_("Ctrl+Down")
        )
        self.sort_button = push_button(_("Sort them in Harvest"), self.harvest_asked.emit)
        self.coverage.column.addWidget(self.sort_button)
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

    def _build(self) -> None:
        themes = Card(_("Themes"))
        themes.column.addWidget(self.list, 1)
        buttons = QGridLayout()
        buttons.setSpacing(GAP)
        for place, button in enumerate((self.up_button, self.down_button)):
            buttons.addWidget(button, 0, place)
        buttons.addWidget(self.add_button, 0, 2)
        change = QHBoxLayout()
        change.setSpacing(GAP)
        change.addWidget(self.rename_button)
        change.addWidget(self.merge_button)
        change.addWidget(self.remove_button)
        change.addStretch(1)
        buttons.setColumnStretch(3, 1)
        themes.column.addLayout(buttons)
        themes.column.addLayout(change)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(WIDE)
        side.addWidget(themes, 1)
        side.addWidget(self.coverage)
        self._stack = QStackedWidget()
        for part in (self.card, self.no_themes, self.no_notes):
            self._stack.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(self._side, _SIDE)
        row.addWidget(self._stack, _ROOM)

    def show_themes(self) -> None:
        presenter = self._presenter
        self.list.show_themes()
        self.card.show_theme()
        self.coverage.show_coverage(presenter.coverage)
        self.sort_button.setVisible(presenter.coverage.unsorted > 0)
        has_themes, has_notes = bool(presenter.sorting.themes), bool(presenter.snapshot.notes)
        self._side.setVisible(has_themes or has_notes)
        self.no_notes.sentence.setText(
            _("No notes yet. Type in Harvest what the tables say; then it can be shared here.")
        )
        shown = self.card if has_themes else self.no_themes if has_notes else self.no_notes
        self._stack.setCurrentWidget(shown)
        theme, last = presenter.theme, len(presenter.sorting.themes) - 1
        place = presenter.row.place if presenter.row is not None else -1
        for button in (self.rename_button, self.remove_button):
            button.setEnabled(theme is not None)
        self.merge_button.setEnabled(theme is not None and last > 0)
        self.up_button.setEnabled(theme is not None and place > 0)
        self.down_button.setEnabled(theme is not None and place < last)

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
