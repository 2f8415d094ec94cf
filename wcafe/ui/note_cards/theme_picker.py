"""A field in which a few letters of a name, or a number, find a theme."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from wcafe.domain.lengths import LONG
from wcafe.domain.search import look_for
from wcafe.domain.synthesis import Theme, ThemeId, mark_of
from wcafe.domain.text import fold, one_line
from wcafe.domain.theme_shaping import namesake
from wcafe.ui.widgets.marks import mark_icon, paint_theme_mark
from wcafe.ui.widgets.parts import GAP, with_label
from wcafe.ui.words import _

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

Placed = tuple[int, Theme]
"""A theme and its place among all, from 0."""


class ThemePicker(QWidget):
    """Themes below the field that finds them; arrows mark another line, Enter or a click takes it.

    Args:
        label: what the field asks for.
        others: returns the lines below the themes, given what is typed and whether a theme has
            that very name.

    Signals:
        entered: a line is taken; True where Ctrl was held.
    """

    entered = Signal(bool)

    def __init__(
        self, label: str, others: Callable[[str, bool], Sequence[str]] = lambda _typed, _is: ()
    ) -> None:
        super().__init__()
        self._others = others
        self._themes: Sequence[Placed] = ()
        self._shown: list[Theme] = []
        self.name_edit = QLineEdit(maxLength=LONG)  # what is longer than a name is told
        self.list = QListWidget()
        self.list.setAccessibleName(_("Themes"))
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard above
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(with_label(label, self.name_edit))
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.name_edit)
        for part in (self.name_edit, self.list):
            part.installEventFilter(self)
        self.name_edit.textChanged.connect(self._on_text)
        self.list.itemClicked.connect(self._on_clicked)

    def show_themes(self, themes: Sequence[Placed]) -> None:
        """Choose among `themes` from now on; the line that is marked stays so if it is there."""
        before, self._themes = self.chosen, themes
        self._look(before.id if before is not None else None)

    @property
    def typed(self) -> str:
        """The name as it stands in the field, on one line."""
        return one_line(self.name_edit.text())

    @property
    def chosen(self) -> Theme | None:
        """The theme whose line is marked."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @property
    def other(self) -> int | None:
        """Which of the other lines is marked, from 0."""
        row = self.list.currentRow() - len(self._shown)
        return row if row >= 0 else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event.modifiers())
            return True
        if watched is self.name_edit and event.key() in _MOVES:
            QApplication.sendEvent(self.list, event)
            return True
        return False

    def _on_text(self) -> None:
        self._look()

    def _look(self, marked: ThemeId | None = None) -> None:
        """Show the themes that hold what is typed, and below them what else Enter could do."""
        typed = self.typed
        found = [(place, theme) for place, theme in self._themes if _is_meant(typed, place, theme)]
        same = namesake((theme for _place, theme in self._themes), typed)
        self._shown = [theme for _place, theme in found]
        self.list.clear()
        for place, theme in found:
            self.list.addItem(f"{place + 1}. {theme.name}")
            icon = mark_icon(mark_of(theme, place), paint=paint_theme_mark)
            self.list.item(self.list.count() - 1).setIcon(icon)
        self.list.addItems(list(self._others(typed, same is not None)))
        ids = [theme.id for theme in self._shown]
        row = ids.index(marked) if marked in ids else _likely(found, typed, same)
        self.list.setCurrentRow(row)

    def _on_clicked(self) -> None:
        self._enter(QApplication.keyboardModifiers())

    def _enter(self, modifiers: Qt.KeyboardModifier) -> None:
        if self.list.currentRow() >= 0:
            self.entered.emit(bool(modifiers & Qt.KeyboardModifier.ControlModifier))


def _is_meant(typed: str, place: int, theme: Theme) -> bool:
    """May `theme` be meant: by its number, by words of its name, or by signs that are no words?"""
    search = look_for(typed)
    if typed and not search:
        return typed in theme.name
    return typed == str(place + 1) or search.is_in(theme.name)


def _likely(found: Sequence[Placed], typed: str, same: Theme | None) -> int:
    """Return the line that is meant: that very name or number, one that begins so, the first."""
    themes = [theme for _place, theme in found]
    if same in themes:
        return themes.index(same)
    numbers = [str(place + 1) for place, _theme in found]
    if typed in numbers:
        return numbers.index(typed)
    sought = fold(typed)
    starts = (row for row, theme in enumerate(themes) if fold(theme.name).startswith(sought))
    return next(starts, 0)
