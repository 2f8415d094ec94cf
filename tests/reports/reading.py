"""Reading a finished document: where its places and links are, how full its pages."""

import io
from functools import lru_cache

import pikepdf
import pypdf

_FOOT = 50  # points from the lower edge, below which the footer stands
_TOP, _ROOM = 785, 728  # points: where text begins, and how much there is of it


def annotations(pdf):
    """Yield the number of the page, from 1, and the annotation of each link."""
    opened = pikepdf.open(io.BytesIO(pdf))
    for number, page in enumerate(opened.pages, start=1):
        for annotation in page.get("/Annots", []):
            yield number, annotation


def places(pdf):
    """Return the number of the page of each named place."""
    opened = pikepdf.open(io.BytesIO(pdf))
    pages = {page.objgen: n for n, page in enumerate(opened.pages, start=1)}
    found = pikepdf.NameTree(opened.Root.Names.Dests)
    return {str(name): pages[point[0].objgen] for name, point in found.items()}


def texts(pdf):
    """Return the text of each page."""
    return [text for text, _lines in _pages(pdf)]


def lines(pdf):
    """Return what stands on each page: how high above the lower edge, in which font, the text."""
    return [lines for _text, lines in _pages(pdf)]


@lru_cache(maxsize=64)
def _pages(pdf):
    """Return the text and the lines of each page; whoever asks again soon gets what was read."""
    pages = []
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        found = []

        def visit(text, cm, tm, font, _size, found=found):
            y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            if text.strip() and y > _FOOT:
                found.append((y, str((font or {}).get("/BaseFont", "")), text.strip()))

        pages.append((page.extract_text(visitor_text=visit), found))
    return pages


def fills(pdf):
    """Return how much of each page is used, as a share."""
    pages = lines(pdf)
    return [(_TOP - min((y for y, *_ in page), default=_TOP)) / _ROOM for page in pages]


def lowest(page):
    """Return the font of the lowest line of a page."""
    return min(page)[1] if page else ""
