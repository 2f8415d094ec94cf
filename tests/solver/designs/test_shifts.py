"""Shifts: classes of people moved so that nobody of one meets anybody of another twice."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest

from tests.solver.problems import a_problem, with_hosts
from wcafe.solver import judge
from wcafe.solver.designs.shifts import (
    addition,
    find_shifts,
    known_shifts,
    shifts,
    shifts_by_chance,
    subtraction,
)
from wcafe.solver.designs.steps import step_plan
from wcafe.solver.hard_rules import violations
from wcafe.solver.measure import repeats_and_coincidences
from wcafe.solver.model import build_model


def rng(seed=1):
    return np.random.default_rng(seed)


def check(found, tables):
    """Read shifts as a stranger would: no two classes are as far apart in two rounds."""
    subtract = subtraction(tables)
    for one, other in combinations(found.tolist(), 2):
        apart = [int(subtract[a, b]) for a, b in zip(one, other, strict=True)]
        assert len(set(apart)) == len(apart)


@pytest.mark.parametrize("tables", [2, 6, 8, 9, 12, 30])
def test_the_tables_are_counted_in_a_group(tables):
    add, subtract = addition(tables), subtraction(tables)
    everything = set(range(tables))

    assert all(set(row) == everything for row in add.tolist())
    assert (add == add.T).all()
    for a, b in np.ndindex(add.shape):
        assert subtract[add[a, b], b] == a


@pytest.mark.parametrize("tables", [10, 12])
def test_what_is_kept_never_agrees_twice(tables):
    kept = known_shifts(tables)

    assert len(kept) >= 2
    for one in kept:
        check(one, tables)
        assert not one[0].any()


@pytest.mark.parametrize(
    ("tables", "classes", "rounds"), [(6, 5, 3), (6, 4, 5), (14, 8, 4), (20, 9, 6), (50, 10, 4)]
)
def test_shifts_are_found_where_steps_run_short(tables, classes, rounds):
    found = shifts(tables, classes, rounds, rng())

    assert found.shape == (classes, rounds)
    check(found, tables)


@pytest.mark.parametrize(("tables", "classes", "rounds"), [(6, 6, 3), (10, 10, 3), (5, 6, 2)])
def test_what_cannot_be_is_not_looked_for(tables, classes, rounds):
    assert find_shifts(tables, classes, rounds, rng(), tries=10**9) is None


@pytest.mark.parametrize(
    "problem",
    [
        a_problem(10, 8, 8),
        a_problem(10, 8, 5, 77, distinct_tables=True),
        a_problem(12, 8, 6, distinct_tables=True),
        with_hosts(a_problem(6, 5, 3, distinct_tables=True)),
        with_hosts(a_problem(10, 9, 5, 85, distinct_tables=True)),
    ],
)
def test_a_café_of_six_ten_or_twelve_tables_is_composed_at_once(problem):
    model = build_model(problem)
    seats = step_plan(model, rng())

    assert repeats_and_coincidences(model, seats) == (0, 0)
    assert judge(problem, tuple(map(tuple, seats.tolist()))) == ()


@pytest.mark.parametrize(("tables", "classes", "rounds"), [(6, 7, 6), (10, 9, 8), (40, 26, 20)])
def test_shifts_by_chance_never_lead_back_and_agree_as_often_as_is_told(tables, classes, rounds):
    agreed, found = shifts_by_chance(tables, classes, rounds, np.random.default_rng(3))

    assert found.shape == (classes, rounds)
    assert not found[0].any()
    assert all(len(set(way)) == rounds for way in found[1:].tolist())
    again = 0
    for one, other in combinations(found.tolist(), 2):
        apart = Counter((a - b) % tables for a, b in zip(one, other, strict=True))
        again += sum(n * (n - 1) // 2 for n in apart.values())
    assert agreed == again


@pytest.mark.parametrize(
    ("people", "tables", "rounds", "most"), [(36, 6, 6, 138), (1000, 40, 20, 50_000)]
)
def test_a_first_plan_meets_less_again_than_steps_where_steps_run_short(
    people, tables, rounds, most
):
    problem = a_problem(tables, people // tables, rounds, distinct_tables=True)
    model = build_model(problem)

    seats = step_plan(model, np.random.default_rng(1))

    assert violations(model, seats) == ()
    assert repeats_and_coincidences(model, seats)[1] <= most
