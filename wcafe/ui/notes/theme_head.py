"""The head of a theme's column: its mark and name, by which it can be dragged, and its menu."""

from html import escape

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu

from wcafe.domain.synthesis import Theme, ThemeId, mark_of
from wcafe.ui.note_cards.merge_dialog import MergeDialog
from wcafe.ui.note_cards.models import THEME
from wcafe.ui.note_cards.name_dialog import rename_dialog
from wcafe.ui.note_cards.sorting import Sorting
from wcafe.ui.widgets.marks import Mark, paint_theme_mark
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.widgets.theme import serif
from wcafe.ui.words import _


class ThemeHead(QFrame):
    """Names a column. A theme is dragged by it onto the head of another one, or to its place.

    Signals:
        split_asked: the chosen notes are to become a theme of their own.
    """

    split_asked = Signal()

    def __init__(self, sorting: Sorting, theme: ThemeId) -> None:
        super().__init__()
        self._sorting, self._theme = sorting, theme
        self._pressed: QPoint | None = None
        self.can_split = False
        self.mark = Mark(0, 16, paint=paint_theme_mark)
        self.name = Text("", "heading", wraps=True)
        self.name.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.name.setMinimumHeight(2 * QFontMetrics(serif(16)).lineSpacing())
        self.menu_button = push_button("⋯", self.open_menu, kind="quiet")
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.mark, 0, top)
        row.addWidget(self.name, 1)
        row.addWidget(self.menu_button, 0, top)
        if theme:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.menu_button.setCursor(Qt.CursorShape.ArrowCursor)
        else:
            for part in (self.mark, self.menu_button):
                part.hide()  # in the row all the same: they go with it

    def show_theme(self, place: int, theme: Theme | None) -> None:
        if theme is None:
            self.name.setText(_("To sort"))
            return
        self.mark.show_number(mark_of(theme, place))
        self.name.setText(f"{place + 1}. {theme.name}")
        words = _("Theme {name}: rename, move, merge, split, remove").format(name=theme.name)
        if words != self.menu_button.accessibleName():
            self.menu_button.setAccessibleName(words)
            self.menu_button.setToolTip(f"<qt>{escape(words)}</qt>")

    def open_menu(self) -> None:
        sorting, theme = self._sorting, self._theme
        places = [each.id for each in sorting.themes]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Rename…"), self.rename)
        earlier = menu.addAction(_("One place earlier"), lambda: sorting.move_theme(theme, -1))
        earlier.setEnabled(places[0] != theme)
        later = menu.addAction(_("One place later"), lambda: sorting.move_theme(theme, 1))
        later.setEnabled(places[-1] != theme)
        menu.addSeparator()
        merge = menu.addAction(_("Merge into another theme…"), self.merge)
        merge.setEnabled(len(places) > 1)
        split = menu.addAction(_("The chosen notes become a theme…"), self.split_asked.emit)
        split.setEnabled(self.can_split)
        menu.addSeparator()
        menu.addAction(_("Remove, keep its notes"), lambda: sorting.remove_theme(theme))
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    def rename(self) -> None:
        if (theme := self._sorting.theme(self._theme)) is not None:
            rename_dialog(self._sorting, theme, self).open()

    def merge(self) -> None:
        """Ask for a theme to put all of this one into."""
        if len(self._sorting.themes) > 1 and self._sorting.theme(self._theme) is not None:
            MergeDialog(self._sorting, self._theme, self).open()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if is_left and self._theme else None
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            pressed, self._pressed = self._pressed, None
            self._drag(pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        event.accept()
        self.rename()

    def dragged(self) -> QMimeData:
        """Return what is dragged with this head."""
        dragged = QMimeData()
        dragged.setData(THEME, self._theme.encode())
        return dragged

    def _drag(self, pressed: QPoint) -> None:
        drag = QDrag(self)
        drag.setMimeData(self.dragged())
        drag.setPixmap(self.grab())
        drag.setHotSpot(pressed)
        drag.exec(Qt.DropAction.MoveAction)
