"""How a theme looks in the list: its mark, its name in full, its notes, has it a statement."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wcafe.domain.lengths import LONG
from wcafe.ui.synthesis.coverage import ThemeRow
from wcafe.ui.synthesis.theme_model import count_of, state_of
from wcafe.ui.widgets.keyed import ROW, Index
from wcafe.ui.widgets.marks import paint_theme_mark
from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.widgets.word_offer import WordOffer
from wcafe.ui.words import _

_PAD, _MARK, _MOST_LINES = 9, 16, 3
_LEFT = _PAD + _MARK + 10


class ThemeRows(QStyledItemDelegate):
    """Draws a theme: its mark and number, its name in full, how many notes, has it a statement."""

    def __init__(self, view: QListView, day_words: Callable[[], Sequence[str]]) -> None:
        super().__init__(view)
        self._view, self._day_words = view, day_words
        self._name_font, self._small_font = sans(14, is_bold=True), sans(12)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        name = self._room_of_name(index.data(ROW), width)
        small = QFontMetrics(self._small_font).height()
        return QSize(_LEFT, round(name.height()) + small + 2 * _PAD + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ThemeRow = index.data(ROW)
        palette, area = colours(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = area.adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.soft))
            painter.drawRoundedRect(ground, 9, 9)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 9, 9)
        mark = QRectF(area.left() + _PAD, area.top() + _PAD + 2, _MARK, _MARK)
        paint_theme_mark(painter, row.mark, mark)
        name = self._room_of_name(row, int(area.width())).translated(area.topLeft())
        painter.setFont(self._name_font)
        painter.setPen(QColor(palette.ink))
        painter.drawText(name, _numbered_name(row), _wrapping())
        below = QRectF(name.left(), name.bottom() + 2, name.width(), area.bottom() - name.bottom())
        painter.setFont(self._small_font)
        is_done = row.is_worded and not row.unsourced and not row.stale
        painter.setPen(QColor(palette.good if is_done else palette.care))
        sign = "✓" if is_done else "!"
        words = f"{sign} {count_of(row)} · {state_of(row)}"
        metrics = painter.fontMetrics()
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, words, QTextOption(Qt.AlignmentFlag.AlignTop))
        painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent, maxLength=LONG)  # what is longer than a name is told
        editor.setAccessibleName(_("Name of the theme, in the words people used"))
        WordOffer(editor, self._day_words)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        height = editor.sizeHint().height()
        rect = option.rect.adjusted(2, 0, -2, 0)
        rect.setTop(rect.center().y() - height // 2)
        rect.setHeight(height)
        editor.setGeometry(rect)

    def _room_of_name(self, row: ThemeRow, width: int) -> QRectF:
        metrics = QFontMetrics(self._name_font)
        area = QRectF(_LEFT, _PAD, max(width - _LEFT - _PAD, 40), metrics.height() * _MOST_LINES)
        flags = int(Qt.TextFlag.TextWrapAnywhere) | int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(area.toRect(), flags, _numbered_name(row)).height()
        lines = min(max(round(needed / metrics.height()), 1), _MOST_LINES)
        area.setHeight(lines * metrics.height())
        return area


def _numbered_name(row: ThemeRow) -> str:
    return f"{row.place + 1}. {row.name}"


def _wrapping() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
