"""What is painted at a person on the scene: letters on a colour, a name, the star of a host."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from wcafe.ui.plan.seats import Seat
from wcafe.ui.widgets.theme import Colours, sans

DISC, ARC = 14.5, 34.0
"""Units of the scene: radius of a person, and from the middle of one to that of the next."""

_LETTERS = 11  # pixels of a name, however near it is
_DARKEST = 0.18  # the luminance up to which white letters are easier to read than dark ones
_DARK_LETTERS = "#0A0705"  # with these, letters on every hue have a contrast of 4.5 or more


def paint_name(
    painter: QPainter, palette: Colours, seat: Seat, middle: QPointF, near: float
) -> None:
    """Paint the name of who sits here on a tag over the lower rim of the disc.

    The letters are as large on any screen; what comes `near` has room for more of them.
    """
    painter.save()
    painter.translate(middle + QPointF(0, DISC))
    painter.scale(1 / near, 1 / near)
    painter.setFont(sans(_LETTERS))
    metrics = painter.fontMetrics()
    room = int((ARC - 3) * near)
    name = seat.name if metrics.horizontalAdvance(seat.name) <= room else seat.short
    name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
    wide = metrics.horizontalAdvance(name) + 6
    tag = QRectF(-wide / 2, -_LETTERS * 0.7, wide, _LETTERS * 1.4)
    painter.setPen(QPen(QColor(palette.line), 1))
    painter.setBrush(QColor(palette.card))
    painter.drawRoundedRect(tag, 4, 4)
    painter.setPen(QColor(palette.ink))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()


def paint_star(painter: QPainter, palette: Colours, middle: QPointF) -> None:
    """Paint the star of a table host, light on a dark disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.ink))
    painter.drawEllipse(middle, 6.5, 6.5)
    painter.setBrush(QColor(palette.card))
    tips = [((4.6, 1.9)[k % 2], pi * k / 5) for k in range(10)]
    painter.drawPolygon([middle + QPointF(r * sin(turn), -r * cos(turn)) for r, turn in tips])


def letters_on(ground: QColor) -> QColor:
    """Return white or nearly black, whichever reads better on `ground`."""
    parts = (ground.redF(), ground.greenF(), ground.blueF())
    linear = [part / 12.92 if part <= 0.04 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return QColor("#FFFFFF" if light < _DARKEST else _DARK_LETTERS)
