"""Hosting that is handed over: nobody hosts twice before all willing have; tables few can host."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.solver.oracle import breaches
from tests.solver.planted import planted
from tests.solver.problems import a_problem
from wcafe.solver import TableSpec, read_problem, solve
from wcafe.solver.model import as_array, build_model
from wcafe.solver.turns import share_in


def handing_over(tables, size, rounds, people, willing, **rules):
    problem = a_problem(tables, size, rounds, people, host_mode="hand_over", **rules)
    guests = tuple(replace(g, willing=n < willing) for n, g in enumerate(problem.people))
    return replace(problem, people=guests)


def share_of(problem, solution):
    return share_in(build_model(problem), as_array(solution.seats))


def told(solution):
    return [notice.describe() for notice in solution.notices]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11, 75, 81, 107, 130, 202, 244, 265])
def test_as_many_people_host_as_could_whatever_else_is_asked_for_and_in_repairs(seed):
    asked, _plan = planted(seed)
    assert asked["hosts"]["mode"] == "hand_over"
    problem = read_problem(asked)

    solution = solve(problem, effort=0.6)

    assert breaches(asked, solution.seats) == set()
    turns, people, could = share_of(problem, solution)
    assert people == could
    assert not any("Some host twice" in sentence for sentence in told(solution))
    assert turns > 0


def test_who_hosts_twice_while_another_one_never_stays_could_have_been_spared():
    problem = handing_over(2, 3, 3, 6, 2)
    seats = as_array(((0, 1, 0, 0, 1, 1), (0, 0, 1, 0, 1, 1), (0, 1, 0, 0, 1, 1)))

    assert share_in(build_model(problem), seats) == (4, 1, 2)


def test_who_could_not_host_for_being_away_is_not_missed():
    problem = handing_over(2, 3, 3, 6, 2)
    people = (problem.people[0], replace(problem.people[1], present=frozenset({1})))
    problem = replace(problem, people=(*people, *problem.people[2:]))
    seats = as_array(((0, None, 0, 0, 1, 1), (0, 0, 1, 0, 1, 1), (0, None, 0, 0, 1, 1)))

    turns, taken, could = share_in(build_model(problem), seats)

    assert (turns, taken, could) == (4, 1, 1)


@pytest.mark.parametrize(
    ("tables", "size", "people", "willing"), [(5, 5, 20, 4), (8, 5, 32, 6), (10, 5, 40, 7)]
)
def test_tables_are_left_empty_where_few_are_willing_to_host(tables, size, people, willing):
    problem = handing_over(tables, size, 3, people, willing)

    solution = solve(problem, effort=0.3)

    assert solution.violations == ()
    used = [set(row) for row in solution.seats]
    assert all(len(now & before) <= willing for before, now in pairwise(used))


def test_where_enough_are_willing_no_table_is_left_empty():
    solution = solve(handing_over(8, 5, 3, 32, 8), effort=0.3)

    assert solution.violations == ()
    assert [len(set(row)) for row in solution.seats] == [8, 8, 8]


def test_a_table_somebody_is_told_to_sit_at_is_not_left_empty():
    problem = handing_over(5, 5, 3, 20, 4)
    guests = (*problem.people[:-1], replace(problem.people[-1], fixed_table=4))
    ramp = TableSpec(most=5, features=frozenset({"ramp"}))
    needing = replace(guests[-2], needs=frozenset({"ramp"}))
    problem = replace(
        problem,
        people=(*guests[:-2], needing, guests[-1]),
        tables=(*problem.tables[:3], ramp, ramp),
    )

    assert solve(problem, effort=0.3).violations == ()
