"""The step rule: instant, proven, and with the exceptions METHOD.md names."""

import numpy as np
import pytest

from tests.solver.problems import a_problem, with_hosts
from wcafe.domain.step_rule import steps_of
from wcafe.solver import judge
from wcafe.solver.designs.fields import field as field_of
from wcafe.solver.designs.steps import step_plan
from wcafe.solver.measure import repeats_and_coincidences
from wcafe.solver.model import build_model


def steps(problem):
    model = build_model(problem)
    seats = step_plan(model, np.random.default_rng(1))
    return model, seats


def as_told(seats):
    return tuple(map(tuple, seats.tolist()))


EXCEPTIONS = {
    (4, 3): {2, 3, 4, 6, 8},
    (3, 3): {2, 3, 4, 6},
    (5, 3): {2, 3, 4, 5, 6, 8, 10},
    (4, 4): {2, 3, 4, 6, 8, 9, 12},
}
FIELDS_HELP = {4, 8, 9}  # powers of a prime have more steps than the numbers modulo T


@pytest.mark.parametrize("tables", range(4, 40))
@pytest.mark.parametrize(("travellers", "rounds"), EXCEPTIONS)
def test_steps_without_a_repeat_exist_wherever_the_method_says(travellers, rounds, tables):
    problem = with_hosts(a_problem(tables, travellers + 1, rounds, distinct_tables=True))
    model, seats = steps(problem)

    if tables in EXCEPTIONS[travellers, rounds]:
        if seats is not None and tables not in FIELDS_HELP:
            has_repeats = repeats_and_coincidences(model, seats)[0] > 0
            assert has_repeats or steps_of(as_told(seats), tables) is None
        return
    assert repeats_and_coincidences(model, seats) == (0, 0)
    assert judge(problem, as_told(seats)) == ()


@pytest.mark.parametrize("people", range(44, 61))
def test_tables_differ_by_one_person_at_most(people):
    _model, seats = steps(a_problem(12, 5, 4, people, distinct_tables=True))

    for row in seats:
        sizes = np.bincount(row, minlength=12)
        assert sizes.max() - sizes.min() <= 1


@pytest.mark.parametrize("order", [4, 8, 9, 16, 25, 27, 49])
def test_a_field_divides(order):
    field = field_of(order)
    elements = range(order)

    for a in elements:
        assert field.add(a, 0) == a
        assert field.multiply(a, 1) == a
        assert {field.add(a, b) for b in elements} == set(elements)
        assert all(field.subtract(field.add(a, b), b) == a for b in elements)
        if a:
            assert {field.multiply(a, b) for b in elements} == set(elements)
    three = [min(n, order - 1) for n in (2, 3, 5)]
    a, b, c = three
    assert field.multiply(a, field.add(b, c)) == field.add(
        field.multiply(a, b), field.multiply(a, c)
    )


@pytest.mark.parametrize("order", [2, 3, 5, 6, 10, 12, 15])
def test_other_orders_have_no_field_of_their_own_here(order):
    assert field_of(order) is None


@pytest.mark.parametrize(
    "problem",
    [
        a_problem(3, 4, 5),  # more rounds than tables
        a_problem(4, 4, 3, 3),  # fewer people than tables
    ],
)
def test_where_no_formula_fits_none_is_given(problem):
    assert steps(problem)[1] is None


def test_a_plan_by_steps_can_be_told_as_a_rule():
    problem = with_hosts(a_problem(7, 4, 4, distinct_tables=True))
    _model, seats = steps(problem)
    rule = steps_of(as_told(seats), 7)

    assert rule[:7] == (0,) * 7  # the hosts
    for person, step in enumerate(rule):
        assert [(seats[0, person] + step * r) % 7 for r in range(4)] == seats[:, person].tolist()


def test_there_is_no_rule_where_somebody_moves_now_so_now_so_or_is_away():
    assert steps_of(((0, 1), (1, 2), (2, 0)), 3) == (1, 1)
    assert steps_of(((0, 1), (1, 2), (0, 0)), 3) is None
    assert steps_of(((0, None), (1, 2), (2, 0)), 3) is None
