"""Undo where the keyboard stands in a field: its own typing first, then the edits of the café."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

_KEYS = QKeySequence.StandardKey
_SHIFTED = QKeyCombination(
    Qt.Modifier.CTRL | Qt.Modifier.SHIFT, Qt.Key.Key_Z
)  # the menus take it for Redo everywhere


class TakingBack(QObject):
    """Lets the keys of Undo and Redo through to the menus where a field has no use for them.

    Qt gives them to the field with the keyboard, also to an empty one. Only that field is
    watched: to look at every event of the desk would cost time.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        is_undo = event.matches(_KEYS.Undo)
        is_redo = event.matches(_KEYS.Redo) or event.keyCombination() == _SHIFTED
        return (is_undo or is_redo) and not _has_own(watched, is_undo=is_undo)


def _has_own(watched: QObject, *, is_undo: bool) -> bool:
    """Has the field something of its own to take back, or to do again?"""
    field = watched.lineEdit() if isinstance(watched, QAbstractSpinBox | QComboBox) else watched
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if is_undo else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return document.isUndoAvailable() if is_undo else document.isRedoAvailable()
    return True
