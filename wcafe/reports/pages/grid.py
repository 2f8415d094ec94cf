"""Pages of several pieces alike, side by side and below each other, to be cut apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, PageBreak

from wcafe.reports.pages.styles import CUT
from wcafe.reports.pages.tags import TaggedCanvas


class Piece(Protocol):
    """What is drawn many times, from its own lower left corner."""

    def draw(self, canvas: TaggedCanvas) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Where pieces of one size lie on a page. All in points.

    Attributes:
        width: of one piece, as its `height`.
        columns: how many lie side by side, in as many `rows`.
        page: the width and height of the page as it is read, upright or landscape.
        left: the margin at the left; at the right is what remains.
        top: the margin at the top.
        gap_across: what lies between two pieces of a row.
        gap_down: what lies between two rows.
        is_cut: whether lines show where to cut; sheets of labels are cut already.
    """

    width: float
    height: float
    columns: int
    rows: int
    page: tuple[float, float] = A4
    left: float = 0
    top: float = 0
    gap_across: float = 0
    gap_down: float = 0
    is_cut: bool = True

    @property
    def pieces(self) -> int:
        """How many lie on one page."""
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """Return the lower left corner of the piece at `place`, which count row by row from 0."""
        row, column = divmod(place, self.columns)
        x = self.left + column * (self.width + self.gap_across)
        down = self.top + (row + 1) * self.height + row * self.gap_down
        return x, self.page[1] - down

    def cuts_down(self) -> Iterator[float]:
        """Yield how far below the top of the page it is cut."""
        return _cuts(self.top, self.height, self.gap_down, self.rows)

    def cuts_across(self) -> Iterator[float]:
        """Yield how far from the left of the page it is cut."""
        return _cuts(self.left, self.width, self.gap_across, self.columns)


def whole_page(page: tuple[float, float], *, down: int = 1, across: int = 1) -> Grid:
    """Return the grid of pieces that share a page, upright or landscape, with nothing lost."""
    width, height = page
    return Grid(width=width / across, height=height / down, columns=across, rows=down, page=page)


def lay_out(pieces: Sequence[Piece], grid: Grid) -> list[Flowable]:
    """Return `pieces` on as many pages as they take, in their order, row by row."""
    story: list[Flowable] = []
    for start in range(0, len(pieces), grid.pieces):
        if story:
            story.append(PageBreak())
        story.append(_PageOfPieces(pieces[start : start + grid.pieces], grid))
    return story


class _PageOfPieces(Flowable):
    """One page of pieces, with its lines to cut along."""

    def __init__(self, pieces: Sequence[Piece], grid: Grid) -> None:
        super().__init__()
        self.width, self.height = grid.page
        self._pieces, self._grid = pieces, grid

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        for place, piece in enumerate(self._pieces):
            canvas.saveState()
            canvas.translate(*self._grid.corner(place))
            piece.draw(canvas)
            canvas.restoreState()
        if self._grid.is_cut:
            with canvas.artifact():
                self._draw_cuts(canvas)

    def _draw_cuts(self, canvas: Any) -> None:
        canvas.setStrokeColor(CUT)
        canvas.setLineWidth(0.5)
        canvas.setDash(3, 3)
        for down in self._grid.cuts_down():
            canvas.line(0, self.height - down, self.width, self.height - down)
        for across in self._grid.cuts_across():
            canvas.line(across, 0, across, self.height)
        canvas.setDash()


def _cuts(margin: float, size: float, gap: float, count: int) -> Iterator[float]:
    """Yield where pieces begin and end; one cut serves two that touch, none the page's own edge."""
    for place in range(count):
        start = margin + place * (size + gap)
        if start:
            yield start
        if margin if place == count - 1 else gap:
            yield start + size
