"""The colour and symbol of a table or theme, on screen."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from wcafe.domain import marks
from wcafe.ui.widgets.theme import DARK, colours

Paint = Callable[[QPainter, int, QRectF], None]

_LIGHTER = 135  # percent


def shade(number: int) -> QColor:
    """Return the colour of table or theme `number`, from 0, as the present palette shows it.

    On the dark palette half of the hues would stand out less than WCAG asks of a symbol (3 : 1).
    """
    hue = QColor(marks.hue(number))
    return hue.lighter(_LIGHTER) if colours() is DARK else hue


def paint_mark(painter: QPainter, number: int, square: QRectF) -> None:
    """Paint the mark of table `number`, from 0, into `square`."""
    _paint_symbol(painter, number, square, shade(number))


def paint_theme_mark(painter: QPainter, mark: int, square: QRectF) -> None:
    """Paint the mark of a theme into `square`: a tile with its symbol cut out."""
    corner = marks.TILE * square.width() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade(mark))
    painter.drawRoundedRect(square, corner, corner)
    painter.restore()
    inner = square.adjusted(corner, corner, -corner, -corner)
    _paint_symbol(painter, mark, inner, QColor(colours().card))


def _paint_symbol(painter: QPainter, number: int, square: QRectF, colour: QColor) -> None:
    radius, middle = min(square.width(), square.height()) / 2, square.center()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if corners := marks.outline(number):
        points = [QPointF(middle.x() + a * radius, middle.y() - b * radius) for a, b in corners]
        painter.drawPolygon(QPolygonF(points))
    elif marks.is_ring(number):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 0.42 * radius))
        painter.drawEllipse(middle, 0.7 * radius, 0.7 * radius)
    else:
        painter.drawEllipse(middle, 0.92 * radius, 0.92 * radius)
    painter.restore()


def mark_icon(number: int, pixels: int = 16, *, paint: Paint = paint_mark) -> QIcon:
    """Return the mark of `number` for lists and menus: a table's, or with `paint` a theme's."""
    picture = QPixmap(2 * pixels, 2 * pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, number, QRectF(2, 2, 2 * pixels - 4, 2 * pixels - 4))
    painter.end()
    return QIcon(picture)


class Mark(QWidget):
    """The mark of one table, or with `paint` of one theme, beside its number."""

    def __init__(self, number: int, pixels: int = 14, *, paint: Paint = paint_mark) -> None:
        super().__init__()
        self._paint = paint
        self._number = number
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_number(self, number: int) -> None:
        self._number = number
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._pixels, self._pixels)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter, self._number, QRectF(self.rect()))
        painter.end()
