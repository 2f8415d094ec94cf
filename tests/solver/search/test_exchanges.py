"""Those who keep together change tables as one."""

import numpy as np
import pytest

from tests.bench.messy import messy
from tests.solver.problems import a_problem
from wcafe.solver import Group, Pin, solve
from wcafe.solver.model import NOBODY, build_model
from wcafe.solver.search.exchanges import exchange_party
from wcafe.solver.search.finishing import rounds_to_search
from wcafe.solver.search.improve import Search
from wcafe.solver.search.seating import parties_of
from wcafe.solver.search.swaps import InWork


def in_work(pair, alone, table, fixed=()):
    """Return a round in work of people who are all present, priced as `Search` does."""
    table, pair = np.array(table), np.array(pair, np.int32)
    at = np.array(alone, np.int32)
    for t in range(len(at)):
        at[t] += pair[table == t].sum(axis=0)
    movable = np.array([p for p in range(len(table)) if p not in fixed])
    people = np.arange(len(table))
    return InWork(people, pair, at, table, movable, np.zeros(len(table), np.int32))


def cost(work, pair, alone):
    table = work.table
    met = table[:, None] == table[None, :]
    return int(np.array(pair)[met].sum() // 2 + np.array(alone)[table, work.people].sum())


def test_the_change_told_is_the_change_made():
    chance = np.random.default_rng(2)
    moved = 0
    for _case in range(60):
        pair = chance.integers(-50, 90, (12, 12))
        pair = np.triu(pair, 1) + np.triu(pair, 1).T
        alone = chance.integers(0, 70, (4, 12))
        work = in_work(pair, alone, [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3], fixed=[11])
        before = cost(work, pair, alone)

        change = exchange_party(work, [[0, 1], [3, 4, 5]], chance)

        again = in_work(pair, alone, work.table)
        assert cost(work, pair, alone) == before + change
        assert (work.at == again.at).all()
        assert sorted(work.table.tolist()) == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]
        assert work.table[0] == work.table[1]
        assert work.table[3] == work.table[4] == work.table[5]
        moved += change != 0
    assert moved > 50


@pytest.mark.parametrize(
    ("table", "fixed"), [([0, 1, 0, 1], []), ([0, 0, 1, 1], [1]), ([0, 0, 0, 1], [])]
)
def test_a_party_that_is_apart_or_pinned_or_finds_too_few_stays(table, fixed):
    work = in_work(np.ones((4, 4)) - np.eye(4), np.zeros((2, 4)), table, fixed)

    assert exchange_party(work, [[0, 1]], np.random.default_rng(1)) == 0
    assert work.table.tolist() == table


def test_a_search_with_parties_knows_what_its_plan_costs():
    model = build_model(messy(90))
    rounds = rounds_to_search(model)
    nowhere = np.full((model.rounds, model.people), NOBODY, np.int32)
    search = Search(model, rounds, nowhere, np.random.default_rng(1))
    assert all(parties_of(model, r) for r in rounds)

    for step in range(120):
        search.anneal(step / 120)

    rng = np.random.default_rng(0)  # nobody is moved by it: all sit
    assert search.best_cost == Search(model, rounds, search.best, rng, room=search.room).cost


def test_two_parties_that_met_twice_part():
    """A party of two and one of three: one by one neither could leave."""
    solution = solve(messy(90), effort=0.6)

    assert solution.violations == ()
    assert solution.coincidences == solution.bounds.coincidences == 80


def test_a_party_with_a_pin_stays_where_it_is_pinned():
    groups = (Group(ids=("p0", "p1", "p2")), Group(ids=("p3", "p4")))
    pins = (Pin(id="p0", round=1, table=2), Pin(id="p3", round=0, table=3))
    problem = a_problem(5, 5, 3, 24, distinct_tables=True, together=groups, pins=pins)

    solution = solve(problem, effort=0.3)

    assert solution.violations == ()
    assert solution.seats == solve(problem, effort=0.3).seats
