"""A paragraph with its place in the structure of the document, set line by line by our own rules.

ReportLab's own knows neither narrow no-break spaces nor lines that run from right to left, and cuts
long words wherever a line is full.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.reports.pages.fonts import is_shaped, reach_of, shaped
from wcafe.reports.pages.lines import draw_line
from wcafe.reports.pages.setting import set_lines
from wcafe.reports.pages.tags import Node
from wcafe.reports.pages.words import Line, Word, looks_of_line

_RIGHT = 2  # ReportLab's number for lines that end at the right
_AT_LEAST = 2  # lines of a paragraph on either page that it goes over


class TaggedParagraph(Flowable):
    """Words in lines, with a node. The parts of one that is split over pages share the node.

    Attributes:
        style: its indents, leading and gaps; the looks of the words are their own.
        node: what it is in the structure.
        is_rtl: whether it runs from right to left.
    """

    canv: Any

    def __init__(
        self,
        words: Sequence[Word],
        style: ParagraphStyle,
        node: Node,
        *,
        is_rtl: bool = False,
        hyphens: str = "",
        last: Word | None = None,
        outline: str | None = None,
        depth: int | None = None,
        bullet: Node | None = None,
    ) -> None:
        """Make a paragraph of `words`.

        Args:
            words: what is said.
            style: how it looks.
            node: its node.
            is_rtl: whether it runs from right to left.
            hyphens: the language by whose rules words are cut; "" for none.
            last: the last word of the text, which never is.
            outline: its entry in the bookmarks, at `depth`.
            depth: see there.
            bullet: the node of the sign in front of it.
        """
        super().__init__()
        self.style, self.node, self.is_rtl = style, node, is_rtl
        self._words, self._hyphens, self._last = words, hyphens, last
        self._outline, self._depth, self._bullet = outline, depth, bullet
        self._lines: list[Line] = []
        self._room = -1.0  # the width for which the lines are set
        self._is_drawn = False

    @property
    def lines(self) -> Sequence[Line]:
        """What stands on which line, once it was wrapped."""
        return self._lines

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        style = self.style
        room = width - style.leftIndent - style.rightIndent
        if room != self._room:
            self._lines = set_lines(self._words, room, hyphens=self._hyphens, last=self._last)
            self._room = room
        self.width, self.height = width, len(self._lines) * style.leading
        return width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        """Return it in two parts, each of at least two lines; nothing where that cannot be."""
        self.wrap(width, height)
        fits = int((height + 1e-6) / self.style.leading)
        if fits >= len(self._lines):
            return [self]
        fits = min(fits, len(self._lines) - _AT_LEAST)
        if fits < _AT_LEAST:
            return []
        return [self._part(self._lines[:fits], is_first=True), self._part(self._lines[fits:])]

    def _part(self, lines: list[Line], *, is_first: bool = False) -> "TaggedParagraph":
        part = TaggedParagraph(
            [word for line in lines for word in line.words],
            self.style,
            self.node,
            is_rtl=self.is_rtl,
            hyphens=self._hyphens,
            last=self._last,
        )
        part._lines, part._room = lines, self._room
        if is_first:
            part._outline, part._depth, part._bullet = self._outline, self._depth, self._bullet
        return part

    def draw(self) -> None:
        canvas = self.canv
        if self._outline is not None:
            key = f"outline-{canvas.getPageNumber()}-{len(canvas._code)}"
            canvas.bookmarkHorizontal(key, 0, self.height)
            canvas.addOutlineEntry(self._outline, key, self._depth or 0)
        if self._is_drawn:  # a table's headings, again on its next page
            with canvas.artifact("Pagination"):
                self._draw_lines()
            return
        self._is_drawn = True
        if self._bullet is not None:
            self._draw_bullet(self._bullet)
        with canvas.marked(self.node):
            self._draw_lines()

    def _draw_bullet(self, node: Node) -> None:
        canvas, style = self.canv, self.style
        low, size = self._baseline(0), style.fontSize
        with canvas.marked(node):
            canvas.setFillColor(style.textColor)
            if self.is_rtl:
                draw_line(canvas, " •", self.width - style.bulletIndent, low, size=size, align=1)
            else:
                draw_line(canvas, "• ", style.bulletIndent, low, size=size)

    def _baseline(self, line: int) -> float:
        style = self.style
        above, _below = reach_of(style.fontName)
        return float(self.height - above * style.fontSize - line * style.leading)

    def _draw_lines(self) -> None:
        style = self.style
        for number, line in enumerate(self._lines):
            x = style.leftIndent
            if self.is_rtl or style.alignment == _RIGHT:
                x = self.width - style.rightIndent - line.width
            self._draw_line(line, x, self._baseline(number), is_last=line is self._lines[-1])

    def _draw_line(self, line: Line, x: float, y: float, *, is_last: bool) -> None:
        """Draw one line, with a space at its end where it ends between two words.

        Screen readers and searches join the lines; words would stick together.
        """
        canvas = self.canv
        text = canvas.beginText(x, y)
        looks = looks_of_line(line, is_rtl=self.is_rtl)
        for number, (run, look) in enumerate(looks):
            is_end = number == len(looks) - 1 and not is_last and not line.goes_on
            said = f"{run} " if is_end and not is_shaped(look.font) else run
            text.setFillColor(look.colour)
            text.setFont(look.font, look.size)
            if is_shaped(look.font):
                text._code.append(canvas.actual_text(run))
            text.textOut(shaped(said, look.font))
            if is_shaped(look.font):
                text._code.append("EMC")
        canvas.drawText(text)
