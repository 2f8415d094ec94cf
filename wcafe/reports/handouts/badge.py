"""One badge: a name, a route, a code; drawn from its lower left corner."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle

from wcafe.domain.plan import Route
from wcafe.reports.handouts.badge_size import BadgeSize
from wcafe.reports.pages.codes import draw_code
from wcafe.reports.pages.fitting import height_of, size_for
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.lines import draw_line, width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CUT, DARK, INK, MUTED, NAME, PAPER, SMALL
from wcafe.reports.pages.symbols import draw_symbol, hue_of
from wcafe.reports.pages.tags import TaggedCanvas

_LEADING = 1.25  # no descender reaches the letters below
_LINES = ((2, 2), (3, 2), (4, 2), (3, 1), (4, 1))  # that both names may go over


@dataclass(frozen=True, slots=True, kw_only=True)
class Wearer:
    """What a badge says.

    `role` stands where others have their route. Who is `marked` has a dark bar at the top, the
    others the colour of their first table. `is_blank` leaves a line to write a name on.
    """

    first: str
    second: str = ""
    about: str = ""
    role: str = ""
    route: Route
    code: str
    is_marked: bool = False
    is_blank: bool = False


class Badge:
    """A badge of one `size`; its structure is made with it."""

    def __init__(self, wearer: Wearer, paper: Paper, mark: str, size: BadgeSize) -> None:
        _ = paper.words.gettext
        self._mark = mark
        self._wearer = wearer
        self._size = size
        part = paper.root.add("Sect")
        larger, smaller = _names(wearer.first, wearer.second, size)
        for name, style in ((wearer.first, larger), (wearer.second, smaller)):
            paper.note_cut(name, style, size.room)
        self._lines = [paper.text(wearer.first, larger, parent=part, as_typed=True)]
        if wearer.second:
            self._lines.append(paper.text(wearer.second, smaller, parent=part, as_typed=True))
        self._about = paper.text(wearer.about, SMALL, parent=part, as_typed=True)
        self._duty = part.add("P")
        self._stops = [
            (_stop_name(r, size.room / len(wearer.route), paper, size), table, part.add("P"))
            for r, table in enumerate(wearer.route)
        ]
        self._code = part.add("Figure", alt=_("Code of this badge"))

    def draw(self, canvas: TaggedCanvas) -> None:
        size = self._size
        width, height = size.grid.width, size.grid.height
        self._draw_grounds(canvas)
        top = height - size.rim - size.bar - 3
        for line in self._lines:
            _wide, high = line.wrapOn(canvas, size.room, height)
            line.drawOn(canvas, size.edge, top - high)
            top -= high
        _wide, high = self._about.wrapOn(canvas, size.room - size.code - 6, height)
        low = size.edge + size.strip + 4
        self._about.drawOn(canvas, size.edge, max(top - high - 3, low))
        if self._wearer.role:
            with canvas.marked(self._duty):
                canvas.setFillColor(INK)
                middle = size.edge + size.strip / 2 - 6
                said = self._wearer.role
                draw_line(canvas, said, width / 2, middle, size=size.role, font=SERIF, align=0.5)
        else:
            self._draw_route(canvas)
        corner = width - size.edge - size.code
        draw_code(canvas, self._wearer.code, corner, low, size.code, node=self._code)

    def _draw_grounds(self, canvas: TaggedCanvas) -> None:
        """Draw what says nothing to a screen reader: bar, ground, mark, line for a name."""
        size = self._size
        width, height = size.grid.width, size.grid.height
        home = next((table for table in self._wearer.route if table is not None), 0)
        with canvas.artifact():
            canvas.setFillColor(DARK if self._wearer.is_marked else hue_of(home))
            low = height - size.rim - size.bar
            canvas.rect(size.rim, low, width - 2 * size.rim, size.bar, stroke=0, fill=1)
            canvas.setFillColor(PAPER)
            left, wide = size.edge - 4, size.room + 8
            canvas.roundRect(left, size.edge, wide, size.strip, 5, stroke=0, fill=1)
            canvas.setFillColor(MUTED)
            low = 6 if self._is_narrow() else size.edge + 1.5  # symbols below numbers need room
            draw_line(canvas, self._mark, width - size.edge, low, size=5, align=1)
            if self._wearer.is_blank:
                canvas.setStrokeColor(CUT)
                canvas.setLineWidth(0.8)
                low = size.edge + size.strip + size.line
                canvas.line(size.edge, low, width - size.edge - size.code - 6, low)

    def _is_narrow(self) -> bool:
        return self._size.room / max(len(self._stops), 1) < self._size.stop

    def _draw_route(self, canvas: Any) -> None:
        edge = self._size.edge
        foot = edge + self._size.number_high
        step = self._size.room / len(self._stops)
        size = min(self._size.number, 0.52 * step)
        small = min(self._size.small, 0.36 * step)
        for place, (label, table, node) in enumerate(self._stops):
            middle = edge + (place + 0.5) * step
            shown = "–" if table is None else str(table + 1)
            is_wide = not self._is_narrow()  # else the symbol goes below the number
            shift = 0.36 * size if is_wide and table is not None else 0.0
            with canvas.marked(node):
                canvas.setFillColor(MUTED)
                high = edge + self._size.strip - self._size.words_low
                draw_line(canvas, f"{label} ", middle, high, size=small, align=0.5)
                canvas.setFillColor(INK)
                draw_line(canvas, shown, middle + shift, foot, size=size, font=SERIF, align=0.5)
            if table is None:
                continue
            left = middle + shift - width_of(shown, size, SERIF) / 2
            with canvas.artifact():
                if is_wide:
                    draw_symbol(canvas, table, left - 0.72 * size, foot + 1, 0.52 * size)
                else:
                    draw_symbol(canvas, table, middle - 2.5, edge + 3, 5)


def _stop_name(round_: int, step: float, paper: Paper, size: BadgeSize) -> str:
    """Return what stands above a number of the route: as many words as `step` points hold."""
    _ = paper.words.gettext
    names = [
        _("Round {n} · table").format(n=round_ + 1),
        _("Round {n}").format(n=round_ + 1),
        _("R{round}").format(round=round_ + 1),
    ]
    return next((name for name in names if width_of(name, size.small) + 4 <= step), names[-1])


def _names(first: str, second: str, size: BadgeSize) -> tuple[ParagraphStyle, ParagraphStyle]:
    """Return the styles in which both names are as large as their badge allows; none is cut.

    A long name goes over more lines, at its own blanks and hyphens, before it becomes smaller. The
    second one is never larger than the first.
    """
    pairs = [_fitted(first, second, lines, size) for lines in _LINES]
    large, small = max(pairs)
    return _name(large), _name(small)


def _fitted(
    first: str, second: str, lines: tuple[int, int], size: BadgeSize
) -> tuple[float, float]:
    """Return the largest sizes of both names that go over so many lines at most."""
    room, smallest = size.room, size.second[1]
    large = size_for(first, room, lines[0], size.first, SERIF)
    small = min(size_for(second, room, lines[1], size.second, SERIF), large)
    while (
        max(large, small) > smallest
        and (
            height_of(first, room, large, SERIF, _LEADING)
            + height_of(second, room, small, SERIF, _LEADING)
        )
        > size.names
    ):
        large, small = 0.97 * large, 0.97 * small
    return large, small


def _name(size: float) -> ParagraphStyle:
    return ParagraphStyle(f"name-{size}", parent=NAME, fontSize=size, leading=_LEADING * size)
