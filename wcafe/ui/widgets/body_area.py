"""The place of a page's body, which scrolls where a screen has too little room for it."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QWidget,
)

from wcafe.ui.widgets.scrolling import Follows

_LEAST = 96  # pixels of height in which the body of a page can be scrolled
_MOST_AGAIN = 3  # times the same size is given again, until parts within parts have settled
_TRIES = 12  # heights that are tried until no words are cut
_NEVER_CUT = (QLabel, QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit)


class BodyArea(Follows):
    """Holds the body of a page: as large as the place it has, larger only where it must be.

    Lists and drawings give way first. What cannot get smaller without cutting words or buttons
    off is scrolled, so that no screen is too small to reach all of it.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._is_fitting = False
        self._fitted: object = None  # the state it was brought into, and how often it came back
        self._again = 0

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
        # each change of size asks parts to be laid out anew, and they ask for this again
        self._again = self._again + 1 if self._state() == self._fitted else 0
        if self._again > _MOST_AGAIN:
            return
        self._is_fitting = True
        try:
            self._fit_into(self.maximumViewportSize())
            self._fitted = self._state()
        finally:
            self._is_fitting = False

    def _state(self) -> object:
        """Return all that the size of what is inside depends on, and that size."""
        inside = self._inside()
        needs = tuple(_needs(part) for part in _parts(inside))
        room = self.maximumViewportSize()
        return room, inside.size(), inside.minimumSizeHint(), needs

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
            cut = max((_cut_off(part) for part in _parts(inside)), default=0)
            if not cut:
                break
            high += cut
        return high


def _parts(inside: QWidget) -> Iterator[QWidget]:
    """Yield all that is laid out in `inside`; what a part of it scrolls is never cut off there."""
    for part in inside.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        yield part
        if not isinstance(part, QAbstractScrollArea):
            yield from _parts(part)


def _cut_off(part: QWidget) -> int:
    """Return how many lines of pixels `part` lacks."""
    return max(_needs(part) - part.height(), 0)


def _needs(part: QWidget) -> int:
    """Return below how many pixels of height `part` would be cut off; 0 if that does not matter."""
    above = part.parentWidget()
    is_laid_out = above is not None and above.layout() is not None
    counts = isinstance(part, _NEVER_CUT) or part.layout() is not None
    if not (counts and is_laid_out and part.isVisible()):
        return 0
    if isinstance(part, QLabel) and part.wordWrap():
        needed = part.heightForWidth(part.width())
    else:
        needed = max(part.minimumHeight(), part.minimumSizeHint().height())
    return min(needed, part.maximumHeight())
