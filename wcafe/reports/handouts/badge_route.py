"""The route on a badge: for each round its table, as number and symbol, in rows."""

from typing import Any

from wcafe.domain.plan import Route
from wcafe.reports.handouts.badge_size import RouteSize
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.lines import draw_line, width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CUT, INK, MUTED
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.tags import Node


class BadgeRoute:
    """The stops of a route, each a part of the badge's structure.

    Where the route `is_open` there is a box in place of each number, to write it in by hand.
    """

    def __init__(
        self, route: Route, paper: Paper, part: Node, size: RouteSize, *, is_open: bool
    ) -> None:
        self._size, self._is_open = size, is_open
        names = _stop_names(len(route), paper, size)
        self._stops = [
            (name, table, part.add("P")) for name, table in zip(names, route, strict=True)
        ]

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw the route from its upper left corner on."""
        size = self._size
        for place, (label, table, node) in enumerate(self._stops):
            row, column = divmod(place, size.columns)
            middle = left + (column + 0.5) * size.step
            high = top - row * size.high - 1.15 * size.small
            low = high - 0.15 * size.small - 0.88 * size.number
            if self._is_open:
                self._draw_open(canvas, label, node, middle, (high, low))
            elif table is None:
                self._draw_stop(canvas, (label, "–", node), middle, middle, (high, low))
            elif size.is_wide:
                shown, beside = str(table + 1), 0.36 * size.number
                self._draw_stop(canvas, (label, shown, node), middle, middle + beside, (high, low))
                edge = middle + beside - width_of(shown, size.number, SERIF) / 2
                with canvas.artifact():
                    lower = low + 0.06 * size.number
                    draw_symbol(canvas, table, edge - 0.72 * size.number, lower, 0.52 * size.number)
            else:
                symbol = 0.85 * size.small
                shown = str(table + 1)
                self._draw_stop(
                    canvas, (label, shown, node), middle - symbol / 2, middle, (high, low)
                )
                edge = middle - symbol / 2 + width_of(f"{label} ", size.small) / 2
                with canvas.artifact():
                    draw_symbol(canvas, table, edge, high - 0.06 * size.small, symbol)

    def _draw_stop(
        self,
        canvas: Any,
        stop: tuple[str, str, Node],
        words: float,
        number: float,
        lines: tuple[float, float],
    ) -> None:
        """Draw the words and the number of `stop`, each centred on its place across."""
        label, shown, node = stop
        with canvas.marked(node):
            canvas.setFillColor(MUTED)
            draw_line(canvas, f"{label} ", words, lines[0], size=self._size.small, align=0.5)
            canvas.setFillColor(INK)
            size = self._size.number
            draw_line(canvas, shown, number, lines[1], size=size, font=SERIF, align=0.5)

    def _draw_open(
        self, canvas: Any, label: str, node: Node, middle: float, lines: tuple[float, float]
    ) -> None:
        """Draw the words of a stop, and a line to write its number on."""
        size = self._size
        with canvas.marked(node):
            canvas.setFillColor(MUTED)
            draw_line(canvas, label, middle, lines[0], size=size.small, align=0.5)
        with canvas.artifact():
            canvas.setStrokeColor(CUT)
            canvas.setLineWidth(0.8)
            wide = min(0.8 * size.step, 1.8 * size.number)
            canvas.line(middle - wide / 2, lines[1], middle + wide / 2, lines[1])


def _stop_names(rounds: int, paper: Paper, size: RouteSize) -> list[str]:
    """Return what stands above the numbers of a route: as many words as each step holds."""
    _ = paper.words.gettext
    room = size.step - (6 if size.is_wide else 1.5 * size.small)
    ways = [_("Round {n} · table"), _("Round {n}")]
    for way in ways:
        names = [way.format(n=round_ + 1) for round_ in range(rounds)]
        if all(width_of(name, size.small) <= room for name in names):
            return names
    return [_("R{round}").format(round=round_ + 1) for round_ in range(rounds)]
