"""The number of a table so large that it is found from afar, in a ring or a rounded frame."""

from math import hypot
from typing import Any

from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.lines import draw_line, width_of
from wcafe.reports.pages.styles import INK
from wcafe.reports.pages.tags import Node

CAPITAL = 0.714
"""How high figures are, as a share of the size of their letters."""

_AIR = 0.12  # between the figures and what is around them, as a share of their height


class TableNumber:
    """A number whose figures are `high` points high, or less where `widest` holds no more.

    With `is_round` they stand in a ring, else in a rounded frame. All in points.
    """

    def __init__(self, table: int, high: float, widest: float, *, is_round: bool) -> None:
        self.said = str(table + 1)
        wide_at_1 = width_of(self.said, 1, SERIF) / CAPITAL
        self.is_round = is_round
        self.high = high
        self.width = self._frame_width(wide_at_1)
        if self.width > widest:
            self.high *= widest / self.width
            self.width = widest
        self.height = self.width if self.is_round else (1 + 2 * _AIR) * self.high
        self._weight = max(self.high / 110, 0.8)

    def _frame_width(self, wide_at_1: float) -> float:
        wide = wide_at_1 * self.high
        if self.is_round:
            least = hypot(width_of("8", 1, SERIF) / CAPITAL * self.high, self.high)
            return max(hypot(wide, self.high) + 0.06 * self.high, least * 1.28)
        return wide + 2 * _AIR * self.high

    def draw(self, canvas: Any, left: float, low: float, node: Node | None) -> None:
        """Draw it from its lower left corner; without a node it is there for the second time."""
        with canvas.artifact():
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(self._weight)
            if self.is_round:
                radius = self.width / 2
                canvas.circle(left + radius, low + radius, radius, stroke=1, fill=0)
            else:
                canvas.roundRect(left, low, self.width, self.height, 0.14 * self.high)
        with canvas.artifact() if node is None else canvas.marked(node):
            canvas.setFillColor(INK)
            size = self.high / CAPITAL
            foot = low + (self.height - self.high) / 2
            middle = left + self.width / 2
            draw_line(canvas, self.said, middle, foot, size=size, font=SERIF, align=0.5)
