"""What is looked for in the pages: read one at a time, while the window has nothing else to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtPdf import QPdfDocument

from wcafe.domain.search.phrase import FoldedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place where the words stand: its page, from 0, and boxes there in points, one a line."""

    page: int
    boxes: tuple[QRectF, ...]


class FoundInPages(QObject):
    """The hits of what is `sought`, page by page in the order of the document.

    Signals:
        found: there are more, or others, or none any more.
    """

    found = Signal()

    def __init__(self, document: QPdfDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.sought = ""
        self.hits: list[Hit] = []
        self._texts: list[FoldedText] = []  # of the pages that were read so far
        self._next = 0  # page to look at
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look_on)

    @property
    def is_looking(self) -> bool:
        return self._timer.isActive()

    def by_page(self) -> dict[int, Sequence[QRectF]]:
        """Return the boxes of all hits."""
        boxes: dict[int, list[QRectF]] = {}
        for hit in self.hits:
            boxes.setdefault(hit.page, []).extend(hit.boxes)
        return dict(boxes)

    def look_for(self, sought: str) -> None:
        """Look for other words."""
        self.sought = sought
        self._begin()

    def look_again(self) -> None:
        """Look for the same words: other pages are there."""
        self._texts.clear()
        self._begin()

    def _begin(self) -> None:
        self.hits, self._next = [], 0
        if self.sought.strip():
            self._timer.start()
        else:
            self._timer.stop()
        self.found.emit()

    def _look_on(self) -> None:
        page = self._next
        if page >= self._document.pageCount():
            self._timer.stop()
            self.found.emit()
            return
        if page == len(self._texts):
            self._texts.append(FoldedText(self._document.getAllText(page).text()))
        self._next += 1
        places = self._texts[page].places_of(self.sought)
        for start, end in places:
            chosen = self._document.getSelectionAtIndex(page, start, end - start)
            boxes = tuple(outline.boundingRect() for outline in chosen.bounds())
            self.hits.append(Hit(page=page, boxes=boxes or (chosen.boundingRectangle(),)))
        if places:
            self.found.emit()
