"""How cells of the table of people are edited: a line of text, a choice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QTimer,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wcafe.domain.lengths import CELL

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What stands in an open field, and what the cell said when it was opened."""

    text: str
    seen: str


class CellDelegate(QStyledItemDelegate):
    """Edits a cell in its place. What could not be kept stays in its field, whatever news come in.

    Where somebody else changed the cell meanwhile that is told, and nobody's words are lost.

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
        self._refused: tuple[QPersistentModelIndex, HalfTyped] | None = None
        self.editor: QWidget | None = None  # the open one
        self.give_up: Callable[[], object] = lambda: None  # nothing is typed any more
        # tells of a row and of what somebody else has put there
        self.refuse: Callable[[int, str], object] = lambda _row, _now: None
        self._seen = ""  # what the cell said when it was opened

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
            if editor.isModified():
                return  # nobody's news are put over what is typed
            typed = fresh = HalfTyped(index.data(), index.data())
            if self._refused is not None and self._refused[0] == index:
                typed = self._refused[1]
            self._refused = None
            shown = typed if typed.text != typed.seen else fresh
            self._seen = shown.seen
            editor.setText(shown.text)
            editor.setModified(shown is not fresh)
        elif isinstance(editor, QComboBox):
            words = index.data()
            place = editor.findData(int(words) - 1) if words.isdigit() else editor.findText(words)
            editor.setCurrentIndex(max(place, 0))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            choices = self._choices(index.column()) or {}  # Qt would make words of a Role
            model.setData(index, list(choices)[editor.currentIndex()])
        elif isinstance(editor, QLineEdit):
            now = index.data()
            if now not in (self._seen, editor.text()):
                self.refuse(index.row(), now)
            elif model.setData(index, editor.text()):
                return
            self.open_with(index, HalfTyped(editor.text(), now))

    @property
    def typed(self) -> HalfTyped | None:
        """What stands in an open field and is not kept yet; None where none is open."""
        field = self.editor
        return HalfTyped(field.text(), self._seen) if isinstance(field, QLineEdit) else None

    def open_with(self, index: Index, typed: HalfTyped) -> None:
        """Open a cell again with what was typed there."""
        self._refused = (QPersistentModelIndex(index), typed)
        # not now: Qt is about to close the field that was open
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
