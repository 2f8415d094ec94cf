"""No bound is above what an exhaustive search finds (SOLVER.md, target 7, small cases)."""

from itertools import combinations, product
from random import Random

import pytest

from tests.endurance import full
from tests.solver.problems import a_problem, with_hosts
from wcafe.solver import Group, Guest, Problem, TableSpec, solve
from wcafe.solver.model import build_model
from wcafe.solver.proofs.bounds import lower_bounds

CASES = full(500, 160)


def random_problem(chance):
    tables = chance.choice([2, 2, 3])
    people = chance.randint(3, 6 if tables == 2 else 5)
    rounds = chance.choice([2, 3]) if tables == 3 else chance.choice([2, 3, 3])
    ids = [f"p{n}" for n in range(people)]
    most = chance.randint(-(-people // tables), people)
    windows = [None, None, None, frozenset(chance.sample(range(rounds), rounds - 1))]
    guests = tuple(Guest(id=i, present=chance.choice(windows)) for i in ids)
    rules = {}
    if chance.random() < 0.4:
        hosted = chance.sample(range(tables), chance.randint(1, tables))
        rules |= {"host_mode": "stay", "hosts": dict(zip(ids, hosted, strict=False))}
    if chance.random() < 0.25:
        rules["apart"] = (Group(ids=tuple(chance.sample(ids, 2))),)
    if chance.random() < 0.25:
        rules["together"] = (Group(ids=tuple(chance.sample(ids, 2))),)
    if chance.random() < 0.2:
        rules["met_before"] = ((*chance.sample(ids, 2), 1),)
    return Problem(
        rounds=rounds,
        tables=tuple(TableSpec(most=chance.choice([most, most, most + 1])) for _ in range(tables)),
        people=guests,
        distinct_tables=chance.random() < 0.5,
        return_home=chance.random() < 0.15,
        **rules,
    )


def rows_of(problem, r):
    """Return every seating of round r that the rules of one round allow."""
    guests = problem.people
    tables = range(len(problem.tables))
    choices = [
        [None] if guest.present is not None and r not in guest.present else tables
        for guest in guests
    ]
    place = {guest.id: p for p, guest in enumerate(guests)}

    def holds(row):
        for t, table in enumerate(problem.tables):
            if row.count(t) > table.most:
                return False
        if any(row[place[h]] not in (None, t) for h, t in problem.hosts.items()):
            return False
        for group in problem.apart:
            seats = [row[place[i]] for i in group.ids if row[place[i]] is not None]
            if len(set(seats)) < len(seats):
                return False
        for group in problem.together:
            if len({row[place[i]] for i in group.ids if row[place[i]] is not None}) > 1:
                return False
        return True

    return [row for row in product(*choices) if holds(row)]


def best_of_all(problem):
    """Return the fewest repeats and coincidences of all plans that break nothing, if any does.

    Written apart from the solver: pairs are bits of a number, a meeting is a bit that is set.
    """
    people, last = len(problem.people), problem.rounds - 1
    pairs = list(combinations(range(people), 2))
    place = {guest.id: p for p, guest in enumerate(problem.people)}
    before = 0
    for a, b, _times in problem.met_before:
        before |= 1 << pairs.index(tuple(sorted((place[a], place[b]))))
    goes_home = problem.return_home and last > 0
    travels = [guest.id not in problem.hosts for guest in problem.people]

    def met(row):
        together = (row[a] is not None and row[a] == row[b] for a, b in pairs)
        return sum(1 << k for k, is_met in enumerate(together) if is_met)

    def may_follow(rows, row):
        for p in range(people):
            if row[p] is None:
                continue
            if goes_home and len(rows) == last:
                if rows[0][p] is not None and row[p] != rows[0][p]:
                    return False
            elif problem.distinct_tables and travels[p] and row[p] in [e[p] for e in rows]:
                return False
        return True

    best = [None, None]

    def go_on(rows, masks, repeats, coincidences):
        r = len(rows)
        if r == problem.rounds:
            for k, value in enumerate((repeats, coincidences)):
                best[k] = value if best[k] is None else min(best[k], value)
            return
        if None not in best and repeats >= best[0] and coincidences >= best[1]:
            return
        for row, mask in candidates[r]:
            if may_follow(rows, row):
                if goes_home and r == last:
                    go_on([*rows, row], masks, repeats, coincidences)
                    continue
                again = [(earlier & mask).bit_count() for earlier in masks]
                known = 0
                for earlier in masks:
                    known |= earlier
                go_on(
                    [*rows, row],
                    [*masks, mask],
                    repeats + (known & mask).bit_count(),
                    coincidences + sum(again),
                )

    candidates = [[(row, met(row)) for row in rows_of(problem, r)] for r in range(problem.rounds)]
    go_on([], [before], 0, 0)
    return best


@pytest.mark.slow
def test_no_bound_and_no_plan_beats_the_exhaustive_search(figure):
    chance = Random(7)
    solved = tight = found = 0
    while solved < CASES:
        problem = random_problem(chance)
        repeats, coincidences = best_of_all(problem)
        if repeats is None:
            continue
        solved += 1
        bounds = lower_bounds(build_model(problem))
        assert bounds.repeats <= repeats, problem
        assert bounds.coincidences <= coincidences, problem
        tight += (bounds.repeats, bounds.coincidences) == (repeats, coincidences)
        solution = solve(problem, effort=0.05)
        if not solution.violations:
            assert solution.repeat_meetings >= repeats, problem
            assert solution.coincidences >= coincidences, problem
            found += solution.coincidences == coincidences

    figure(
        f"bounds against exhaustive search: {solved} problems, 0 above the optimum, "
        f"{tight} tight; the solver found {found} optima"
    )
    assert found > 0.9 * solved  # the others would need uneven tables, which nobody wants


@pytest.mark.parametrize(
    ("problem", "repeats", "coincidences"),
    [
        (a_problem(5, 5, 3, distinct_tables=True), 10, 15),
        (a_problem(6, 6, 3, distinct_tables=True), 12, 18),
        (a_problem(4, 3, 5), 1, 1),  # counting allows five rounds; there are only four
        (a_problem(6, 6, 4), 2, 2),  # Euler's officers: two pairs at least, and two are enough
        (a_problem(6, 6, 5), 2, 4),  # each four of the five rounds have two
        (a_problem(3, 4, 2), 3, 3),  # four at a table, three tables to go to
        (a_problem(12, 5, 4, 58, distinct_tables=True), 0, 0),
        (with_hosts(a_problem(3, 4, 3, distinct_tables=True)), 6, 9),
        (a_problem(2, 4, 3, carousel=True), 24, 36),
        # five guests go to five tables, where one of them finds the host of the round before
        (with_hosts(a_problem(5, 6, 3)), 10, 15),
        (with_hosts(a_problem(4, 5, 4, 19)), 9, 18),  # three tables of five, one of four
    ],
)
def test_known_minima(problem, repeats, coincidences):
    bounds = lower_bounds(build_model(problem))

    assert (bounds.repeats, bounds.coincidences) == (repeats, coincidences)


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (a_problem(5, 6, 4), "too few other tables"),
        (a_problem(6, 6, 4), "it is proved"),
        (a_problem(2, 4, 3, carousel=True), "whole tables move on"),
        (a_problem(12, 4, 3, together=(Group(ids=("p1", "p2")),)), "some stay together"),
        (a_problem(4, 3, 7, 12), "more meetings than different people"),
        (a_problem(6, 5, 4, 29, distinct_tables=True), "all plans of this kind were tried"),
    ],
)
def test_a_plan_with_repeats_says_why_there_must_be_some(problem, told):
    found = solve(problem, effort=0.2)

    (why,) = [n.describe() for n in found.notices if n.template == found.bounds.reason]
    assert why.startswith("Repeats cannot be avoided: ")
    assert told in why


def test_a_plan_without_repeats_needs_no_reason():
    rules = {"balance": {"group": 1.0}}  # not a plain one: it is composed
    assert solve(a_problem(12, 4, 3, **rules), effort=0.2).notices == ()
