"""A row of a list of people: its cells, and how they are drawn across the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wcafe.reports.pages.fonts import SANS, SERIF
from wcafe.reports.pages.lines import draw_line, shortened, width_of
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.styles import INK, LINE, MUTED, SAND
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.tags import Node

MARGIN_WIDTH = 17.0
"""Points at the left in which the initials stand."""

GAP = 5.0
"""Points between what stands in a column and its right edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what stands over it, how many points wide it is, and where in it things stand.

    `align` is 0 at the left and 0.5 in the middle.
    """

    title: str = ""
    width: float
    align: float = 0.0
    is_framed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in one line in a column, or in `span` of them.

    `mark` is the table, from 0, whose symbol stands before it; with `is_behind` behind it. What
    `is_whole` becomes smaller where there is no room for it, all else is shortened.
    """

    text: str = ""
    size: float = 9.0
    font: str = SANS
    colour: Any = INK
    align: float = 0.0
    span: int = 1
    mark: int | None = None
    is_behind: bool = False
    is_whole: bool = False
    is_box: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in three parts: the one by which it is sorted, in bold, and what stands around it."""

    sorted: str
    before: str = ""
    behind: str = ""

    @property
    def whole(self) -> str:
        return " ".join(filter(None, (self.before, self.sorted, self.behind)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What goes over as many lines as it takes."""

    text: str
    size: float = 8.0


@dataclass(slots=True, eq=False)
class Row:
    """A row that knows how high it is; it has no place in the structure before it has a page."""

    node: Node
    cells: Sequence[tuple[Cell | TaggedParagraph, Node, float, float]]  # left edge, width
    height: float
    initial: str = ""
    sorted_by: str = ""
    keeps: bool = False  # with the row behind it
    is_spare: bool = False  # a line to write on that goes where it would take another page
    frames: Sequence[float] = ()


def draw_row(
    canvas: Any, row: Row, top: float, width: float, *, is_new: bool, is_first: bool
) -> None:
    middle, low = top - row.height / 2, top - row.height
    with canvas.artifact():
        if is_new:
            if not is_first:
                canvas.setStrokeColor(MUTED)
                canvas.setLineWidth(0.7)
                canvas.line(0, top, width, top)
            canvas.setFillColor(INK)
            draw_line(canvas, row.initial, 0, middle - 3.4, size=9.5, font=SERIF)
        canvas.setStrokeColor(SAND if row.frames else LINE)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN_WIDTH, low, width, low)
        for x in row.frames:
            canvas.line(x, top, x, low)
    for cell, node, left, wide in row.cells:
        if isinstance(cell, Cell):
            _draw_cell(canvas, cell, node, (left, middle, wide))
        else:
            room = cell.style.spaceBefore - cell.style.spaceAfter
            cell.drawOn(canvas, left, middle - cell.height / 2 - room / 2)


def _draw_cell(canvas: Any, cell: Cell, node: Node, at: tuple[float, float, float]) -> None:
    """Draw what stands in one line; `at` are its left edge, its middle and its width."""
    left, middle, wide = at
    room = wide if cell.align else wide - GAP
    mark_room = 0.0 if cell.mark is None else 1.15 * cell.size
    said, size = cell.text, cell.size
    if cell.is_whole and said:
        size = min(size, size * (room - mark_room - 1) / width_of(said, size, cell.font))
    said = shortened(said, room - mark_room, size, cell.font)
    long = width_of(said, size, cell.font)
    x = left + cell.align * (room - long - mark_room) + (0 if cell.is_behind else mark_room)
    if said:
        with canvas.marked(node):
            canvas.setFillColor(cell.colour)
            draw_line(canvas, said, x, middle - 0.36 * size, size=size, font=cell.font)
    if cell.mark is None and not cell.is_box:
        return
    with canvas.artifact():
        if cell.is_box:
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.7)
            canvas.roundRect(left, middle - 4.2, 8.4, 8.4, 1.6, stroke=1, fill=0)
        if cell.mark is not None:
            side = 0.72 * cell.size
            place = x + long + 0.3 * cell.size if cell.is_behind else x - mark_room
            draw_symbol(canvas, cell.mark, place, middle - side / 2, side)
