"""How many pictures of pages Qt may keep: it keeps twenty whole ones, however large they are."""

from PySide6.QtCore import QMargins
from PySide6.QtPdfWidgets import QPdfView

from wcafe.ui.reading.layout import Layout

_MOST = 256 * 1024 * 1024  # bytes of pictures, beside those on screen
_DOT = 4  # bytes of a dot
_KEPT = 20  # pictures that Qt keeps at most
_ONE_MORE = QMargins(0, 0, 0, 1)


class PictureLimit:
    """Lets Qt forget the pictures of pages that are not on screen before they fill the memory.

    At 400 % on a fine screen one picture has 230 megabytes.
    """

    def __init__(self, view: QPdfView) -> None:
        self._view = view
        self._drawn: set[int] = set()

    def start(self) -> None:
        """Begin to count: other pages are there, or others sizes of them."""
        self._drawn.clear()

    def look(self, layout: Layout, first: int, last: int) -> None:
        """Count the pages from `first` to `last`, which are on screen."""
        if not layout.pages:
            return
        here = set(range(first, last + 1))
        self._drawn |= here
        page, dense = layout.pages[first], self._view.devicePixelRatioF()
        size = int(page.width() * page.height() * dense * dense * _DOT) or 1
        if min(len(self._drawn), _KEPT) > max(_MOST // size, len(here)):
            margins = self._view.documentMargins()
            self._view.setDocumentMargins(margins + _ONE_MORE)  # Qt lays out anew, and forgets
            self._view.setDocumentMargins(margins)
            self._drawn = here
