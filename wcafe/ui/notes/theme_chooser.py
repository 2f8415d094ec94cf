"""The small window that T opens: a few letters find a theme, other words make a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.ui.note_cards.filed import NO_THEME
from wcafe.ui.note_cards.theme_picker import ThemePicker
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.parts import GAP, Text
from wcafe.ui.widgets.word_offer import WordOffer
from wcafe.ui.words import _


class ThemeChooser(QDialog):
    """Enter files the notes under the marked line, with Ctrl too; the arrows mark another one.

    Args:
        presenter: who files them.
        notes: which notes.
        parent: the page that asks.
        home: the theme in whose column they are chosen and which they leave; else they leave all.
    """

    def __init__(
        self,
        presenter: NotesPresenter,
        notes: Sequence[NoteId],
        parent: QWidget,
        home: ThemeId = NO_THEME,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._notes, self._home = tuple(notes), home
        self.setWindowTitle(_("Sort into a theme"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self.picker = ThemePicker(
            _("A theme, or a new one in the words people used"), self._other_lines
        )
        self.name_edit, self.list = self.picker.name_edit, self.picker.list
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(self.picker)
        keys = _("Enter files the notes · Ctrl+Enter also there · ↑↓ another theme · Esc leaves")
        column.addWidget(Text(keys, "caption", wraps=True))
        WordOffer(self.name_edit, presenter.day_words, by_arrow=False)
        self.picker.entered.connect(self._on_entered)
        presenter.shown.connect(self._show_themes)
        self._show_themes()

    def _show_themes(self) -> None:
        self.picker.show_themes(list(enumerate(self._presenter.sorting.themes)))

    def _on_entered(self, is_also: bool) -> None:
        theme, sorting = self.picker.chosen, self._presenter.sorting
        out_of = () if is_also else (self._home,) if self._home else None
        if theme is not None:
            is_kept = sorting.file(self._notes, theme.id, out_of=out_of)
        elif not self.picker.typed:
            is_kept = sorting.file(self._notes, None, out_of=out_of)
        else:
            is_kept = sorting.file_under_new(self._notes, self.picker.typed, out_of=out_of)
        if is_kept:
            self.accept()

    def _other_lines(self, typed: str, is_known: bool) -> Sequence[str]:
        """Return what else Enter can do: no theme, or one of that new name."""
        if typed:
            return [] if is_known else [_("New theme: “{name}”").format(name=typed)]
        home: Theme | None = self._presenter.sorting.theme(self._home)
        if home is None:
            return [_("No theme")]
        return [_("Out of “{theme}”").format(theme=home.name)]
