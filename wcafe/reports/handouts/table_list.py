"""The list by table: who sits where in each round, for the hosts and for the doors."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.hosts import hosting
from wcafe.domain.marks import table_title
from wcafe.domain.people import PersonId, participants
from wcafe.domain.plan_figures import attended_rows
from wcafe.reports.handouts.chosen import chosen_rounds, chosen_tables
from wcafe.reports.handouts.listed import shortened_name
from wcafe.reports.pages.beginning import height_of
from wcafe.reports.pages.flowables import WithSymbol
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.runs import Face, Run
from wcafe.reports.pages.styles import CELL, CELLS, HEADING, SMALL, TITLE
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

_HEADING = ParagraphStyle("listed", HEADING, fontSize=13, leading=16, spaceBefore=8, spaceAfter=2)
_HOST = ParagraphStyle("listed_host", CELL, fontSize=9.5, leading=13, spaceAfter=1, keepWithNext=1)
_CLOSE = (("TOPPADDING", (0, 0), (-1, -1), 1.2), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.8))
_RAISED = -0.3  # points, so that both stand on one line
_BESIDE = 14.0  # points between the title of a table and its host
_HOST_ROOM = 0.8  # of the width: the words before the name take the rest
_UPRIGHT = 4  # rounds side by side on a page that stands; a page with more lies
_LYING = 8  # rounds side by side there; more go below

Seated = Sequence[tuple[PersonId, int]]
"""Who sits at which table in one round."""


def has_many_rounds(snapshot: Snapshot) -> bool:
    """Say whether the list needs pages that lie."""
    return snapshot.plan is not None and snapshot.plan.rounds > _UPRIGHT


def table_list(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return, table after table, its host and who is to sit there round by round.

    A table stands on one page if a page holds it. Who does not come to a round any more is not on
    it.

    Raises:
        NoSuchTable, NoSuchRound: there is none of a number that was chosen.
    """
    cafe, plan = snapshot.cafe, snapshot.plan
    assert plan is not None, "the catalogue says that the list needs one"
    rows = attended_rows(plan, participants(snapshot.people))
    hosts = hosting(plan, cafe, snapshot.people)
    writer = _Writer(snapshot, paper, rows, hosts)
    story: list[Flowable] = [
        paper.text(cafe.title, TITLE, tag="H1", outline=0),
        paper.text(_counts(snapshot, rows, paper), SMALL),
    ]
    if free := len(plan.free_jokers):
        plural = paper.words.ngettext
        told = plural("{n} joker route is free.", "{n} joker routes are free.", free)
        story.append(paper.text(told.format(n=free), SMALL))
    rounds = chosen_rounds(options, plan)
    for table in chosen_tables(options, plan):
        block = writer.block(table, rounds)
        high = height_of(block, paper.text_width)
        story += [CondPageBreak(min(high, paper.text_height)), *block]
    return story


def _counts(snapshot: Snapshot, rows: Sequence[Seated], paper: Paper) -> str:
    """Return how many people, tables and rounds there are, and by which plan."""
    _, plural, plan = paper.words.gettext, paper.words.ngettext, snapshot.plan
    assert plan is not None
    seated = len({person for row in rows for person, _table in row})
    return _("List by table · {people} · {tables} · {rounds} · {mark}").format(
        people=plural("{n} person", "{n} people", seated).format(n=paper.number(seated)),
        tables=plural("{n} table", "{n} tables", plan.tables).format(n=paper.number(plan.tables)),
        rounds=plural("{n} round", "{n} rounds", plan.rounds).format(n=plan.rounds),
        mark=dated_mark(snapshot, paper),
    )


class _Head(Flowable):
    """The title of a table and beside it, where there is room, else below it, who hosts."""

    def __init__(
        self, head: WithSymbol, title: TaggedParagraph, host: TaggedParagraph | None
    ) -> None:
        super().__init__()
        self._head, self._title, self._host = head, title, host
        self._beside = 0.0  # how far at the right of the title's edge the host stands
        self.spaceBefore, self.spaceAfter, self.keepWithNext = 7, 1, True

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _wide, self.height = self._head.wrap(width, height)
        self.width = width
        if self._host is not None:
            _wide, low = self._host.wrap(width, height)
            lines = [*self._title.lines, *self._host.lines]
            used = width - self._title.width + sum(line.width for line in lines) + _BESIDE
            is_beside = len(lines) == 2 and used <= width and not self._title.is_rtl
            self._beside = used - self._host.lines[0].width if is_beside else 0.0
            self.height += 0 if is_beside else low
        return width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        self._head.drawOn(canvas, 0, self.height - self._head.height)
        if self._host is not None:
            self._host.drawOn(canvas, self._beside, _RAISED if self._beside else 0)


class _Writer:
    """Sets the block of each table in type."""

    def __init__(
        self,
        snapshot: Snapshot,
        paper: Paper,
        rows: Sequence[Seated],
        hosts: Mapping[tuple[int, int], PersonId],
    ) -> None:
        self._cafe, self._paper, self._rows, self._hosts = snapshot.cafe, paper, rows, hosts
        self._names = {person.id: shortened_name(person.name) for person in snapshot.people}
        self._order = {person.id: person.sort_key for person in snapshot.people}

    def block(self, table: int, rounds: Sequence[int]) -> list[Flowable]:
        """Return a table: its name, its host if one stays, and a column of names a round."""
        paper, _ = self._paper, self._paper.words.gettext
        title = table_title(table, self._cafe.table_name(table), paper.words)
        heading = paper.text(title, _HEADING, tag="H2", outline=1)
        head = WithSymbol(heading, table)
        seated = [[p for p, where in self._rows[r] if where == table] for r in rounds]
        host = self._staying(table, rounds, seated)
        named = self._host(self._names.get(host, "?")) if host is not None else None
        block: list[Flowable] = [_Head(head, heading, named)]
        columns = [
            self._column([p for p in here if p != host], self._hosts.get((r, table)))
            for r, here in zip(rounds, seated, strict=True)
        ]
        if any(columns) or host is None:
            most = _LYING if paper.page[0] > paper.page[1] else _UPRIGHT
            lines = -(-len(rounds) // most)
            most = -(-len(rounds) // max(lines, 1))  # about as many in each line of columns
            for first in range(0, len(rounds), most):
                block += [Spacer(0, 2 * mm)] if first else []
                block.append(
                    self._grid(rounds[first : first + most], columns[first : first + most])
                )
        return block

    def _host(self, name: str) -> TaggedParagraph:
        """Return the line that names who hosts at a table throughout."""
        paper = self._paper
        shown, fitted = paper.fit_name(name, _HOST_ROOM * paper.text_width)
        style = _HOST if fitted is CELLS[0] else ParagraphStyle("", _HOST, fontSize=fitted.fontSize)
        before, _gap, behind = paper.words.gettext("★ Host: {name}").partition("{name}")
        runs = [Run(text=before), Run(text=shown, face=Face.BOLD), Run(text=behind)]
        return paper.runs([run for run in runs if run.text], style, as_typed=True)

    def _staying(
        self, table: int, rounds: Sequence[int], seated: Sequence[Sequence[PersonId]]
    ) -> PersonId | None:
        """Return the one who hosts at `table` whenever somebody sits there; None if none does."""
        used = [(r, here) for r, here in zip(rounds, seated, strict=True) if here]
        found = {self._hosts.get((r, table)) for r, _here in used}
        host = found.pop() if len(found) == 1 else None
        return host if host is not None and all(host in here for _r, here in used) else None

    def _column(self, seated: Sequence[PersonId], host: PersonId | None) -> list[str]:
        """Return the names of those `seated` at a table, the host first, then by alphabet."""
        _, names = self._paper.words.gettext, self._names
        here = sorted(seated, key=lambda p: (p != host, self._order.get(p, ("", ""))))
        return [
            _("★ {host}").format(host=names.get(p, "?")) if p == host else names.get(p, "?")
            for p in here
        ]

    def _grid(self, rounds: Sequence[int], columns: Sequence[Sequence[str]]) -> Flowable:
        """Return one table of names: a column a round, a row a seat."""
        _, paper = self._paper.words.gettext, self._paper
        rows = [list(row) for row in zip_longest(*columns, fillvalue="")]
        head = [_("Round {n}").format(n=r + 1) for r in rounds]
        widths = [paper.text_width / len(rounds)] * len(rounds)
        made = paper.table([head, *(rows or [[""] * len(rounds)])], widths, has_names=True)
        made.setStyle(_CLOSE)
        return made
