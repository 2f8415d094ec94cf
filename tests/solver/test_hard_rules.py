"""Each hard rule is judged, asked for, priced and proved: none of it can be forgotten."""

from dataclasses import fields, replace
from operator import attrgetter

import pytest

from tests.solver.problems import a_problem
from tests.solver.test_rules import BROKEN
from wcafe.solver import Group, Guest, Pin, Problem, TableSpec
from wcafe.solver.hard_rules import HARD_RULES, clauses_of, violations
from wcafe.solver.mend.ties import Ties
from wcafe.solver.model import as_array, build_model
from wcafe.solver.proofs.conflicts import find_conflict

FACTS = {"rounds", "tables", "people", "id", "attributes", "printed", "fills_hosts", "zone"}
PAST = {"previous", "from_round", "met_before"}
SOFT = {"balance", "max_same", "choices"}
TOLD = [pytest.param(*case[:3], id=case[0]) for case in BROKEN if case[0] != "presence"]
"""Cases of rules that can be given up; nobody is asked whether to sit where they are not."""


def test_every_field_of_a_problem_is_of_a_hard_rule_or_known_to_be_of_none():
    said = {each.name for kind in (Problem, TableSpec, Guest) for each in fields(kind)}

    assert (
        said == {name for rule in HARD_RULES.values() for name in rule.fields} | FACTS | PAST | SOFT
    )


def test_every_rule_has_a_case_in_which_it_is_broken_and_one_in_which_it_cannot_be_kept():
    assert {case[0] for case in BROKEN} == set(HARD_RULES)
    assert set(IMPOSSIBLE) == set(HARD_RULES) - {"presence"}


@pytest.mark.parametrize(("rule", "asked", "seats"), TOLD)
def test_what_is_judged_broken_costs_as_much_and_what_is_kept_costs_nothing(rule, asked, seats):
    model = build_model(asked)
    ties = Ties(model, as_array(seats))
    broken = violations(model, as_array(seats))

    assert rule in {each.rule for each in broken}
    assert sum(map(ties.count_broken, range(len(ties.cost)))) == len(broken)


@pytest.mark.parametrize(("rule", "asked", "seats"), TOLD)
def test_without_its_demands_a_rule_is_not_broken(rule, asked, seats):
    without = asked
    for clause in clauses_of(asked):
        if clause.demand.rule in (rule, *(["closed"] if rule == "sizes" else [])):
            without = clause.without(without)

    def is_broken(problem):
        found = violations(build_model(problem), as_array(seats))
        return rule in map(attrgetter("rule"), found)

    assert is_broken(asked)
    assert not is_broken(without)


def a_cafe(tables, **rules):
    return a_problem(tables, 4, 3, **rules)


def with_guests(problem, *guests):
    return replace(problem, people=(*guests, *problem.people[len(guests) :]))


def group(*numbers):
    return Group(ids=tuple(f"p{n}" for n in numbers))


def pins(*tables):
    """The first person is pinned to a table in each round; None for no pin."""
    return tuple(Pin(id="p0", round=r, table=t) for r, t in enumerate(tables) if t is not None)


def needing(problem):
    return with_guests(problem, Guest(id="p0", needs=frozenset({"ramp"})))


def speaking(problem):
    """As many languages as tables, and one more."""
    spoken = (f"language {n}" for n in range(len(problem.tables) + 1))
    guests = (Guest(id=f"p{n}", languages=frozenset({one})) for n, one in enumerate(spoken))
    return with_guests(problem, *guests)


def in_turns(problem):
    """Nobody who is there in one round comes to the next one."""
    half = len(problem.people) // 2 + 1
    people = [
        replace(guest, present=frozenset({1} if p < half else {0, 2}))
        for p, guest in enumerate(problem.people)
    ]
    return replace(problem, people=tuple(people))


IMPOSSIBLE = {
    "sizes": lambda t: replace(
        a_cafe(t, people=4 * t - 1), tables=(TableSpec(most=4, fewest=4),) * t
    ),
    "hosts": lambda t: a_cafe(t, host_mode="stay", hosts={"p0": 0, "p1": 0}, apart=(group(0, 1),)),
    "hand_over": lambda t: in_turns(a_cafe(t, host_mode="hand_over")),
    "fixed_table": lambda t: with_guests(a_cafe(t, pins=pins(1)), Guest(id="p0", fixed_table=0)),
    "pins": lambda t: a_cafe(t, pins=(*pins(0), *pins(1))),
    "distinct_tables": lambda t: a_cafe(t, distinct_tables=True, pins=pins(0, None, 0)),
    "apart": lambda t: a_cafe(t, apart=(group(*range(t + 1)),)),
    "together": lambda t: a_cafe(t, together=(group(*range(5)),)),
    "shared_language": lambda t: speaking(a_cafe(t)),
    "needs": lambda t: needing(a_cafe(t)),
    "return_home": lambda t: a_cafe(t, return_home=True, pins=pins(0, None, 1)),
    "carousel": lambda t: a_cafe(t, carousel=True, pins=pins(0, 0)),
}
"""A café of so many tables for each rule that collides, with itself or with another one."""


@pytest.mark.parametrize("tables", [3, 25])
@pytest.mark.parametrize("rule", IMPOSSIBLE)
def test_a_rule_that_cannot_hold_is_proved_so_in_a_small_café_and_in_a_large_one(rule, tables):
    conflict = find_conflict(IMPOSSIBLE[rule](tables))

    assert rule in {demand.rule for demand in conflict.demands}
