"""A note is edited in its place: Enter keeps, Shift+Enter breaks the line, Escape leaves it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wcafe.domain.notes import Note
from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.widgets.keyed import ROW, Index
from wcafe.ui.widgets.text_area import TextArea
from wcafe.ui.words import _

_LOWEST = 84  # pixels: three lines and their frame
_ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_NO_INDEX = QPersistentModelIndex()
_PAUSE = 400  # milliseconds without a key after which an unfinished edit is remembered


class NoteEditor(TextArea):
    """The words of one note, as they were when the editing began."""

    def __init__(self, note: Note, parent: QWidget) -> None:
        super().__init__(parent)
        self.note = note
        self.setAccessibleName(_("Words of the note"))
        self.setToolTip(_("Enter keeps · Shift+Enter new line · Escape leaves it as it was"))
        self.setPlainText(note.text)
        self.moveCursor(QTextCursor.MoveOperation.End)


class NoteEditing(QStyledItemDelegate):
    """Lends a list one editor at a time. Words that could not be kept stay in it.

    `reword` keeps them; `remember` is told what is typed so far, and None once nothing is; `offer`
    may stand by an editor that opens.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.reword: Callable[[Note, str], bool] = lambda _note, _text: False
        self.remember: Callable[[Note | None, str], object] = lambda _note, _text: None
        self.offer: Callable[[NoteEditor], object] = lambda _editor: None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self.editor: NoteEditor | None = None
        self.edited = _NO_INDEX
        self.closeEditor.connect(self._on_closed)

    def finish(self) -> bool:
        """Keep what is being typed, if anything is; return whether nothing is open any more."""
        editor = self.editor
        if editor is None:
            return True
        if editor.toPlainText() != editor.note.text and not self.reword(
            editor.note, editor.toPlainText()
        ):
            return False
        if self.editor is editor:  # keeping it may have closed it
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> NoteEditor:
        row: Filed = index.data(ROW)
        self.editor, self.edited = NoteEditor(row.note, parent), QPersistentModelIndex(index)
        self.editor.textChanged.connect(self._pause.start)
        self.offer(self.editor)
        return self.editor

    def setEditorData(self, _editor: QWidget, _index: Index) -> None:
        """Leave what is typed alone, whatever arrives meanwhile."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        area: QRect = option.rect
        height = max(area.height() - 8, _LOWEST)
        top = max(0, min(area.top(), self._view.viewport().height() - height))
        editor.setGeometry(area.left(), top, area.width() - 2, height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _ELSEWHERE:
                self.finish()
            return False
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_shifted:
            self.finish()
            return True
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.finish()
            return True
        if event.key() == Qt.Key.Key_Escape:
            assert self.editor is not None
            hint = QAbstractItemDelegate.EndEditHint.RevertModelCache
            self.closeEditor.emit(self.editor, hint)
            return True
        return False

    def _on_pause(self) -> None:
        if self.editor is not None:
            self.remember(self.editor.note, self.editor.toPlainText())

    def _on_closed(self) -> None:
        self._pause.stop()
        self.remember(None, "")
        self.editor, self.edited = None, _NO_INDEX
