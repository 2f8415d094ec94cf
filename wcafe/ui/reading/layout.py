"""Where the pages of a document lie below each other, as Qt lays them out and does not tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtPdfWidgets import QPdfView

POINTS = 72.0  # of a PDF, an inch


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of a document: a page, counted from 0, and points from its upper and left edge."""

    page: int
    down: float = 0.0
    across: float = 0.0


class Layout:
    """Pages of these `points` on the ground of `view`, in pixels, as they lie now.

    Qt rounds each page to whole pixels before it puts the next one below it; so does this. The
    document is not asked: it would not answer while one of its pages is drawn.
    """

    def __init__(self, view: QPdfView, points: Sequence[QSizeF]) -> None:
        margins = view.documentMargins()
        sizes = [_size(view, each) for each in points]
        self._gap = view.pageSpacing()
        heights = [size.height() + self._gap for size in sizes]
        wide = max((size.width() for size in sizes), default=0)
        wide = max(wide + margins.left() + margins.right(), view.viewport().width())
        tops = accumulate(heights, initial=margins.top())
        self.pages = [
            QRect((wide - size.width()) // 2, top, size.width(), size.height())
            for size, top in zip(sizes, tops, strict=False)
        ]
        self.scales = [
            size.width() / (each.width() or 1.0) for size, each in zip(sizes, points, strict=True)
        ]

    def at(self, point: QPointF) -> Place:
        """Return the place of a point of the ground; between two pages the end of the upper one."""
        if not self.pages:
            return Place(page=0)
        page = page_at(self.pages, point.y())
        here, scale = self.pages[page], self.scales[page]
        away = (point - QPointF(here.topLeft())) / scale
        return Place(page=page, down=away.y(), across=away.x())

    def pages_of(self, seen: QRectF) -> tuple[int, int]:
        """Return the first and the last page of which something is `seen`."""
        return page_at(self.pages, seen.top()), page_at(self.pages, seen.bottom())

    def point(self, place: Place) -> QPointF:
        """Return the point of the ground at which `place` lies."""
        corner = QPointF(self.pages[place.page].topLeft())
        return corner + QPointF(place.across, place.down) * self.scales[place.page]

    def area(self, page: int, box: QRectF) -> QRectF:
        """Return where a `box` in points of `page` lies on the ground."""
        corner = self.point(Place(page=page, down=box.y(), across=box.x()))
        return QRectF(corner, box.size() * self.scales[page])


def page_at(pages: Sequence[QRect], down: float) -> int:
    """Return the page that is at a height of the ground, or the one above it."""
    return max((n for n, page in enumerate(pages) if page.top() <= down), default=0)


def _size(view: QPdfView, points: QSizeF) -> QSize:
    inch = view.screen().logicalDotsPerInch() / POINTS
    if view.zoomMode() is QPdfView.ZoomMode.Custom:
        return QSizeF(points * inch * view.zoomFactor()).toSize()
    size, margins = QSizeF(points * inch).toSize(), view.documentMargins()
    room = view.viewport().width() - margins.left() - margins.right()
    if view.zoomMode() is QPdfView.ZoomMode.FitToWidth:
        return size * (room / (size.width() or 1))
    room_down = view.viewport().height() - view.pageSpacing()
    return size.scaled(QSize(room, room_down), Qt.AspectRatioMode.KeepAspectRatio)
