"""Drawing on a page in millimetres from its top left, as its layout says; words are in points.

What is not said otherwise is black, which no printer mixes of dots.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from wcafe.domain.rect import Rect
from wcafe.reports.pages.fonts import SANS
from wcafe.reports.pages.lines import draw_line
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.tags import Node, TaggedCanvas


@dataclass(frozen=True, slots=True)
class Pen:
    """A canvas whose lower left corner is that of an area `height` millimetres high."""

    canvas: TaggedCanvas
    height: float

    def box(
        self,
        rect: Rect,
        *,
        corner: float = 0,
        stroke: float = 0,
        ink: Color = black,
        fill: Color | None = None,
    ) -> None:
        """Draw `rect` with its `stroke` inside of it, so that it reaches nowhere further."""
        canvas: Any = self.canvas
        inset = stroke / 2
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(stroke * mm)
        if fill is not None:
            canvas.setFillColor(fill)
        canvas.roundRect(
            (rect.left + inset) * mm,
            (self.height - rect.bottom + inset) * mm,
            (rect.width - stroke) * mm,
            (rect.height - stroke) * mm,
            max(corner - inset, 0) * mm,
            stroke=int(stroke > 0),
            fill=int(fill is not None),
        )

    def ring(
        self,
        middle: tuple[float, float],
        radius: float,
        *,
        stroke: float = 0,
        ink: Color = black,
        fill: Color | None = None,
    ) -> None:
        """Draw a circle, or a disc where it is filled; its `stroke` lies inside of it."""
        canvas: Any = self.canvas
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(stroke * mm)
        if fill is not None:
            canvas.setFillColor(fill)
        canvas.circle(
            middle[0] * mm,
            (self.height - middle[1]) * mm,
            (radius - stroke / 2) * mm,
            stroke=int(stroke > 0),
            fill=int(fill is not None),
        )

    def line(self, *points: tuple[float, float], stroke: float, ink: Color = black) -> None:
        """Draw from each of `points` to the next one."""
        canvas: Any = self.canvas
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(stroke * mm)
        path = canvas.beginPath()
        path.moveTo(*self._at(*points[0]))
        for point in points[1:]:
            path.lineTo(*self._at(*point))
        canvas.drawPath(path, stroke=1, fill=0)

    def curve(self, *points: tuple[float, float], stroke: float, ink: Color = black) -> None:
        """Draw Bézier curves from the first point on, each by the three that follow it."""
        canvas: Any = self.canvas
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(stroke * mm)
        path = canvas.beginPath()
        path.moveTo(*self._at(*points[0]))
        for start in range(1, len(points), 3):
            ends = [value for point in points[start : start + 3] for value in self._at(*point)]
            path.curveTo(*ends)
        canvas.drawPath(path, stroke=1, fill=0)

    def words(
        self,
        said: str,
        x: float,
        y: float,
        *,
        size: float,
        font: str = SANS,
        ink: Color = black,
        align: float = 0,
    ) -> None:
        """Draw a line of text that stands on `y`; from `x` on, around it (0.5) or up to it (1)."""
        self.canvas.setFillColor(ink)
        left, low = self._at(x, y)
        draw_line(self.canvas, said, left, low, size=size, font=font, align=align)

    def paragraph(self, words: TaggedParagraph, x: float, top: float, width: float) -> float:
        """Draw `words` below `top`; return how far down they reach."""
        _wide, high = words.wrapOn(self.canvas, width * mm, 0)
        left, upper = self._at(x, top)
        words.drawOn(self.canvas, left, upper - high)
        return float(top + high / mm)

    def figure(self, node: Node, rect: Rect) -> AbstractContextManager[None]:
        """Return the mark of what is drawn in `rect` as a figure, which says what it shows."""
        left, low = self.canvas.absolutePosition(*self._at(rect.left, rect.bottom))
        corners = (left, low, left + rect.width * mm, low + rect.height * mm)
        node.attributes = {
            "O": PDFName("Layout"),
            "Placement": PDFName("Block"),
            "BBox": PDFArray([round(value, 2) for value in corners]),
        }
        return self.canvas.marked(node)

    def stamp(self, name: str, draw: Callable[[], None]) -> None:
        """Draw what comes again on many pages; the file holds it once, under `name`, a single word.

        It can have no mark of its own: it is part of the one in which it is drawn.
        """
        canvas: Any = self.canvas
        if not canvas.hasForm(name):
            canvas.beginForm(name)
            draw()
            canvas.endForm()
        canvas.doForm(name)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * mm, (self.height - y) * mm
