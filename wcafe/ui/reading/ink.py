"""What is laid over the pages on screen: what was found, and where the keyboard is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from wcafe.ui.reading.layout import Layout
from wcafe.ui.reading.links import PageLink
from wcafe.ui.widgets.theme import colours

_FOUND, _HERE = QColor(255, 196, 0, 90), QColor(255, 128, 0, 60)
"""Over what was found, on white pages and dark ones, and over the one that is looked at."""


class Ink:
    """Boxes in points of their pages.

    Attributes:
        found: returns those of all that was found on a page.
        here: the page and the boxes of the one that is looked at.
        link: the one that Enter would follow.
    """

    def __init__(self) -> None:
        self.found: Callable[[int], Sequence[QRectF]] = lambda _page: ()
        self.here: tuple[int, Sequence[QRectF]] = (0, ())
        self.link: PageLink | None = None

    def draw(self, painter: QPainter, layout: Layout, seen: QRectF) -> None:
        """Draw what can be `seen` of it, all in pixels of the ground."""
        first, last = layout.pages_of(seen)
        for page in range(first, last + 1):
            for box in self.found(page):
                painter.fillRect(layout.area(page, box), _FOUND)
        painter.setPen(QPen(QColor(colours().accent), 2))
        page, boxes = self.here
        for box in boxes:
            area = layout.area(page, box)
            painter.fillRect(area, _HERE)
            painter.drawRect(area.adjusted(-1, -1, 1, 1))
        if self.link is not None:
            area = layout.area(self.link.page, self.link.box)
            painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), 3, 3)
