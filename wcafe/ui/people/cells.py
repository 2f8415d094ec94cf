"""How cells of the table of people are drawn and edited: a tick, a line of text, a choice."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wcafe.domain.lengths import CELL
from wcafe.ui.widgets.theme import colours

Index = QModelIndex | QPersistentModelIndex
_BOX = 16  # pixels of a tick box


class CellDelegate(QStyledItemDelegate):
    """Edits a cell in its place. What could not be kept stays in its field.

    Args:
        view: the table.
        choices: the values a column offers, each with its words; None where text is typed.
        heading: what a column is called, for screen readers.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        choices: Callable[[int], Mapping[Any, str] | None],
        heading: Callable[[int], str],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._choices = choices
        self._heading = heading
        self._refused: tuple[QPersistentModelIndex, str] | None = None
        self.editor: QWidget | None = None  # the open one
        self.give_up: Callable[[], object] = lambda: None  # nothing is typed any more

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        choices = self._choices(index.column())
        if choices is None:
            field = QLineEdit(parent)
            field.setFrame(False)
            field.setMaxLength(CELL)
            self.editor = field
        else:
            box = QComboBox(parent)
            for value, words in choices.items():
                box.addItem(words, value)
            box.activated.connect(self._on_chosen)
            self.editor = box
        self.editor.setAccessibleName(self._heading(index.column()))
        return self.editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
            if self._refused is None:
                self.give_up()
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            refused, self._refused = self._refused, None
            is_same = refused is not None and refused[0] == index
            editor.setText(refused[1] if refused and is_same else index.data())
        elif isinstance(editor, QComboBox):
            words = index.data()
            place = editor.findData(int(words) - 1) if words.isdigit() else editor.findText(words)
            editor.setCurrentIndex(max(place, 0))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            choices = self._choices(index.column()) or {}  # Qt would make words of a Role
            model.setData(index, list(choices)[editor.currentIndex()])
        elif isinstance(editor, QLineEdit) and not model.setData(index, editor.text()):
            self._refused = (QPersistentModelIndex(index), editor.text())
            # not now: Qt is about to close this field
            QTimer.singleShot(0, self, self._open_again)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        place = option.rect
        if isinstance(editor, QComboBox):
            place.setWidth(max(place.width(), editor.sizeHint().width()))
        editor.setGeometry(place)

    def keep_typed(self) -> None:
        """Keep what is typed in an open field."""
        if self.editor is not None:
            self.commitData.emit(self.editor)
            if self.editor is not None and self._refused is None:
                self.closeEditor.emit(self.editor)

    def _on_chosen(self, _place: int) -> None:
        if self.editor is not None:
            editor = self.editor
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    def _open_again(self) -> None:
        if self._refused is not None and self._refused[0].isValid():
            index = self._view.model().index(self._refused[0].row(), self._refused[0].column())
            self._view.setCurrentIndex(index)
            self._view.edit(index)


class TickDelegate(QStyledItemDelegate):
    """A tick box in the middle of its cell; a click changes it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        palette = colours()
        box = QRectF(0, 0, _BOX, _BOX)
        box.moveCenter(QRectF(option.rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.setPen(QPen(QColor(palette.accent if is_on else palette.muted), 1))
        painter.setBrush(QColor(palette.accent if is_on else palette.card))
        painter.drawRoundedRect(box, 4, 4)
        if is_on:
            painter.setPen(QPen(QColor(palette.on_accent), 2))
            corner = box.topLeft()
            points = (QPointF(4, 8.5), QPointF(7, 11.5), QPointF(12, 5))
            painter.drawPolyline([corner + point for point in points])
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        is_click = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        )
        if is_click:
            box = QRectF(0, 0, 2 * _BOX, 2 * _BOX)
            box.moveCenter(QRectF(option.rect).center())
            if isinstance(event, QMouseEvent) and box.contains(event.position()):
                model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        return False
