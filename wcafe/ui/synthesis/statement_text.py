"""The words of a statement as they are read, with claims underlined that nothing bears out."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from wcafe.domain.typography import with_hard_spaces
from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.words import spoken

Span = tuple[int, int]
"""Where a claim stands in the words: its first character, and the one behind its last."""

_PIXELS, _EDGE = 15, 4


class StatementText(QWidget):
    """Words to be read, walked to by the keyboard.

    Signals:
        edit_asked: Enter, F2 or a click: other words are wanted.
        remove_asked: the Delete key was pressed.
        moved: the statement is to go up (-1) or down (1) one place.
        walked: the keyboard goes to the statement before (-1) or after (1).
    """

    edit_asked = Signal()
    remove_asked = Signal()
    moved = Signal(int)
    walked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._spans: tuple[Span, ...] = ()
        self._heights: dict[int, int] = {}  # by width: asked for again and again by the layout
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str, spans: Sequence[Span]) -> None:
        """Show `text`, with what stands at `spans` underlined."""
        self._heights = {}
        self._text, self._spans = text, tuple(spans)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if (height := self._heights.get(width)) is None:
            height = round(self._lay_out(width).boundingRect().height()) + 2 * _EDGE
            self._heights[width] = height
        return height

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = colours()
        painter.setPen(QColor(palette.ink))
        self._lay_out(self.width()).draw(painter, QPointF(_EDGE, _EDGE))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if step and is_control:
            self.moved.emit(step)
        elif step:
            self.walked.emit(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.edit_asked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _lay_out(self, width: int) -> QTextLayout:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # spaces that no line ends at are as many as those they replace, so that places stay
        shown = with_hard_spaces(self._text, spoken()).replace("\n", "\u2028")
        layout = QTextLayout(shown, sans(_PIXELS))
        layout.setTextOption(option)
        layout.setFormats([self._underline(*span) for span in self._spans])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - 2 * _EDGE, 20))
            line.setPosition(QPointF(0, height))
            height += line.height() + 2
        layout.endLayout()
        return layout

    def _underline(self, start: int, end: int) -> QTextLayout.FormatRange:
        """Return the format of a claim. Qt counts UTF-16 units where Python counts characters."""
        mark = QTextLayout.FormatRange()
        mark.start = _units(self._text[:start])
        mark.length = _units(self._text[start:end])
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        style.setUnderlineColor(QColor(colours().care))
        style.setBackground(QColor(colours().care_soft))
        mark.format = style
        return mark


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
