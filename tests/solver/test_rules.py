"""Each hard rule finds its breach, names who and when, and is silent where it is kept."""

from dataclasses import replace

import pytest

from tests.solver.problems import a_problem
from wcafe.i18n import words_for
from wcafe.solver import Group, Guest, Pin, TableSpec, judge

KEPT = ((0, 0, 1, 1), (0, 1, 0, 1))


def problem(**rules):
    return a_problem(2, 2, 2, **rules)


def guests(**facts):
    """Four people, the first of them with the given facts."""
    return (Guest(id="p0", **facts), *(Guest(id=f"p{n}") for n in range(1, 4)))


BROKEN = [
    ("presence", problem(), ((0, 0, 1, None), KEPT[1]), {"p3"}, 0),
    ("presence", problem(people=4), ((0, 0, 1, 1), (0, 1, 0, None)), {"p3"}, 1),
    ("sizes", problem(), ((0, 0, 0, 1), KEPT[1]), {"p0", "p1", "p2"}, 0),
    (
        "sizes",
        replace(problem(), tables=(TableSpec(most=2), TableSpec(most=2, closed=frozenset({1})))),
        ((0, 0, 1, 1), (0, 0, 1, 1)),
        {"p2", "p3"},
        1,
    ),
    (
        "sizes",
        replace(problem(), tables=(TableSpec(most=4, fewest=2), TableSpec(most=4, fewest=2))),
        ((0, 0, 0, 1), (0, 1, 0, 1)),
        {"p3"},
        0,
    ),
    ("hosts", problem(host_mode="stay", hosts={"p0": 0}), ((0, 0, 1, 1), (1, 0, 0, 1)), {"p0"}, 1),
    (
        "hand_over",
        problem(host_mode="hand_over"),
        ((0, 0, 1, 1), (1, 1, 0, 0)),
        {"p0", "p1", "p2", "p3"},
        1,
    ),
    (
        "fixed_table",
        replace(problem(), people=guests(fixed_table=0)),
        ((0, 0, 1, 1), (1, 0, 0, 1)),
        {"p0"},
        1,
    ),
    ("pins", problem(pins=(Pin(id="p3", round=1, table=0),)), KEPT, {"p3"}, 1),
    ("distinct_tables", problem(distinct_tables=True), KEPT, {"p0", "p3"}, 1),
    ("apart", problem(apart=(Group(ids=("p0", "p1")),)), KEPT, {"p0", "p1"}, 0),
    (
        "apart",
        problem(apart=(Group(ids=("p1", "p3"), rounds=frozenset({1})),)),
        KEPT,
        {"p1", "p3"},
        1,
    ),
    ("together", problem(together=(Group(ids=("p0", "p1")),)), KEPT, {"p0", "p1"}, 1),
    (
        "shared_language",
        replace(
            problem(),
            people=(
                Guest(id="p0", languages=frozenset({"fr"})),
                Guest(id="p1", languages=frozenset({"en"})),
                *guests()[2:],
            ),
        ),
        KEPT,
        {"p0", "p1"},
        0,
    ),
    (
        "needs",
        replace(
            problem(),
            tables=(TableSpec(most=2), TableSpec(most=2, features=frozenset({"step-free"}))),
            people=guests(needs=frozenset({"step-free"})),
        ),
        ((0, 0, 1, 1), (1, 0, 0, 1)),
        {"p0"},
        0,
    ),
    ("return_home", problem(return_home=True), KEPT, {"p1", "p2"}, 1),
    ("carousel", problem(carousel=True), KEPT, {"p0", "p3"}, 1),
]


@pytest.mark.parametrize(("rule", "asked", "seats", "who", "round_"), BROKEN)
def test_a_breach_is_found_and_names_who_and_when(rule, asked, seats, who, round_):
    found = [breach for breach in judge(asked, seats) if breach.rule == rule]

    assert {person for breach in found for person in breach.who} == who
    assert {r for breach in found for r in breach.rounds} == {round_}
    for breach in found:
        assert str(round_ + 1) in breach.describe()
        assert breach.describe(words_for("fr")) != breach.describe()


ALL_KEPT = [
    (problem(), KEPT),
    (problem(host_mode="hand_over"), KEPT),
    (problem(carousel=True, distinct_tables=True), ((0, 0, 1, 1), (1, 1, 0, 0))),
    (problem(return_home=True, distinct_tables=True), ((0, 0, 1, 1), (0, 0, 1, 1))),
    (problem(together=(Group(ids=("p0", "p1"), rounds=frozenset({0})),)), KEPT),
    (problem(apart=(Group(ids=("p0", "p3")),)), KEPT),
    (
        problem(host_mode="stay", hosts={"p0": 0, "p3": 1}, distinct_tables=True),
        ((0, 0, 1, 1), (0, 1, 0, 1)),
    ),
    (
        replace(problem(), people=guests(present=frozenset({1}), languages=frozenset({"fr"}))),
        ((None, 0, 1, 1), (0, 1, 0, 1)),
    ),
    (
        replace(problem(), tables=(TableSpec(most=4, fewest=3), TableSpec(most=4, fewest=3))),
        ((0, 0, 0, 0), (1, 1, 1, 1)),  # an empty table is allowed below its least
    ),
]


@pytest.mark.parametrize(("asked", "seats"), ALL_KEPT)
def test_a_plan_that_keeps_the_rules_has_no_breach(asked, seats):
    assert judge(asked, seats) == ()


def test_what_is_past_is_not_judged():
    asked = replace(
        problem(distinct_tables=True, apart=(Group(ids=("p0", "p1")),)),
        from_round=1,
        previous=((0, 0, 1, 1), (None,) * 4),
    )

    assert judge(asked, ((0, 0, 1, 1), (1, 0, 0, 1))) != ()
    assert {breach.rounds for breach in judge(asked, ((0, 0, 1, 1), (1, 1, 0, 0)))} == {(1,)}
