"""Designs in real cafés: hosts, uneven tables, tables of one's own, pins, and people apart."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from tests.solver.problems import a_problem, with_hosts
from wcafe.solver import Group, Guest, Pin, judge, solve
from wcafe.solver.designs.fitting import design_plan, fits_a_design
from wcafe.solver.designs.relabel import exchange_people
from wcafe.solver.measure import repeats_and_coincidences, shared
from wcafe.solver.model import NOBODY, build_model
from wcafe.solver.proofs.bounds import lower_bounds


def rng(seed=1):
    return np.random.default_rng(seed)


def as_told(seats):
    return tuple(map(tuple, seats.tolist()))


@pytest.mark.parametrize(
    "problem",
    [
        a_problem(8, 4, 9),
        a_problem(9, 4, 11),
        a_problem(10, 10, 4),
        a_problem(7, 3, 9, 20),  # an empty seat in each round
        a_problem(10, 5, 8, 47),
        a_problem(6, 6, 4, 30),  # more seats than people
        a_problem(10, 4, 4, 40, distinct_tables=True),
        a_problem(9, 5, 4, 43, distinct_tables=True),
        with_hosts(a_problem(9, 9, 9, distinct_tables=True)),
        with_hosts(a_problem(10, 10, 3, distinct_tables=True)),
        with_hosts(a_problem(8, 4, 7, 30, distinct_tables=True)),
    ],
)
def test_a_design_fits_hosts_uneven_tables_and_tables_of_ones_own(problem):
    model = build_model(problem)
    seats = design_plan(model, rng())

    assert repeats_and_coincidences(model, seats) == (0, 0)
    assert judge(problem, as_told(seats)) == ()
    for row in seats:
        sizes = np.bincount(row, minlength=model.tables)
        assert sizes.max() - sizes.min() <= 1


@pytest.mark.parametrize(
    "problem",
    [
        a_problem(4, 3, 12),  # more rounds than are known
        a_problem(5, 4, 3, carousel=True),
        replace(a_problem(2, 2, 2), people=(Guest(id="a", present=frozenset({0})), Guest(id="b"))),
    ],
)
def test_where_no_design_fits_none_is_made(problem):
    model = build_model(problem)

    assert not fits_a_design(model) or design_plan(model, rng()) is None


@pytest.mark.parametrize(
    ("problem", "coincidences"),
    [
        (a_problem(6, 6, 6, 31), 0),  # a newcomer to six rounds of 6 tables of 5
        (a_problem(6, 8, 3), 36),  # twelve pairs who go together
        (a_problem(6, 8, 3, 43), 21),
        (a_problem(6, 6, 3, distinct_tables=True), 18),
        (a_problem(6, 7, 3, 40, distinct_tables=True), 30),
        (a_problem(4, 5, 2), 4),
    ],
)
def test_more_people_than_a_design_has_come_in_as_cheaply_as_can_be(problem, coincidences):
    model = build_model(problem)
    seats = design_plan(model, rng())
    bounds = lower_bounds(model)

    assert judge(problem, as_told(seats)) == ()
    found = repeats_and_coincidences(model, seats)
    assert found == (bounds.repeats, bounds.coincidences)
    assert found[1] == coincidences
    for row in seats:
        sizes = np.bincount(row, minlength=model.tables)
        assert sizes.max() - sizes.min() <= 1


def test_a_plan_with_fixed_pairs_is_proved_in_both_figures():
    solution = solve(a_problem(6, 7, 3, 40, distinct_tables=True), effort=0.2)

    assert solution.is_proven_optimal
    assert (solution.repeat_meetings, solution.coincidences) == (20, 30)


def test_the_last_round_is_left_open_where_everybody_returns_home():
    seats = design_plan(build_model(a_problem(8, 4, 10, return_home=True)), rng())

    assert (seats[:9] != NOBODY).all()
    assert (seats[9] == NOBODY).all()


def test_people_change_places_and_every_meeting_stays_one():
    ids = [f"p{n}" for n in range(32)]
    problem = a_problem(
        8,
        4,
        9,
        apart=tuple(Group(ids=(ids[n], ids[n + 9])) for n in range(4)),
        together=(Group(ids=("p20", "p25"), rounds=frozenset({2})),),
        pins=(Pin(id="p3", round=1, table=2), Pin(id="p7", round=4, table=5)),
    )
    model = build_model(problem)
    before = design_plan(model, rng())
    after = exchange_people(model, before, rng(), 400)

    assert judge(problem, as_told(before))
    assert judge(problem, as_told(after)) == ()
    met = [sorted(sum(map(shared, seats)).ravel().tolist()) for seats in (before, after)]
    assert met[0] == met[1]
    assert {tuple(way) for way in before.T.tolist()} == {tuple(way) for way in after.T.tolist()}


def test_hosts_keep_their_places_when_the_others_change():
    apart = tuple(Group(ids=pair) for pair in combinations(("p11", "p12", "p22"), 2))
    problem = with_hosts(a_problem(9, 4, 5, 36, distinct_tables=True, apart=apart))
    model = build_model(problem)
    seats = exchange_people(model, design_plan(model, rng()), rng(), 300)

    assert judge(problem, as_told(seats)) == ()


def test_a_plan_at_the_limit_serves_its_rules_without_a_repeat():
    guests = tuple(Guest(id=f"p{n}", attributes={"team": str(n // 4)}) for n in range(36))
    problem = replace(
        a_problem(9, 4, 10, pins=(Pin(id="p0", round=1, table=3),)),
        people=guests,
        apart=(Group(ids=("p4", "p35")),),
        balance={"team": 1.0},
    )
    solution = solve(problem, effort=0.5)

    assert (solution.repeat_meetings, solution.violations) == (0, ())
    assert solution.method.startswith("design")
    assert solution.seats == solve(problem, effort=0.5).seats
