"""Plain cafés, where nothing is asked but sizes and perhaps distinct tables: solved at once.

Everybody moves a step of their own each round (see `steps`), with plain numbers, so that
neither arrays nor a search are loaded for it; where steps run short a design may do (`bank`).
Only plans in which nobody meets twice are made here: no plan has fewer repeats, so they need no
other proof.
Cost: a fraction of a millisecond for a hundred people.
"""

from random import Random

from wcafe.solver.designs.fields import Ring, field, integers
from wcafe.solver.limits import check_numbers
from wcafe.solver.problem import Problem, asks_more_than
from wcafe.solver.references import check_references
from wcafe.solver.solution import Bounds, Seats, Solution

_asks_more = asks_more_than(
    *("most", "fewest", "distinct_tables"),
    *("fills_hosts", "willing", "features", "attributes", "printed"),  # nothing by themselves
)


def plain_solution(problem: Problem, seed: int) -> Solution | None:
    """Return a plan in which nobody meets twice, or None where it takes more than a formula.

    `seed` shuffles the people; who meets whom depends on it and nothing else.

    Raises:
        BadRounds, BadTables, BadPeople, BadProblem: as `solve` does.
    """
    if not _is_plain(problem):
        return None
    check_numbers(problem.rounds, len(problem.tables), len(problem.people))
    check_references(problem)
    chance = Random(seed).random  # noqa: S311 (nothing is secret about seats)
    keys = [chance() for _guest in problem.people]
    places = sorted(range(len(keys)), key=keys.__getitem__)
    seats, method = _by_steps(problem, places), "steps"
    if seats is None:
        seats, method = _by_design(problem, places), "design"
    if seats is None:
        return None
    return Solution(
        seats=seats,
        hosts={},
        repeat_meetings=0,
        coincidences=0,
        bounds=Bounds(repeats=0, coincidences=0),
        violations=(),
        notices=(),
        balance={},
        seconds=0.0,
        method=method,
        seed=seed,
    )


def _is_plain(problem: Problem) -> bool:
    """Is nothing asked but sizes, which tables alike can keep, and perhaps distinct tables?"""
    tables, people = len(problem.tables), len(problem.people)
    return (
        not _asks_more(problem)
        and 0 < tables <= people
        and all(
            table.fewest <= people // tables and table.most * tables >= people
            for table in problem.tables
        )
    )


def _by_steps(problem: Problem, places: list[int]) -> Seats | None:
    """Return seats where person p begins at place `places[p]`: class j, table x is j · T + x."""
    tables = len(problem.tables)
    classes = -(-len(places) // tables)
    if problem.rounds > tables:  # after so many, a step leads back to where it began
        return None
    for ring in (integers(tables), field(tables)):
        steps = ring and _steps_apart(ring, classes, problem)
        if ring and steps:
            break
    else:
        return None
    seats = []
    for r in range(problem.rounds):
        table_of = [
            ring.add(place, away)
            for away in (ring.multiply(step, r) for step in steps)
            for place in range(tables)
        ]
        seats.append(tuple([table_of[place] for place in places]))
    return tuple(seats)


def _steps_apart(ring: Ring, classes: int, problem: Problem) -> list[int] | None:
    """Return as many steps as `classes`, no two of which agree twice, if they are easily found."""
    rounds = range(problem.rounds)
    meets = [
        len({ring.multiply(step, r) for r in rounds}) < problem.rounds
        for step in range(ring.tables)
    ]
    steps: list[int] = []
    for step in range(ring.tables):
        if problem.distinct_tables and meets[step]:  # it would lead back to a table
            continue
        if not any(meets[ring.subtract(step, other)] for other in steps):
            steps.append(step)
            if len(steps) == classes:
                return steps
    return None


def _by_design(problem: Problem, places: list[int]) -> Seats | None:
    """Return the first rounds of a design for full tables, or None where it has too few."""
    tables, people = len(problem.tables), len(problem.people)
    if problem.distinct_tables or people % tables:
        return None
    from wcafe.solver.designs.bank import design  # arrays take their time to load

    plan = design(tables, people // tables)
    if len(plan) < problem.rounds:
        return None
    return tuple(tuple(row) for row in plan[: problem.rounds, places].tolist())
