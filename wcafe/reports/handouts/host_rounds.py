"""The rounds of a host kit: when each is, what is asked, and who comes."""

from collections.abc import Mapping

from reportlab.platypus import Flowable

from wcafe.domain.agenda import Step, StepKind, programme
from wcafe.domain.hosts import hosting
from wcafe.domain.hours import known_hours
from wcafe.domain.marks import round_title
from wcafe.domain.people import PersonId, participants
from wcafe.domain.plan_figures import attended_rows
from wcafe.domain.table_questions import questions_of, rounds_of
from wcafe.domain.typography import HARD
from wcafe.reports.handouts.kit_styles import line, named, section, small
from wcafe.reports.pages.columns import Columns, Whole
from wcafe.reports.pages.hours import hour
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.tags import Node
from wcafe.services.cafe import Snapshot

_LONGEST = 120  # characters of a name; no badge cuts one


class Seated:
    """Who sits at which table, worked out once for the kits of all tables."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        plan, cafe = snapshot.plan, snapshot.cafe
        self._names = {person.id: person.name for person in snapshot.people}
        order = {person.id: person.sort_key for person in snapshot.people}
        self._here: dict[tuple[int, int], list[PersonId]] = {}
        self._hosts: Mapping[tuple[int, int], PersonId] = {}
        self.is_planned = plan is not None
        self.steps, self.hours = programme(cafe), known_hours(cafe)
        if plan is None:
            return
        rows = attended_rows(plan, participants(snapshot.people))
        self._hosts = hosting(plan, cafe, snapshot.people)
        for round_, row in enumerate(rows):
            for person, table in row:
                self._here.setdefault((round_, table), []).append(person)
        for place, here in self._here.items():
            host = self._hosts.get(place)
            here.sort(key=order.__getitem__)
            if host in here:
                here.remove(host)
                here.insert(0, host)

    def at(self, round_: int, table: int) -> tuple[PersonId, ...]:
        """Return who comes to `table` in `round_`, both from 0, its host first."""
        return tuple(self._here.get((round_, table), ()))

    def is_host(self, round_: int, table: int, person: PersonId) -> bool:
        return self._hosts.get((round_, table)) == person

    def name(self, person: PersonId) -> str:
        """Return the name of somebody as a line of the list holds it."""
        name = self._names[person]
        return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"

    def spare(self, round_: int, table: int) -> int:
        """Return how many spare routes that are nobody's yet lead to `table` in `round_`."""
        plan = self.snapshot.plan
        jokers = plan.free_jokers if plan is not None else ()
        return sum(joker.route[round_] == table for joker in jokers if round_ < len(joker.route))

    def hosts_of(self, table: int) -> list[tuple[str, tuple[int, ...]]]:
        """Return who hosts `table`, and in which rounds, in the order in which they do."""
        found: dict[PersonId, list[int]] = {}
        for round_ in range(len(self.snapshot.cafe.rounds)):
            for person in self.at(round_, table):
                if self.is_host(round_, table, person):
                    found.setdefault(person, []).append(round_)
        return [(self.name(person), tuple(rounds)) for person, rounds in found.items()]


def rounds_shown(
    table: int,
    seated: Seated,
    size: float,
    parent: Node,
    paper: Paper,
) -> list[Flowable]:
    """Return the rounds in which `table` is open, and who comes to it."""
    _, plural = paper.words.gettext, paper.words.ngettext
    cafe = seated.snapshot.cafe
    rounds = rounds_of(cafe, table)
    differ = len(questions_of(cafe, table, rounds)) > 1
    story: list[Flowable] = []
    for round_ in rounds:
        node = parent.add("Sect")
        title = round_title(round_, cafe.round_at(round_), paper.words)
        story.append(section(title, size, node, paper))
        here = seated.at(round_, table)
        question = cafe.question(table, round_) if differ else ""
        more = seated.is_planned or bool(question)
        story.append(small(_when(round_, seated, paper), size, node, paper, stays=more))
        if question:
            story.append(line(question, size, node, paper, stays=seated.is_planned))
        if here:
            told = plural("{n} person at the table:", "{n} people at the table:", len(here)).format(
                n=len(here)
            )
            story.append(small(told, size, node, paper, stays=True))
            names = [
                named(_called(person, round_, table, seated, paper), size, node, paper)
                for person in here
            ]
            hosts = [names.pop(0)] if seated.is_host(round_, table, here[0]) else []
            story += hosts  # over the whole width: no name goes on in the next column
            if names:
                story.append(Columns([Whole(name) for name in names], columns=2, gap=8))
        elif seated.is_planned:
            nobody = _("Nobody is planned to come to this table in this round.")
            story.append(small(nobody, size, node, paper))
        if spare := seated.spare(round_, table):
            told = plural(
                "♠ {n} spare place for somebody who is not on the list",
                "♠ {n} spare places for people who are not on the list",
                spare,
            )
            story.append(small(told.format(n=spare), size, node, paper))
    return story


def _called(person: PersonId, round_: int, table: int, seated: Seated, paper: Paper) -> str:
    name = seated.name(person)
    if not seated.is_host(round_, table, person):
        return name
    return paper.words.gettext("★ {host}").format(host=name)


def _when(round_: int, seated: Seated, paper: Paper) -> str:
    """Return the steps of a round with their hours, where these are known, and minutes."""
    _ = paper.words.gettext
    told = []
    for step in seated.steps:
        if step.round != round_:
            continue
        said = _("{step}, {minutes} min").format(step=_doing(step, paper), minutes=step.minutes)
        if step.key in seated.hours:
            said = f"{hour(seated.hours[step.key], paper)} {said}"
        told.append(said.replace(" ", HARD))  # no line ends in a step
    return " · ".join(told)


def _doing(step: Step, paper: Paper) -> str:
    """Return what people do in a step of a round."""
    _ = paper.words.gettext
    if step.kind is StepKind.TALK:
        return _("talk")
    return _("write") if step.kind is StepKind.HARVEST else _("change of tables")
