"""The list of themes: chosen, put in order, merged and renamed by mouse or keyboard."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QLineEdit, QListView

from wcafe.domain.synthesis import ThemeId
from wcafe.domain.text import has_words
from wcafe.ui.note_cards.models import THEME
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.theme_model import ThemeModel
from wcafe.ui.synthesis.theme_rows import ThemeRows
from wcafe.ui.widgets.keyed import Index
from wcafe.ui.words import _

_DROP = QAbstractItemView.DropIndicatorPosition


class ThemeList(QListView):
    """Themes, whose choice survives every change.

    Signals:
        chosen: the id of the theme that the person chose.
        moved: the chosen theme is to go up (-1) or down (1).
        removed: the chosen theme is to go.
        merge_asked: it is to be merged into another one.
        not_renamed: the id of a theme, and the name typed for it that it cannot have.
    """

    chosen = Signal(str)
    moved = Signal(int)
    removed = Signal()
    merge_asked = Signal()
    not_renamed = Signal(str, str)

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.themes = ThemeModel(self._rename)
        self.setModel(self.themes)
        self.setItemDelegate(ThemeRows(self, presenter.sorting.day_words))
        self.setAccessibleName(_("Themes, in the order of the synthesis"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._is_showing = False

    def show_themes(self) -> None:
        self._is_showing = True
        self.themes.show_rows(self._presenter.rows)
        place = self.themes.row_of(self._presenter.chosen)
        index = self.themes.index(-1 if place is None else place)  # -1 is no row
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._is_showing = False

    def edit_chosen(self) -> None:
        """Open the field for the name of the chosen theme."""
        self.edit(self.currentIndex())

    def keep_typed(self) -> None:
        """Keep the name that is being typed, if one is."""
        if (editor := self.viewport().findChild(QLineEdit)) is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if now.isValid() and not self._is_showing:
            self.chosen.emit(ThemeId(self.themes.rows[now.row()].theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if is_control and (by := steps.get(Qt.Key(event.key()))):
            self.moved.emit(by)
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.removed.emit()
        elif event.key() == Qt.Key.Key_M and not event.modifiers() and not self._is_editing():
            self.merge_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_editing():
            self.edit_chosen()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the short cuts."""

    def dropEvent(self, event: QDropEvent) -> None:
        """Merge a theme into the one it is dropped on, or put it between two."""
        theme = ThemeId(bytes(event.mimeData().data(THEME).data()).decode())
        index = self.indexAt(event.position().toPoint())
        place = self.dropIndicatorPosition()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        sorting, row = (
            self._presenter.sorting,
            self.themes.rows[index.row()] if index.isValid() else None,
        )
        if row is None:
            sorting.place_theme(theme, len(sorting.themes) - 1)
        elif row.theme != theme and place is _DROP.OnItem:
            sorting.merge_theme(theme, ThemeId(row.theme))
        elif row.theme != theme:
            sorting.place_beside(theme, ThemeId(row.theme), is_behind=place is _DROP.BelowItem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # names find other lines

    def _is_editing(self) -> bool:
        return self.state() is QAbstractItemView.State.EditingState

    def _rename(self, theme: ThemeId, name: str) -> bool:
        """Give a theme another name; one that it cannot have is told where the words stay."""
        if has_words(name) and not self._presenter.sorting.is_free(name, besides=theme):
            QTimer.singleShot(0, self, lambda: self.not_renamed.emit(theme, name))
            return False
        return self._presenter.rename(theme, name)
