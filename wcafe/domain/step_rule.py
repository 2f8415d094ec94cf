"""The step rule: everybody moves on by a number of tables of their own, read off the seats.

It is never taken for granted from how a plan came to be: each route is followed from the first
round to the last (METHOD.md, the step rule).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wcafe.domain.cafe import Cafe
from wcafe.domain.hosts import hosting
from wcafe.domain.people import Person, expected
from wcafe.domain.plan import Plan, Remark
from wcafe.errors import NobodyMoves, NoStepRule
from wcafe.i18n import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """How one route goes on.

    Attributes:
        route: the table of each round, from 0.
        step: how many tables on after each round: 0 for who stays, below 0 for who goes back.
        name: whose it is; empty for a spare route.
        joker: the number of a spare route; 0 for somebody's own.
        is_host: whether they host their table in each round.
    """

    route: tuple[int, ...]
    step: int
    name: str = ""
    joker: int = 0
    is_host: bool = False


def goings(plan: Plan, cafe: Cafe, people: Iterable[Person]) -> tuple[Going, ...]:
    """Return how each of those who come goes on, and each spare route: table by table, by step.

    Raises:
        NobodyMoves: there are no two rounds.
        NoStepRule: a route does not go on by one number of tables from the first round to the last.
    """
    if plan.rounds < 2:
        raise NobodyMoves
    everybody = tuple(people)
    rounds_hosted = Counter(hosting(plan, cafe, everybody).values())
    seated = set(plan.people)
    found = [
        _going(
            plan.itinerary(p.id), plan.tables, p.name, is_host=rounds_hosted[p.id] == plan.rounds
        )
        for p in expected(everybody, plan.rounds)
        if p.id in seated
    ]
    for joker in plan.free_jokers:
        told = Remark(N_("Joker {number}"), {"number": joker.number})
        found.append(_going(joker.route, plan.tables, told, joker=joker.number))
    return tuple(sorted(found, key=lambda each: (each.route[0], each.step, each.name)))


def steps_of(seats: Sequence[Sequence[int | None]], tables: int) -> tuple[int, ...] | None:
    """Return how many tables on each person moves after every round, 0 for who stays.

    None where somebody moves now so, now so, or is absent: then no one step is a rule to print.

    Args:
        seats: one row a round, of each person's table from 0.
        tables: how many there are; the first one follows the last.
    """
    steps = []
    for route in zip(*seats, strict=True):
        step = _step_of(route, tables)
        if step is None:
            return None
        steps.append(step)
    return tuple(steps)


def _step_of(route: Sequence[int | None], tables: int) -> int | None:
    """Return by how many tables a route goes on each time; None where it is not always the same."""
    sat = [table for table in route if table is not None]
    moves = {(after - before) % tables for before, after in pairwise(sat)}
    return moves.pop() if len(sat) == len(route) and len(moves) == 1 else None


def _going(
    route: Sequence[int | None],
    tables: int,
    name: str | Remark,
    *,
    joker: int = 0,
    is_host: bool = False,
) -> Going:
    step = _step_of(route, tables)
    if step is None:
        raise NoStepRule(name=name)
    return Going(
        route=tuple(table for table in route if table is not None),
        step=step - tables if 2 * step > tables else step,
        name=name if isinstance(name, str) else "",
        joker=joker,
        is_host=is_host,
    )
