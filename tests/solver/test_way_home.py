"""The last round that leads everybody home, and what is asked of it alone."""

import pytest

from tests.solver.problems import a_problem
from wcafe.solver import Group, solve


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_is_together_or_apart_in_the_last_round_is_so_in_the_first(seed):
    last = frozenset({3})
    ids = [f"p{n}" for n in range(40)]
    together = tuple(Group(ids=tuple(ids[n : n + 3]), rounds=last) for n in range(0, 15, 3))
    apart = tuple(Group(ids=tuple(ids[n : n + 12 : 3]), rounds=last) for n in range(6))
    rules = {"together": together, "apart": apart, "return_home": True, "distinct_tables": True}

    solution = solve(a_problem(10, 4, 4, **rules), effort=0.3, seed=seed)

    assert solution.violations == ()
    assert solution.repeat_meetings == 0
