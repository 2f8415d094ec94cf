"""The small window that T opens: a few letters find a theme, other words make a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from wcafe.domain.notes import NoteId
from wcafe.ui.note_cards.theme_picker import ThemePicker
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.parts import GAP, Text
from wcafe.ui.words import _


class ThemeChooser(QDialog):
    """Enter files the notes under the marked line; the arrows mark another one."""

    def __init__(self, presenter: NotesPresenter, notes: Sequence[NoteId], parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._notes = tuple(notes)
        self.setWindowTitle(_("Sort into a theme"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self.picker = ThemePicker(_("A theme, or a new one in the words people used"), _others)
        self.name_edit, self.list = self.picker.name_edit, self.picker.list
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(self.picker)
        column.addWidget(
            Text(_("Enter files the notes · ↑↓ another theme · Esc leaves"), "caption")
        )
        self.picker.entered.connect(self._on_entered)
        presenter.shown.connect(self._show_themes)
        self._show_themes()

    def _show_themes(self) -> None:
        self.picker.show_themes(list(enumerate(self._presenter.sorting.themes)))

    def _on_entered(self) -> None:
        theme, name = self.picker.chosen, self.picker.typed
        sorting = self._presenter.sorting
        if theme is not None:
            sorting.file(self._notes, theme.id)
        elif not name:
            sorting.file(self._notes, None)
        elif not sorting.file_under_new(self._notes, name):
            return
        self.accept()


def _others(typed: str, is_known: bool) -> Sequence[str]:
    """Return what else Enter can do: no theme, or one of that new name."""
    if not typed:
        return [_("No theme")]
    return [] if is_known else [_("New theme: “{name}”").format(name=typed)]
