"""What pages are made of, each piece knowing its place in the structure of the document."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName
from reportlab.platypus import Flowable, HRFlowable, Table

from wcafe.reports.pages.fonts import SERIF, reach_of
from wcafe.reports.pages.lines import draw_line
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.styles import LINE
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.tags import Node, TaggedCanvas

DrawSymbol = Callable[[Any, int, float, float, float], None]
"""Draws the symbol of a number on a canvas, at x and y, so large."""

_LEAST_ROWS = 3  # of a table on the last page that it goes over
_SHORT = 140  # points: what is no longer stays on one page


class TaggedTable(Table):
    """A table whose rules and backgrounds are artifacts; its cells tag themselves."""

    canv: Any

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._renderCB = self._on_render

    def _on_render(self, _table: Any, what: str, *_facts: Any) -> None:
        if what in ("startBG", "startLines"):
            self.canv.begin_artifact()
        elif what in ("endBG", "endLines"):
            self.canv.end_mark()

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803 - as above
        """Return what fits and the rest, which has some rows where the first can spare them."""
        halves: list[Any] = list(super().split(availWidth, availHeight))
        if len(halves) != 2:
            return halves
        first, rest = halves
        heads = self.repeatRows
        lacking = _LEAST_ROWS - (rest._nrows - heads)
        if lacking <= 0 or first._nrows - heads - lacking < _LEAST_ROWS:
            return halves
        height = sum(first._rowHeights[:-lacking])
        evener = super().split(availWidth, height + 0.01)
        return list(evener) if len(evener) == 2 else halves

    def onSplit(self, table: Any, byRow: int = 1) -> None:  # noqa: N802, N803 - ReportLab's names
        table._renderCB = table._on_render


class WithSymbol(Flowable):
    """A heading with the symbol of a table in front of it, or with `draw` that of a theme."""

    def __init__(
        self,
        heading: TaggedParagraph,
        number: int,
        *,
        draw: DrawSymbol = draw_symbol,
        share: float = 0.72,
    ) -> None:
        """Make it; the symbol is as large as `share` of the letters."""
        super().__init__()
        self._heading, self._number, self._draw = heading, number, draw
        self._share = share
        self._size = share * heading.style.fontSize
        self._indent = self._size + 7
        self.spaceBefore = heading.style.spaceBefore
        self.spaceAfter = heading.style.spaceAfter
        self.keepWithNext = True

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        wide, high = self._heading.wrap(width - self._indent, height)
        self.width, self.height = wide + self._indent, high
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        style, is_rtl = self._heading.style, self._heading.is_rtl
        above, _below = reach_of(style.fontName)
        with canvas.artifact():
            low = self.height - above * style.fontSize  # it stands on the line, as a capital does
            left = self.width - self._size if is_rtl else 0
            self._draw(canvas, self._number, left, low, self._size)
        self._heading.drawOn(canvas, 0 if is_rtl else self._indent, 0)

    def split(self, width: float, height: float) -> list[Any]:
        """Return a heading longer than its page in parts; the symbol stays with the first."""
        halves = self._heading.split(width - self._indent, height)
        if len(halves) < 2:
            return []
        return [
            WithSymbol(halves[0], self._number, draw=self._draw, share=self._share),
            *halves[1:],
        ]


class Ringed(Flowable):
    """A heading behind the number of a table in a ring, which is read before it."""

    def __init__(self, heading: TaggedParagraph, number: int) -> None:
        super().__init__()
        self._heading, self._number = heading, str(number)
        self._size = 1.5 * heading.style.fontSize
        self.spaceBefore = heading.style.spaceBefore
        self.spaceAfter = heading.style.spaceAfter
        self.keepWithNext = True

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._heading.wrap(width - self._size - 7, height)
        self.width, self.height = width, max(self._heading.height, self._size)
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        style = self._heading.style
        radius = self._size / 2
        single = style.leading  # the ring is centred on the first line
        top = self.height - max(0, (self._size - single) / 2)
        middle = top - single / 2
        left = self.width - self._size if self._heading.is_rtl else 0
        with canvas.artifact():
            canvas.setStrokeColor(style.textColor)
            canvas.setLineWidth(1.1)
            canvas.circle(left + radius, middle, radius - 0.6, stroke=1, fill=0)
        size = (0.78, 0.78, 0.66, 0.52)[min(len(self._number), 3)] * style.fontSize
        with canvas.marked(self._heading.node):
            canvas.setFillColor(style.textColor)
            low = middle - 0.36 * size
            draw_line(canvas, self._number, left + radius, low, size=size, font=SERIF, align=0.5)
        beside = 0 if self._heading.is_rtl else self._size + 7
        self._heading.drawOn(canvas, beside, top - self._heading.height)

    def split(self, width: float, height: float) -> list[Any]:
        """Return a heading longer than its column in parts; the ring stays with the first."""
        halves = self._heading.split(width - self._size - 7, height)
        return [Ringed(halves[0], int(self._number)), *halves[1:]] if len(halves) > 1 else []


class Drawing(Flowable):
    """A picture drawn by a function: a figure with an alternative text, or an ornament."""

    def __init__(
        self,
        width: float,
        height: float,
        paint: Callable[[TaggedCanvas], None],
        node: Node | None = None,
    ) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._paint = paint
        self._node = node

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        if self._node is None:
            with canvas.artifact():
                self._paint(canvas)
            return
        x, y = canvas.absolutePosition(0, 0)
        box = [round(value, 2) for value in (x, y, x + self.width, y + self.height)]
        self._node.attributes = {
            "O": PDFName("Layout"),
            "Placement": PDFName("Block"),
            "BBox": PDFArray(box),
        }
        with canvas.marked(self._node):
            self._paint(canvas)


class Ruled(HRFlowable):
    """A thin line across the page, which is no part of the text."""

    canv: Any

    def __init__(self) -> None:
        super().__init__(width="100%", thickness=0.5, color=LINE, spaceBefore=2, spaceAfter=6)

    def draw(self) -> None:
        with self.canv.artifact():
            super().draw()


class Barred(Flowable):
    """Paragraphs with a coloured bar to their left: what somebody said."""

    def __init__(self, parts: Sequence[TaggedParagraph], hue: Any, *, weight: float = 3) -> None:
        super().__init__()
        self._parts, self._hue, self._weight = parts, hue, weight
        self.spaceBefore, self.spaceAfter = 4, 10

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.height = sum(part.wrap(width - 14, height)[1] for part in self._parts) + 6
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        with canvas.artifact():
            canvas.setFillColor(self._hue)
            canvas.rect(0, 0, self._weight, self.height, stroke=0, fill=1)
        top = self.height - 2
        for part in self._parts:
            top -= part.height
            part.drawOn(canvas, 14, top)

    def split(self, width: float, height: float) -> list[Any]:
        """Return a long quote in two parts; a short one goes to the next page as a whole."""
        said, *others = self._parts
        self.wrap(width, height)
        if self.height < _SHORT or height < _SHORT:
            return []
        halves = said.split(width - 14, min(height - 6, said.height - 3 * said.style.leading))
        if len(halves) < 2:
            return []
        return [Barred(halves[:1], self._hue), Barred([*halves[1:], *others], self._hue)]
