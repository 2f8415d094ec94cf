"""Scrolling up and down; sideways only where a page has less room than its widest row needs."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

_LEAST = 96  # pixels of height in which the body of a page can be scrolled
_TRIES = 12  # heights that are tried until no words are cut
_NEVER_CUT = (QLabel, QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit)


class _Follows(QScrollArea):
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


class Scrolled(_Follows):
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


class BodyArea(_Follows):
    """Holds the body of a page: as large as the place it has, larger only where it must be.

    Lists and drawings give way first. What cannot get smaller without cutting words or buttons
    off is scrolled, so that no screen is too small to reach all of it.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._is_fitting = False

    def sizeHint(self) -> QSize:
        """Return the least, as it takes what is left by parts that cannot be scrolled."""
        return QSize(self._inside().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = self._inside().minimumSizeHint()
        return QSize(0, min(least.height(), _LEAST))

    def _inside(self) -> QWidget:
        inside = self.widget()
        assert inside is not None
        return inside

    def _fit(self) -> None:
        if self._is_fitting:
            return
        self._is_fitting = True
        try:
            self._fit_into(self.maximumViewportSize())
        finally:
            self._is_fitting = False

    def _fit_into(self, room: QSize) -> None:
        """Size what is inside for a place of `room`, and show the bars that this needs."""
        bar = self.verticalScrollBar().sizeHint().width()
        least = self._inside().minimumSizeHint()
        is_wide = least.width() > room.width()
        free = room.height() - bar * is_wide
        wide = max(room.width(), least.width())
        high = self._needed(wide, max(free, least.height()))
        is_high = high > free
        if is_high:
            is_wide = least.width() > room.width() - bar
            free = room.height() - bar * is_wide
            wide = max(room.width() - bar, least.width())
            high = self._needed(wide, max(free, least.height()))
        shown, hidden = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn,
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
        )
        self.setVerticalScrollBarPolicy(shown if is_high else hidden)
        self.setHorizontalScrollBarPolicy(shown if is_wide else hidden)
        self._inside().resize(wide, high)

    def _needed(self, wide: int, high: int) -> int:
        """Return the least height from `high` on at which no words are cut, `wide` pixels wide."""
        inside = self._inside()
        for _try in range(_TRIES):
            inside.resize(wide, high)
            cut = max((_cut_off(part) for part in inside.findChildren(QWidget)), default=0)
            if not cut:
                break
            high += cut
        return high


def _cut_off(part: QWidget) -> int:
    """Return how many lines of pixels `part` lacks."""
    above = part.parentWidget()
    is_laid_out = above is not None and above.layout() is not None
    counts = isinstance(part, _NEVER_CUT) or part.layout() is not None
    if not (counts and is_laid_out and part.isVisible()):
        return 0
    if isinstance(part, QLabel) and part.wordWrap():
        needed = part.heightForWidth(part.width())
    else:
        needed = max(part.minimumHeight(), part.minimumSizeHint().height())
    return max(min(needed, part.maximumHeight()) - part.height(), 0)
