"""Bounds know who met in earlier cafés and in rounds that are past, and are never above a plan."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.solver.oracle import least_of_all, plans_at_most
from tests.solver.problems import a_problem
from wcafe.errors import TooFewSeats, TooFewSeatsInRound
from wcafe.solver import read_problem, solve
from wcafe.solver.model import build_model, require_seats
from wcafe.solver.proofs.bounds import lower_bounds

_MOST_PLANS = 20_000
_MOST_TOLD = 3


@st.composite
def tiny_problems(draw):
    """Up to six people who know each other, with gaps, closed tables and rounds that are past."""
    tables, rounds = draw(st.sampled_from([(2, 2), (2, 3), (3, 2), (3, 3)]))
    ids = [f"p{n}" for n in range(draw(st.integers(2, 6)))]
    some_rounds = st.lists(st.integers(0, rounds - 1), min_size=1, unique=True).map(sorted)
    pairs = list(combinations(ids, 2))
    known = draw(st.lists(st.sampled_from(pairs), unique=True))
    problem = {
        "rounds": rounds,
        "tables": [
            {
                "max": draw(st.integers(1, len(ids))),
                "closed": draw(st.sampled_from([[], [], [], [rounds - 1], [0]])),
            }
            for _table in range(tables)
        ],
        "people": [
            {"id": i, "present": draw(some_rounds | st.just(list(range(rounds))))} for i in ids
        ],
        "met_before": [[*pair, draw(st.integers(1, _MOST_TOLD))] for pair in known],
        "distinct_tables": draw(st.booleans()),
        "carousel": draw(st.sampled_from([False] * 4 + [True])),
        "return_home": draw(st.sampled_from([False] * 4 + [True])),
    }
    if draw(st.sampled_from([False] * 4 + [True])):
        problem["from_round"] = draw(st.integers(1, rounds - 1))
        problem["previous"] = [
            [
                draw(st.integers(0, tables - 1)) if r in person["present"] else None
                for person in problem["people"]
            ]
            for r in range(rounds)
        ]
    if draw(st.sampled_from([False] * 3 + [True])):
        problem["hosts"] = {"mode": "stay", "tables": {ids[0]: draw(st.integers(0, tables - 1))}}
    return problem


@pytest.mark.slow
@settings(max_examples=300, suppress_health_check=list(HealthCheck), deadline=None)
@given(tiny_problems())
def test_no_bound_is_above_the_best_of_all_plans(told):
    assume(plans_at_most(told) <= _MOST_PLANS)
    model = build_model(read_problem(told))
    try:
        require_seats(model)
    except (TooFewSeats, TooFewSeatsInRound):
        assume(False)
    least = least_of_all(told)
    assume(least is not None)
    bounds = lower_bounds(model)

    assert bounds.repeats <= least[0]
    assert bounds.coincidences <= least[1]


def a_series(people, tables, rounds, cafés):
    """Yield the plans of cafés of the same people, each of which knows those before."""
    known = {}
    problem = a_problem(tables, -(-people // tables), rounds, people, distinct_tables=True)
    ids = [guest.id for guest in problem.people]
    for _café in range(cafés):
        met = tuple((*pair, times) for pair, times in known.items())
        solution = solve(replace_met(problem, met), effort=0.2)
        yield solution
        for row in solution.seats:
            for a, b in combinations(range(people), 2):
                if row[a] == row[b]:
                    known[ids[a], ids[b]] = known.get((ids[a], ids[b]), 0) + 1


def replace_met(problem, met):
    return replace(problem, met_before=met)


def test_the_third_café_of_a_series_is_proved_best():
    *_before, third = a_series(20, 5, 3, 3)

    assert (third.coincidences, third.bounds.coincidences) == (66, 66)
    told = [notice.describe() for notice in third.notices]
    assert any("met in earlier cafés" in sentence for sentence in told)


def test_who_never_met_leaves_the_bound_as_it_is():
    strangers = a_problem(5, 4, 3, 20)
    known = replace_met(strangers, (("p0", "p1", 4),))

    assert lower_bounds(build_model(strangers)).coincidences == 0
    assert lower_bounds(build_model(known)).coincidences == 0  # they need not meet again


def test_two_who_met_and_must_meet_again_are_counted_as_often():
    pair = replace_met(a_problem(1, 2, 2), (("p0", "p1", 3),))

    bounds = lower_bounds(build_model(pair))

    assert (bounds.repeats, bounds.coincidences) == (2, 3 + 4)
