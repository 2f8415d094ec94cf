"""One badge: a name, a route, a code; drawn from its lower left corner."""

from dataclasses import dataclass
from typing import Any

import segno
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from wcafe.domain.plan import Route
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.lines import draw_line, height_of, size_for, width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CUT, DARK, INK, MUTED, NAME, PAPER, SMALL
from wcafe.reports.pages.symbols import draw_symbol, hue_of
from wcafe.reports.pages.tags import TaggedCanvas

WIDTH, HEIGHT = 105 * mm, 74 * mm  # A7 lying: two by four make an A4, with nothing lost

_FIRST, _SECOND = (36.0, 5.0), (19.0, 5.0)  # points: the largest and the smallest names
_LEADING = 1.18
_NAMES_HIGH = 72.0  # points down to the code, beside which stands where somebody comes from
_MASK = 4  # one for all: to try the eight takes longer than all the rest of a badge
_EDGE = 6 * mm  # what a printer or a holder may hide
_RIM = 5 * mm  # along the edge of the paper, where office printers print nothing
_BAR = 3.2 * mm
_STRIP = 17 * mm
_STOP = 24.0  # points a table number and its symbol take side by side
_SMALL = 7.5
_CODE = 13 * mm
_LINE_LOW = 9.0  # points between the route and the line for a name


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
    """A badge of `WIDTH` × `HEIGHT` points; its structure is made with it."""

    def __init__(self, wearer: Wearer, paper: Paper, mark: str) -> None:
        _ = paper.words.gettext
        self._mark = mark
        self._wearer = wearer
        room = WIDTH - 2 * _EDGE
        part = paper.root.add("Sect")
        larger, smaller = _names(wearer.first, wearer.second, room)
        self._lines = [paper.text(wearer.first, larger, parent=part)]
        if wearer.second:
            self._lines.append(paper.text(wearer.second, smaller, parent=part))
        self._about = paper.text(wearer.about, SMALL, parent=part)
        self._duty = part.add("P")
        self._stops = [
            (_stop_name(r, room / len(wearer.route), paper), table, part.add("P"))
            for r, table in enumerate(wearer.route)
        ]
        self._code = part.add("Figure", alt=_("Code of this badge"))

    def draw(self, canvas: TaggedCanvas) -> None:
        home = next((table for table in self._wearer.route if table is not None), 0)
        with canvas.artifact():
            canvas.setFillColor(DARK if self._wearer.is_marked else hue_of(home))
            canvas.rect(_RIM, HEIGHT - _RIM - _BAR, WIDTH - 2 * _RIM, _BAR, stroke=0, fill=1)
            canvas.setFillColor(PAPER)
            canvas.roundRect(_EDGE - 4, _EDGE, WIDTH - 2 * _EDGE + 8, _STRIP, 5, stroke=0, fill=1)
            canvas.setFillColor(MUTED)
            low = 6 if self._is_narrow() else _EDGE + 3  # what stands below numbers needs room
            draw_line(canvas, self._mark, WIDTH - _EDGE, low, size=5, align=1)
            if self._wearer.is_blank:
                canvas.setStrokeColor(CUT)
                canvas.setLineWidth(0.8)
                low = _EDGE + _STRIP + _LINE_LOW
                canvas.line(_EDGE, low, WIDTH - _EDGE - _CODE - 6, low)
        top = HEIGHT - _RIM - _BAR - 3
        room = WIDTH - 2 * _EDGE
        for line in self._lines:
            _wide, high = line.wrapOn(canvas, room, HEIGHT)
            line.drawOn(canvas, _EDGE, top - high)
            top -= high
        _wide, high = self._about.wrapOn(canvas, room - _CODE - 6, HEIGHT)
        low = _EDGE + _STRIP + 4
        self._about.drawOn(canvas, _EDGE, max(top - high - 3, low))
        if self._wearer.role:
            with canvas.marked(self._duty):
                canvas.setFillColor(INK)
                middle = _EDGE + _STRIP / 2 - 6
                draw_line(
                    canvas, self._wearer.role, WIDTH / 2, middle, size=17, font=SERIF, align=0.5
                )
        else:
            self._draw_route(canvas)
        self._draw_code(canvas, WIDTH - _EDGE - _CODE, low)

    def _is_narrow(self) -> bool:
        return (WIDTH - 2 * _EDGE) / max(len(self._stops), 1) < _STOP

    def _draw_route(self, canvas: Any) -> None:
        step = (WIDTH - 2 * _EDGE) / len(self._stops)
        size = min(18.0, 0.52 * step)
        for place, (label, table, node) in enumerate(self._stops):
            middle = _EDGE + (place + 0.5) * step
            shown = "–" if table is None else str(table + 1)
            is_wide = not self._is_narrow()  # else the symbol goes below the number
            shift = 0.36 * size if is_wide and table is not None else 0.0
            with canvas.marked(node):
                canvas.setFillColor(MUTED)
                small = min(_SMALL, 0.36 * step)
                draw_line(canvas, f"{label} ", middle, _EDGE + _STRIP - 13, size=small, align=0.5)
                canvas.setFillColor(INK)
                draw_line(
                    canvas, shown, middle + shift, _EDGE + 11, size=size, font=SERIF, align=0.5
                )
            if table is None:
                continue
            left = middle + shift - width_of(shown, size, SERIF) / 2
            with canvas.artifact():
                if is_wide:
                    draw_symbol(canvas, table, left - 0.72 * size, _EDGE + 12, 0.52 * size)
                else:
                    draw_symbol(canvas, table, middle - 2.5, _EDGE + 3, 5)

    def _draw_code(self, canvas: Any, x: float, y: float) -> None:
        corner = canvas.absolutePosition(x, y)
        box = [round(value, 2) for value in (*corner, corner[0] + _CODE, corner[1] + _CODE)]
        self._code.attributes = {
            "O": PDFName("Layout"),
            "Placement": PDFName("Block"),
            "BBox": PDFArray(box),
        }
        with canvas.marked(self._code):
            draw_code(canvas, self._wearer.code, x, y, _CODE)


def draw_code(canvas: Any, content: str, x: float, y: float, size: float) -> None:
    """Draw `content` as a QR code in the square of `size` whose lower left corner is (x, y)."""
    rows = segno.make(content, error="m", micro=False, mask=_MASK).matrix
    step = size / len(rows)
    runs = []
    for down, row in enumerate(rows):
        across = 0
        while across < len(row):
            dark = across
            while dark < len(row) and row[dark]:
                dark += 1
            if dark > across:
                runs.append(f"{across} {down} {dark - across} 1 re")
            across = dark + 1
    canvas.saveState()
    canvas.setFillColor(INK)
    canvas.transform(step, 0, 0, -step, x, y + size)
    canvas._code.append("\n".join([*runs, "f"]))  # a path object takes ten times as long
    canvas.restoreState()


def _stop_name(round_: int, step: float, paper: Paper) -> str:
    """Return what stands above a number of the route: as many words as `step` points hold."""
    _ = paper.words.gettext
    names = [
        _("Round {n} · table").format(n=round_ + 1),
        _("Round {n}").format(n=round_ + 1),
        _("R{round}").format(round=round_ + 1),
    ]
    return next((name for name in names if width_of(name, _SMALL) + 4 <= step), names[-1])


def _names(first: str, second: str, room: float) -> tuple[ParagraphStyle, ParagraphStyle]:
    """Return the styles in which both names are as large as their badge allows; none is cut."""
    large = size_for(first, room, 2, _FIRST, SERIF)
    small = size_for(second, room, 2, _SECOND, SERIF)
    while (
        max(large, small) > _SECOND[1]
        and (
            height_of(first, room, large, SERIF, _LEADING)
            + height_of(second, room, small, SERIF, _LEADING)
        )
        > _NAMES_HIGH
    ):
        large, small = 0.97 * large, 0.97 * small
    return _name(large), _name(small)


def _name(size: float) -> ParagraphStyle:
    return ParagraphStyle(f"name-{size}", parent=NAME, fontSize=size, leading=_LEADING * size)
