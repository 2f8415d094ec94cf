"""Problems with every rule and a plan known to keep them, judged by the second judge."""

from random import Random

import pytest

from tests.endurance import full
from tests.solver.oracle import breaches, places, worth
from tests.solver.planted import planted
from wcafe.solver import read_problem, solve
from wcafe.solver.model import build_model
from wcafe.solver.proofs.bounds import lower_bounds

pytestmark = pytest.mark.slow  # a plan for many problems

CASES = full(160, 48)


def acquaintances(told, seed):
    """Some pairs who met in earlier cafés, of those who come."""
    chance = Random(seed)
    ids = [person["id"] for person in told["people"]]
    return [[*chance.sample(ids, 2), chance.randint(1, 3)] for _pair in range(len(ids))]


@pytest.mark.parametrize("part", range(4))
def test_what_a_planted_plan_keeps_is_kept_and_its_worth_is_no_less_than_the_bound(part):
    for seed in range(part, CASES, 4):
        told, plan = planted(seed)
        if seed % 3 == 0:
            told["met_before"] = acquaintances(told, seed)
        assert breaches(told, plan) == set(), seed
        bounds = lower_bounds(build_model(read_problem(told)))
        repeats, coincidences = worth(told, plan)
        assert (bounds.repeats <= repeats, bounds.coincidences <= coincidences) == (True, True), (
            seed
        )
        if seed % 6 > 1:
            continue
        found = solve(read_problem(told), effort=0.8)
        assert found.violations == (), seed
        assert breaches(told, found.seats) == set(), seed
        seated = {
            (r, p) for r, row in enumerate(found.seats) for p, t in enumerate(row) if t is not None
        }
        first = told.get("from_round", 0)
        assert {(r, p) for r, p in seated if r >= first} == set(places(told)), seed
        assert (found.repeat_meetings, found.coincidences) == worth(told, found.seats), seed
        assert found.bounds.coincidences <= found.coincidences, seed
