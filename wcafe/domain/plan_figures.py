"""What a plan is worth, in the figures people read."""

from collections.abc import Iterable
from dataclasses import dataclass

from wcafe.domain.cafe import Cafe
from wcafe.domain.meetings import Meetings, Row, count_meetings
from wcafe.domain.people import Person, PersonId, participants
from wcafe.domain.plan import Plan, Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The certificate of a plan and what can be counted on the seats of those who come."""

    repeats: int
    least_repeats: int  # proven: no plan has fewer
    is_proven: bool
    meetings: Meetings
    travellers: int
    to_new_tables: int  # travellers who never sit at the same table twice
    mixing: tuple[tuple[str, float], ...]
    notices: tuple[Remark, ...]
    free_jokers: int


def figures_of(plan: Plan, cafe: Cafe, people: Iterable[Person]) -> Figures:
    certificate = plan.certificate
    guests = participants(people)
    rows = attended_rows(plan, guests)
    travellers = _travellers(plan, rows, guests)
    last = plan.rounds - 1 if cafe.rules.return_home else plan.rounds
    routes = {person: list[int]() for person in travellers}
    for row in rows[:last]:
        for person, table in row:
            if person in routes:
                routes[person].append(table)
    return Figures(
        repeats=certificate.repeat_meetings,
        least_repeats=certificate.lower_bound,
        is_proven=certificate.proven_optimal,
        meetings=count_meetings(rows),
        travellers=len(travellers),
        to_new_tables=sum(len(set(route)) == len(route) for route in routes.values()),
        mixing=certificate.balance,
        notices=certificate.notices,
        free_jokers=len(plan.free_jokers),
    )


def attended_rows(plan: Plan, guests: Iterable[Person]) -> list[list[tuple[PersonId, int]]]:
    """Return who of `guests` sits where by plan in the rounds they come to, one row a round."""
    attends = {guest.id: guest.attends for guest in guests}
    return [
        [
            (p, t)
            for p, t in zip(plan.people, row, strict=True)
            if t is not None and p in attends and attends[p](r)
        ]
        for r, row in enumerate(plan.seats)
    ]


def _travellers(plan: Plan, rows: Iterable[Row], guests: Iterable[Person]) -> list[PersonId]:
    """Return who goes from table to table: with a seat, and neither a host nor bound to one."""
    staying = {p.id for p in guests if p.stays_at is not None}
    seated = {person for row in rows for person, _table in row}
    return [p for p in plan.people if p in seated - staying and p not in plan.hosts]
