"""Spare routes for walk-ins, and what absences would do to a plan."""

from dataclasses import replace
from functools import partial
from itertools import combinations
from random import Random

import pytest

from tests.solver.problems import a_problem
from wcafe.errors import TooFewSeats
from wcafe.solver import Guest, judge, solve
from wcafe.solver.jokers import fit_jokers, plan_with_jokers
from wcafe.solver.rehearse import most_robust, rehearse, rehearse_tables

SPARES = ("♠1", "♠2", "♠3", "♠4")


def test_each_spare_route_sees_new_tables_and_no_table_breaks_without_it():
    asked = a_problem(12, 5, 3, 54, host_mode="stay", distinct_tables=True)
    found = plan_with_jokers(asked, SPARES[:3])

    assert len(found.routes) == 3
    assert all(len(set(route)) == 3 and None not in route for route in found.routes)
    for one, other in combinations(found.routes, 2):
        assert not any(a == b for a, b in zip(one, other, strict=True))
    assert (found.expected.violations, found.with_all.violations) == ((), ())
    assert found.expected.repeat_meetings == 0
    assert set(found.expected.hosts) <= {f"p{n}" for n in range(54)}


def test_spare_people_need_chairs():
    with pytest.raises(TooFewSeats):
        plan_with_jokers(a_problem(5, 4, 3, 19), SPARES[:2])


@pytest.fixture
def spared():
    """A plan of 42 people at nine tables of five with three spare routes, and its problem."""
    asked = a_problem(9, 5, 4, 42, host_mode="stay", distinct_tables=True)
    found = plan_with_jokers(asked, SPARES[:3], search=partial(solve, effort=0.3))
    return asked, found.expected, dict(zip(SPARES, found.routes, strict=False))


def on_top(problem, plan, routes, first):
    """Return the breaches of the rules if all spare people come from round `first` on."""
    coming = frozenset(range(first, problem.rounds))
    spares = tuple(Guest(id=spare, present=coming) for spare in routes)
    rows = tuple(
        (*row, *(route[r] if r >= first else None for route in routes.values()))
        for r, row in enumerate(plan.seats)
    )
    return judge(replace(problem, hosts=plan.hosts, people=(*problem.people, *spares)), rows)


def test_routes_that_still_hold_are_kept_as_they_are(spared):
    problem, plan, routes = spared

    assert fit_jokers(problem, plan, routes) == routes


def test_a_route_that_holds_no_more_is_made_anew_beside_everybodys_seat(spared):
    problem, plan, routes = spared
    twice = (routes["♠1"][0], routes["♠1"][1], routes["♠1"][1], routes["♠1"][3])
    later = replace(problem, from_round=1, previous=plan.seats)

    found = fit_jokers(later, plan, {**routes, "♠1": twice}, search=partial(solve, effort=0.1))

    assert set(found) == set(routes)
    assert found["♠1"][1:] != twice[1:]
    assert (found["♠2"], found["♠3"]) == (routes["♠2"], routes["♠3"])
    assert on_top(problem, plan, found, 1) == ()


def test_there_are_no_more_routes_than_chairs(spared):
    problem, plan, routes = spared

    found = fit_jokers(problem, plan, {**routes, "♠4": None}, search=partial(solve, effort=0.1))

    assert found == routes  # 42 + 3 people take all 45 chairs


def test_a_plan_without_spare_places_can_be_given_some(spared):
    problem, plan, _routes = spared

    found = fit_jokers(problem, plan, dict.fromkeys(SPARES[:2]), search=partial(solve, effort=0.1))

    assert len(found) == 2
    assert on_top(problem, plan, found, 0) == ()


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
