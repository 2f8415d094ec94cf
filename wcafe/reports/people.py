"""Badges: a person's name and, round by round, where to go."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFArray, PDFName
from reportlab.platypus import Flowable, PageBreak

from wcafe.domain.people import Person, PersonId, Role, absent
from wcafe.domain.plan import Plan
from wcafe.domain.text import one_line
from wcafe.i18n import N_
from wcafe.reports.fonts import SERIF
from wcafe.reports.hosts import hosting
from wcafe.reports.lines import draw_line, height_of, shortened, size_for, width_of
from wcafe.reports.paper import Paper
from wcafe.reports.styles import CUT, DARK, INK, MUTED, NAME, PAPER, SMALL
from wcafe.reports.symbols import draw_symbol, hue_of
from wcafe.reports.tags import TaggedCanvas
from wcafe.services.cafe import Snapshot

WIDTH, HEIGHT = 105 * mm, 74 * mm  # A7 lying: two by four make an A4, with nothing lost
COLUMNS, ROWS = 2, 4

_FIRST, _SECOND = (36.0, 5.0), (19.0, 5.0)  # points: the largest and the smallest names
_LEADING = 1.18
_NAMES_HIGH = 72.0  # points down to the code, beside which stands where somebody comes from
_ABOUT = 130 * mm  # two lines of it
_MASK = 4  # one for all: to try the eight takes longer than all the rest of a badge
_ROLES = {
    Role.FACILITATOR: N_("facilitator"),
    Role.CREW: N_("crew"),
    Role.OBSERVER: N_("observer"),
}
_EDGE = 6 * mm  # what a printer or a holder may hide
_RIM = 5 * mm  # along the edge of the paper, where office printers print nothing
_BAR = 3.2 * mm
_STRIP = 17 * mm
_STOP = 24.0  # points a table number and its symbol take side by side
_SMALL = 7.5
_CODE = 13 * mm


def badges(
    snapshot: Snapshot,
    plan: Plan,
    paper: Paper,
    mark: str,
    only: Collection[PersonId] | None = None,
) -> list[Flowable]:
    """Return sheets of eight badges, in alphabetical order, each with its route.

    Whoever comes gets one: those who are not seated have their role where others have a route,
    and those whom the plan does not know yet have dashes. Who attends no round any more gets none.

    Args:
        snapshot: the café.
        plan: whose routes are printed.
        paper: what they are printed on.
        mark: the plan's fingerprint, small on each badge, by which a stale one is seen.
        only: whose badges are made; None for everybody's.
    """
    hosted: dict[PersonId, set[int]] = {}
    for (round_, _table), host in hosting(plan, snapshot).items():
        hosted.setdefault(host, set()).add(round_)
    away = {person.id for person in absent(snapshot.people, plan.rounds)}
    wearers = sorted(
        (p for p in snapshot.people if p.id not in away and (only is None or p.id in only)),
        key=lambda person: person.sort_key,
    )
    made = [_Badge(person, plan, hosted.get(person.id, set()), paper, mark) for person in wearers]
    story: list[Flowable] = []
    for start in range(0, len(made), COLUMNS * ROWS):
        if story:
            story.append(PageBreak())
        story.append(_Sheet(made[start : start + COLUMNS * ROWS]))
    return story


class _Sheet(Flowable):
    """One A4 page of badges with cutting lines."""

    def __init__(self, made: "list[_Badge]") -> None:
        super().__init__()
        self.width, self.height = A4
        self._badges = made

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        for place, badge in enumerate(self._badges):
            row, column = divmod(place, COLUMNS)
            canvas.saveState()
            canvas.translate(column * WIDTH, self.height - (row + 1) * HEIGHT)
            badge.draw(canvas)
            canvas.restoreState()
        with canvas.artifact():
            canvas.setStrokeColor(CUT)
            canvas.setLineWidth(0.5)
            canvas.setDash(3, 3)
            for row in range(1, ROWS):
                canvas.line(0, self.height - row * HEIGHT, self.width, self.height - row * HEIGHT)
            canvas.line(WIDTH, 0, WIDTH, self.height)
            canvas.setDash()


class _Badge:
    """One badge, drawn from its lower left corner; its structure is made with it."""

    def __init__(
        self, person: Person, plan: Plan, hosted: set[int], paper: Paper, mark: str
    ) -> None:
        _ = paper.words.gettext
        self._mark = mark
        self._person = person
        self._route = plan.itinerary(person.id)
        self._is_host = bool(hosted)
        room = WIDTH - 2 * _EDGE
        part = paper.root.add("Sect")
        first, second = person.given or person.family, person.family if person.given else ""
        larger, smaller = _names(first, second, room)
        self._lines = [paper.text(first, larger, parent=part)]
        if second:
            self._lines.append(paper.text(second, smaller, parent=part))
        place = one_line(person.organisation or person.group)
        about = [shortened(place, _ABOUT, SMALL.fontSize)]
        if hosted:
            about.append(_hosting_in(hosted, self._route, paper))
        self._about = paper.text(" · ".join(filter(None, about)), SMALL, parent=part)
        self._role = _(_ROLES[person.role]).capitalize() if person.role in _ROLES else ""
        self._duty = part.add("P")
        self._stops = [
            (_stop_name(r, room / plan.rounds, paper), table, part.add("P"))
            for r, table in enumerate(self._route)
        ]
        self._code = part.add("Figure", alt=_("Code of this badge"))

    def draw(self, canvas: TaggedCanvas) -> None:
        home = next((table for table in self._route if table is not None), 0)
        with canvas.artifact():
            canvas.setFillColor(DARK if self._is_host or self._role else hue_of(home))
            canvas.rect(_RIM, HEIGHT - _RIM - _BAR, WIDTH - 2 * _RIM, _BAR, stroke=0, fill=1)
            canvas.setFillColor(PAPER)
            canvas.roundRect(_EDGE - 4, _EDGE, WIDTH - 2 * _EDGE + 8, _STRIP, 5, stroke=0, fill=1)
            canvas.setFillColor(MUTED)
            low = 6 if self._is_narrow() else _EDGE + 3  # what stands below numbers needs room
            draw_line(canvas, self._mark, WIDTH - _EDGE, low, size=5, align=1)
        top = HEIGHT - _RIM - _BAR - 3
        room = WIDTH - 2 * _EDGE
        for line in self._lines:
            _wide, high = line.wrapOn(canvas, room, HEIGHT)
            line.drawOn(canvas, _EDGE, top - high)
            top -= high
        _wide, high = self._about.wrapOn(canvas, room - _CODE - 6, HEIGHT)
        low = _EDGE + _STRIP + 4
        self._about.drawOn(canvas, _EDGE, max(top - high - 3, low))
        if self._role:
            with canvas.marked(self._duty):
                canvas.setFillColor(INK)
                middle = _EDGE + _STRIP / 2 - 6
                draw_line(canvas, self._role, WIDTH / 2, middle, size=17, font=SERIF, align=0.5)
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
            draw_code(canvas, badge_code(self._person), x, y, _CODE)


def badge_code(person: Person) -> str:
    """Return what the badge's QR code says: an opaque name, never one of the person's own."""
    return f"WCAFE-P-{UUID(person.id).hex.upper()}"


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


def _hosting_in(hosted: set[int], route: Sequence[int | None], paper: Paper) -> str:
    """Return the mark of a host, with the rounds if it is not all of those attended."""
    _, plural = paper.words.gettext, paper.words.ngettext
    if hosted >= {round_ for round_, table in enumerate(route) if table is not None}:
        return _("★ table host")
    rounds = ", ".join(str(round_ + 1) for round_ in sorted(hosted))
    told = plural("★ table host in round {rounds}", "★ table host in rounds {rounds}", len(hosted))
    return told.format(rounds=rounds)


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
