"""The list by table: who sits where in each round, for the hosts and for the doors."""

from itertools import zip_longest

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.hosts import hosting
from wcafe.domain.marks import table_title
from wcafe.domain.people import PersonId, participants
from wcafe.domain.plan_figures import attended_rows
from wcafe.reports.pages.flowables import WithSymbol
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import HEADING, SMALL, TITLE
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

_WIDTH = 170 * mm
_HEADING = ParagraphStyle("listed", HEADING, fontSize=13, leading=16, spaceBefore=8, spaceAfter=2)
_LONGEST = 200  # characters of a name in the list; no badge cuts one
_MOST_COLUMNS = 6  # rounds side by side; more go below


def table_list(snapshot: Snapshot, paper: Paper, _options: PrintOptions) -> list[Flowable]:
    """Return, table after table, who is to sit there round by round, the host first.

    Who does not come to a round any more is not on it.
    """
    _, plural = paper.words.gettext, paper.words.ngettext
    cafe, plan = snapshot.cafe, snapshot.plan
    assert plan is not None, "the catalogue says that the list needs one"
    names = {person.id: _listed(person.name) for person in snapshot.people}
    order = {person.id: person.sort_key for person in snapshot.people}
    hosts = hosting(plan, cafe, snapshot.people)
    rows = attended_rows(plan, participants(snapshot.people))
    seated = len({person for row in rows for person, _table in row})
    story: list[Flowable] = [
        paper.text(cafe.title, TITLE, tag="H1", outline=0),
        paper.text(
            _("List by table · {people} · {tables} · {rounds} · {mark}").format(
                people=plural("{n} person", "{n} people", seated).format(n=paper.number(seated)),
                tables=plural("{n} table", "{n} tables", plan.tables).format(
                    n=paper.number(plan.tables)
                ),
                rounds=plural("{n} round", "{n} rounds", plan.rounds).format(n=plan.rounds),
                mark=dated_mark(snapshot, paper),
            ),
            SMALL,
        ),
    ]
    if free := len(plan.free_jokers):
        told = plural("{n} joker route is free.", "{n} joker routes are free.", free)
        story.append(paper.text(told.format(n=free), SMALL))
    for table in range(plan.tables):
        title = table_title(table, cafe.table_name(table), paper.words)
        heading = paper.text(title, _HEADING, tag="H2", outline=1)
        block: list[Flowable] = [WithSymbol(heading, table)]
        for first in range(0, plan.rounds, _MOST_COLUMNS):
            rounds = range(first, min(first + _MOST_COLUMNS, plan.rounds))
            columns = [
                _column(
                    [p for p, where in rows[r] if where == table],
                    hosts.get((r, table)),
                    names,
                    order,
                    paper,
                )
                for r in rounds
            ]
            block += [Spacer(0, 2 * mm)] if first else []
            block.append(_grid(rounds, columns, paper))
        story.append(KeepTogether(block))
    return story


def _listed(name: str) -> str:
    """Return a name as a row can hold it: a row stands on one page."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def _column(
    seated: list[PersonId],
    host: PersonId | None,
    names: dict[PersonId, str],
    order: dict[PersonId, tuple[str, str]],
    paper: Paper,
) -> list[str]:
    """Return the names of those `seated` at a table, the host first, then by alphabet."""
    _ = paper.words.gettext
    here = sorted(seated, key=lambda p: (p != host, order.get(p, ("", ""))))
    return [
        _("★ {host}").format(host=names.get(p, "?")) if p == host else names.get(p, "?")
        for p in here
    ]


def _grid(rounds: range, columns: list[list[str]], paper: Paper) -> Flowable:
    """Return one table of names: a column a round, a row a seat."""
    _ = paper.words.gettext
    rows = [list(row) for row in zip_longest(*columns, fillvalue="")] or [[""] * len(columns)]
    head = [_("Round {n}").format(n=r + 1) for r in rounds]
    widths = [_WIDTH / len(rounds)] * len(rounds)
    return paper.table([head, *rows], widths, has_names=True)
