"""What two rounds have in common at least, against all ways to fill the square of their tables."""

from random import Random

import pytest

from tests.solver.problems import a_problem
from wcafe.solver import Group
from wcafe.solver.model import build_model
from wcafe.solver.proofs.bounds import lower_bounds
from wcafe.solver.proofs.cells import least_shared

CASES = 400


def best_of_all(tables, rows, columns, parties, *, is_distinct):
    """Return the fewest pairs of people in one cell, over every way to put `parties`, or None."""
    cells = [(t, u) for t in range(tables) for u in range(tables) if not (is_distinct and t == u)]
    inside = dict.fromkeys(cells, 0)
    best = None

    def put(number, first, pairs):
        nonlocal best
        if best is not None and pairs >= best:
            return
        if number == len(parties):
            best = pairs
            return
        size = parties[number]
        for k, (t, u) in enumerate(cells):
            if number and parties[number - 1] == size and k < first:
                continue  # parties alike: in order
            if rows[t] < size or columns[u] < size:
                continue
            rows[t] -= size
            columns[u] -= size
            before = inside[t, u]
            inside[t, u] += size
            put(number + 1, k, pairs + size * (size - 1) // 2 + before * size)
            inside[t, u] = before
            rows[t] += size
            columns[u] += size

    put(0, 0, 0)
    return best


def test_no_bound_of_two_rounds_is_above_the_best_of_all_ways(capsys):
    chance = Random(11)
    solved = tight = 0
    while solved < CASES:
        tables = chance.choice([2, 2, 3, 3, 4])
        is_distinct = tables > 2 and chance.random() < 0.5
        rows, columns = ([chance.randint(1, 5) for _ in range(tables)] for _ in "rs")
        people = chance.randint(1, min(sum(rows), sum(columns), 8))
        groups = []
        while (left := people - sum(groups)) > 1 and chance.random() < 0.7:
            groups.append(chance.randint(2, min(4, left)))
        parties = sorted(groups, reverse=True) + [1] * (people - sum(groups))
        best = best_of_all(tables, rows, columns, parties, is_distinct=is_distinct)
        if best is None:
            continue
        solved += 1
        width = tables - is_distinct
        lines = ([(seats, width) for seats in line] for line in (rows, columns))
        bound = least_shared(people, *lines, groups)
        assert bound <= best, (rows, columns, people, groups, is_distinct)
        tight += bound == best

    with capsys.disabled():
        print(f"\ntwo rounds: {solved} squares filled in all ways, 0 bounds above, {tight} tight")
    assert tight > 0.9 * solved


@pytest.mark.parametrize(
    ("people", "groups", "least"),
    [
        (60, (), 4),  # four people more than cells
        (60, (3, 2, 2), 7),  # the three leave a cell empty in their row, and one in their column
        (60, (3,), 7),
        (56, (3,), 3),
        (64, (3, 3, 3), 14),
    ],
)
def test_a_group_leaves_cells_empty_beside_it(people, groups, least):
    full = [(8, 7)] * 8

    assert least_shared(people, full, full, groups) == least


def test_groups_of_some_rounds_count_where_they_sit_together_twice():
    ids = [f"p{n}" for n in range(12)]
    groups = (
        Group(ids=tuple(ids[:2])),
        Group(ids=tuple(ids[1:3]), rounds=frozenset({0, 1})),  # with the first, three together
        Group(ids=tuple(ids[5:8]), rounds=frozenset({2})),
    )
    problem = a_problem(6, 4, 3, 12, distinct_tables=True, together=groups)

    assert lower_bounds(build_model(problem)).coincidences == 3 + 1 + 1
