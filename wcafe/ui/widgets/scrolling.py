"""Scrolling up and down only."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


class Scrolled(QScrollArea):
    """Scrolls up and down only, and gives wrapped words the height they need.

    Qt asks what it scrolls for its height without telling how wide it is.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside else None
        if inside is None or layout is None:
            return
        needed = layout.totalHeightForWidth(self.viewport().width())
        if needed > 0 and inside.minimumHeight() != needed:
            inside.setMinimumHeight(needed)


class ScrolledWords(Scrolled):
    """Words as high as they are where there is room, else to be scrolled, by the arrow keys too.

    Args:
        words: wraps its lines.
        name: what a screen reader calls the place.
        least: pixels of height that are always there for words that need as many.
    """

    def __init__(self, words: QWidget, name: str, *, least: int) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words)
        self._inside, self._least = inside, least
        super().__init__(inside)
        self.setAccessibleName(name)
        self.setProperty("surface", "clear")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._inside.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def _fit(self) -> None:
        super()._fit()
        high = self._inside.minimumHeight()
        self.setMinimumHeight(min(high, self._least))
        self.setMaximumHeight(high)
        is_cut = high > self.height()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_cut else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
