"""A paragraph with its place in the structure of the document, set line by line by our own rules.

ReportLab's own knows neither narrow no-break spaces nor lines that run from right to left, and cuts
long words wherever a line is full.
"""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.reports.pages.fonts import SANS, is_shaped, reach_of, shaped
from wcafe.reports.pages.lines import draw_line, width_in_logical_order
from wcafe.reports.pages.links import Pages
from wcafe.reports.pages.setting import set_lines
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.tags import Node
from wcafe.reports.pages.words import (
    Line,
    Link,
    Look,
    Stretch,
    Word,
    groups_of,
    looks_of_line,
    width_of_group,
    with_held_end,
)

_RIGHT = 2  # ReportLab's number for lines that end at the right
_SYMBOL = 0.72  # of the size of the letters beside it
_AT_LEAST = 2  # lines of a paragraph on either page that it goes over


@dataclass(frozen=True, slots=True)
class Bullet:
    """The sign in front of a paragraph, with its node; a number ends where the others end."""

    node: Node
    sign: str = "•"
    look: Look | None = None  # size and colour of the paragraph by default
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A stretch and where it begins; whether a space follows it, at which its line ended."""

    stretch: Stretch
    x: float
    y: float
    is_end: bool

    @property
    def width(self) -> float:
        look = self.stretch.look
        return width_in_logical_order(self.stretch.text, look.size, look.font)


class TaggedParagraph(Flowable):
    """Words in lines, with a node. The parts of one that is split over pages share the node.

    Attributes:
        style: its indents, leading and gaps; the looks of the words are their own.
        node: what it is in the structure; none if it is part of a picture.
        is_rtl: whether it runs from right to left.
    """

    canv: Any

    def __init__(
        self,
        words: Sequence[Word],
        style: ParagraphStyle,
        node: Node | None,
        *,
        is_rtl: bool = False,
        hyphens: str = "",
        last: Word | None = None,
        outline: str | None = None,
        depth: int | None = None,
        bullet: Bullet | None = None,
        place: str = "",
    ) -> None:
        """Make a paragraph of `words`.

        Args:
            words: what is said.
            style: how it looks.
            node: its node; none if it is part of a picture.
            is_rtl: whether it runs from right to left.
            hyphens: the language by whose rules words are cut; "" for none.
            last: the last word of the text, which never is.
            outline: its entry in the bookmarks, at `depth`.
            depth: see there.
            bullet: the sign in front of it.
            place: the name of the place that its first line is, to which links lead.
        """
        super().__init__()
        self.style, self.is_rtl = style, is_rtl
        self.node = node
        self._words = with_held_end(words) if hyphens else words
        self._hyphens, self._last = hyphens, last
        self._outline, self._depth, self._bullet = outline, depth, bullet
        self._place = place
        self.keepWithNext = bool(getattr(style, "keepWithNext", 0))
        self._lines: list[Line] = []
        self._room = -1.0  # the width for which the lines are set
        self._is_drawn = False

    @property
    def lines(self) -> Sequence[Line]:
        """What stands on which line, once it was wrapped."""
        return self._lines

    @property
    def is_cut(self) -> bool:
        """Is a word of it wider than a line, once it was wrapped?"""
        return any(width_of_group(group) > self._room for group in groups_of(self._words))

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

    def again(self, node: Node | None) -> "TaggedParagraph":
        """Return the same words once more, for `node`; that takes a fraction of setting them.

        Without a node they are part of a picture, which has one and says them in its own way.
        """
        other = copy(self)
        other.node, other._is_drawn = node, False
        return other

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
            part._place = self._place
        return part

    def draw(self) -> None:
        canvas = self.canv
        if self._is_drawn:  # headings on a table's next page, the other face of a tent
            self._draw_again()
            return
        self._is_drawn = True
        if self._outline is not None:
            key = f"outline-{canvas.getPageNumber()}-{len(canvas._code)}"
            canvas.bookmarkHorizontal(key, 0, self.height)
            canvas.addOutlineEntry(self._outline, key, self._depth or 0)
        if self._place:
            canvas.place(self._place, 0, self.height)
        if self._bullet is not None:
            with canvas.marked(self._bullet.node):
                self._draw_bullet(self._bullet)
        links: dict[Link, Node] = {}
        for link, group in groupby(self._drawn(), key=lambda drawn: drawn.stretch.link):
            if link is None:
                with nullcontext() if self.node is None else canvas.marked(self.node):
                    for drawn in group:
                        self._draw_stretch(drawn)
                continue
            if link not in links:
                assert self.node is not None, "a picture leads nowhere"
                links[link] = self.node.add("Link")
            for drawn in group:
                with canvas.marked(links[link]):
                    wide = self._draw_stretch(drawn)
                look = drawn.stretch.look
                low, top = drawn.y + look.rise - 0.25 * look.size, drawn.y + look.rise + look.size
                canvas.link(links[link], link, (drawn.x, low, drawn.x + wide, top))

    def _draw_again(self) -> None:
        """Draw what stands on a page already: to be seen, and nothing more to be read out."""
        with self.canv.artifact("Pagination"):
            if self._bullet is not None:
                self._draw_bullet(self._bullet)
            for drawn in self._drawn():
                self._draw_stretch(drawn)

    def _draw_bullet(self, bullet: Bullet) -> None:
        canvas, style = self.canv, self.style
        look = bullet.look or Look(SANS, style.fontSize, style.textColor)
        low, gap = self._baseline(0), 0.6 * style.fontSize
        draw = partial(draw_line, canvas, size=look.size, font=look.font)
        canvas.setFillColor(look.colour)
        if self.is_rtl:
            edge = style.rightIndent - gap if bullet.is_number else style.bulletIndent
            draw(f" {bullet.sign}", self.width - edge, low, align=0 if bullet.is_number else 1)
        elif bullet.is_number:
            draw(bullet.sign, style.leftIndent - gap, low, align=1)
        else:
            draw(f"{bullet.sign} ", style.bulletIndent, low)

    def _baseline(self, line: int) -> float:
        style = self.style
        above, _below = reach_of(style.fontName)
        return float(self.height - above * style.fontSize - line * style.leading)

    def _drawn(self) -> Iterator[_Drawn]:
        """Yield what is drawn, line by line and in each from left to right."""
        style = self.style
        for number, line in enumerate(self._lines):
            x, y = style.leftIndent, self._baseline(number)
            if self.is_rtl or style.alignment == _RIGHT:
                x = self.width - style.rightIndent - line.width
            looks = looks_of_line(line, is_rtl=self.is_rtl)
            for place, stretch in enumerate(looks):
                is_end = (
                    place == len(looks) - 1 and line is not self._lines[-1] and not line.goes_on
                )
                drawn = _Drawn(stretch, x, y, is_end)
                yield drawn
                x += drawn.width

    def _draw_stretch(self, drawn: _Drawn) -> float:
        """Draw one stretch, and return how wide it is.

        There is a space at its end where its line ends between two words. Screen readers and
        searches join the lines; words would stick together.
        """
        canvas, stretch = self.canv, drawn.stretch
        if stretch.place:
            canvas.place(stretch.place, 0, drawn.y + stretch.look.size + 2)
        if stretch.link is not None and stretch.link.page:
            canvas.draw_when_counted(partial(self._draw_page, canvas, drawn, stretch.link))
        else:
            _draw_text(canvas, drawn)
        return drawn.width

    def _draw_page(self, canvas: Any, drawn: _Drawn, link: Link, pages: Pages) -> None:
        """Draw the number of the page of a place, in room that was kept for it."""
        said, gap = link.page.format(page=pages.of[link.to]), drawn.stretch.text.startswith(" ")
        found = replace(drawn, stretch=replace(drawn.stretch, text=" " * gap + said))
        is_right = self.style.alignment == _RIGHT
        _draw_text(canvas, replace(found, x=drawn.x + is_right * (drawn.width - found.width)))


def _draw_text(canvas: Any, drawn: _Drawn) -> None:
    look, said = drawn.stretch.look, drawn.stretch.text
    if look.mark is not None:
        gap = drawn.width - width_in_logical_order(said.lstrip(" "), look.size, look.font)
        draw_symbol(canvas, look.mark, drawn.x + gap, drawn.y, _SYMBOL * look.size)
        return
    text = canvas.beginText(drawn.x, drawn.y)
    text.setFillColor(look.colour)
    text.setFont(look.font, look.size)
    if look.rise:
        text.setRise(look.rise)
    if is_shaped(look.font):
        text._code.append(canvas.actual_text(said))
    text.textOut(
        shaped(f"{said} " if drawn.is_end and not is_shaped(look.font) else said, look.font)
    )
    if is_shaped(look.font):
        text._code.append("EMC")
    if look.rise:
        text.setRise(0)
    canvas.drawText(text)
