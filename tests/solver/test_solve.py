"""The door of the solver: what every plan keeps, whatever the problem."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.messy import messy
from tests.endurance import full
from tests.solver.problems import a_problem, with_hosts
from tests.strategies import problems
from wcafe.domain.step_rule import steps_of
from wcafe.errors import BadPeople, BadProblem, BadRounds, BadTables, TooFewSeats
from wcafe.i18n import words_for
from wcafe.solver import Group, Guest, Pin, TableSpec, judge, solve
from wcafe.solver.measure import repeats_and_coincidences
from wcafe.solver.model import NOBODY, build_model
from wcafe.solver.search.finishing import model_to_search, rounds_to_search
from wcafe.solver.search.improve import Search

ALWAYS = {"presence", "sizes", "hosts", "pins"}
"""Rules that hold whenever they can hold by themselves; the others may collide."""


@pytest.mark.slow
@settings(max_examples=full(150, 50), deadline=None)
@given(problem=problems(), seed=st.integers(0, 99))
def test_every_plan_is_told_as_it_is(problem, seed):
    solution = solve(problem, seed=seed, effort=0.02)

    assert len(solution.seats) == problem.rounds
    assert {len(row) for row in solution.seats} == {len(problem.people)}
    judged = replace(problem, hosts=solution.hosts) if solution.hosts else problem
    found = {(breach.rule, breach.who, breach.rounds) for breach in solution.violations}
    again = judge(judged, solution.seats)
    assert found == {(breach.rule, breach.who, breach.rounds) for breach in again}
    assert solution.repeat_meetings >= solution.bounds.repeats
    assert solution.coincidences >= solution.bounds.coincidences
    rows = [[NOBODY if t is None else t for t in row] for row in solution.seats]
    counted = repeats_and_coincidences(build_model(problem), np.array(rows, np.int32))
    assert counted == (solution.repeat_meetings, solution.coincidences)
    assert all(0 <= share <= 1 for share in solution.balance.values())


@pytest.mark.slow
@settings(max_examples=full(40, 15), deadline=None)
@given(problem=problems(), seed=st.integers(0, 9))
def test_the_same_seed_makes_the_same_plan(problem, seed):
    first, second = (solve(problem, seed=seed, effort=0.02) for _ in range(2))

    assert first.seats == second.seats
    assert first.hosts == second.hosts


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_planted_plan_shows_that_the_rules_can_hold_and_they_do(data):
    """Rules read off a random plan can all be kept, so none may be broken."""
    tables, size, rounds = 4, 3, 3
    people = tables * size
    planted = [
        data.draw(st.permutations([n // size for n in range(people)])) for _ in range(rounds)
    ]
    pick = st.integers(0, people - 1)
    pins = tuple(
        Pin(id=f"p{p}", round=r, table=planted[r][p])
        for r, p in data.draw(st.lists(st.tuples(st.integers(0, rounds - 1), pick), max_size=4))
    )
    apart, together = [], []
    for a, b in data.draw(st.lists(st.tuples(pick, pick), max_size=6)):
        if a != b:
            met = frozenset(r for r in range(rounds) if planted[r][a] == planted[r][b])
            ids = (f"p{a}", f"p{b}")
            (together if met else apart).append(Group(ids=ids, rounds=met or None))
    problem = a_problem(
        tables, size, rounds, pins=pins, apart=tuple(apart), together=tuple(together)
    )

    assert solve(problem, effort=1.0).violations == ()


def test_the_example_of_58_people_has_no_repeat_and_proves_it():
    """Twelve tables and four rounds: one of the step rule's exceptions; shifts know it."""
    problem = a_problem(12, 5, 4, 58, host_mode="stay", distinct_tables=True)
    solution = solve(problem)

    assert solution.is_proven_optimal
    assert (solution.repeat_meetings, solution.violations) == (0, ())
    assert steps_of(solution.seats, 12) is None
    assert len(solution.hosts) == 12
    sizes = [row.count(t) for row in solution.seats for t in range(12)]
    assert set(sizes) == {4, 5}


@pytest.mark.parametrize(
    ("tables", "seats", "rounds", "people"), [(14, 5, 4, 70), (130, 5, 3, 648), (25, 5, 5, 103)]
)
def test_large_cafés_meet_their_bound(tables, seats, rounds, people):
    problem = a_problem(tables, seats, rounds, people, host_mode="stay", distinct_tables=True)

    assert solve(problem).is_proven_optimal


def test_hosts_are_picked_among_the_willing_and_it_is_said():
    guests = tuple(Guest(id=f"p{n}", willing=n % 4 == 0) for n in range(20))
    problem = replace(a_problem(5, 4, 3, host_mode="stay"), people=guests)
    solution = solve(problem)

    assert set(solution.hosts) == {"p0", "p4", "p8", "p12", "p16"}
    assert sorted(solution.hosts.values()) == list(range(5))
    assert "5 people who are willing" in solution.notices[0].describe()


def test_too_few_willing_leave_tables_without_a_host_and_it_is_said():
    guests = tuple(Guest(id=f"p{n}", willing=n == 3) for n in range(20))
    solution = solve(replace(a_problem(5, 4, 3, host_mode="stay"), people=guests))

    assert set(solution.hosts) == {"p3"}
    assert "Tables without a host, by number: 2, 3, 4, 5." in [
        n.describe() for n in solution.notices
    ]


def test_presence_leaves_seats_empty_and_counts_no_meeting():
    guests = tuple(
        Guest(id=f"p{n}", present=frozenset({0, 2}) if n < 5 else None) for n in range(25)
    )
    solution = solve(replace(a_problem(5, 5, 3, distinct_tables=True), people=guests))

    assert [row.count(None) for row in solution.seats] == [0, 5, 0]
    assert solution.violations == ()


def test_everybody_returns_home_and_those_meetings_are_intended():
    problem = with_hosts(a_problem(12, 5, 4, 58, distinct_tables=True, return_home=True))
    solution = solve(problem)

    assert solution.seats[3] == solution.seats[0]
    assert (solution.repeat_meetings, solution.violations) == (0, ())


def test_latecomers_find_a_seat_when_the_others_return_home():
    guests = tuple(
        Guest(id=f"p{n}", present=frozenset({1, 2}) if n < 4 else None) for n in range(20)
    )
    problem = replace(a_problem(5, 4, 3, return_home=True, distinct_tables=True), people=guests)
    solution = solve(problem)

    assert solution.violations == ()
    assert None not in solution.seats[2]


def test_a_repair_changes_few_seats_and_no_past_round():
    problem = a_problem(20, 5, 4, 96, host_mode="stay", distinct_tables=True)
    plan = solve(problem)
    gone = {f"p{n}" for n in range(0, 96, 12)} - set(plan.hosts)
    guests = tuple(
        replace(g, present=frozenset({0, 1})) if g.id in gone else g for g in problem.people
    )
    repair = solve(
        replace(problem, people=guests, hosts=dict(plan.hosts), previous=plan.seats, from_round=2),
        effort=0.5,
    )

    assert repair.seats[:2] == plan.seats[:2]
    moved = sum(
        now not in (None, before)
        for r in (2, 3)
        for now, before in zip(repair.seats[r], plan.seats[r], strict=True)
    )
    assert moved <= 2
    assert (repair.repeat_meetings, repair.violations) == (0, ())


def test_a_walk_in_gets_a_seat_from_the_next_round_on():
    problem = a_problem(5, 5, 3, 22, distinct_tables=True)
    plan = solve(problem)
    guests = (*problem.people, Guest(id="walk-in", present=frozenset({1, 2})))
    previous = tuple((*row, None) for row in plan.seats)
    repair = solve(replace(problem, people=guests, previous=previous, from_round=1), effort=0.3)

    assert [row[-1] is None for row in repair.seats] == [True, False, False]
    assert repair.violations == ()


def test_rules_that_cannot_hold_are_told_with_the_fewest_breaches():
    solution = solve(a_problem(3, 4, 4, distinct_tables=True), effort=0.2)

    assert {breach.rule for breach in solution.violations} == {"distinct_tables"}
    assert len(solution.violations) == 12  # everybody comes back once, and only once
    assert not solution.is_proven_optimal


def test_a_carousel_moves_whole_tables_on():
    solution = solve(a_problem(5, 4, 4, carousel=True, distinct_tables=True))

    assert solution.violations == ()
    assert all(len(set(column)) == 4 for column in zip(*solution.seats, strict=True))


def test_whoever_takes_over_a_table_was_there_before():
    solution = solve(a_problem(8, 5, 3, 40, host_mode="hand_over", distinct_tables=True))

    assert solution.violations == ()


def test_a_table_that_closes_is_left_empty():
    tables = tuple(TableSpec(most=5, closed=frozenset({1} if t == 2 else ())) for t in range(6))
    problem = replace(a_problem(6, 5, 3, 24, distinct_tables=True), tables=tables)
    solution = solve(problem)

    assert [row.count(2) > 0 for row in solution.seats] == [True, False, True]
    assert solution.violations == ()


def test_people_alike_are_spread_over_the_tables():
    groups = "aaaaabbbbbcccccddddd"
    guests = tuple(Guest(id=f"p{n}", attributes={"group": g}) for n, g in enumerate(groups))
    solution = solve(replace(a_problem(5, 4, 3), people=guests, balance={"group": 1.0}))

    assert solution.balance == {"group": 1.0}
    assert solution.repeat_meetings == 0


def test_a_search_that_is_stopped_returns_the_best_so_far():
    asked = []
    problem = a_problem(6, 8, 5, 46, distinct_tables=True)
    solution = solve(problem, effort=60, stop=lambda: asked.append(1) or len(asked) > 5)

    assert 5 < len(asked) < 20
    assert {breach.rule for breach in solution.violations} <= {"distinct_tables"}


@pytest.mark.parametrize("rules", [{}, {"return_home": True}, {"carousel": True}])
@pytest.mark.parametrize("asked_before", range(8))
def test_whenever_a_search_is_stopped_everybody_who_comes_has_a_seat(rules, asked_before):
    asked = []
    guests = tuple(
        Guest(id=f"p{n}", present=frozenset({1, 3}) if n % 7 == 0 else None) for n in range(46)
    )
    problem = replace(a_problem(6, 8, 4, 46, distinct_tables=True, **rules), people=guests)
    solution = solve(problem, stop=lambda: asked.append(1) or len(asked) > asked_before)

    assert not {breach.rule for breach in solution.violations} & {"presence", "return_home"}
    assert judge(problem, solution.seats) == solution.violations


def test_a_plan_of_steps_is_there_even_if_nobody_waits_for_it():
    solution = solve(a_problem(250, 4, 10), stop=lambda: True)

    assert (solution.violations, solution.repeat_meetings) == ((), 0)


def test_progress_is_told_and_only_gets_better():
    told = []
    solve(a_problem(6, 8, 5, 46, distinct_tables=True), effort=0.3, on_better=told.append)

    assert told
    assert all(0 <= standing.share <= 1 for standing in told)
    assert [s.share for s in told] == sorted(s.share for s in told)


@pytest.mark.parametrize(
    ("problem", "error"),
    [
        (a_problem(3, 4, 3, 13), TooFewSeats),
        (a_problem(0, 4, 3, 5), BadTables),
        (a_problem(3, 4, 0), BadRounds),
        (a_problem(3, 4, 10**6), BadRounds),
        (a_problem(3, 4, 3, 0), BadPeople),
        (a_problem(3, 4, 3, hosts={"nobody": 0}, host_mode="stay"), BadProblem),
        (a_problem(3, 4, 3, pins=(Pin(id="p0", round=3, table=0),)), BadProblem),
        (a_problem(3, 4, 3, pins=(Pin(id="p0", round=0, table=3),)), BadProblem),
        (a_problem(3, 4, 3, apart=(Group(ids=("p0", "x")),)), BadProblem),
        (a_problem(3, 4, 3, from_round=1), BadProblem),
        (a_problem(3, 4, 3, previous=((0,),)), BadProblem),
    ],
)
def test_what_cannot_be_is_refused_before_any_search(problem, error):
    with pytest.raises(error):
        solve(problem)


def test_the_round_in_which_seats_are_missing_is_named():
    tables = (TableSpec(most=5, closed=frozenset({1})), *(TableSpec(most=5),) * 3)
    closed = replace(a_problem(4, 5, 3, 16), tables=tables)
    late = [Guest(id=f"late {n}", present=frozenset({2})) for n in range(5)]
    crowded = a_problem(4, 5, 3, 16)
    crowded = replace(crowded, people=(*crowded.people, *late))

    for problem, said in ((closed, "in round 2: 16. .* then: 15"), (crowded, "in round 3: 21")):
        with pytest.raises(TooFewSeats, match=said):
            solve(problem)
    with pytest.raises(TooFewSeats, match=r"^People who need a seat: 21. Seats at the tables: 20"):
        solve(a_problem(4, 5, 3, 21))


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ({"hosts": {"nobody": 0}, "host_mode": "stay"}, "“nobody” (hosts.tables), and nobody"),
        ({"hosts": {"p0": 5}, "host_mode": "stay"}, "table 6 (hosts.tables), and it has 3"),
        ({"pins": (Pin(id="x", round=0, table=0),)}, "“x” (pins[0]), and nobody"),
        ({"pins": (Pin(id="p0", round=3, table=0),)}, "round 4 (pins[0]), and it has 3"),
        ({"pins": (Pin(id="p0", round=0, table=3),)}, "table 4 (pins[0]), and it has 3"),
        ({"together": (Group(ids=("p0", "p1")), Group(ids=("p0", "x")))}, "“x” (together[1])"),
        ({"apart": (Group(ids=("p0", "p0")),)}, "“p0” twice (apart[0])"),
        ({"apart": (Group(ids=("p0", "p1"), rounds=frozenset({7})),)}, "round 8 (apart[0])"),
        ({"met_before": (("p0", "x", 1),)}, "“x” (met_before[0])"),
        ({"met_before": (("p0", "p0", 1),)}, "“p0” twice (met_before[0])"),
        ({"people": (Guest(id="a"), Guest(id="a"))}, "Two people have the id “a”"),
        ({"people": (Guest(id="a", present=frozenset({3})),)}, "round 4 (people[0].present)"),
        ({"people": (Guest(id="a", fixed_table=3),)}, "table 4 (people[0].fixed_table)"),
        ({"tables": (TableSpec(most=99, closed=frozenset({5})),)}, "round 6 (tables[0].closed)"),
        ({"previous": ((0,),) * 3}, "(previous[0]) has not a seat for each: seats 1, people 12"),
    ],
)
def test_what_is_referred_to_and_not_there_is_told_with_its_place(facts, place):
    with pytest.raises(BadProblem) as told:
        solve(replace(a_problem(3, 4, 3), **facts))

    assert place in str(told.value)
    assert told.value.describe(words_for("fr")) != str(told.value)


def test_where_rules_break_no_bound_is_above_what_was_found():
    pair = (Group(ids=("p0", "p1")),)
    found = solve(a_problem(2, 3, 3, apart=pair, together=pair), effort=0.1)

    assert found.violations
    assert found.bounds.repeats <= found.repeat_meetings
    assert found.bounds.coincidences <= found.coincidences
    assert not found.is_proven_optimal


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 9, 16])  # 16: all return home, one pinned in the last round
def test_a_messy_café_keeps_every_rule_and_has_the_least_coincidences(seed):
    solution = solve(messy(seed), effort=2.0)

    assert solution.violations == ()
    assert solution.coincidences == solution.bounds.coincidences


@pytest.mark.parametrize("seed", range(6))
def test_a_search_knows_what_its_plan_costs(seed):
    model = model_to_search(build_model(messy(seed)))
    rounds = rounds_to_search(model)
    empty = np.full((model.rounds, model.people), NOBODY, np.int32)
    search = Search(model, rounds, empty, np.random.default_rng(seed))
    for step in range(40):
        search.anneal(step / 40)

    again = Search(model, rounds, search.best, np.random.default_rng(0))
    assert again.cost == search.best_cost
