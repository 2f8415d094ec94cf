"""A button whose place stays as it is, however long its words are."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent

from wcafe.ui.widgets.parts import Button

_AROUND, _LEAST = 34, 120  # pixels around the words, and of the whole at least


class ElidedButton(Button):
    """Shows the beginning of words that are too long, and all of them in a tip."""

    def __init__(self, words: str, clicked: Callable[[], object]) -> None:
        super().__init__()
        self._words = words
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked=False: clicked())
        self.show_words(words)

    def show_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self._show()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._words) + _AROUND
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        room = self.width() - _AROUND
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self._words if shown != self._words else "")
