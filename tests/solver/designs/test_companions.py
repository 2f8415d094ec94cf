"""Designs for people who go together, and for people who are not always there."""

from dataclasses import replace

import numpy as np
import pytest

from tests.bench.solver import _messy_café
from tests.solver.problems import a_problem, with_hosts
from wcafe.solver import Group, Guest, judge, solve
from wcafe.solver.designs.companions import (
    companies,
    exchange_the_absent,
    follow_leaders,
    is_loose,
    model_of_leaders,
    thin_out,
)
from wcafe.solver.designs.fitting import design_plan, fits_a_design
from wcafe.solver.measure import repeats_and_coincidences
from wcafe.solver.model import NOBODY, build_model


def absent(problem, **rounds):
    """Return `problem` with people who attend some rounds only, named by their ids."""
    people = tuple(
        replace(guest, present=frozenset(rounds[guest.id])) if guest.id in rounds else guest
        for guest in problem.people
    )
    return replace(problem, people=people)


def rng(seed=1):
    return np.random.default_rng(seed)


def test_who_is_absent_leaves_a_seat_of_the_design_empty():
    problem = absent(a_problem(8, 4, 9), p3=range(1, 9), p9=range(4), p20=range(1, 9))

    solution = solve(problem, effort=0.3)

    assert solution.violations == ()
    assert (solution.repeat_meetings, solution.method) == (0, "design")
    assert [row[3] is None for row in solution.seats] == [r < 1 for r in range(9)]
    for row in solution.seats:
        sizes = np.bincount([t for t in row if t is not None], minlength=8)
        assert sizes.max() - sizes.min() <= 1
    assert solution == replace(solve(problem, effort=0.3), seconds=solution.seconds)


def test_a_pair_that_goes_together_takes_one_way_of_a_design():
    together = (Group(ids=("p0", "p1")), Group(ids=("p2", "p3")))
    problem = a_problem(9, 5, 5, 43, together=together)

    solution = solve(problem, effort=0.3)

    assert solution.violations == ()
    assert solution.coincidences == solution.bounds.coincidences == 2 * 10


@pytest.mark.slow
def test_the_café_of_sixty_with_every_rule_is_at_its_bound():
    problem = _messy_café(60, [8] * 8, 4, has_hosts=False)

    solution = solve(problem, effort=0.6)

    assert solution.violations == ()
    assert solution.coincidences == solution.bounds.coincidences == 36


def test_a_design_is_told_as_soon_as_it_is_laid_out_and_before_it_is_polished():
    told = []
    problem = _messy_café(60, [8] * 8, 4, has_hosts=False)
    solve(problem, effort=0.2, on_better=told.append, stop=lambda: bool(told))

    first = told[0]
    assert first.share == 0.0
    assert first.coincidences >= first.bounds.coincidences > 0


def test_companies_are_those_together_in_all_rounds_that_count():
    groups = (
        Group(ids=("p0", "p1")),
        Group(ids=("p5", "p1"), rounds=frozenset(range(3))),
        Group(ids=("p6", "p7"), rounds=frozenset({0})),
    )
    problem = a_problem(4, 3, 4, together=groups, return_home=True)

    assert companies(build_model(problem)) == [[0, 1, 5]]


def test_groups_follow_their_leaders_and_never_share_a_table_with_each_other():
    groups = (Group(ids=("p0", "p1", "p2")), Group(ids=("p8", "p9")), Group(ids=("p20", "p30")))
    model = build_model(a_problem(8, 5, 4, 36, together=groups, distinct_tables=True))
    leading = model_of_leaders(model)

    ways = follow_leaders(model, design_plan(leading, rng()), rng())

    assert (leading.people, ways.shape) == (32, (4, 36))
    for row in ways:
        assert row[0] == row[1] == row[2]
        assert row[8] == row[9]
        assert row[20] == row[30]
        assert len({row[0], row[8], row[20]}) == 3


def test_tables_too_full_are_left_by_somebody_alone_who_can_go_elsewhere():
    groups = (Group(ids=("p0", "p1", "p2")),)
    problem = a_problem(8, 5, 4, 37, together=groups, distinct_tables=True)
    model = build_model(problem)
    ways = follow_leaders(model, design_plan(model_of_leaders(model), rng()), rng())
    assert any(np.bincount(row).max() > 5 for row in ways)

    seats = thin_out(model, ways, {r: [5] * 8 for r in range(4)})

    assert judge(problem, tuple(map(tuple, seats.tolist()))) == ()


def test_easing_stops_when_it_is_told_to_and_never_does_harm():
    problem = _messy_café(60, [8] * 8, 4, has_hosts=False)
    model = build_model(problem)
    ways = follow_leaders(model, design_plan(model_of_leaders(model), rng()), rng())
    room = {r: [8] * 8 for r in range(4)}

    def figures(stop, seconds=0.1):
        seats = exchange_the_absent(model, ways, room, 0, rng(), seconds, stop)
        return repeats_and_coincidences(model, seats)[1]

    at_once = repeats_and_coincidences(model, thin_out(model, ways, room))[1]
    assert figures(lambda: True) == at_once
    assert figures(lambda: False) < at_once


def test_a_repair_and_a_loose_café_are_left_to_the_search():
    loose = absent(a_problem(25, 4, 3), p3={1, 2})
    plan = solve(loose, effort=0.1).seats
    again = build_model(replace(loose, previous=plan, from_round=1))

    assert is_loose(build_model(loose))
    assert model_of_leaders(again) is again
    assert not fits_a_design(again)
    assert not is_loose(build_model(a_problem(25, 4, 3)))


@pytest.mark.parametrize("tables", [9, 8])
def test_hosts_stay_where_somebody_else_is_absent(tables):
    problem = absent(
        with_hosts(a_problem(tables, 5, 5, distinct_tables=True)), p30={0, 1}, p31={2, 3, 4}
    )

    solution = solve(problem, effort=0.4)

    assert solution.violations == ()
    assert solution.coincidences == 0
    assert all(row[:tables] == tuple(range(tables)) for row in solution.seats)


def test_nobody_at_all_in_a_round_is_no_trouble():
    problem = a_problem(4, 3, 3)
    people = tuple(Guest(id=guest.id, present=frozenset({0, 1})) for guest in problem.people)

    solution = solve(replace(problem, people=people), effort=0.1)

    assert solution.violations == ()
    assert solution.seats[2] == (None,) * 12
    assert NOBODY not in solution.seats[0]
