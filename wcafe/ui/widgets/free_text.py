"""A text at length, with headings and lists, whose few marks buttons and keys write."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wcafe.domain.text import clean
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.widgets.text_area import TextArea
from wcafe.ui.words import _

_PAUSE = 1200  # milliseconds without a key after which a text is kept
_DRAFT = 250  # milliseconds without a key after which its words are safe from a crash
_HEADING = re.compile(r"#{1,3} +")
_ITEM = re.compile(r"[ \t]*(?:[-*•–]|\d{1,3}[.)]) +")
_BOLD = "**"


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
            if not self._go_on_with_list():
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    # Marks

    def mark_heading(self) -> None:
        """Let the line be a heading, a smaller one, or none, in turn."""
        line = self.textCursor().block().text()
        found = _HEADING.match(line)
        mark = {0: "# ", 2: "## "}.get(len(found[0]) if found else 0, "")
        self._mark_lines(lambda line: mark + _HEADING.sub("", line, count=1))

    def mark_list(self) -> None:
        """Let the chosen lines be items of a list, or none of them."""
        lines = [line for line in self._chosen_lines() if line.strip()]
        is_list = bool(lines) and all(map(_ITEM.match, lines))
        if is_list:
            self._mark_lines(lambda line: _ITEM.sub("", line, count=1))
        else:
            is_one = len(self._chosen_lines()) == 1
            self._mark_lines(
                lambda line: (
                    f"- {line}" if (line.strip() or is_one) and not _ITEM.match(line) else line
                )
            )

    def mark_bold(self) -> None:
        """Put marks around what is chosen, or the word at the cursor; or take them off."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        words = cursor.selectedText()
        if "\u2029" in words:  # bold ends with its paragraph
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(max(start - len(_BOLD), cursor.block().position()))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        is_marked = cursor.selectedText().startswith(_BOLD) and len(cursor.selectedText()) > len(
            words
        )
        cursor.setPosition(start - len(_BOLD) if is_marked else start)
        end += len(_BOLD) if is_marked else 0
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words if is_marked else f"{_BOLD}{words}{_BOLD}")
        if not words:
            cursor.setPosition(start + len(_BOLD))
        self.setTextCursor(cursor)

    def _chosen_lines(self) -> list[str]:
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        return [document.findBlockByNumber(n).text() for n in range(first, last + 1)]

    def _mark_lines(self, marked: Callable[[str], str]) -> None:
        """Change the chosen lines, as one step of the field's own undo."""
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = document.findBlockByNumber(number)
            line = block.text()
            if (other := marked(line)) != line:
                cursor.setPosition(block.position())
                cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                cursor.insertText(other)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _go_on_with_list(self) -> bool:
        """Begin the next item, or end a list behind an empty one; False where there is none."""
        cursor = self.textCursor()
        line, at = cursor.block().text(), cursor.positionInBlock()
        found = _ITEM.match(line)
        if cursor.hasSelection() or found is None or at < found.end():
            return False
        if found.end() == len(line):
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        else:
            number = re.search(r"\d+", found[0])
            mark = (
                found[0] if number is None else found[0].replace(number[0], str(int(number[0]) + 1))
            )
            cursor.insertText(f"\n{mark}")
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

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
