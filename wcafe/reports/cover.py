"""The cover: what the café was called, where and when, and its tables as rings; dark or white."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from wcafe.reports.editions import edition_title, until_when
from wcafe.reports.pages.fitting import evened, lines_of, size_for
from wcafe.reports.pages.flowables import Drawing
from wcafe.reports.pages.fonts import SANS, SERIF
from wcafe.reports.pages.lines import draw_line, shortened
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.side_by_side import WholePage
from wcafe.reports.pages.styles import (
    ACCENT,
    COVER_EYEBROW,
    COVER_TEXT,
    COVER_TITLE,
    CREAM,
    DARK,
    EMBER,
    INK,
    MUTED,
    SAND,
)
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.services.cafe import Snapshot
from wcafe.services.known import is_checked_in, is_known_who_came, known_people, known_tables

_WIDTH = 170 * mm
_HIGH = 208  # points that all rings take at most
_NAMED, _NUMBERED = 12, 60  # as many tables have their name below them, or their number in them


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a cover."""

    ground: Color
    title: Color
    text: Color
    accent: Color
    ring: Color


LIGHT_COVER = Ink(white, INK, MUTED, ACCENT, INK)
DARK_COVER = Ink(DARK, CREAM, SAND, EMBER, EMBER)


def cover(snapshot: Snapshot, paper: Paper, *, is_white: bool = False) -> list[Flowable]:
    _ = paper.words.gettext
    cafe, ink = snapshot.cafe, LIGHT_COVER if is_white else DARK_COVER
    shown = paper.set(cafe.title)
    size = size_for(shown, _WIDTH, 4, (34, 12), SERIF)
    text = ParagraphStyle("cover-text", COVER_TEXT, textColor=ink.text)
    title = ParagraphStyle(
        "cover-title", COVER_TITLE, fontSize=size, leading=1.24 * size, textColor=ink.title
    )
    eyebrow = ParagraphStyle("cover-eyebrow", COVER_EYEBROW, textColor=ink.accent)
    parts: list[Flowable] = [
        paper.text(edition_title(_("SYNTHESIS OF THE WORLD CAFÉ"), snapshot, paper), eyebrow),
        paper.text(_in_lines(shown, size), title, tag="H1", outline=0),
        _bar(ink),
        *[paper.text(line, text) for line in (cafe.place, _when(snapshot, paper)) if line],
        paper.text(" · ".join(counts(snapshot, paper)), text),
        Spacer(0, 16 * mm),
        *_rings(snapshot, paper, ink),
    ]
    small = ParagraphStyle("cover-small", text, fontSize=9, leading=13.5)
    low = [_("Organised by {organiser}").format(organiser=cafe.organiser)] * bool(cafe.organiser)
    if cafe.licence:
        low.append(_("Licence {licence}: copy, reuse, share").format(licence=cafe.licence))
    low.append(until_when(snapshot, paper))
    return [WholePage(parts, [paper.text(line, small) for line in low if line]), PageBreak()]


def _in_lines(title: str, size: float) -> str:
    """Return a title with its line ends: behind its colon where there is room for that."""
    even = evened(title, _WIDTH, size, SERIF)
    before, colon, after = title.partition(": ")
    parted = [evened(part, _WIDTH, size, SERIF) for part in (before + colon.strip(), after)]
    lines = sum(len(lines_of(part, _WIDTH, size, SERIF) or ()) for part in parted)
    return "\n".join(parted) if after and lines == even.count("\n") + 1 else even


def _when(snapshot: Snapshot, paper: Paper) -> str:
    """Return the days of a café, as far as they are known."""
    cafe = snapshot.cafe
    days = {each.day for each in cafe.rounds if each.day} or ({cafe.day} if cafe.day else set())
    return " · ".join(map(paper.long_date, sorted(days)))


def counts(snapshot: Snapshot, paper: Paper) -> list[str]:
    """Return how many people, tables and rounds there are, in words; what nobody knows is left out.

    People whom only a list or a plan tells of are expected; those who were counted came, or whose
    seats were recorded; else it is said how many checked in.
    """
    plural = paper.words.ngettext
    people, tables = known_people(snapshot), known_tables(snapshot)
    rounds = len(snapshot.cafe.rounds)
    told = []
    if people:
        if is_known_who_came(snapshot):
            said = plural("{n} participant", "{n} participants", people)
        elif is_checked_in(snapshot):
            said = plural("{n} participant checked in", "{n} participants checked in", people)
        else:
            said = plural("{n} participant expected", "{n} participants expected", people)
        told.append(said.format(n=paper.number(people)))
    if tables:
        told.append(plural("{n} table", "{n} tables", tables).format(n=paper.number(tables)))
    told.append(plural("{n} round", "{n} rounds", rounds).format(n=paper.number(rounds)))
    return told


def _bar(ink: Ink) -> Flowable:
    def paint(canvas: Any) -> None:
        canvas.setFillColor(ink.accent)
        canvas.rect(0, 12, 26 * mm, 2.4, stroke=0, fill=1)

    return Drawing(_WIDTH, 22, paint)


def _rings(snapshot: Snapshot, paper: Paper, ink: Ink) -> list[Flowable]:
    """Return one ring a table, with its number, symbol and name where there is room for them."""
    tables = known_tables(snapshot)
    if not tables:
        return []
    across = 3 if tables <= 6 else 4 if tables <= _NAMED else 10
    if tables > _NUMBERED:
        across = round((2.2 * tables) ** 0.5)
    rows = -(-tables // across)
    step, down = _WIDTH / across, min(104, _HIGH / rows)
    names = [paper.set(snapshot.cafe.table_name(table)) for table in range(tables)]
    has_names = tables <= _NAMED and any(names)
    radius = min(30, 0.31 * down if has_names else 0.4 * min(step, down))

    def paint(canvas: Any) -> None:
        for table in range(tables):
            row, column = divmod(table, across)
            x, y = (column + 0.5) * step, (rows - row) * down - radius - 2
            _ring(canvas, (x, y), radius, ink)
            if tables <= _NUMBERED:
                _numbered(canvas, table, (x, y), radius, ink)
            if has_names:
                _named(canvas, names[table], (x, y - radius), step - 10, ink)

    paper.note_missing("".join(names) if has_names else "")
    if tables > _NUMBERED:
        return [Drawing(_WIDTH, rows * down, paint)]
    title = paper.words.gettext("Tables: {tables}")
    told = [f"{table + 1} {names[table]}".strip() for table in range(tables)]
    node = paper.root.add("Figure", alt=title.format(tables=", ".join(told)))
    return [Drawing(_WIDTH, rows * down, paint, node)]


def _ring(canvas: Any, middle: tuple[float, float], radius: float, ink: Ink) -> None:
    canvas.setStrokeColor(ink.ring)
    canvas.setLineWidth(0.045 * radius)
    canvas.circle(*middle, radius, stroke=1, fill=0)
    canvas.setStrokeColor(SAND)
    canvas.setLineWidth(0.02 * radius)
    canvas.circle(*middle, 0.86 * radius, stroke=1, fill=0)


def _numbered(
    canvas: Any, table: int, middle: tuple[float, float], radius: float, ink: Ink
) -> None:
    x, y = middle
    size = 0.72 * radius
    canvas.setFillColor(ink.title)
    draw_line(canvas, str(table + 1), x, y - 0.36 * size, size=size, font=SERIF, align=0.5)
    symbol, out = 0.42 * radius, 0.68 * radius
    canvas.setFillColor(ink.ground)
    canvas.circle(x + out, y - out, 0.72 * symbol, stroke=0, fill=1)
    draw_symbol(canvas, table, x + out - symbol / 2, y - out - symbol / 2, symbol)


def _named(canvas: Any, name: str, at: tuple[float, float], width: float, ink: Ink) -> None:
    """Draw a name in at most two lines, the last one shortened where it is longer."""
    x, y = at
    lines = list(lines_of(name, width, 8, SANS) or [shortened(name, width, 8)])
    if len(lines) > 2:
        lines = [lines[0], shortened(" ".join(lines[1:]), width, 8)]
    canvas.setFillColor(ink.text)
    for place, line in enumerate(lines):
        draw_line(canvas, line, x, y - 13 - 10 * place, size=8, align=0.5)
