"""Spare routes for walk-ins, and what absences would do to a plan."""

from dataclasses import replace
from functools import partial
from itertools import combinations
from random import Random

import pytest

from tests.solver.problems import a_problem
from wcafe.errors import TooFewSeats
from wcafe.solver import (
    Guest,
    Pin,
    fit_jokers,
    judge,
    most_robust,
    plan_with_jokers,
    rehearse_tables,
    solve,
    weigh,
)
from wcafe.solver.absences import rehearse

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


@pytest.mark.parametrize("seed", range(4))
def test_repeats_are_those_of_the_people_who_came(seed):
    """Counted again by the measure that judges plans, on the seats of a single draw."""
    chance = Random(seed)
    met = ("p0", "p1", 2), ("p2", "p3", 1)
    problem = a_problem(4, 5, 4, 18, met_before=met)
    seats = tuple(tuple(chance.randrange(4) for _p in range(18)) for _r in range(4))

    (all_came,) = rehearse(problem, seats, shares=[0.0], draws=1)
    assert all_came.repeats == weigh(problem, seats)[0]

    draws = [rehearse(problem, seats, shares=[1 / 18], draws=1, seed=n)[0] for n in range(40)]
    left = {weigh(problem, without(seats, person))[0] for person in range(18)}
    assert {line.repeats for line in draws} <= left
    assert len({line.repeats for line in draws}) > 1


def without(seats, person):
    return tuple(tuple(None if p == person else t for p, t in enumerate(row)) for row in seats)


def test_people_stay_away_as_often_as_they_are_likely_to():
    """Two of six are twenty times as likely; where they do not come, their table is thin."""
    seats = ((0, 0, 0, 1, 1, 1),)
    problem = a_problem(2, 3, 1)
    likely = [20, 20, 1, 1, 1, 1]

    (alike,) = rehearse(problem, seats, shares=[1 / 3], draws=400)
    (told,) = rehearse(problem, seats, shares=[1 / 3], draws=400, likelihoods=likely)

    assert alike.thin == pytest.approx(1.6, abs=0.1)  # two at one table: 2 · 3/15 of the pairs
    assert told.thin < 1.3  # nearly always the two of the first table


def test_who_is_not_expected_cannot_stay_away():
    seats = ((0, 0, 0, None, None, None),)
    (line,) = rehearse(a_problem(2, 3, 1), seats, shares=[1 / 3], draws=20)

    assert line.thin == 1


def test_a_table_that_is_left_out_leaves_nobody_bound_to_it():
    problem = a_problem(5, 6, 3, 20, distinct_tables=True)
    people = (replace(problem.people[0], fixed_table=4), *problem.people[1:])
    bound = replace(problem, people=people, pins=(Pin(id="p1", round=0, table=4),))

    lines = rehearse_tables(bound, draws=2, effort=0.2)

    assert {line.tables for line in lines} == {4, 5, 6}


def test_the_plan_that_is_there_is_the_one_that_is_rehearsed():
    problem = a_problem(4, 5, 2, 16)
    seats = (tuple(p // 4 for p in range(16)),) * 2  # all meet again: nobody would compose that

    lines = rehearse_tables(problem, planned=seats, draws=2, effort=0.2)

    assert next(line for line in lines if line.tables == 4).repeats == 24


def test_a_rehearsal_that_is_stopped_ends():
    assert rehearse_tables(a_problem(6, 6, 3, 24), stop=lambda: True) == ()


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
