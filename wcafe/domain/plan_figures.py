"""What a plan is worth, in the figures people read."""

from collections.abc import Iterable
from dataclasses import dataclass

from wcafe.domain.cafe import Cafe
from wcafe.domain.meetings import Meetings, Row, count_meetings
from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Plan, Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The certificate of a plan and what can be counted on its seats."""

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
    travellers = _travellers(plan, people)
    last = plan.rounds - 1 if cafe.rules.return_home else plan.rounds
    routes = [[t for t in plan.itinerary(p)[:last] if t is not None] for p in travellers]
    return Figures(
        repeats=certificate.repeat_meetings,
        least_repeats=certificate.lower_bound,
        is_proven=certificate.proven_optimal,
        meetings=count_meetings(planned_rows(plan)),
        travellers=len(travellers),
        to_new_tables=sum(len(set(route)) == len(route) for route in routes),
        mixing=certificate.balance,
        notices=certificate.notices,
        free_jokers=len(plan.free_jokers),
    )


def planned_rows(plan: Plan) -> list[Row]:
    """Return who sits where by plan, one row a round."""
    return [
        [(p, t) for p, t in zip(plan.people, row, strict=True) if t is not None]
        for row in plan.seats
    ]


def _travellers(plan: Plan, people: Iterable[Person]) -> list[PersonId]:
    """Return who goes from table to table: with a seat, and neither a host nor bound to one."""
    staying = {p.id for p in people if p.stays_at is not None}
    seated = {person for row in planned_rows(plan) for person, _table in row}
    return [p for p in plan.people if p in seated - staying and p not in plan.hosts]
