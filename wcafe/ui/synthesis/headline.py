"""What a theme says in one line, large, in the field in which it is written."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy

from wcafe.domain.synthesis import ThemeId
from wcafe.domain.text import one_line
from wcafe.ui.widgets.text_area import TextArea
from wcafe.ui.widgets.theme import serif
from wcafe.ui.words import _

_PAUSE = 1000  # milliseconds without a key after which the words are kept
_MOST_LINES = 3

Keep = Callable[[ThemeId, str, str], bool]
"""Keeps the headline of a theme, given also the one before; says whether it could."""


class HeadlineField(TextArea):
    """The headline of one theme at a time: kept by itself, never lost, never reset while typed."""

    def __init__(self, keep: Keep) -> None:
        super().__init__()
        self.setAccessibleName(_("Headline of the theme"))
        self.setPlaceholderText(_("What does this theme say, in one line?"))
        self.setProperty("look", "headline")
        self.setFont(serif(20))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._keep = keep
        self._theme = ThemeId("")
        self._seen = ""
        self._unkept: dict[ThemeId, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep)
        self.textChanged.connect(self._on_text)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def is_typed(self) -> bool:
        """Does it hold something that is not kept yet?"""
        return bool(self._theme) and one_line(self.toPlainText()) != self._seen

    def show_headline(self, theme: ThemeId, headline: str) -> None:
        """Show what is kept of `theme`; what is being typed there, or could not be kept, stays."""
        if theme != self._theme:
            if self.is_typed:
                self._unkept[self._theme] = self.toPlainText()
            self._theme, self._seen = theme, headline
            self._put(self._unkept.pop(theme, headline))
        elif not self.is_typed:
            self._seen = headline
            if one_line(self.toPlainText()) != headline:
                self._put(headline)
        else:
            self._seen = headline  # whoever types sees it told, and then these words count

    def keep(self) -> None:
        self._pause.stop()
        if self.is_typed:
            before, typed = self._seen, self.toPlainText()
            self._seen = one_line(typed)
            if not self._keep(self._theme, typed, before):
                self._seen = before

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keep()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # once the words have found their lines

    def _put(self, text: str) -> None:
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._pause.stop()

    def _on_text(self) -> None:
        if self.is_typed:
            self._pause.start()
        else:
            self._pause.stop()

    def _fit(self) -> None:
        lines = max(1, min(int(self.document().size().height()), _MOST_LINES))
        height = QFontMetrics(self.font()).lineSpacing() * lines + 14
        if height != self.height():
            self.setFixedHeight(height)
