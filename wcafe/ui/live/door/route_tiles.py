"""The tables of all rounds, large enough to be said aloud at a glance."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wcafe.ui.live.door.greeting import Seat
from wcafe.ui.widgets.marks import paint_mark
from wcafe.ui.widgets.theme import colours, sans, serif
from wcafe.ui.words import _

_GAP = 10
_MANY = 8  # rounds from which tiles are small
_LARGE, _SMALL = (112, 104), (76, 62)  # least width, height in pixels
_VERTICAL = Qt.AlignmentFlag.AlignVCenter


class RouteTiles(QWidget):
    """A tile a round: its number, the mark and number of the table, what the table is called."""

    def __init__(self) -> None:
        super().__init__()
        self.seats: tuple[Seat, ...] = ()
        self._is_low = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_seats(self, seats: tuple[Seat, ...]) -> None:
        self.seats = seats
        self.setVisible(bool(seats))
        self.setAccessibleName("; ".join(seat.words for seat in seats))
        self.updateGeometry()
        self.update()

    def set_low(self, is_low: bool) -> None:
        """Take less height, where a screen has little."""
        self._is_low = is_low
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self.seats) // self._abreast(width))
        return max(lines * (self._tile[1] + _GAP) - _GAP, 0)

    def sizeHint(self) -> QSize:
        return QSize(4 * self._tile[0], self.heightForWidth(max(self.width(), self._tile[0])))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._tile[0], self.heightForWidth(max(self.width(), self._tile[0])))

    @property
    def _is_small(self) -> bool:
        return self._is_low or len(self.seats) >= _MANY

    @property
    def _tile(self) -> tuple[int, int]:
        return _SMALL if self._is_small else _LARGE

    def _abreast(self, width: int) -> int:
        """Return how many tiles stand side by side, so that no line has a few alone."""
        count = max(len(self.seats), 1)
        most = max((width + _GAP) // (self._tile[0] + _GAP), 1)
        lines = -(-count // most)
        return -(-count // lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        abreast = self._abreast(self.width())
        wide = (self.width() + _GAP) / abreast - _GAP
        high = self._tile[1]
        for place, seat in enumerate(self.seats):
            line, column = divmod(place, abreast)
            box = QRectF(column * (wide + _GAP), line * (high + _GAP), wide, high)
            self._paint(painter, box, seat)
        painter.end()

    def _paint(self, painter: QPainter, box: QRectF, seat: Seat) -> None:
        palette, is_small = colours(), self._is_small
        painter.setOpacity(0.55 if seat.is_over else 1.0)
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.paper))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        inner = box.adjusted(8 if is_small else 14, 4 if is_small else 8, -6, -4)
        said = _("Round {number}").format(number=seat.round + 1)
        if is_small:
            said = _("R{number}").format(number=seat.round + 1)
        if seat.is_over:
            said = _("{round} · over").format(round=said)
        if seat.is_host:
            said = f"{said} · ★"
        _write(painter, QRectF(inner.left(), inner.top(), inner.width(), 18), said, 13)
        middle = QRectF(inner.left(), inner.top() + 17, inner.width(), 34 if is_small else 48)
        painter.setPen(QColor(palette.ink))
        painter.setFont(serif(26 if is_small else 40))
        if seat.table is None:
            painter.drawText(middle, _VERTICAL, "–")
        else:
            side = 13 if is_small else 18
            mark = QRectF(middle.left(), middle.center().y() - side / 2, side, side)
            paint_mark(painter, seat.table, mark)
            painter.drawText(middle.adjusted(side + 10, 0, 0, 0), _VERTICAL, str(seat.table + 1))
        if not is_small:
            below = QRectF(inner.left(), middle.bottom() + 4, inner.width(), 18)
            _write(painter, below, seat.name, 13)
        painter.setOpacity(1.0)


def _write(painter: QPainter, room: QRectF, words: str, pixels: int) -> None:
    font = sans(pixels)
    painter.setFont(font)
    painter.setPen(QColor(colours().muted))
    elided = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _VERTICAL, elided)
