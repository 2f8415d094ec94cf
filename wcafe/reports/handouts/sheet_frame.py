"""What all sheets that come back have about them: four corner marks, and the last line."""

from dataclasses import dataclass

from reportlab.lib.colors import black, white
from reportlab.lib.units import mm

from wcafe.domain.sheet_layout import SheetLayout
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.lines import shortened, width_of
from wcafe.reports.pages.pen import Pen
from wcafe.reports.pages.tags import Node

_FOOT = 6.9  # points


@dataclass(frozen=True, slots=True)
class SheetFoot:
    """The last line: which café, on which day, by which plan and printed when."""

    title: str
    day: str
    mark: str


def draw_marks(pen: Pen, layout: SheetLayout) -> None:
    """Draw the corner marks, the first of which has a hole."""
    for mark in layout.marks:
        pen.box(mark, fill=black)
    pen.box(layout.hole, fill=white)


def draw_foot(
    pen: Pen, layout: SheetLayout, foot: SheetFoot, photo_words: str, photo: Node
) -> None:
    """Draw the last line, and in it, as `photo`, how to take a picture of the sheet."""
    area = layout.foot
    left, down = layout.left + 3, area.middle[1] + 0.9
    right = layout.page.right - left
    day, mark = f"· {foot.day}" if foot.day else "", foot.mark
    free = right - left - 7 - sum(width_of(said, _FOOT) for said in (day, photo_words, mark)) / mm
    title = shortened(foot.title, free * mm, _FOOT, BOLD)
    named = width_of(title, _FOOT, BOLD) / mm
    with pen.canvas.artifact("Pagination"):
        pen.words(title, left, down, size=_FOOT, font=BOLD)
        pen.words(day, left + named + 1, down, size=_FOOT)
        pen.words(mark, right, down, size=_FOOT, align=1)
    between = left + named + 1 + width_of(day, _FOOT) / mm + 3 + (free - named) / 2
    with pen.canvas.marked(photo):
        pen.words(photo_words, between, down, size=_FOOT)
