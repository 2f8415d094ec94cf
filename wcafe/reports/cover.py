"""The cover: what the café was called, where and when, and its tables as rings."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from wcafe.reports.pages.fitting import evened, size_for
from wcafe.reports.pages.flowables import Drawing
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import BROWN, COVER_EYEBROW, COVER_TEXT, COVER_TITLE, EMBER
from wcafe.services.cafe import Snapshot
from wcafe.services.known import is_known_who_came, known_people, known_tables

_WIDTH = 170 * mm
_MOST_ACROSS = 10


def cover(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    cafe = snapshot.cafe
    shown = paper.set(cafe.title)
    size = size_for(shown, _WIDTH, 4, (34, 12), SERIF)
    title = ParagraphStyle(
        "cover-title",
        COVER_TITLE,
        fontSize=size,
        leading=1.24 * size,
    )
    when = [paper.long_date(cafe.day)] if cafe.day else []
    story: list[Flowable] = [
        paper.text(_("SYNTHESIS OF THE WORLD CAFÉ"), COVER_EYEBROW),
        paper.text(evened(shown, _WIDTH, size, SERIF), title, tag="H1", outline=0),
    ]
    if cafe.place:
        story.append(paper.text(cafe.place, COVER_TEXT))
    story.append(paper.text(" · ".join([*when, *counts(snapshot, paper)]), COVER_TEXT))
    story += [Spacer(0, 14 * mm), _rings(known_tables(snapshot)), Spacer(0, 14 * mm)]
    credit = [_("Organised by {organiser}").format(organiser=cafe.organiser)] * bool(cafe.organiser)
    if cafe.licence:
        shared = _("Licence {licence}: copy, reuse, share")
        credit.append(shared.format(licence=cafe.licence))
    if credit:
        story.append(
            paper.text(" · ".join(credit), ParagraphStyle("credit", COVER_TEXT, fontSize=9))
        )
    story.append(PageBreak())
    return story


def counts(snapshot: Snapshot, paper: Paper) -> list[str]:
    """Return how many people, tables and rounds there are, in words; what nobody knows is left out.

    People whom only a list or a plan tells of are expected; those who were counted came, or whose
    seats were recorded.
    """
    plural = paper.words.ngettext
    people, tables = known_people(snapshot), known_tables(snapshot)
    rounds = len(snapshot.cafe.rounds)
    told = []
    if people:
        said = (
            plural("{n} participant", "{n} participants", people)
            if is_known_who_came(snapshot)
            else plural("{n} participant expected", "{n} participants expected", people)
        )
        told.append(said.format(n=paper.number(people)))
    if tables:
        told.append(plural("{n} table", "{n} tables", tables).format(n=paper.number(tables)))
    told.append(plural("{n} round", "{n} rounds", rounds).format(n=paper.number(rounds)))
    return told


def _rings(tables: int) -> Drawing:
    """Return one ring a table, smaller where there are many; an ornament."""
    across = min(_MOST_ACROSS, max(6, round((1.6 * tables) ** 0.5)))
    rows = -(-tables // across)
    step = min(_WIDTH / across, 190 / max(rows, 1), 78)
    radius = 0.31 * step

    def paint(canvas: Any) -> None:
        canvas.setStrokeColor(EMBER)
        canvas.setFillColor(BROWN)
        canvas.setLineWidth(0.06 * radius)
        for table in range(tables):
            row, column = divmod(table, across)
            x, y = (column + 0.5) * step, (rows - row - 0.5) * step
            canvas.circle(x, y, radius, stroke=1, fill=0)
            canvas.circle(x, y, 0.62 * radius, stroke=0, fill=1)

    return Drawing(_WIDTH, rows * step, paint)
