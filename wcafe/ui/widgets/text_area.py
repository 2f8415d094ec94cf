"""A text of several lines that gives back what it holds, character by character.

Qt's own gives a plain space for a no-break one, which French has before a colon and inside « ».
"""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

_BREAKS = str.maketrans("\u2028\u2029", "\n\n")  # how a document ends lines and paragraphs


class TextArea(QPlainTextEdit):
    """A plain text in which no character turns into another one; see `TypedField`."""

    is_by_enter = is_refused = False

    def toPlainText(self) -> str:
        return self.document().toRawText().translate(_BREAKS)

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QMimeData()
        copied.setText(self.textCursor().selectedText().translate(_BREAKS))
        return copied
