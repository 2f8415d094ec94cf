"""Repairs: as few changed seats as can be, before anything but the rules; all small ones tried."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from wcafe.solver import Group, Guest, Problem, TableSpec, judge, solve

CASES = 40


def a_repair(chance):
    """Some people are away in the last round, and two of the others may have to part."""
    tables, people, rounds = chance.choice([2, 3]), chance.randint(5, 8), chance.choice([2, 3])
    last, ids = rounds - 1, [f"p{n}" for n in range(people)]
    plain = Problem(
        rounds=rounds,
        tables=(TableSpec(most=-(-people // tables) + chance.choice([0, 1])),) * tables,
        people=tuple(Guest(id=person) for person in ids),
        distinct_tables=tables >= rounds and chance.random() < 0.5,
    )
    plan = solve(plain, effort=0.05)
    away = set(chance.sample(ids, chance.choice([1, 1, 2])))
    part = chance.sample([person for person in ids if person not in away], 2)
    guests = tuple(
        replace(
            guest,
            present=frozenset(range(last)) if guest.id in away else None,
            printed=chance.random() < 0.3,
        )
        for guest in plain.people
    )
    apart = (Group(ids=tuple(part), rounds=frozenset({last})),) if chance.random() < 0.5 else ()
    return replace(plain, people=guests, previous=plan.seats, from_round=last, apart=apart)


def cost_of(problem, row):
    """Return what the changed seats of the last round cost, a printed badge ten times as much."""
    before = problem.previous[-1]
    return sum(
        10 if guest.printed else 1
        for guest, was, is_now in zip(problem.people, before, row, strict=True)
        if is_now not in (None, was)
    )


def cheapest_of_all(problem):
    """Return the last rounds that keep the rules with the cheapest changes, all tried."""
    last = problem.rounds - 1
    there = [guest.present is None for guest in problem.people]
    choices = [range(len(problem.tables)) if here else [None] for here in there]
    rows = sorted(product(*choices), key=lambda row: cost_of(problem, row))
    kept = (row for row in rows if not judge(problem, (*problem.previous[:last], row)))
    first = next(kept, None)
    if first is None:
        return []
    least = cost_of(problem, first)
    rest = (row for row in rows if cost_of(problem, row) == least)
    return [row for row in rest if not judge(problem, (*problem.previous[:last], row))]


def leaves_somebody_alone(row):
    return any(row.count(table) == 1 for table in row if table is not None)


@pytest.mark.slow
def test_no_seat_changes_that_need_not_but_for_somebody_left_alone():
    chance = Random(5)
    tried = 0
    while tried < CASES:
        problem = a_repair(chance)
        cheapest = cheapest_of_all(problem)
        if not cheapest:
            continue
        tried += 1
        solution = solve(problem, effort=0.15)

        assert solution.violations == ()
        if not all(map(leaves_somebody_alone, cheapest)):
            assert cost_of(problem, solution.seats[-1]) == cost_of(problem, cheapest[0])


@pytest.mark.slow
@pytest.mark.parametrize(("left", "moved"), [(1, 2), (2, 1), (3, 0)])
def test_a_table_of_six_left_with_fewer_than_three_is_filled_up_to_three(left, moved):
    ids = [f"p{n}" for n in range(24)]
    seats = tuple(tuple((n + r * (n // 4)) % 4 for n in range(24)) for r in range(2))
    away = [person for person, table in zip(ids, seats[1], strict=True) if table == 0][left:]
    guests = tuple(
        Guest(id=person, present=frozenset({0}) if person in away else None) for person in ids
    )
    problem = Problem(
        rounds=2, tables=(TableSpec(most=6),) * 4, people=guests, previous=seats, from_round=1
    )

    assert cost_of(problem, solve(problem).seats[1]) == moved


def test_a_table_that_all_have_left_stays_empty():
    seats = ((0, 0, 0, 1, 1, 1, 2, 2, 2), (0, 1, 2, 0, 1, 2, 0, 1, 2))
    guests = tuple(
        Guest(id=f"p{n}", present=frozenset({0}) if seats[1][n] == 2 else None) for n in range(9)
    )
    problem = Problem(
        rounds=2, tables=(TableSpec(most=3),) * 3, people=guests, previous=seats, from_round=1
    )

    assert cost_of(problem, solve(problem).seats[1]) == 0
