"""Scrolling up and down, by the keyboard too."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)


class Follows(QScrollArea):
    """Brings what the keyboard goes to into sight; under the mouse nothing moves."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give what is inside the size it needs."""
        raise NotImplementedError

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and inside is not None and inside.isAncestorOf(now) and not by_mouse:
            self.ensureWidgetVisible(now, 8, 8)


class Scrolled(Follows):
    """Scrolls up and down only, and gives wrapped words the height they need.

    Qt asks what it scrolls for its height without telling how wide it is.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Return what the widest row needs beside the bar, as nothing scrolls sideways."""
        inside = self.widget()
        if inside is None:
            return super().minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        wide = inside.minimumSizeHint().width() + bar + 2 * self.frameWidth()
        return QSize(wide, super().minimumSizeHint().height())

    def _fit(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside else None
        if inside is None or layout is None:
            return
        needed = layout.totalHeightForWidth(self.viewport().width())
        if needed > 0 and inside.minimumHeight() != needed:
            inside.setMinimumHeight(needed)
        self.updateGeometry()


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

    def begin(self) -> None:
        """Show the first line of words that were set while nobody saw them."""
        layout = self._inside.layout()
        assert layout is not None
        self._fit()
        layout.invalidate()  # Qt would leave the words where longer ones stood
        layout.activate()
        self.verticalScrollBar().setValue(0)

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


class PlaceForWords(Scrolled):
    """A place that keeps its size; words that need more are scrolled, by the arrow keys too."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__(inside)
        self.setAccessibleName(name)
        self.setProperty("surface", "clear")

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def _fit(self) -> None:
        super()._fit()
        inside = self.widget()
        is_cut = inside is not None and inside.minimumHeight() > self.viewport().height()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_cut else Qt.FocusPolicy.NoFocus)
