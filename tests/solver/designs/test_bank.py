"""Designs: the best known number of rounds in which nobody meets anybody twice."""

from itertools import combinations

import pytest

from wcafe.solver.designs.bank import design

BEYOND = {(10, 5): 10, (10, 6): 8, (10, 7): 8, (10, 8): 8}
"""Where shifts found by search have more rounds than the table below."""

KNOWN = {
    3: [5, 4],
    4: [7, 4, 5],
    5: [9, 7, 5, 6],
    6: [11, 8, 7, 6, 3],
    7: [13, 10, 9, 7, 7, 8],
    8: [15, 11, 10, 8, 8, 8, 9],
    9: [17, 13, 11, 9, 9, 9, 9, 10],
    10: [19, 14, 13, 9, 7, 7, 5, 5, 4],
}
"""Most rounds known by tables, for tables of 2, 3, 4 … (Miller, Valkov, Abel 2026; SOLVER.md 1)."""


def best_known(tables, seats):
    if (tables, seats) == (2, 2):
        return 3
    return KNOWN[tables][seats - 2] if seats <= tables else 1


def check(plan, tables, seats):
    """Read a plan as a stranger would: full tables, and no two people together twice."""
    met = set()
    for row in plan.tolist():
        sitting = [[p for p, at in enumerate(row) if at == table] for table in range(tables)]
        assert {len(people) for people in sitting} == {seats}
        for people in sitting:
            for pair in combinations(people, 2):
                assert pair not in met
                met.add(pair)


CELLS = [(tables, seats) for tables in range(2, 11) for seats in range(2, 11)]


@pytest.mark.parametrize(("tables", "seats"), CELLS)
def test_nobody_meets_anybody_twice_in_as_many_rounds_as_are_known(tables, seats):
    plan = design(tables, seats)

    check(plan, tables, seats)
    assert len(plan) == BEYOND.get((tables, seats), best_known(tables, seats))


def test_the_square_of_designs_goes_beyond_the_record(figure):
    weeks = sum(len(design(tables, seats)) for tables, seats in CELLS)
    record = sum(best_known(tables, seats) for tables, seats in CELLS)
    figure(f"designs: {weeks} weeks, the record has {record}")

    assert (weeks, record) == (425, 419)


@pytest.mark.parametrize(
    ("tables", "seats", "rounds"),
    [(13, 4, 17), (19, 4, 25), (25, 5, 31), (11, 6, 11), (16, 4, 21), (12, 6, 13), (12, 12, 7)],
)
def test_larger_cafés_have_designs_by_formula(tables, seats, rounds):
    plan = design(tables, seats)

    check(plan, tables, seats)
    assert len(plan) >= rounds
