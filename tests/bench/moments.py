"""How soon the first plan is there, how soon a stop is heeded, and what bounds and open cases are.

Lines of `tests.bench.solver`. Moments are counted as the time of the processor, which other
programs on the machine disturb less than a clock.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.solver.proofs.test_bounds import best_of_all, random_problem
from wcafe.solver import Group, Guest, Problem, Standing, TableSpec, solve
from wcafe.solver.designs.bank import design
from wcafe.solver.model import build_model
from wcafe.solver.proofs.bounds import lower_bounds

Line = tuple[str, str, str, bool]
_ASKED = (1, 2, 3, 4, 5, 6, 8, 10, 20, 40, 70, 100, 200, 400, 700)
_INSTANCES = 200


def first_plans() -> Iterator[Line]:
    """Yield the seconds until a plan of one round more than steps can make is first told."""
    for people, tables, limit in ((100, 25, 0.1), (1000, 250, 0.5)):
        first = min(_first_plan(people, tables) for _time in range(3))
        target = f"first plan of {people:,} people, 10 rounds, within {1000 * limit:.0f} ms"
        yield "–", f"{1000 * first:.0f} ms", target, first <= limit


def _first_plan(people: int, tables: int) -> float:
    told: list[float] = []

    def hear(_standing: Standing) -> None:
        told.append(time.process_time())

    problem = _mixed(people, tables)
    begun = time.process_time()
    solve(problem, effort=0.1, on_better=hear, stop=lambda: bool(told))
    return (told or [time.process_time()])[0] - begun


def stops() -> Iterator[Line]:
    """Yield the longest time from a stop to the plan, whenever it comes."""
    target = "stop of 1,000 people{} heeded within 50 ms"
    for told, problem in (
        (", 250 tables, 10 rounds", _mixed(1000, 250)),
        (" who hand over hosting and choose zones", _zoned(1000, 200)),
        (" whose rules collide", replace(_mixed(1000, 250), apart=(_first(300),))),
    ):
        slowest = max(_seconds_to_heed(problem, number) for number in _ASKED)
        yield "–", f"{1000 * slowest:.0f} ms at most", target.format(told), slowest <= 0.05


def _seconds_to_heed(problem: Problem, number: int) -> float:
    """Return the seconds from the asking of that number, to which the answer is yes, to the end."""
    asked: list[float] = []

    def stop() -> bool:
        asked.append(time.process_time())
        return len(asked) >= number

    solve(problem, effort=0.5, stop=stop)
    return time.process_time() - asked[number - 1] if len(asked) >= number else 0.0


def _first(count: int) -> Group:
    return Group(ids=tuple(str(n) for n in range(count)))


def _zoned(people: int, tables: int) -> Problem:
    chance = Random(people)
    guests = tuple(
        Guest(id=str(n), choices=tuple(chance.sample("abcd", 2)), willing=n % 3 == 0)
        for n in range(people)
    )
    specs = tuple(TableSpec(most=-(-people // tables), zone="abcd"[t % 4]) for t in range(tables))
    return Problem(
        rounds=4, tables=specs, people=guests, host_mode="hand_over", distinct_tables=True
    )


def _mixed(people: int, tables: int) -> Problem:
    """Return a café with attributes to mix and some absences, which no formula fits."""
    chance = Random(people)
    guests = tuple(
        Guest(
            id=str(n),
            attributes={"group": chance.choice("aaabbcdefg"), "role": chance.choice("xyz")},
            present=frozenset(range(1, 10)) if n % 20 == 0 else None,
        )
        for n in range(people)
    )
    return Problem(
        rounds=10,
        tables=(TableSpec(most=-(-people // tables)),) * tables,
        people=guests,
        distinct_tables=True,
        balance={"group": 2.0, "role": 1.0},
    )


def bounds_beside_all_plans() -> Line:
    """Compare the bounds with the best of all plans of small problems with every rule."""
    chance = Random(3)
    solved = wrong = tight = 0
    while solved < _INSTANCES:
        problem = random_problem(chance)
        repeats, coincidences = best_of_all(problem)
        if repeats is None or coincidences is None:
            continue
        solved += 1
        bounds = lower_bounds(build_model(problem))
        wrong += bounds.repeats > repeats or bounds.coincidences > coincidences
        tight += bounds.coincidences == coincidences
    figure = f"{solved} small problems with all plans tried: {wrong} bounds too high, {tight} tight"
    return "7", figure, "no bound above the optimum of 200", not wrong


def open_cases() -> Iterator[Line]:
    """Yield the cases that were open (SOLVER.md 6)."""
    for tables, seats, before in ((8, 4, 9), (10, 7, 6), (10, 9, 4)):
        weeks = len(design(tables, seats))
        figure = f"{tables}-{seats}: {weeks} rounds without a repeat"
        yield "8", figure, f"more than {before}", weeks > before
    for people in (25, 26, 27, 28, 29):
        guests = tuple(Guest(id=str(n)) for n in range(people))
        specs = (TableSpec(most=5),) * 6
        problem = Problem(rounds=4, tables=specs, people=guests, distinct_tables=True)
        found = solve(problem)
        figure = (
            f"{people} people, 6 tables, 4 rounds: {found.coincidences} coincidences against "
            f"{found.bounds.coincidences}"
        )
        yield "8", figure, "equal", found.is_proven_optimal
