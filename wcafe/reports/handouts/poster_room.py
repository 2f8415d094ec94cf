"""The poster of the tables: each with its number, symbol and name, in the order of the numbers."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle

from wcafe.domain.cafe import Cafe
from wcafe.domain.room import best_columns
from wcafe.reports.handouts.poster import EDGE, Poster
from wcafe.reports.pages.columns import Stack
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.large_type import large_text
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import BODY, SMALL
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.table_number import TableNumber
from wcafe.reports.pages.tags import Node

_NAME = ParagraphStyle("room_name", BODY, fontName=BOLD, fontSize=10, leading=12, spaceAfter=0)
_TOLD = ParagraphStyle("room_told", SMALL, fontSize=11, leading=14)
_NAMES = (20.0, 5.0)  # the largest and smallest letters of a table's name
_RING, _SYMBOL, _INSIDE = 0.6, 0.22, 0.92  # shares of a table's place, in its height and width


class RoomPoster(Poster):
    """The tables in rows, as the desk draws them."""

    def __init__(
        self,
        title: str,
        cafe: Cafe,
        tables: Sequence[int],
        paper: Paper,
        feet: tuple[str, str],
    ) -> None:
        super().__init__(title, paper, feet)
        wide, high = self.room
        told = paper.words.gettext(
            "Drawn in the order of their numbers; in the room they may stand in another one."
        )
        self._told = large_text(told, _TOLD, (wide, 30), (12, 8), paper, parent=self.node)
        high -= self._told.height + 10
        self._columns = best_columns(len(tables), wide / high)
        rows = -(-len(tables) // self._columns)
        self._place = (wide / self._columns, min(high / rows, wide / self._columns * 1.25))
        self._tables = [
            _Table(table, cafe.table_name(table), self._place, paper, self.node) for table in tables
        ]

    def draw(self, canvas: Any) -> None:
        super().draw(canvas)
        self._told.draw_on(canvas, EDGE, self.top)
        top = self.top - self._told.height - 10
        wide, high = self._place
        for place, table in enumerate(self._tables):
            row, column = divmod(place, self._columns)
            table.draw(canvas, EDGE + column * wide, top - (row + 1) * high)


class _Table:
    """One table: its number in a ring, its symbol at the ring, its name below."""

    def __init__(
        self, table: int, name: str, place: tuple[float, float], paper: Paper, parent: Node
    ) -> None:
        self._table, self._place = table, place
        wide, high = place
        node = parent.add("Sect")
        ring = min(_RING * high, 0.68 * wide) if name else min(0.8 * high, 0.7 * wide)
        self._number = TableNumber(table, 0.5 * ring, ring, is_round=True)
        self._node = node.add("P")
        self._name: Stack | None = None
        if name:
            room = (_INSIDE * wide, high - self._number.height - 0.08 * high)
            self._name = large_text(name, _NAME, room, _NAMES, paper, parent=node)

    def draw(self, canvas: Any, left: float, low: float) -> None:
        wide, high = self._place
        ring = self._number.width
        top = low + 0.98 * high
        self._number.draw(canvas, left, top - ring, self._node)
        side = _SYMBOL * wide
        with canvas.artifact():
            draw_symbol(canvas, self._table, left + ring + 0.03 * wide, top - side, side)
        if self._name is not None:
            self._name.draw_on(canvas, left, top - ring - 0.03 * high)
