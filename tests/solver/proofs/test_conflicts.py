"""Rules that cannot hold together are named, no more of them than collide, with a way out."""

from dataclasses import replace
from random import Random

import pytest

from tests.solver.problems import a_problem
from tests.solver.proofs.test_bounds import best_of_all, random_problem
from wcafe.i18n import words_for
from wcafe.solver import Group, Guest, Pin, TableSpec, solve
from wcafe.solver.model import build_model
from wcafe.solver.proofs.conflicts import find_conflict
from wcafe.solver.proofs.probe import is_impossible

CASES = 400


def group(*numbers):
    return Group(ids=tuple(f"p{n}" for n in numbers))


def pin(person, round_, table):
    return Pin(id=f"p{person}", round=round_, table=table)


def large(**rules):
    """A hundred people at 25 tables, some of them bound by rules that can hold."""
    harmless = tuple(group(n, n + 1) for n in range(60, 90, 2))
    rules["apart"] = (*rules.get("apart", ()), *harmless)
    return a_problem(25, 4, 4, distinct_tables=True, **rules)


def speaking(*languages):
    return tuple(
        Guest(id=f"p{n}", languages=frozenset({one} if one else ()))
        for n, one in enumerate(languages)
    )


@pytest.mark.slow
def test_nothing_is_called_impossible_that_an_exhaustive_search_can_do(figure):
    chance = Random(11)
    impossible = proved = 0
    for _case in range(CASES):
        problem = random_problem(chance)
        ids = [guest.id for guest in problem.people]
        more = tuple(Group(ids=tuple(chance.sample(ids, 2))) for _more in range(2))
        problem = replace(problem, apart=(*problem.apart, *more))
        is_proved = is_impossible(build_model(problem))
        if best_of_all(problem)[0] is None:
            impossible += 1
            proved += is_proved
        else:
            assert not is_proved, problem

    figure(f"conflicts: {CASES} problems, {impossible} impossible, {proved} of them proved")
    assert proved > 0.9 * impossible


@pytest.mark.parametrize(
    ("problem", "colliding"),
    [
        (a_problem(3, 4, 4, distinct_tables=True), ["distinct_tables"]),
        (large(pins=(pin(0, 0, 3), pin(0, 0, 4))), ["pins", "pins"]),
        (large(pins=(pin(0, 0, 3), pin(0, 2, 3))), ["distinct_tables", "pins", "pins"]),
        (large(apart=(group(1, 2),), together=(group(2, 1),)), ["apart", "together"]),
        (
            large(apart=(group(1, 2, 3),), together=(group(2, 6), group(6, 3))),
            ["apart", "together", "together"],
        ),
        (large(pins=tuple(pin(n, 1, 0) for n in range(5))), ["pins"] * 5 + ["sizes"]),
        (large(apart=(group(*range(26)),)), ["apart"]),
        (large(together=(group(*range(5)),)), ["sizes", "together"]),
        (
            replace(
                large(pins=(pin(0, 1, 2),)),
                tables=tuple(
                    TableSpec(most=5, closed=frozenset({1} if t == 2 else ())) for t in range(25)
                ),
            ),
            ["closed", "pins"],
        ),
        (
            replace(a_problem(2, 4, 2, 6), people=speaking("fr", "fr", "en", "en", "de", "de")),
            ["shared_language"],
        ),
        (
            replace(a_problem(2, 4, 1, 5), tables=(TableSpec(fewest=4, most=4),) * 2),
            ["sizes"],
        ),
        (
            replace(a_problem(2, 4, 1), people=(Guest(id="p0", needs=frozenset({"ramp"})),)),
            ["needs"],
        ),
    ],
)
def test_the_colliding_rules_are_named_and_no_others(problem, colliding):
    conflict = find_conflict(problem)

    assert sorted(demand.rule for demand in conflict.demands) == colliding
    assert {demand.describe() for demand in conflict.demands}
    assert conflict.describe(words_for("fr")) != conflict.describe()


def test_rules_that_can_hold_do_not_collide():
    assert find_conflict(large(pins=(pin(0, 0, 3), pin(0, 1, 4)))) is None


def test_the_smallest_number_of_tables_to_add_is_told():
    told = find_conflict(a_problem(3, 4, 5, distinct_tables=True)).describe()

    assert "Tables to add so that they can hold: 2." in told
    assert "Rounds with which they can hold: 3." in told


def test_fewer_rounds_are_no_way_out_where_a_table_is_closed_in_one_of_them():
    problem = a_problem(3, 4, 5, distinct_tables=True)
    closed = replace(problem.tables[2], closed=frozenset({4}))
    told = find_conflict(replace(problem, tables=(*problem.tables[:2], closed))).describe()

    assert not any(sentence.startswith("Rounds") for sentence in told)


@pytest.mark.slow
def test_a_plan_that_breaks_rules_says_which_collide_and_is_given_all_the_same():
    problem = large(pins=(pin(0, 0, 3),), apart=(group(1, 2),), together=(group(1, 2),))
    solution = solve(problem, effort=0.2)

    assert solution.violations
    assert [demand.who for demand in solution.conflict.demands] == [("p1", "p2")] * 2
    assert len(solution.seats[0]) == 100
