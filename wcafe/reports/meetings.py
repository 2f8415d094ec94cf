"""Who met whom: how many others each person met, and between which tables ideas travelled."""

from collections import Counter
from itertools import pairwise
from math import cos, pi, sin
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from wcafe.domain.meetings import Meetings, count_meetings
from wcafe.reports.figures import bars
from wcafe.reports.pages.flowables import Drawing
from wcafe.reports.pages.lines import draw_line
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CAPTION, INK, SAND
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.services.cafe import Snapshot
from wcafe.services.known import known_seats
from wcafe.services.known_figures import seats_come_from

_WIDTH, _HEIGHT = 170 * mm, 104 * mm
_MOST_TABLES = 40  # on the map; with more its lines are one dark disc
_MOST_BARS = 12


def who_met_whom(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return the chapter; empty where nobody had a seat beside another."""
    _ = paper.words.gettext
    seats = known_seats(snapshot)
    rows, met = list(seats.rows), count_meetings(seats.rows)
    if not met.most:
        return []
    sentence = _per_person(met, paper, is_recorded=seats.is_recorded)
    told = [
        seats_come_from(snapshot, paper.words),
        sentence.format(least=met.least, most=met.most, possible=met.possible),
    ]
    plan = snapshot.plan
    if plan is not None and not snapshot.is_plan_stale and sum(map(bool, rows)) > 1:
        repeats = plan.certificate.repeat_meetings
        told.append(proof(repeats, plan.certificate.lower_bound, paper))
        if not seats.recorded and met.repeats > repeats:
            told.append(_("Meetings again that the rules ask for are not counted in that."))
    links = _moves(rows)
    has_map = bool(links) and len({t for link in links for t in link}) <= _MOST_TABLES
    story: list[Flowable] = [
        CondPageBreak(220 * mm if has_map else 90 * mm),
        paper.chapter(_("Who met whom")),
        paper.text(" ".join(told)),
    ]
    if met.least < met.most:
        story.append(paper.label(_("People by the number of others they meet")))
        story.append(bars(_spread(met.numbers), paper))
    if has_map:
        story += _map(links, len(snapshot.cafe.tables), paper)
    return story


def _per_person(met: Meetings, paper: Paper, *, is_recorded: bool) -> str:
    """Return the sentence about how many others one meets, in the past where that is known."""
    _, plural = paper.words.gettext, paper.words.ngettext
    if met.least == met.most and is_recorded:
        return plural(
            "Each participant met {most} other; no more than {possible} were possible.",
            "Each participant met {most} others; no more than {possible} were possible.",
            met.most,
        )
    if met.least == met.most:
        return plural(
            "Each participant meets {most} other; no more than {possible} are possible.",
            "Each participant meets {most} others; no more than {possible} are possible.",
            met.most,
        )
    if is_recorded:
        return _(
            "Each participant met from {least} to {most} others; "
            "no more than {possible} were possible."
        )
    return _(
        "Each participant meets from {least} to {most} others; "
        "no more than {possible} are possible."
    )


def proof(repeats: int, bound: int, paper: Paper) -> str:
    """Return in words what is proven about the number of repeat meetings of a plan."""
    _, plural = paper.words.gettext, paper.words.ngettext
    if repeats == 0:
        return _("The plan has no repeat meeting: nobody could have done better.")
    told = plural("The plan has {n} repeat meeting", "The plan has {n} repeat meetings", repeats)
    if repeats < bound:  # a rule was broken by hand, and the bound is for plans that keep it
        why = "."
    elif repeats == bound:
        why = _(", and it is proven that no plan has fewer.")
    elif bound:
        why = _("; it is proven that no plan has fewer than {bound}.").format(bound=bound)
    else:
        why = _("; a plan without any is not ruled out.")
    return told.format(n=paper.number(repeats)) + why


def _spread(numbers: tuple[int, ...]) -> list[tuple[str, int, int | None]]:
    """Return how many people met how many others, in at most `_MOST_BARS` steps."""
    least, most = min(numbers), max(numbers)
    step = -(-(most - least + 1) // _MOST_BARS)
    found = Counter((number - least) // step for number in numbers)
    rows: list[tuple[str, int, int | None]] = []
    for place in range((most - least) // step + 1):
        first = least + place * step
        last = min(first + step - 1, most)
        rows.append((str(first) if first == last else f"{first}–{last}", found[place], None))
    return rows


def _moves(rows: list[Any]) -> Counter[tuple[int, int]]:
    """Return how many people went from one table to another, either way, over all rounds."""
    links: Counter[tuple[int, int]] = Counter()
    for before, now in pairwise(rows):
        came_from = dict(before)
        for person, table in now:
            if (last := came_from.get(person, table)) != table:
                links[min(last, table), max(last, table)] += 1
    return links


def _map(links: Counter[tuple[int, int]], tables: int, paper: Paper) -> list[Flowable]:
    """Return the tables on a ring, joined by a line for all who went from one to the other."""
    _ = paper.words.gettext
    tables = max(tables, 1 + max(table for link in links for table in link))
    linked, possible = len(links), tables * (tables - 1) // 2
    told = _(
        "{moves} moves between tables; {linked} of {possible} pairs of tables are joined by at "
        "least one person who goes from one to the other."
    ).format(
        moves=paper.number(links.total()),
        linked=paper.number(linked),
        possible=paper.number(possible),
    )
    middle, radius, heaviest = (_WIDTH / 2, _HEIGHT / 2), 0.41 * _HEIGHT, max(links.values())

    def place(table: int, out: float = 1.0) -> tuple[float, float]:
        turn = 2 * pi * table / tables
        return middle[0] + out * radius * sin(turn), middle[1] + out * radius * cos(turn)

    def paint(canvas: Any) -> None:
        canvas.setStrokeColor(SAND)
        for (one, other), people in sorted(links.items(), key=lambda link: link[1]):
            canvas.setLineWidth(0.3 + 1.5 * (people - 1) / max(heaviest - 1, 1))
            canvas.line(*place(one), *place(other))
        size = 11 if tables <= 24 else 8
        for table in range(tables):
            x, y = place(table)
            canvas.setFillColorRGB(1, 1, 1)
            canvas.circle(x, y, 0.72 * size, stroke=0, fill=1)
            draw_symbol(canvas, table, x - size / 2, y - size / 2, size)
            canvas.setFillColor(INK)
            x, y = place(table, 1.11)
            draw_line(canvas, f"{table + 1} ", x + 1, y - 3, size=8, align=0.5)

    label = paper.label(_("How people went from table to table"))
    caption = paper.text(told, CAPTION)
    alt = _("Map: the tables on a ring, a line for each pair between which people go. {told}")
    node = paper.root.add("Figure", alt=alt.format(told=told))
    figure = Drawing(_WIDTH, _HEIGHT, paint, node)
    return [CondPageBreak(_HEIGHT + 20 * mm), label, caption, figure]
