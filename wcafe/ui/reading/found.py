"""What is looked for in the pages: read one at a time, while the window has nothing else to do."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice, takewhile
from time import monotonic

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtPdf import QPdfDocument

from wcafe.domain.search.phrase import FoldedText

_SAID = 0.15  # seconds between two words about hits that come one after the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place where the words stand: its page, and its signs there from `start` to before `end`."""

    page: int
    start: int
    end: int


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
        self._boxes: dict[Hit, tuple[QRectF, ...]] = {}  # of those that were seen
        self._said = 0.0  # when `found` was said last
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look_on)

    @property
    def is_looking(self) -> bool:
        return self._timer.isActive()

    def boxes_of(self, hit: Hit) -> tuple[QRectF, ...]:
        """Return where a hit lies on its page, in points, a box a line."""
        if hit not in self._boxes:
            chosen = self._document.getSelectionAtIndex(hit.page, hit.start, hit.end - hit.start)
            self._boxes[hit] = tuple(outline.boundingRect() for outline in chosen.bounds())
        return self._boxes[hit]

    def boxes_on(self, page: int) -> list[QRectF]:
        """Return those of all hits on a page."""
        first = bisect_left(self.hits, page, key=lambda hit: hit.page)
        on_page = takewhile(lambda hit: hit.page == page, islice(self.hits, first, None))
        return [box for hit in on_page for box in self.boxes_of(hit)]

    def look_for(self, sought: str) -> None:
        """Look for other words."""
        self.sought = sought
        self._begin()

    def look_again(self) -> None:
        """Look for the same words: other pages are there."""
        self._texts.clear()
        self._boxes.clear()
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
        is_first = not self.hits
        self.hits += [Hit(page=page, start=start, end=end) for start, end in places]
        if places and (is_first or monotonic() - self._said > _SAID):
            self._said = monotonic()
            self.found.emit()
