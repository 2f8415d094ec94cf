"""The small window that T opens: a few letters find a theme, other words make a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QVBoxLayout, QWidget

from wcafe.domain.lengths import CELL
from wcafe.domain.notes import NoteId
from wcafe.domain.search import look_for
from wcafe.domain.synthesis import Theme, mark_of
from wcafe.domain.text import fold, one_line
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.marks import mark_icon, paint_theme_mark
from wcafe.ui.widgets.parts import GAP, Text, with_label
from wcafe.ui.words import _

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ThemeChooser(QDialog):
    """Enter files the notes under the marked line; the arrows mark another one."""

    def __init__(self, presenter: NotesPresenter, notes: Sequence[NoteId], parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._notes = tuple(notes)
        self._shown: list[Theme] = []
        self.setWindowTitle(_("Sort into a theme"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self.name_edit = QLineEdit(maxLength=CELL)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Themes"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addLayout(
            with_label(_("A theme, or a new one in the words people used"), self.name_edit)
        )
        column.addWidget(self.list)
        column.addWidget(
            Text(_("Enter files the notes · ↑↓ another theme · Esc leaves"), "caption")
        )
        self.name_edit.installEventFilter(self)
        self.name_edit.textChanged.connect(self._show_themes)
        self.name_edit.returnPressed.connect(self._on_enter)
        self.list.itemClicked.connect(self._on_enter)
        self._show_themes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.name_edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            QApplication.sendEvent(self.list, event)
            return True
        return False

    def _show_themes(self) -> None:
        """Show the themes that hold what is typed, and below them what else Enter could do."""
        name = one_line(self.name_edit.text())
        sought, search = fold(name), look_for(name)
        themes = list(enumerate(self._presenter.sorting.themes))
        found = [(place, theme) for place, theme in themes if search.is_in(theme.name)]
        self._shown = [theme for _place, theme in found]
        self.list.clear()
        for place, theme in found:
            self.list.addItem(theme.name)
            self.list.item(self.list.count() - 1).setIcon(
                mark_icon(mark_of(theme, place), paint=paint_theme_mark)
            )
        is_known = any(fold(theme.name) == sought for theme in self._shown)
        if not name:
            self.list.addItem(_("No theme"))
        elif not is_known:
            self.list.addItem(_("New theme: “{name}”").format(name=name))
        self.list.setCurrentRow(_likely(self._shown, sought))

    def _on_enter(self) -> None:
        row = self.list.currentRow()
        name = one_line(self.name_edit.text())
        if row < 0:
            return
        if row < len(self._shown):
            self._presenter.sorting.file(self._notes, self._shown[row].id)
        elif not name:
            self._presenter.sorting.file(self._notes, None)
        elif not self._presenter.sorting.file_under_new(self._notes, name):
            return
        self.accept()


def _likely(themes: Sequence[Theme], sought: str) -> int:
    """Return the line that is meant: that very name, one that begins so, the first; else last."""
    names = [fold(theme.name) for theme in themes]
    if sought in names:
        return names.index(sought)
    starts = (place for place, name in enumerate(names) if name.startswith(sought))
    return next(starts, 0)
