"""Where everything lies on a dot-vote sheet: drawn by these figures, and read by them again.

A row has the words of what dots are given to at its left, and circles for the dots beside them.
All lengths are millimetres from the top left of the page. A circle has the size of a usual dot, of
8 mm; those of 12 mm have room beside each other too.
"""

from dataclasses import dataclass
from functools import lru_cache

from wcafe.domain.paper_size import PaperSize
from wcafe.domain.photos import Point
from wcafe.domain.rect import Rect
from wcafe.domain.sheet_layout import SheetLayout, SheetShape

MOST_ROWS = 6
"""How many rows a sheet has at most: with more, few dots would have room."""

CIRCLE = 4.0  # the radius of a circle
SPACING = 12.8  # from the middle of a circle to that of the next one in its line
COLUMNS = 10
ANCHOR = 1.8  # both ways, of the small black squares by which it is seen how the paper bends

_WIDTH = 182.0
_TOP = 51.0  # of the first row
_BETWEEN = 3.0  # from one row to the next
_ABOVE_MARKS = 4.0  # from the lowest row to the corner marks below it
_WORDS = 51.0  # how wide the words of a row may be
_FIELD = _WIDTH - COLUMNS * SPACING  # from the left of a row to its circles
_LINE = 12.0  # at least, from one line of circles to the next


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteShape:
    """All that the places on a dot-vote sheet hang on: the paper, and how many rows there are."""

    paper: PaperSize = PaperSize.A4
    rows: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.rows <= MOST_ROWS:
            raise ValueError("no such sheet")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLayout:
    """One row.

    Attributes:
        outline: all of it.
        words: where its words stand.
        field: where dots belong.
        circles: the middle of each circle, line by line.
    """

    outline: Rect
    words: Rect
    field: Rect
    circles: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class VoteLayout:
    """The places on a dot-vote sheet of one shape; its frame is that of a harvest sheet."""

    shape: VoteShape

    @property
    def frame(self) -> SheetLayout:
        return SheetLayout(SheetShape(paper=self.shape.paper))

    @property
    def page(self) -> Rect:
        """The whole sheet of paper."""
        return self.frame.page

    @property
    def marks(self) -> tuple[Rect, Rect, Rect, Rect]:
        """The corner marks, clockwise from the top left."""
        return self.frame.marks

    @property
    def code(self) -> Rect:
        """The square code."""
        return self.frame.code

    @property
    def left(self) -> float:
        """Where the rows begin."""
        return self.frame.left

    @property
    def head(self) -> Rect:
        """What is free for words above the rows, at the left of the code."""
        top = self.marks[0].top + 1
        return Rect(self.left + 3, top + 6, self.code.left - self.left - 9, _TOP - top - 10)

    @property
    def rows(self) -> tuple[RowLayout, ...]:
        """The rows, from the top."""
        return _rows_of(self)

    @property
    def anchors(self) -> tuple[Rect, ...]:
        """The small black squares above, between and below the rows."""
        rows = self.rows
        downs = [row.outline.top - _BETWEEN / 2 for row in rows]
        downs.append(rows[-1].outline.bottom + _BETWEEN / 2)
        field, half = rows[0].field, ANCHOR / 2
        right = self.left + _WIDTH - half
        acrosses = (self.left + half, field.left - half, (field.left + right) / 2, right)
        return tuple(
            Rect(across - half, down - half, ANCHOR, ANCHOR)
            for down in downs
            for across in acrosses
        )


Layout = SheetLayout | VoteLayout
"""The places on a sheet that comes back, whichever it is."""


def layout_of(shape: SheetShape | VoteShape) -> Layout:
    """Return the places on a sheet of that shape."""
    return VoteLayout(shape) if isinstance(shape, VoteShape) else SheetLayout(shape)


@lru_cache(maxsize=64)
def _rows_of(layout: VoteLayout) -> tuple[RowLayout, ...]:
    count, left = layout.shape.rows, layout.left
    free = layout.marks[2].top - _ABOVE_MARKS - _TOP
    high = (free - (count - 1) * _BETWEEN) / count
    lines = int(high / _LINE)
    spacing = min(SPACING, high / lines)
    rows = []
    for number in range(count):
        top = _TOP + number * (high + _BETWEEN)
        field = Rect(left + _FIELD, top, COLUMNS * SPACING, high)
        first = top + (high - lines * spacing) / 2
        circles = tuple(
            (field.left + (column + 0.5) * SPACING, first + (line + 0.5) * spacing)
            for line in range(lines)
            for column in range(COLUMNS)
        )
        rows.append(
            RowLayout(
                outline=Rect(left, top, _WIDTH, high),
                words=Rect(left, top, _WORDS, high),
                field=field,
                circles=circles,
            )
        )
    return tuple(rows)
