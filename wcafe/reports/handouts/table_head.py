"""The head of a table's sheet: its number in a ring, its symbol, its name."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.reports.pages.large_type import large_text
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import TITLE
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.table_number import TableNumber
from wcafe.reports.pages.tags import Node

_NAME = ParagraphStyle("head_name", TITLE, fontSize=20, leading=24, spaceAfter=0)
_GAP = 9  # points


class TableHead(Flowable):
    """It is as wide as its place, and as high as its ring."""

    def __init__(
        self,
        table: int,
        title: str,
        high: float,
        paper: Paper,
        parent: Node,
        *,
        sizes: tuple[float, float] = (28, 8),
    ) -> None:
        """Make it.

        Args:
            table: from 0.
            title: what the table is called.
            high: how high the figures are, in points.
            paper: what it is printed on.
            parent: where it belongs.
            sizes: the largest and the smallest letters of the title.
        """
        super().__init__()
        self._table, self._title, self._paper = table, title, paper
        self._sizes = sizes
        self._number = TableNumber(table, high, 6 * high, is_round=table < 99)
        self._node = parent.add("P")
        self._parent = parent.add("Sect")
        self._name: Any = None
        self.spaceAfter = 8

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self._number.height
        if self._name is None:
            left = self._number.width + 2 * _GAP + self._symbol
            room = (width - left, self.height)
            self._name = large_text(
                self._title,
                _NAME,
                room,
                self._sizes,
                self._paper,
                tag="H1",
                parent=self._parent,
                outline=0,
            )
        return self.width, self.height

    @property
    def _symbol(self) -> float:
        return 0.5 * self._number.high

    def draw(self) -> None:
        canvas: Any = self.canv
        self._number.draw(canvas, 0, 0, self._node)
        left = self._number.width + _GAP
        middle = self.height / 2
        with canvas.artifact():
            draw_symbol(canvas, self._table, left, middle - self._symbol / 2, self._symbol)
        left += self._symbol + _GAP
        self._name.draw_on(canvas, left, middle + self._name.height / 2)
