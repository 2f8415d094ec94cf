"""Spare routes: places in the plan for people nobody expects yet (METHOD.md, Joker routes)."""

from dataclasses import dataclass, replace
from math import ceil

import numpy as np

from wcafe.solver.bounds import lower_bounds
from wcafe.solver.hosting import name_hosts
from wcafe.solver.model import build_model
from wcafe.solver.problem import Group, Guest, Problem
from wcafe.solver.solution import Solution
from wcafe.solver.solve import judge, solve, weigh

_SHARE, _LEAST = 0.05, 2  # spare people: this share of the expected, but at least so many

Route = tuple[int | None, ...]
"""A person's table in each round."""


@dataclass(frozen=True, slots=True)
class JokerPlan:
    """The plan of those expected, told as if no spare person came; and the spare routes.

    Each route, taken by a walk-in, keeps the hard rules that bind everybody, unless
    `with_all` lists breaches: those of the plan with every spare person in it.
    """

    expected: Solution
    routes: tuple[Route, ...]
    with_all: Solution


def spare_people(expected: int) -> int:
    """Return how many spare routes a café of so many people keeps ready.

    >>> spare_people(12), spare_people(100)
    (2, 5)
    """
    return max(ceil(_SHARE * expected), _LEAST)


def plan_with_jokers(
    problem: Problem, *, spare: int | None = None, seed: int = 1, effort: float = 2.0
) -> JokerPlan:
    """Compose a plan for those expected and `spare` more, 5 % and at least 2 if not given.

    Hosts are named among those expected. Spare people never share a table, as far as there
    are tables enough, so that no table loses more than one place if none of them comes.

    Raises:
        TooFewSeats: there is no chair for them.
    """
    count = spare_people(len(problem.people)) if spare is None else spare
    named, notices = name_hosts(problem, np.random.default_rng(seed))
    spares = tuple(Guest(id=f"\N{BLACK SPADE SUIT}{n}") for n in range(count))  # no id of a person
    apart = (Group(ids=tuple(one.id for one in spares)),) if count <= len(problem.tables) else ()
    everybody = replace(
        named,
        host_mode="none" if named.host_mode == "hand_over" else named.host_mode,
        people=(*named.people, *spares),
        apart=(*named.apart, *apart),
    )
    found = solve(everybody, seed=seed, effort=effort)
    people = len(problem.people)
    seats = tuple(row[:people] for row in found.seats)
    repeats, coincidences, balance = weigh(named, seats)
    expected = replace(
        found,
        seats=seats,
        repeat_meetings=repeats,
        coincidences=coincidences,
        balance=balance,
        bounds=lower_bounds(build_model(named)),
        violations=judge(named, seats),
        notices=(*notices, *found.notices),
        conflict=None,
    )
    routes = tuple(zip(*(row[people:] for row in found.seats), strict=True))
    return JokerPlan(expected, routes, found)
