"""The links of a page: where each stands, and where it leads."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument, QPdfLink, QPdfLinkModel

from wcafe.ui.reading.layout import Layout, Place

_WEB = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A link: the page it stands on, the box there in points, and what it leads to.

    `place` is one in the same document, None where it leads outside, to `url`.
    """

    page: int
    box: QRectF
    place: Place | None = None
    url: QUrl | None = None


def links_of(document: QPdfDocument, page: int) -> list[PageLink]:
    """Return the links of `page`, as one reads: from above, and from left to right in a line."""
    if page >= document.pageCount():
        return []
    model = QPdfLinkModel()
    model.setDocument(document)
    model.setPage(page)
    found = []
    for row in range(model.rowCount(QModelIndex())):
        link = model.data(model.index(row), QPdfLinkModel.Role.Link.value)
        found += [_link(page, box, link) for box in link.rectangles()]
    return sorted(found, key=lambda each: (round(each.box.top()), each.box.left()))


def links_seen(document: QPdfDocument, layout: Layout, seen: QRectF) -> list[PageLink]:
    """Return the links of which the middle is `seen`, in pixels of the ground, in reading order."""
    first, last = layout.pages_of(seen)
    return [
        each
        for page in range(first, last + 1)
        for each in links_of(document, page)
        if seen.contains(layout.area(page, each.box).center())
    ]


def link_at(document: QPdfDocument, place: Place) -> PageLink | None:
    """Return the link that lies at `place`, if there is one."""
    spot = QPointF(place.across, place.down)
    return next((each for each in links_of(document, place.page) if each.box.contains(spot)), None)


def open_outside(link: PageLink) -> None:
    """Let the computer open where `link` leads, if it is an address of the web or of mail."""
    if link.url is not None and link.url.scheme() in _WEB:
        QDesktopServices.openUrl(link.url)


def beside(links: Sequence[PageLink], here: PageLink | None, step: int) -> PageLink | None:
    """Return the one after `here` in `links`, with -1 the one before, round and round."""
    if not links:
        return None
    if here not in links:
        return links[0 if step > 0 else -1]
    return links[(links.index(here) + step) % len(links)]


def words_of(document: QPdfDocument, link: PageLink) -> str:
    """Return the words of which `link` is made; nothing where it lies over none."""
    middle = link.box.center().y()
    ends = QPointF(link.box.left() + 1, middle), QPointF(link.box.right() - 1, middle)
    return document.getSelection(link.page, *ends).text().strip()


def _link(page: int, box: QRectF, link: QPdfLink) -> PageLink:
    if link.page() < 0:
        return PageLink(page=page, box=box, url=link.url())
    return PageLink(page=page, box=box, place=Place(page=link.page(), down=link.location().y()))
