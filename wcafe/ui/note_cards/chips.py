"""A few words on coloured grounds at the foot of a card, in as many rows as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from wcafe.ui.widgets.theme import colours

_HIGH, _ABOVE, _BETWEEN, _AROUND = 20, 4, 6, 16


def height_of_chips(chips: Sequence[str], font: QFont, width: float) -> int:
    """Return how many pixels `chips` take below a text."""
    return len(_rows(chips, font, width)) * (_HIGH + _ABOVE)


def paint_chips(
    painter: QPainter, chips: Sequence[str], font: QFont, at: QPointF, width: float
) -> None:
    palette = colours()
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    for place, row in enumerate(_rows(chips, font, width)):
        left = at.x()
        for words in row:
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - _AROUND)
            wide = metrics.horizontalAdvance(shown) + _AROUND
            ground = QRectF(left, at.y() + _ABOVE + place * (_HIGH + _ABOVE), wide, _HIGH)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.care_soft))
            painter.drawRoundedRect(ground, _HIGH / 2, _HIGH / 2)
            painter.setPen(QColor(palette.care))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, shown)
            left += wide + _BETWEEN


def _rows(chips: Sequence[str], font: QFont, width: float) -> list[list[str]]:
    rows: list[list[str]] = []
    room = 0.0
    metrics = QFontMetricsF(font)
    for words in chips:
        wide = metrics.horizontalAdvance(words) + _AROUND
        if not rows or wide > room:
            rows.append([])
            room = width
        rows[-1].append(words)
        room -= wide + _BETWEEN
    return rows
