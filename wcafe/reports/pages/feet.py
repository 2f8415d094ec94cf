"""What stands small at the foot of pieces that fill their page, and where they are folded."""

from typing import Any

from reportlab.lib.units import mm

from wcafe.reports.pages.lines import draw_line, shortened, width_of
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.styles import CUT, MUTED

FOOT = 6.5
"""The size of the letters at a foot, in points."""

_NEAR = 3 * mm  # from the end of the fold's line to what stands in it; between two at a foot


def draw_foot(canvas: Any, left: str, right: str, edges: tuple[float, float], low: float) -> None:
    """Draw the café's title at the left and a mark at the right, between two `edges`."""
    start, end = edges
    with canvas.artifact("Pagination"):
        canvas.setFillColor(MUTED)
        room = end - start - width_of(right, FOOT) - _NEAR
        draw_line(canvas, shortened(left, room, FOOT), start, low, size=FOOT)
        draw_line(canvas, right, end, low, size=FOOT, align=1)


def draw_fold(canvas: Any, width: float, high: float, label: TaggedParagraph) -> None:
    """Draw where a sheet `width` wide is folded, with a `label` in the middle of the line."""
    label.wrap(width, 0)
    wide = label.lines[0].width
    with canvas.artifact():
        canvas.setStrokeColor(CUT)
        canvas.setLineWidth(0.6)
        canvas.setDash(1, 2)
        canvas.line(0, high, (width - wide) / 2 - _NEAR, high)
        canvas.line((width + wide) / 2 + _NEAR, high, width, high)
        canvas.setDash()
    label.drawOn(canvas, (width - wide) / 2, high - label.height / 2)
