"""How one card of the headline wall looks: its words, its theme and its table."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from wcafe.domain.typography import with_hard_spaces
from wcafe.domain.wall import WallCard
from wcafe.i18n import Words
from wcafe.ui.widgets.marks import paint_mark, paint_theme_mark, shade
from wcafe.ui.widgets.theme import colours, sans


class WallFaces:
    """Measures and draws cards of one width.

    Args:
        width: pixels of a card.
        size, least: pixels of the words, and of the line below them.
        words: the language of the café.
    """

    def __init__(self, width: float, size: int, least: int, words: Words) -> None:
        self._words, self._language = words, str(words.info().get("language", "en"))
        self._font, self._small = sans(size), sans(least)
        self._pad = 0.62 * size
        self._bar = 0.26 * size
        self._inner = max(width - self._bar - 2 * self._pad, 20.0)
        self._foot = QFontMetricsF(self._small).lineSpacing()
        self.gap = round(0.7 * size)

    def height_of(self, card: WallCard) -> int:
        """Return how many pixels `card` is high if all its words are shown."""
        return round(_height_of(self._lay_out(self._set(card.text))) + self._foot + 2.6 * self._pad)

    def paint(self, painter: QPainter, card: WallCard, area: QRectF) -> None:
        palette = colours()
        sheet = QPainterPath()
        sheet.addRoundedRect(area, self._pad * 0.7, self._pad * 0.7)
        painter.fillPath(sheet, QColor(palette.card))
        painter.save()
        painter.setClipPath(sheet, Qt.ClipOperation.IntersectClip)
        bar = QRectF(area.left(), area.top(), self._bar, area.height())
        painter.fillRect(bar, shade(card.mark) if card.theme else QColor(palette.line))
        painter.restore()
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawPath(sheet)
        left, top = area.left() + self._bar + self._pad, area.top() + self._pad
        room = area.height() - 2.6 * self._pad - self._foot
        painter.setPen(QColor(palette.ink))
        self._cut(self._set(card.text), room).draw(painter, QPointF(left, top))
        self._paint_foot(painter, card, QPointF(left, area.bottom() - self._pad - self._foot))

    def _paint_foot(self, painter: QPainter, card: WallCard, at: QPointF) -> None:
        """Say the theme at the left and the table at the right; the theme gives way."""
        metrics, mark = QFontMetricsF(self._small), 0.72 * self._foot
        painter.setFont(self._small)
        painter.setPen(QColor(colours().muted))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        table = self._words.gettext("Table {number}").format(number=card.table + 1)
        wide = metrics.horizontalAdvance(table)
        line = QRectF(at.x(), at.y(), self._inner, self._foot)
        painter.drawText(line, middle | int(Qt.AlignmentFlag.AlignRight), table)
        square = QRectF(0, 0, mark, mark)
        square.moveCenter(QPointF(line.right() - wide - 0.8 * mark, line.center().y()))
        paint_mark(painter, card.table, square)
        if not card.theme:
            return
        square.moveLeft(line.left())
        paint_theme_mark(painter, card.mark, square)
        name = line.adjusted(1.4 * mark, 0, -wide - 2.2 * mark, 0)
        shown = metrics.elidedText(card.theme, Qt.TextElideMode.ElideRight, name.width())
        painter.setPen(QColor(colours().muted))
        painter.drawText(name, middle, shown)

    def _set(self, text: str) -> str:
        return with_hard_spaces(text, self._language)

    def _lay_out(self, text: str) -> QTextLayout:
        """Return `text` in lines that end between words, or in a word wider than a card."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text.replace("\n", "\u2028"), self._font)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._inner)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _cut(self, text: str, room: float) -> QTextLayout:
        """Lay out as much of `text` as there is `room` for, ending in “…” if that is not all."""
        layout = self._lay_out(text)
        if _height_of(layout) <= room + 1:
            return layout
        least, most = 0, len(text)
        while least < most:
            middle = (least + most + 1) // 2
            fits = _height_of(self._lay_out(_shortened(text, middle))) <= room + 1
            least, most = (middle, most) if fits else (least, middle - 1)
        return self._lay_out(_shortened(text, least))


def _shortened(text: str, end: int) -> str:
    return text[:end].rstrip() + "…"


def _height_of(layout: QTextLayout) -> float:
    last = layout.lineAt(layout.lineCount() - 1)
    return last.y() + last.height() if last.isValid() else 0.0
