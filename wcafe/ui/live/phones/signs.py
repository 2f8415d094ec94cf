"""The sign of each state of a table's phones, painted: no font is asked whether it has one."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from wcafe.domain.board import TableState
from wcafe.ui.widgets.theme import Colours, colours

_SIDE = 16  # pixels, of which all signs are drawn


def ink_of(state: TableState, palette: Colours) -> str:
    """Return the colour of a state's words and sign."""
    inks = {
        TableState.WRITING: palette.ink,
        TableState.JOINED: palette.good,
        TableState.SCANNED: palette.ink,
        TableState.SILENT: palette.care,
        TableState.UNSENT: palette.bad,
        TableState.ASLEEP: palette.muted,
        TableState.WITHOUT: palette.muted,
        TableState.PAPER: palette.muted,
    }
    return inks[state]


def paint_sign(painter: QPainter, state: TableState, square: QRectF, *, ground: str) -> None:
    """Paint the sign of `state` into `square`, on a ground of that colour."""
    ink = QColor(ink_of(state, colours()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(square.width() / _SIDE, square.height() / _SIDE)
    painter.setPen(_pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS[state](painter, ink, QColor(ground))
    painter.restore()


class Sign(QWidget):
    """The sign beside a count."""

    def __init__(self, state: TableState) -> None:
        super().__init__()
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sign(painter, self._state, QRectF(0, 0, _SIDE, _SIDE), ground=colours().card)
        painter.end()


def _pen(ink: QColor) -> QPen:
    pen = QPen(ink, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _pencil(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    painter.setBrush(ink)
    painter.drawPolygon(_corners((11, 2.5), (13.5, 5), (6, 12.5), (3.5, 10)))
    painter.drawLine(QLineF(3.2, 11.6, 2.5, 13.5))
    painter.drawLine(QLineF(2.5, 13.5, 4.4, 12.8))


def _tick(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(2, 2, 12, 12))
    painter.setPen(_pen(ground))
    painter.drawPolyline(_corners((5, 8.2), (7.2, 10.4), (11, 6)))


def _corner_marks(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    for x, y, right, down in ((2, 2, 1, 1), (14, 2, -1, 1), (2, 14, 1, -1), (14, 14, -1, -1)):
        painter.drawPolyline(_corners((x + 3 * right, y), (x, y), (x, y + 3 * down)))
    painter.fillRect(QRectF(5.5, 5.5, 5, 5), ink)


def _hands(painter: QPainter, _ink: QColor, _ground: QColor) -> None:
    painter.drawEllipse(QRectF(2, 2, 12, 12))
    painter.drawPolyline(_corners((8, 4.8), (8, 8), (10.4, 9.4)))


def _alarm(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setBrush(ink)
    painter.drawPolygon(_corners((8, 2.2), (14.4, 13.4), (1.6, 13.4)))
    painter.setPen(_pen(ground))
    painter.drawLine(QLineF(8, 6.4, 8, 9.2))
    painter.drawPoint(QPointF(8, 11.6))


def _moon(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    disc, shadow = QPainterPath(), QPainterPath()
    disc.addEllipse(QRectF(2, 2, 12, 12))
    shadow.addEllipse(QRectF(6.2, 0, 11, 11))
    painter.fillPath(disc.subtracted(shadow), ink)


def _dotted_ring(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    pen = _pen(ink)
    pen.setDashPattern([1.2, 1.9])
    painter.setPen(pen)
    painter.drawEllipse(QRectF(2, 2, 12, 12))


def _page(painter: QPainter, _ink: QColor, _ground: QColor) -> None:
    painter.drawPolygon(_corners((3.5, 1.8), (9.5, 1.8), (12.5, 4.8), (12.5, 14.2), (3.5, 14.2)))
    for down in (7.4, 10.6):
        painter.drawLine(QLineF(6, down, 10, down))


def _corners(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


_SIGNS: dict[TableState, Callable[[QPainter, QColor, QColor], None]] = {
    TableState.WRITING: _pencil,
    TableState.JOINED: _tick,
    TableState.SCANNED: _corner_marks,
    TableState.SILENT: _hands,
    TableState.UNSENT: _alarm,
    TableState.ASLEEP: _moon,
    TableState.WITHOUT: _dotted_ring,
    TableState.PAPER: _page,
}
