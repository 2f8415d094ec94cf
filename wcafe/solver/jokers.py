"""Spare routes: places in the plan for people nobody expects yet (METHOD.md, Joker routes)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from wcafe.solver.door import certify, judge, solve
from wcafe.solver.problem import Group, Guest, Pin, Problem
from wcafe.solver.solution import Notice, Seats, Solution

Route = tuple[int | None, ...]
"""A person's table in each round."""
Search = Callable[[Problem], Solution]


@dataclass(frozen=True, slots=True)
class JokerPlan:
    """The plan of those expected, told as if no spare person came; and the spare routes.

    Each route, taken by a walk-in, keeps the hard rules that bind everybody, unless
    `with_all` lists violations: those of the plan with every spare person in it.
    """

    expected: Solution
    routes: tuple[Route, ...]
    with_all: Solution


def plan_with_jokers(
    problem: Problem, spares: Sequence[str], *, seed: int = 1, search: Search = solve
) -> JokerPlan:
    """Compose a plan for those expected and one spare person for each id of `spares`.

    Hosts are named among those expected. Spare people never share a table, as far as there
    are tables enough, so that no table loses more than one place if none of them comes.

    Args:
        problem: those expected.
        spares: ids that nobody of `problem` has.
        seed: for the choice of hosts.
        search: composes the plan, with a seed and an effort of its own.

    Raises:
        TooFewSeats: there is no chair for them.
    """
    named, notices = _name_hosts(problem, seed)
    if named.host_mode == "hand_over":  # its pins would be rules; the search names heirs itself
        named = _let_all_host(problem)
    apart = (Group(ids=tuple(spares)),) if 1 < len(spares) <= len(problem.tables) else ()
    everybody = replace(
        named,
        people=(*named.people, *(Guest(id=spare) for spare in spares)),
        apart=(*named.apart, *apart),
    )
    found = search(everybody)
    told_twice = _name_hosts(everybody, seed)[1]
    people = len(problem.people)
    seats = tuple(row[:people] for row in found.seats)
    worth = certify(named, seats)
    expected = replace(
        found,
        seats=seats,
        repeat_meetings=worth.repeat_meetings,
        coincidences=worth.coincidences,
        balance=worth.balance,
        bounds=worth.bounds,
        violations=worth.violations,
        notices=(*notices, *(each for each in found.notices if each not in told_twice)),
        conflicts=(),
    )
    routes = tuple(zip(*(row[people:] for row in found.seats), strict=True))
    return JokerPlan(expected, routes, found)


def fit_jokers(
    problem: Problem, plan: Solution, wanted: Mapping[str, Route | None], *, search: Search = solve
) -> dict[str, Route]:
    """Return spare routes for the rounds from `problem.from_round` on, beside seats that stay.

    A route that still breaks no rule is kept as it is, one that does is made anew; those for
    whom there is no chair, or no way that keeps the rules, are left out.

    Args:
        problem: those who have a seat.
        plan: their seats, which keep the rules.
        wanted: the id of each spare person, and the route to keep if there is one.
        search: looks for new routes where they are needed.
    """
    hosts = plan.hosts if problem.host_mode == "stay" else {}
    relaxed = _let_all_host(problem)
    if problem.host_mode == "stay":  # a host who stays is bound as somebody who cannot move is
        people = (replace(g, fixed_table=hosts.get(g.id, g.fixed_table)) for g in problem.people)
        relaxed = replace(problem, host_mode="none", hosts={}, people=tuple(people))
    fitted: dict[str, Route] = {}
    for spare, route in wanted.items():
        if route is not None and _keeps_rules(relaxed, plan.seats, {**fitted, spare: route}):
            fitted[spare] = route
    new = [spare for spare in wanted if spare not in fitted]
    new = new[: _chairs(relaxed, plan.seats) - len(fitted)]
    if new:
        asked, rows = _with_spares(relaxed, plan.seats, {**fitted, **dict.fromkeys(new)})
        found = search(replace(asked, previous=rows, pins=_pins(asked, rows)))
        for spare, route in zip(
            new, list(zip(*found.seats, strict=True))[-len(new) :], strict=True
        ):
            if _keeps_rules(relaxed, plan.seats, {**fitted, spare: route}):
                fitted[spare] = route
    return {spare: fitted[spare] for spare in wanted if spare in fitted}


def _name_hosts(problem: Problem, seed: int) -> tuple[Problem, tuple[Notice, ...]]:
    import numpy as np  # takes its time to load

    from wcafe.solver.hosting import name_hosts

    return name_hosts(problem, np.random.default_rng(seed))


def _let_all_host(problem: Problem) -> Problem:
    """Return `problem` so that no spare person is asked to host, where hosting is handed over.

    There anybody may be asked while nobody is willing: then all those expected are.
    """
    if problem.host_mode != "hand_over" or any(guest.willing for guest in problem.people):
        return problem
    return replace(problem, people=tuple(replace(g, willing=True) for g in problem.people))


def _with_spares(
    problem: Problem, seats: Seats, routes: Mapping[str, Route | None]
) -> tuple[Problem, Seats]:
    """Return the problem with spare people in the rounds to come, and all seats as known."""
    coming = frozenset(range(problem.from_round, problem.rounds))
    spares = tuple(Guest(id=spare, present=coming) for spare in routes)
    rows = tuple(
        (*row, *(route[r] if route and r in coming else None for route in routes.values()))
        for r, row in enumerate(seats)
    )
    return replace(problem, people=(*problem.people, *spares), previous=rows), rows


def _keeps_rules(problem: Problem, seats: Seats, routes: Mapping[str, Route]) -> bool:
    if any(len(route) != problem.rounds for route in routes.values()):
        return False
    asked, rows = _with_spares(problem, seats, routes)
    tables = range(len(problem.tables))
    if any(table not in tables for row in rows for table in row if table is not None):
        return False
    return not judge(asked, rows)


def _chairs(problem: Problem, seats: Seats) -> int:
    """Return how many more people there is a chair for in each of the rounds to come."""
    return min(
        sum(table.most for table in problem.tables if r not in table.closed)
        - sum(table is not None for table in seats[r])
        for r in range(problem.from_round, problem.rounds)
    )


def _pins(problem: Problem, rows: Seats) -> tuple[Pin, ...]:
    return tuple(
        Pin(id=guest.id, round=r, table=table)
        for r in range(problem.from_round, problem.rounds)
        for guest, table in zip(problem.people, rows[r], strict=True)
        if table is not None
    )
