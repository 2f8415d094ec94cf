"""How long a search goes on."""

import numpy as np
import pytest

from tests.solver.problems import a_problem
from wcafe.solver import Bounds, Group
from wcafe.solver.hard_rules import violations
from wcafe.solver.model import NOBODY, build_model
from wcafe.solver.search.cooling import Cooling
from wcafe.solver.search.improve import Search


@pytest.mark.parametrize("ids", [("p0", "p1", "p2", "p3", "p4"), ("p0", "p1")])
def test_when_it_is_late_only_a_search_that_breaks_rules_ends(ids):
    """Five people kept apart at four tables break a rule in every plan, two need not."""
    model = build_model(a_problem(4, 4, 4, apart=(Group(ids=ids),)))
    nowhere = np.full((4, 16), NOBODY, np.int32)
    looked_at = 0

    def stop():
        nonlocal looked_at
        looked_at += 1
        return False

    def is_late(seats):
        return looked_at > 20 and bool(violations(model, seats))

    search = Search(model, list(range(4)), nowhere, np.random.default_rng(1))
    bounds = Bounds(repeats=0, coincidences=0)
    cooling = Cooling(0.2, bounds, stop, None, is_late=is_late)
    cooling.run(search, -1, is_warm=False)

    if len(ids) == 5:
        assert looked_at == 21
    else:
        assert looked_at > 21
        assert not violations(model, search.best)
