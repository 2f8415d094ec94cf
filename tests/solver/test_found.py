"""The smallest inputs on which the solver was once wrong: what is right today."""

import json

import pytest

from tests.cafes import SHARED
from tests.solver.oracle import breaches
from wcafe.solver import read_problem, solve

FOUND = SHARED.parent / "found" / "solver"

pytestmark = [
    pytest.mark.real,
    pytest.mark.slow,
    pytest.mark.skipif(
        not FOUND.is_dir(), reason=f"the problems that were found are not in {FOUND}"
    ),
]

# name: the fewest coincidences anybody has shown, for which a bound may not be too high
POSSIBLE = {
    "bound_carousel_gap": 0,
    "bound_carousel_repair": 24,
    "bound_history_third_cafe": 49,
    "crash_carousel": 4,
    "full_rotation_36_6": 126,
    "hand_over_few_willing_20": 0,
    "hand_over_few_willing_32": 0,
    "hand_over_turns_214": 1,
    "max_same_222": 24,
    "max_same_227": 113,
    "mixing_30": 0,
    "six_tables_31_5_distinct": 25,
    "six_tables_33_5_distinct": 37,
    "six_tables_36_5_distinct": 62,
    "six_tables_38_5": 24,
    "worse_than_chance_1000_40_20": 42_124,
}
# name: the rules of the first conflict, the smallest that can be told
IMPOSSIBLE = {
    "conflict_5000": ["shared_language", "pins", "pins"],
    "conflict_5025": ["carousel", "apart"],
    "conflict_not_told_1000": ["together", "together", "pins", "pins"],
    "needs_40": ["distinct_tables", "needs"],
    "time_limit_languages": ["shared_language", "sizes"],
}


def asked(name):
    found = json.loads((FOUND / f"{name}.json").read_text())
    return found.get("problem", found)


@pytest.mark.parametrize(("name", "known"), POSSIBLE.items())
def test_a_problem_that_can_be_solved_is_and_its_bound_promises_no_more_than_holds(name, known):
    problem = asked(name)

    solution = solve(read_problem(problem), effort=0.6)

    assert solution.violations == ()
    assert breaches(problem, solution.seats) == set()
    assert solution.bounds.coincidences <= min(known, solution.coincidences)
    assert solution.bounds.repeats <= solution.repeat_meetings
    assert solution.coincidences <= 1.25 * known + 1


@pytest.mark.parametrize(("name", "rules"), IMPOSSIBLE.items())
def test_a_problem_that_cannot_be_solved_is_told_with_the_fewest_rules_that_collide(name, rules):
    solution = solve(read_problem(asked(name)), effort=1.2)

    assert solution.violations
    assert [demand.rule for demand in solution.conflicts[0].demands] == rules


def test_each_of_them_is_tried():
    assert {path.stem for path in FOUND.glob("*.json")} == {*POSSIBLE, *IMPOSSIBLE}


def test_the_third_café_of_a_series_knows_what_cannot_be_avoided():
    assert solve(read_problem(asked("bound_history_third_cafe")), effort=0.6).bounds.repeats >= 42
