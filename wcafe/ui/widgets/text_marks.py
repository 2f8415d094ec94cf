"""Marks of free text, written at the cursor: headings, lists, bold words.

Each change is one step of the field's own undo.
"""

import re
from collections.abc import Callable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

_HEADING = re.compile(r"#{1,3} +")
_ITEM = re.compile(r"[ \t]*(?:[-*•–]|\d{1,3}[.)]) +")
_BOLD = "**"


def mark_heading(area: QPlainTextEdit) -> None:
    """Let the line be a heading, a smaller one, or none, in turn."""
    line = area.textCursor().block().text()
    found = _HEADING.match(line)
    mark = {0: "# ", 2: "## "}.get(len(found[0]) if found else 0, "")
    _mark_lines(area, lambda line: mark + _HEADING.sub("", line, count=1))


def mark_list(area: QPlainTextEdit) -> None:
    """Let the chosen lines be items of a list, or none of them."""
    lines = [line for line in _chosen_lines(area) if line.strip()]
    is_list = bool(lines) and all(map(_ITEM.match, lines))
    if is_list:
        _mark_lines(area, lambda line: _ITEM.sub("", line, count=1))
    else:
        is_one = len(_chosen_lines(area)) == 1
        _mark_lines(
            area,
            lambda line: (
                f"- {line}" if (line.strip() or is_one) and not _ITEM.match(line) else line
            ),
        )


def mark_bold(area: QPlainTextEdit) -> None:
    """Put marks around what is chosen, or the word at the cursor; or take them off."""
    cursor = area.textCursor()
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    words = cursor.selectedText()
    if "\u2029" in words:  # bold ends with its paragraph
        return
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    cursor.setPosition(max(start - len(_BOLD), cursor.block().position()))
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    is_marked = cursor.selectedText().startswith(_BOLD) and len(cursor.selectedText()) > len(words)
    cursor.setPosition(start - len(_BOLD) if is_marked else start)
    end += len(_BOLD) if is_marked else 0
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words if is_marked else f"{_BOLD}{words}{_BOLD}")
    if not words:
        cursor.setPosition(start + len(_BOLD))
    area.setTextCursor(cursor)


def _chosen_lines(area: QPlainTextEdit) -> list[str]:
    cursor, document = area.textCursor(), area.document()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    return [document.findBlockByNumber(n).text() for n in range(first, last + 1)]


def _mark_lines(area: QPlainTextEdit, marked: Callable[[str], str]) -> None:
    """Change the chosen lines, as one step of the field's own undo."""
    cursor, document = area.textCursor(), area.document()
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
    area.setTextCursor(cursor)


def go_on_with_list(area: QPlainTextEdit) -> bool:
    """Begin the next item, or end a list behind an empty one; False where there is none."""
    cursor = area.textCursor()
    line, at = cursor.block().text(), cursor.positionInBlock()
    found = _ITEM.match(line)
    if cursor.hasSelection() or found is None or at < found.end():
        return False
    if found.end() == len(line):
        cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        cursor.removeSelectedText()
    else:
        number = re.search(r"\d+", found[0])
        mark = found[0] if number is None else found[0].replace(number[0], str(int(number[0]) + 1))
        cursor.insertText(f"\n{mark}")
    area.setTextCursor(cursor)
    area.ensureCursorVisible()
    return True
