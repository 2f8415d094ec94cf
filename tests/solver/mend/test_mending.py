"""Rules that can hold do hold: plans that break some are mended."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.endurance import full
from tests.solver.problems import a_problem, with_hosts
from tests.strategies import kept_problems
from wcafe.exports import plan_json
from wcafe.i18n import ENGLISH
from wcafe.services.planning.composing import solve_problem
from wcafe.solver import Group, Guest, Pin, TableSpec, judge, solve
from wcafe.solver.mend.mending import mend
from wcafe.solver.model import NOBODY, build_model

KEYS = {
    *("people", "tables", "rounds", "ids", "seats", "repeat_meetings", "lower_bound"),
    *("coincidences", "coincidences_bound", "proven_optimal", "violations", "notices"),
    *("balance", "seconds", "method", "seed"),
}


def as_seats(found):
    return tuple(tuple(None if t == NOBODY else t for t in row) for row in found.tolist())


@pytest.mark.slow
@settings(max_examples=full(60, 20), deadline=None)
@given(planted=kept_problems(), seed=st.integers(0, 9))
def test_rules_of_every_kind_that_can_hold_do_hold(planted, seed):
    problem, seats = planted
    assert judge(problem, seats) == ()

    found = solve(problem, seed=seed, effort=2.0)
    if found.violations:  # a few in a thousand need more than the little time of a test
        found = solve(problem, seed=seed, effort=10.0)
    assert found.violations == ()


def test_a_plan_is_mended_from_any_beginning():
    problem = with_hosts(a_problem(6, 4, 3, distinct_tables=True))
    model = build_model(replace(problem, together=(Group(ids=("p7", "p8", "p9")),)))
    start = np.zeros((3, 24), np.int32)
    found = mend(model, start, np.random.default_rng(1), 3000, lambda: False)

    assert judge(model.problem, as_seats(found)) == ()


@pytest.mark.parametrize(
    "rules",
    [
        {"carousel": True, "pins": (Pin(id="p0", round=2, table=1),)},
        {"tables": (TableSpec(most=6, fewest=6), *(TableSpec(most=3, fewest=3),) * 2)},
        {"return_home": True, "pins": (Pin(id="p0", round=2, table=1),)},
    ],
)
def test_rules_that_reach_over_the_rounds_are_kept(rules):
    problem = replace(a_problem(3, 4, 3), **rules)

    assert solve(problem, effort=0.5).violations == ()


def test_with_as_many_willing_as_tables_the_same_hosts_take_over_from_themselves():
    guests = tuple(Guest(id=f"p{n}", willing=n < 4) for n in range(16))
    problem = replace(a_problem(4, 4, 4, host_mode="hand_over"), people=guests)

    assert solve(problem, effort=0.5).violations == ()


def test_a_pin_in_a_round_somebody_does_not_attend_is_a_breach_and_is_named():
    guests = (Guest(id="p0", present=frozenset({0})), *(Guest(id=f"p{n}") for n in (1, 2, 3)))
    problem = replace(a_problem(2, 2, 2), people=guests, pins=(Pin(id="p0", round=1, table=1),))
    found = solve(problem, effort=0.1)

    why = "p0 is pinned to table 2 in round 2 and does not attend it."
    assert [breach.describe() for breach in found.violations] == [why]
    assert [demand.describe() for demand in found.conflict.demands] == [why]


def test_a_hosted_table_whose_host_is_away_is_told():
    problem = with_hosts(a_problem(2, 3, 2))
    guests = (Guest(id="p0", present=frozenset({0})), *problem.people[1:])
    found = solve(replace(problem, people=guests), effort=0.1)

    assert found.violations == ()
    assert "The host of table 1 is away in round 2." in [n.describe() for n in found.notices]


def test_the_same_rule_given_twice_is_broken_once():
    pair = Group(ids=("p0", "p1"))
    found = judge(a_problem(2, 2, 1, apart=(pair, pair, Group(ids=("p1", "p0")))), ((0, 0, 1, 1),))

    assert len(found) == 1


def test_the_plan_json_has_the_keys_of_the_contract_and_the_ids_as_given():
    people = [{"id": 7}, {"id": "Zoé"}, {"id": 9}, {"id": 10}]
    told = {"rounds": 1, "tables": [{"max": 10**12}, {"max": 2}], "people": people}
    outcome = solve_problem({**told, "apart": [[7, 9]], "together": [[9, 7]]}, seconds=0.1)
    plan = json.loads(json.dumps(plan_json(outcome, ENGLISH)))

    assert set(plan) == KEYS
    assert plan["ids"] == [7, "Zoé", 9, 10]
    assert {frozenset(breach["who"]) for breach in plan["violations"]} == {frozenset({7, 9})}
