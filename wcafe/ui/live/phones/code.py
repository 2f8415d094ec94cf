"""A code to be scanned, dark on white whatever the look of the window."""

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_QUIET = 4  # modules of white around it, by which a camera finds it


class Code(QWidget):
    """A square that shows one address, or nothing."""

    def __init__(self, name: str, side: int) -> None:
        super().__init__()
        self.address = ""
        self._modules: tuple[tuple[int, ...], ...] = ()
        self._side = side
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_address(self, address: str) -> None:
        """Show what leads to `address`."""
        if address == self.address:
            return
        self.address = address
        rows = segno.make(address, error="m", micro=False).matrix if address else ()
        self._modules = tuple(tuple(row) for row in rows)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._modules:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        count = len(self._modules) + 2 * _QUIET
        step = max(min(self.width(), self.height()) // count, 1)  # whole pixels stay sharp
        left = (self.width() - step * count) // 2 + step * _QUIET
        top = (self.height() - step * count) // 2 + step * _QUIET
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("black"))
        for down, row in enumerate(self._modules):
            for across, is_dark in enumerate(row):
                if is_dark:
                    painter.drawRect(QRectF(left + across * step, top + down * step, step, step))
        painter.end()
