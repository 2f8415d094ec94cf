"""Plans for six tables that no formula leads to, and what more people cannot avoid."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from tests.solver.problems import a_problem
from wcafe.solver import Guest, solve
from wcafe.solver.designs.ways import LEAST_AGAIN, known_ways, least_again
from wcafe.solver.model import build_model
from wcafe.solver.proofs.bounds import lower_bounds

PEOPLE = [25, 26, 27, 28, 29]


@pytest.mark.parametrize("people", PEOPLE)
def test_what_is_kept_is_even_and_has_as_few_repeats_as_it_says(people):
    plan = known_ways(6, 4, people).tolist()
    ways = list(zip(*plan, strict=True))
    met = [sum(a == b for a, b in zip(*two, strict=True)) for two in combinations(ways, 2)]

    assert all(len(set(way)) == 4 for way in ways)
    assert {size for row in plan for size in Counter(row).values()} <= {
        people // 6,
        people // 6 + 1,
    }
    assert sum(max(times - 1, 0) for times in met) == LEAST_AGAIN.get(people, 0)
    assert sum(times * (times - 1) // 2 for times in met) == LEAST_AGAIN.get(people, 0)


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize("rounds", [3, 4])
def test_the_solver_finds_and_proves_them(people, rounds):
    solution = solve(a_problem(6, 5, rounds, people, distinct_tables=True))

    assert solution.is_proven_optimal
    assert solution.violations == ()


def test_thirty_five_people_need_one_repeat_on_six_tables():
    solution = solve(a_problem(6, 6, 4, 35))

    assert (solution.repeat_meetings, solution.is_proven_optimal) == (1, True)


def test_who_is_away_counts_for_no_bound():
    problem = a_problem(6, 5, 4, 29, distinct_tables=True)
    away = Guest(id="p0", present=frozenset({0, 1, 2}))
    fewer = replace(problem, people=(away, *problem.people[1:]))

    assert lower_bounds(build_model(problem)).coincidences == 4
    assert lower_bounds(build_model(fewer)).coincidences == 2


def test_the_bound_grows_with_the_people_and_holds_for_no_one_else():
    least = [least_again(people, is_distinct=True) for people in range(26, 32)]
    anywhere = [least_again(people, is_distinct=False) for people in range(33, 38)]

    assert (least, anywhere) == ([0, 0, 2, 4, 5, 6], [0, 0, 1, 2, 3])
    assert lower_bounds(build_model(a_problem(6, 5, 4, 29))).coincidences == 0
    assert lower_bounds(build_model(a_problem(7, 5, 4, 29, distinct_tables=True))).repeats == 0
    assert lower_bounds(build_model(a_problem(6, 5, 3, 29, distinct_tables=True))).repeats == 0
