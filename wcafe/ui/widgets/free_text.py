"""A text at length, with headings and lists, whose few marks buttons and keys write."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wcafe.domain.text import clean
from wcafe.ui.widgets import text_marks as marks
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.widgets.text_area import TextArea
from wcafe.ui.words import _

_PAUSE = 1200  # milliseconds without a key after which a text is kept
_DRAFT = 250  # milliseconds without a key after which its words are safe from a crash


class FreeTextArea(TextArea):
    """Plain words, with marks at the beginnings of lines and around bold ones.

    Enter in a list begins its next item, and ends the list behind an empty one.

    Signals:
        kept: the words, after a pause or at the end. Those that could not be kept stay.
        typed: the words so far, not yet kept.
    """

    kept = Signal(str)
    typed = Signal(str)

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._kept = ""
        self._is_touched = False  # since it was shown, kept or looked at
        self._pause, self._draft = QTimer(self), QTimer(self)
        for timer, length, does in (
            (self._pause, _PAUSE, self.keep),
            (self._draft, _DRAFT, self._say_typed),
        ):
            timer.setSingleShot(True)
            timer.setInterval(length)
            timer.timeout.connect(does)
        self.textChanged.connect(self._on_text)

    @property
    def is_typed(self) -> bool:
        """Does it hold something that is not kept yet?"""
        return self._is_touched and clean(self.toPlainText()) != self._kept

    def show_text(self, text: str) -> None:
        """Show `text`, which is kept, unless something else is typed here and not yet kept."""
        is_typed, self._kept = self.is_typed, text
        if not is_typed and clean(self.toPlainText()) != text:
            self.setPlainText(text)
            self._rest()

    def type_in(self, text: str) -> None:
        """Hold `text` as if it had just been typed: it waited since the desk was closed."""
        self.setPlainText(text)

    def keep(self) -> None:
        """Keep what is typed, if it is not kept yet."""
        if self.is_typed:
            self.kept.emit(self.toPlainText())
        self._rest() if not self.is_typed else self._pause.stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keep()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Bold):
            self.mark_bold()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if not marks.go_on_with_list(self):
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    # Marks

    def mark_heading(self) -> None:
        """Let the line be a heading, a smaller one, or none, in turn."""
        marks.mark_heading(self)

    def mark_list(self) -> None:
        """Let the chosen lines be items of a list, or none of them."""
        marks.mark_list(self)

    def mark_bold(self) -> None:
        """Put marks around what is chosen, or the word at the cursor; or take them off."""
        marks.mark_bold(self)

    def _on_text(self) -> None:
        self._is_touched = True
        self._pause.start()
        self._draft.start()

    def _rest(self) -> None:
        self._is_touched = False
        self._pause.stop()
        self._draft.stop()

    def _say_typed(self) -> None:
        if self.is_typed:
            self.typed.emit(self.toPlainText())


class FreeTextField(QWidget):
    """The text, buttons that write its marks, and a hint how they are typed."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.area = FreeTextArea(name, placeholder)
        self.heading_button = push_button(
            _("Heading"), partial(self._do, self.area.mark_heading), kind="small"
        )
        self.list_button = push_button(
            _("List"), partial(self._do, self.area.mark_list), kind="small"
        )
        self.bold_button = push_button(
            _("Bold"), partial(self._do, self.area.mark_bold), kind="small", tip=_("Ctrl+B")
        )
        self.hint = Text(_("# heading · ## smaller heading · - item · **bold**"), "caption")
        self.hint.setMinimumHeight(self.bold_button.sizeHint().height())
        tools = QWidget()
        flow = FlowLayout(tools)
        for button in (self.heading_button, self.list_button, self.bold_button):
            flow.addWidget(button)
        flow.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(tools)
        column.addWidget(self.area, 1)

    def _do(self, mark: Callable[[], object]) -> None:
        mark()
        self.area.setFocus()
