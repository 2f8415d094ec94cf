"""What is dragged to the edge of a row of columns brings the next ones into sight."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QScrollArea

_EDGE, _STEP, _PAUSE = 48, 24, 40  # pixels, pixels, milliseconds


class EdgeScroll(QObject):
    """Scrolls `area` sideways while something is dragged near its left or right edge."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._on_time)

    @Slot(bool)
    def follow(self, is_dragged: bool) -> None:
        """Begin when something `is_dragged` over the columns, and end with it."""
        if is_dragged:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _on_time(self) -> None:
        self.scroll_at(self._area.mapFromGlobal(QCursor.pos()).x())

    def scroll_at(self, x: int) -> None:
        """Scroll a step if `x`, in pixels from the left of the area, is near an edge."""
        bar, width = self._area.horizontalScrollBar(), self._area.width()
        if 0 <= x < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif width - _EDGE <= x < width:
            bar.setValue(bar.value() + _STEP)
