"""Small pages printed two by two on both sides of sheets that are folded once to a booklet."""

from collections.abc import Sequence
from typing import Any, Protocol

from reportlab.lib.units import mm

from wcafe.reports.pages.feet import FOOT
from wcafe.reports.pages.lines import draw_line
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CUT, MUTED

_TICK, _LOW = 9 * mm, 4.5 * mm  # of the fold's line at both edges; of the words below the pages


class SmallPage(Protocol):
    """A page of a booklet, drawn from its lower left corner; it knows where it stands."""

    def draw(self, canvas: Any, number: int, pages: int) -> None: ...


def impose(pages: int) -> list[tuple[int, int]]:
    """Return which pages, from 0, lie left and right on each side of the sheets, in print order.

    `pages` is a multiple of four. Sheets lie in each other and are turned on their short edge.

    >>> impose(4), impose(8)
    ([(3, 0), (1, 2)], [(7, 0), (1, 6), (5, 2), (3, 4)])
    """
    return [
        (pages - 1 - place, place) if place % 2 == 0 else (place, pages - 1 - place)
        for place in range(pages // 2)
    ]


def sides_of(pages: Sequence[SmallPage], paper: Paper) -> "list[BookletSide]":
    """Return the sides of the sheets that `pages`, a multiple of four, are printed on."""
    return [BookletSide(pages, pair, place, paper) for place, pair in enumerate(impose(len(pages)))]


class BookletSide:
    """One side of a sheet: two pages, the fold between them, and how it is printed."""

    def __init__(
        self, pages: Sequence[SmallPage], pair: tuple[int, int], place: int, paper: Paper
    ) -> None:
        self._pages, self._pair = pages, pair
        self._width, self._height = paper.page
        _ = paper.words.gettext
        sheet, sheets = place // 2 + 1, len(pages) // 4
        side = (
            _("sheet {sheet} of {sheets}, outside: print both sides, turned on the short edge")
            if place % 2 == 0
            else _("sheet {sheet} of {sheets}, inside: fold in the middle")
        )
        self._said = side.format(sheet=sheet, sheets=sheets)

    def draw(self, canvas: Any) -> None:
        for place, number in enumerate(self._pair):
            canvas.saveState()
            canvas.translate(place * self._width / 2, 0)
            self._pages[number].draw(canvas, number + 1, len(self._pages))
            canvas.restoreState()
        with canvas.artifact("Pagination"):
            canvas.setStrokeColor(CUT)
            canvas.setLineWidth(0.6)
            canvas.setDash(1, 2)
            middle = self._width / 2
            canvas.line(middle, _LOW + FOOT + 2, middle, _LOW + _TICK)
            canvas.line(middle, self._height - _TICK, middle, self._height)
            canvas.setDash()
            canvas.setFillColor(MUTED)
            draw_line(canvas, self._said, middle, _LOW, size=FOOT, align=0.5)
