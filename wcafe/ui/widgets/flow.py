"""What stands side by side and goes on in the next line where there is no room, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays its widgets out in lines, each as wide as it wishes to be and no wider than the line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), is_real=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._lay_out(area, is_real=True)

    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() for item in self._shown())
        gaps = self._gap * max(len(self._shown()) - 1, 0)
        return QSize(wide + gaps, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._shown()]
        wide = max((hint.width() for hint in hints), default=0)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay_out(self, area: QRect, *, is_real: bool) -> int:
        """Return the height of all lines in `area`; where it `is_real` put everything there."""
        x, y, line = area.x(), area.y(), 0
        for item in self._shown():
            hint = item.sizeHint()
            wide = min(hint.width(), max(area.width(), item.minimumSize().width()))
            if x > area.x() and x + wide > area.x() + area.width():
                x, y, line = area.x(), y + line + self._gap, 0
            if is_real:
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, hint.height())))
            x += wide + self._gap
            line = max(line, hint.height())
        return y + line - area.y()
