"""One table on the scene: the round top with number and mark, the people around it."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wcafe.ui.plan.seats import Seat, Sitting
from wcafe.ui.plan.tags import ARC, DISC, letters_on, paint_name, paint_star
from wcafe.ui.widgets.marks import paint_mark
from wcafe.ui.widgets.theme import Colours, colours, sans, serif
from wcafe.ui.words import _

TOP = 43.0
"""Radius of a table, in units of the scene."""

READABLE, NAMED = 0.62, 1.3
"""Pixels of one unit from which letters can be read, and from which there is room for names."""

_CLOSEST = 61.0  # of people: to the middle of the table
_MARGIN = 13.0
WHOLE = -1
"""The place of the cursor when it is on the table itself."""


def reach(most: int) -> float:
    """Return how far from its middle a table with `most` people reaches."""
    return max(_CLOSEST, most * ARC / (2 * pi)) + DISC + _MARGIN


class TableItem(QGraphicsItem):
    """Paints one table whole, so that a room of 130 has 130 items."""

    def __init__(self, sitting: Sitting, most: int) -> None:
        super().__init__()
        self.sitting = sitting
        self._reach = reach(most)
        self._chosen: frozenset[str] = frozenset()
        self._is_chosen = False
        self._cursor: int | None = None
        # painting some forty tables takes too long for each turn in which the view moves
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_sitting(self, sitting: Sitting) -> None:
        if sitting != self.sitting:
            self.sitting = sitting
            self.update()

    def show_chosen(self, people: frozenset[str], *, is_chosen: bool, cursor: int | None) -> None:
        """Show who of `people` sits here, whether the table is chosen, where the keyboard is."""
        here = people & {seat.person for seat in self.sitting.seats}
        if (here, is_chosen, cursor) != (self._chosen, self._is_chosen, self._cursor):
            self._chosen, self._is_chosen, self._cursor = frozenset(here), is_chosen, cursor
            self.update()

    def seat_at(self, point: QPointF) -> int | None:
        """Return the place of the person at `point`, WHOLE for the table, None for neither."""
        for place, middle in enumerate(self._middles()):
            if _distance(point, middle) <= DISC + 3:
                return place
        return WHOLE if _distance(point, QPointF()) <= TOP + 2 else None

    def middle_of(self, place: int) -> QPointF:
        return QPointF() if place == WHOLE else self._middles()[place]

    def boundingRect(self) -> QRectF:
        side = self._reach
        return QRectF(-side, -side, 2 * side, 2 * side)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addEllipse(QPointF(), self._reach, self._reach)
        return path

    def paint(
        self, painter: QPainter, style: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        palette = colours()
        near = style.levelOfDetailFromTransform(painter.worldTransform())  # pixels of one unit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_chosen or self._chosen:
            self._paint_halo(painter, palette)
        self._paint_top(painter, palette, has_name=near >= READABLE)
        seats = list(zip(self.sitting.seats, self._middles(), strict=True))
        for seat, middle in seats:
            self._paint_seat(painter, palette, seat, middle, has_letters=near >= READABLE)
        if near >= NAMED:
            for seat, middle in seats:
                paint_name(painter, palette, seat, middle, near)
        if self._cursor is not None:
            radius = TOP - 1.5 if self._cursor == WHOLE else DISC + 4
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.ink), 2.5))
            painter.drawEllipse(self.middle_of(self._cursor), radius, radius)

    def _paint_halo(self, painter: QPainter, palette: Colours) -> None:
        painter.setBrush(QColor(palette.soft))
        painter.setPen(QPen(QColor(palette.accent), 1.5, Qt.PenStyle.DashLine))
        painter.drawEllipse(QPointF(), self._reach - 2, self._reach - 2)

    def _paint_top(self, painter: QPainter, palette: Colours, *, has_name: bool) -> None:
        rim = QColor(palette.muted)
        rim.setAlphaF(0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        # a disc on a disc: to draw the line round one takes Qt many times as long
        for colour, radius in (
            (rim, TOP + 0.9),
            (QColor(palette.card), TOP - 0.9),
            (QColor(palette.line), TOP - 4.5),
            (QColor(palette.card), TOP - 5.5),
        ):
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(), radius, radius)
        told = _("closed") if self.sitting.is_closed else self.sitting.name
        has_name = bool(told) and (has_name or self.sitting.is_closed)
        painter.save()
        painter.translate(0, 0 if has_name else 7)  # without a name below, lower
        paint_mark(painter, self.sitting.table, QRectF(-6, -33, 12, 12))
        painter.setPen(QColor(palette.muted if self.sitting.is_closed else palette.ink))
        painter.setFont(serif(19 if has_name else 24))
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(-30, -19, 60, 24), middle, str(self.sitting.table + 1))
        painter.restore()
        if not has_name:
            return
        painter.setFont(sans(10))
        painter.setPen(QColor(palette.muted))
        name = painter.fontMetrics().elidedText(
            told, Qt.TextElideMode.ElideRight, int(2 * TOP - 22)
        )
        painter.drawText(QRectF(-TOP, 6, 2 * TOP, 16), middle, name)

    def _paint_seat(
        self,
        painter: QPainter,
        palette: Colours,
        seat: Seat,
        middle: QPointF,
        *,
        has_letters: bool,
    ) -> None:
        ground = QColor(seat.hue or palette.sand)
        # who has no colour has a rim, which shows on light and on dark
        painter.setPen(Qt.PenStyle.NoPen if seat.hue else QPen(QColor(palette.muted), 1.2))
        painter.setBrush(ground)
        painter.drawEllipse(middle, DISC, DISC)
        if seat.meets_again:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.bad), 2))
            painter.drawEllipse(middle, DISC + 3, DISC + 3)
        if seat.person in self._chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.ink), 3))
            painter.drawEllipse(middle, DISC + 1, DISC + 1)
        if has_letters:
            painter.setPen(letters_on(ground))
            painter.setFont(sans(10, is_bold=True))
            square = QRectF(middle.x() - DISC, middle.y() - DISC, 2 * DISC, 2 * DISC)
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, seat.initials)
        if seat.is_host:
            paint_star(painter, palette, QPointF(middle.x() + 10.5, middle.y() - 10.5))

    def _middles(self) -> list[QPointF]:
        count = len(self.sitting.seats)
        far = self._reach - DISC - _MARGIN
        turns = [2 * pi * place / count for place in range(count)]
        return [QPointF(far * sin(turn), -far * cos(turn)) for turn in turns]


def _distance(one: QPointF, other: QPointF) -> float:
    apart = one - other
    return float((apart.x() ** 2 + apart.y() ** 2) ** 0.5)
