"""Rules that cannot hold together are named, no more of them than collide, with a way out."""

from dataclasses import replace
from itertools import product
from random import Random

import numpy as np
import pytest

from tests.solver.oracle import places
from tests.solver.problems import a_problem
from tests.solver.proofs.test_bounds import best_of_all, random_problem
from tests.solver.test_every_rule import a_small_problem
from wcafe.i18n import words_for
from wcafe.solver import Group, Guest, Pin, TableSpec, read_problem, solve
from wcafe.solver.hard_rules import clauses_of, violations
from wcafe.solver.model import as_array, build_model
from wcafe.solver.proofs.conflicts import find_conflict, find_conflicts
from wcafe.solver.proofs.probe import is_impossible
from wcafe.solver.proofs.thinning import only

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


def needing(problem, *numbers):
    """Return `problem` with two tables that have a ramp, and people who need one."""
    ramp = replace(problem.tables[0], features=frozenset({"ramp"}))
    people = tuple(
        replace(guest, needs=frozenset({"ramp"} if n in numbers else ()))
        for n, guest in enumerate(problem.people)
    )
    return replace(problem, tables=(ramp, ramp, *problem.tables[2:]), people=people)


def test_the_fewest_rules_that_collide_are_told_and_for_whom_they_do():
    """Twelve who need one of two ramps in four rounds fill them; but one alone cannot see four."""
    problem = needing(a_problem(10, 5, 4, 40, distinct_tables=True), *range(12))

    (conflict,) = find_conflicts(problem)

    assert [(demand.rule, demand.who) for demand in conflict.demands] == [
        ("distinct_tables", ()),
        ("needs", ("p0",)),
    ]
    assert any("The same holds for p1, p2, p3" in sentence for sentence in conflict.describe())
    assert conflict.describe(words_for("fr"))[-1].startswith("Il en va de même pour p1, p2")


def test_every_conflict_is_told_where_several_have_nothing_to_do_with_each_other():
    problem = large(
        apart=(group(1, 2),),
        together=(group(1, 2), group(5, 6), group(6, 7)),
        pins=(pin(5, 0, 3), pin(7, 0, 4), pin(9, 0, 1), pin(9, 2, 1)),
    )

    found = find_conflicts(problem)

    assert [sorted(demand.rule for demand in one.demands) for one in found] == [
        ["apart", "together"],
        ["distinct_tables", "pins", "pins"],
        ["pins", "pins", "together", "together"],
    ]


def test_a_conflict_among_more_people_than_can_be_looked_at_at_once_is_told():
    chance = Random(5)
    pairs = tuple(group(*chance.sample(range(20, 1000), 2)) for _pair in range(300))
    problem = a_problem(
        200,
        5,
        5,
        distinct_tables=True,
        apart=pairs,
        together=(group(1, 2), group(2, 3)),
        pins=(pin(1, 2, 7), pin(3, 2, 8)),
    )

    (conflict,) = find_conflicts(problem)

    assert sorted(demand.rule for demand in conflict.demands) == ["pins"] * 2 + ["together"] * 2


def test_tables_alike_that_are_too_few_for_two_languages_are_thinned_out_at_once():
    spoken = (frozenset({"en" if n < 334 else "fr"}) for n in range(1000))
    problem = a_problem(200, 5, 1)
    people = tuple(
        replace(guest, languages=some) for guest, some in zip(problem.people, spoken, strict=True)
    )
    asked = []

    def stop():
        asked.append(None)
        return len(asked) > 20_000

    (conflict,) = find_conflicts(replace(problem, people=people), stop=stop)

    assert [demand.rule for demand in conflict.demands] == ["shared_language", "sizes"]
    assert len(asked) < 4_000  # a thousand of them once for each person


def test_nothing_is_told_that_could_not_be_thinned_out_before_a_stop():
    problem = large(apart=(group(1, 2),), together=(group(1, 2),))

    assert find_conflicts(problem, stop=lambda: True) == ()


def test_what_was_not_tried_is_not_promised():
    """Where sizes collide the others need seats too, and nobody has looked for a plan for all."""
    problem = large(pins=tuple(pin(n, 1, 0) for n in range(5)))
    asked = []

    def holds(some):
        asked.append(len(some.people))
        return True

    (unsure,), (tried,) = find_conflicts(problem), find_conflicts(problem, holds=holds)

    assert "Without one of these rules the others may hold." in unsure.describe()
    assert "To let the others hold, give up one of these rules." in tried.describe()
    assert set(asked) == {100}


@pytest.mark.slow
def test_no_rule_is_innocent_and_no_promise_false_beside_all_plans(figure):
    """Each rule of a conflict is needed; what is promised holds; by trying every plan."""
    chance = Random(23)
    told = conflicts = promised = 0
    while conflicts < 40:
        asked = a_small_problem(chance)
        if len(asked["tables"]) ** len(places(asked)) > 600:
            continue
        problem = read_problem(asked)
        if problem.host_mode == "hand_over" or any(table.fewest for table in problem.tables):
            continue
        for conflict in find_conflicts(problem):
            conflicts += 1
            rules = list(clauses_of(problem))
            named = {key_of(demand) for demand in conflict.demands}
            once = {key_of(rule.demand): rule for rule in rules}  # the same may be asked for twice
            kept = [rule for key, rule in once.items() if key in named]
            if len(kept) < len(conflict.demands):
                continue  # limits of tables told in one sentence
            told += 1
            colliding = only(problem, rules, kept)
            assert not has_plan(colliding), asked
            says = conflict.describe()
            if "To let the others hold, give up one of these rules." in says:
                promised += 1
                for rule in kept:
                    assert has_plan(rule.without(colliding)), (asked, rule)

    figure(f"conflicts beside all plans: {conflicts}, {told} looked at, {promised} promises kept")
    assert promised > 0.5 * told


def key_of(demand):
    return demand.rule, demand.who, demand.rounds, str(demand.facts.get("tables", ""))


def has_plan(problem):
    """Is there a plan that keeps all rules? Every one is looked at, by the judge of the solver."""
    model = build_model(problem)
    seats = as_array(problem.previous) if problem.previous else np.full(model.present.shape, -1)
    seats = seats.astype(np.int32)
    seats[problem.from_round :] = -1
    free = [
        (r, p)
        for r in range(problem.from_round, problem.rounds)
        for p in range(model.people)
        if model.present[r, p]
    ]
    for chosen in product(range(model.tables), repeat=len(free)):
        for (r, p), t in zip(free, chosen, strict=True):
            seats[r, p] = t
        if not violations(model, seats):
            return True
    return False
