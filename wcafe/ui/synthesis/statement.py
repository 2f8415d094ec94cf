"""The field in which a statement is written: kept by itself, never lost, never reset."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QTextCursor

from wcafe.domain.synthesis import ThemeId
from wcafe.domain.text import clean
from wcafe.ui.widgets.text_area import TextArea

_PAUSE = 1000  # milliseconds without a key after which the words are kept

Keep = Callable[[ThemeId, str, str], bool]
"""Keeps the words of a theme, given also those that were there before; says whether it could."""


class StatementField(TextArea):
    """The statement of one theme at a time.

    Words are kept after a pause and when the field is left. Those that could not be kept stay
    in the field and are tried again.
    """

    def __init__(self, name: str, placeholder: str, keep: Keep) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._keep = keep
        self._theme = ThemeId("")  # of no theme
        self._seen = ""  # what is kept, or was when the writing began
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep)
        self.textChanged.connect(self._on_text)

    @property
    def theme(self) -> ThemeId:
        return self._theme

    @property
    def is_typed(self) -> bool:
        """Does it hold something that is not kept yet?"""
        return bool(self._theme) and clean(self.toPlainText()) != self._seen

    def show_statement(self, theme: ThemeId, statement: str, unkept: str | None) -> None:
        """Show what is kept of `theme`, or `unkept` where that could not be.

        What is being typed is never replaced.
        """
        if theme != self._theme:
            self._theme, self._seen = theme, statement
            self._put(statement if unkept is None else unkept)
        elif not self.is_typed:
            self._seen = statement
            if clean(self.toPlainText()) != statement:
                self._put(statement)
        elif unkept is not None:
            self._seen = statement  # the person was told, and these words stay: they count

    def keep(self) -> None:
        self._pause.stop()
        if not self.is_typed:
            return
        before, typed = self._seen, self.toPlainText()
        self._seen = clean(typed)
        if not self._keep(self._theme, typed, before):
            self._seen = before

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keep()
        super().focusOutEvent(event)

    def _put(self, text: str) -> None:
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._pause.stop()

    def _on_text(self) -> None:
        if self.is_typed:
            self._pause.start()
        else:
            self._pause.stop()
