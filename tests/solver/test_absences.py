"""Spare routes for walk-ins, and what absences would do to a plan."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from tests.solver.problems import a_problem
from wcafe.errors import TooFewSeats
from wcafe.solver import solve
from wcafe.solver.jokers import plan_with_jokers
from wcafe.solver.rehearse import most_robust, rehearse, rehearse_tables


def test_each_spare_route_sees_new_tables_and_no_table_breaks_without_it():
    found = plan_with_jokers(a_problem(12, 5, 3, 54, host_mode="stay", distinct_tables=True))

    assert len(found.routes) == 3
    assert all(len(set(route)) == 3 and None not in route for route in found.routes)
    for one, other in combinations(found.routes, 2):
        assert not any(a == b for a, b in zip(one, other, strict=True))
    assert (found.expected.violations, found.with_all.violations) == ((), ())
    assert found.expected.repeat_meetings == 0
    assert set(found.expected.hosts) <= {f"p{n}" for n in range(54)}


def test_spare_people_need_chairs():
    with pytest.raises(TooFewSeats):
        plan_with_jokers(a_problem(5, 4, 3, 19))


def test_if_all_come_nothing_happens_and_more_absences_do_more_harm():
    seats = tuple(tuple((p + r * (p // 4)) % 4 for p in range(16)) for r in range(3))
    lines = rehearse(a_problem(4, 4, 3), seats)

    assert (lines[0].thin, lines[0].moves) == (0, 0)
    assert lines[-1].thin > lines[2].thin > 0
    assert lines == rehearse(a_problem(4, 4, 3), seats)


def test_a_thin_table_is_given_up_or_filled_up_whichever_moves_fewer():
    """Half of four people at a table of four: one more makes three."""
    (line,) = rehearse(a_problem(1, 4, 1), ((0, 0, 0, 0),), shares=[0.5], draws=3)

    assert (line.thin, line.moves, line.repeats) == (1, 1, 0)


def test_fewer_tables_stand_absences_better():
    lines = rehearse_tables(a_problem(6, 6, 3, 24, distinct_tables=True), draws=5, effort=0.2)

    assert {line.tables for line in lines} == {5, 6, 7}
    assert most_robust(lines) == 5


@pytest.mark.parametrize("seed", range(3))
def test_eight_of_a_hundred_who_do_not_come_move_at_most_two_seats_and_cost_no_repeat(seed):
    problem = a_problem(25, 4, 4, distinct_tables=True)
    plan = solve(problem)
    gone = Random(seed).sample(range(100), 8)
    guests = tuple(
        replace(guest, present=frozenset({0})) if n in gone else guest
        for n, guest in enumerate(problem.people)
    )
    found = solve(
        replace(problem, people=guests, previous=plan.seats, from_round=1), seed=seed, effort=0.15
    )

    moved = sum(
        now not in (None, before)
        for row, planned in zip(found.seats[1:], plan.seats[1:], strict=True)
        for now, before in zip(row, planned, strict=True)
    )
    assert moved <= 2
    assert (found.repeat_meetings, found.violations) == (plan.repeat_meetings, ())
