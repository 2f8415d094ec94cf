"""What stands side by side where there is room, and one above the other where there is not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FoldingRow(QWidget):
    """A row of parts that becomes a column as soon as it is narrower than all of them need.

    Args:
        spacing: pixels between the parts, beside and below each other.
    """

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)

    def add(self, part: QLayout, stretch: int = 0, *, is_left: bool = False) -> None:
        """Add `part` with its share of a wide row; with `is_left` it is never stretched."""
        self._row.addLayout(part, stretch)
        if is_left:
            self._row.setAlignment(part, Qt.AlignmentFlag.AlignLeft)

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSize().width() for part in self._parts()), default=0)
        return QSize(widest, self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = self._parts()
        needed = sum(part.minimumSize().width() for part in parts)
        needed += self._row.spacing() * (len(parts) - 1)
        direction = _BELOW if needed > self.width() else _BESIDE
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self.updateGeometry()

    def _parts(self) -> list[QLayout]:
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        laid = (item.layout() for item in items if item is not None)
        return [part for part in laid if part is not None]
