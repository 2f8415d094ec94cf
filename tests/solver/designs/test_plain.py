"""Plain cafés are solved by a formula alone, at once, and nobody in them meets twice."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from tests.solver.problems import a_problem
from wcafe.solver import Group, Guest, Pin, TableSpec, judge, solve
from wcafe.solver.designs.plain import plain_solution

SIZES = [
    (tables, seats, rounds, short, is_distinct)
    for tables in (4, 7, 8, 10, 12, 25)
    for seats in (3, 4, 6)
    for rounds in (1, 3, 4, 9)
    for short in (0, 2)
    for is_distinct in (False, True)
]


def meetings(seats):
    """Who sat with whom how often, told from the seats alone."""
    return Counter(
        frozenset(pair)
        for row in seats
        for pair in combinations(range(len(row)), 2)
        if row[pair[0]] == row[pair[1]]
    )


def test_nobody_meets_twice_and_tables_are_even():
    made = 0
    for tables, seats, rounds, short, is_distinct in SIZES:
        problem = a_problem(
            tables, seats, rounds, tables * seats - short, distinct_tables=is_distinct
        )
        found = plain_solution(problem, seed=3)
        if found is None:
            continue
        made += 1
        assert max(meetings(found.seats).values()) == 1
        assert judge(problem, found.seats) == ()
        for row in found.seats:
            sizes = Counter(row)
            assert len(sizes) == tables
            assert max(sizes.values()) - min(sizes.values()) <= 1
        if is_distinct:
            assert all(len(set(way)) == rounds for way in zip(*found.seats, strict=True))

    assert made > len(SIZES) / 3


@pytest.mark.parametrize("size", [(20, 5, 5), (10, 10, 3), (50, 6, 4), (8, 4, 8), (7, 2, 13)])
def test_the_plan_is_proved(size):
    found = solve(a_problem(*size))

    assert (found.repeat_meetings, found.coincidences) == (0, 0)
    assert found.is_proven_optimal


@pytest.mark.parametrize(
    "rule",
    [
        {"host_mode": "stay"},
        {"apart": (Group(ids=("p1", "p2")),)},
        {"together": (Group(ids=("p1", "p2")),)},
        {"pins": (Pin(id="p1", round=0, table=2),)},
        {"balance": {"group": 1.0}},
        {"max_same": {"group": 2}},
        {"met_before": (("p1", "p2", 1),)},
        {"return_home": True},
        {"carousel": True},
        {"tables": (TableSpec(most=5, closed=frozenset({1})), *(TableSpec(most=5),) * 11)},
        {"tables": (TableSpec(most=3), *(TableSpec(most=5),) * 11)},
        {"tables": (TableSpec(most=5, zone="A"), *(TableSpec(most=5),) * 11)},
        {"people": (Guest(id="p1", present=frozenset({1})), Guest(id="p2"))},
        {"people": (Guest(id="p1", languages=frozenset({"fr"})), Guest(id="p2"))},
        {"people": (Guest(id="p1", fixed_table=3), Guest(id="p2"))},
    ],
    ids=lambda rule: next(iter(rule)),
)
def test_a_problem_that_asks_for_more_is_left_to_the_search(rule):
    problem = a_problem(12, 4, 3)
    assert plain_solution(problem, seed=1) is not None

    assert plain_solution(replace(problem, **rule), seed=1) is None


def test_where_somebody_must_meet_twice_it_is_left_to_the_search():
    assert plain_solution(a_problem(4, 5, 2), seed=1) is None


def test_the_seed_says_who_meets_whom():
    problem = a_problem(12, 4, 3)

    assert solve(problem, seed=1).seats == solve(problem, seed=1).seats
    assert solve(problem, seed=1).seats != solve(problem, seed=2).seats


@pytest.mark.slow
def test_no_arrays_are_loaded_for_it():
    code = """
import sys
import wcafe.services.planning.jokers, wcafe.services.planning.rehearsal, wcafe.services.walk_in
from wcafe.solver import Guest, Problem, TableSpec, solve
people = tuple(Guest(id=str(n)) for n in range(100))
found = solve(Problem(rounds=4, tables=(TableSpec(most=4),) * 25, people=people))
assert found.is_proven_optimal
print("numpy" in sys.modules)
solve(Problem(rounds=9, tables=(TableSpec(most=4),) * 4, people=people[:16]))
print("numpy" in sys.modules)
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert told.stdout.split() == ["False", "True"]
