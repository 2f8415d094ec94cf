"""A given name as large as there is room for it, read across a table."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wcafe.ui.widgets.theme import colours, serif

_LARGEST, _LARGEST_LOW, _SMALLEST = 74, 70, 26  # pixels
_LINE = 1.25  # of the pixels of its letters, a line is high


class BigName(QWidget):
    """One line where the name fits at a size that stands out, else two; never read as markup."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._most = _LARGEST
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def set_low(self, is_low: bool) -> None:
        """Take less height, where a screen has little."""
        self._most = _LARGEST_LOW if is_low else _LARGEST
        self.updateGeometry()
        self.update()

    @property
    def pixels(self) -> int:
        """The size in which the name is written now."""
        return self._font().pixelSize()

    def sizeHint(self) -> QSize:
        return QSize(160, round(self._most * _LINE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _font(self) -> QFont:
        for pixels in range(self._most, _SMALLEST, -2):
            font = serif(pixels)
            if QFontMetricsF(font).horizontalAdvance(self._name) <= self.width():
                return font
            if pixels <= self._most // 2 and self._fits_in_two(font):
                return font
        return serif(_SMALLEST)

    def _fits_in_two(self, font: QFont) -> bool:
        wrapped = QFontMetricsF(font).boundingRect(
            QRectF(0, 0, self.width(), 1000), int(_WRAPS), self._name
        )
        return wrapped.height() <= self.height() and wrapped.width() <= self.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._font()
        painter.setFont(font)
        painter.setPen(QColor(colours().ink))
        room, name = QRectF(self.rect()), self._name
        if QFontMetricsF(font).horizontalAdvance(name) <= self.width() or self._fits_in_two(font):
            painter.drawText(room, int(_WRAPS), name)
        else:
            cut = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)
        painter.end()


_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
