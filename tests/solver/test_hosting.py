"""Who is picked to host: nobody whose hosting would break what else was asked for."""

from dataclasses import replace

import pytest

from tests.solver.problems import a_problem
from wcafe.solver import Group, Pin, TableSpec, solve


def willing(problem, *ids, **facts):
    """Return `problem` with these people willing, and `facts` about the first of them."""
    people = []
    for guest in problem.people:
        changed = {"willing": True} if guest.id in ids else {}
        people.append(replace(guest, **changed, **(facts if guest.id == ids[0] else {})))
    return replace(problem, people=tuple(people))


def told(solution):
    return [notice.describe() for notice in solution.notices]


def test_who_keeps_together_with_a_traveller_does_not_host_where_no_table_comes_twice():
    together = (Group(ids=("p0", "p7")),)
    problem = a_problem(4, 4, 3, 14, distinct_tables=True, host_mode="stay", together=together)
    problem = willing(problem, "p0", "p1", "p2", "p3")

    solution = solve(problem, effort=0.2)

    assert solution.violations == ()
    assert set(solution.hosts) == {"p1", "p2", "p3"}
    assert "Tables without a host, by number: 4." in told(solution)


def test_two_who_keep_together_do_not_host_two_tables():
    together = (Group(ids=("p0", "p7"), rounds=frozenset({1})), Group(ids=("p7", "p1")))
    problem = a_problem(4, 4, 3, 14, host_mode="stay", together=together)
    problem = willing(problem, "p0", "p1", "p2", "p3")

    solution = solve(problem, effort=0.2)

    assert solution.violations == ()
    assert len(solution.hosts) == 3
    assert not {"p0", "p1"} <= set(solution.hosts)


def test_a_host_is_where_pins_and_the_needs_of_who_comes_along_say():
    ramp = TableSpec(most=4, features=frozenset({"ramp"}))
    problem = a_problem(4, 4, 3, 14, host_mode="stay", together=(Group(ids=("p5", "p0")),))
    problem = willing(problem, "p5", "p1", "p2", "p3", needs=frozenset({"ramp"}))
    problem = replace(
        willing(problem, "p0"),
        tables=(TableSpec(most=4), TableSpec(most=4), TableSpec(most=4), ramp),
        pins=(Pin(id="p1", round=1, table=2),),
    )

    solution = solve(problem, effort=0.2)

    assert solution.violations == ()
    assert solution.hosts["p1"] == 2
    assert 3 in (solution.hosts.get("p5"), solution.hosts.get("p0"))


@pytest.mark.slow
def test_nobody_inherits_a_table_where_somebody_willing_cannot_move():
    problem = a_problem(4, 4, 4, 16, distinct_tables=True, host_mode="hand_over")
    problem = willing(problem, "p0", *(f"p{n}" for n in range(1, 16)), fixed_table=2)

    for seed in range(6):
        assert solve(problem, effort=0.3, seed=seed).violations == ()


def test_a_host_whose_company_does_not_fit_the_table_hosts_a_larger_one():
    problem = a_problem(
        4, 3, 3, 13, host_mode="stay", together=(Group(ids=("p0", "p5", "p6", "p7")),)
    )
    sizes = (TableSpec(most=3), TableSpec(most=3), TableSpec(most=3), TableSpec(most=5))
    problem = replace(willing(problem, "p0", "p1", "p2", "p3"), tables=sizes)

    solution = solve(problem, effort=0.2)

    assert solution.violations == ()
    assert solution.hosts["p0"] == 3
    assert len(solution.hosts) == 4


def test_a_seat_that_is_somebody_s_own_is_not_given_to_a_host():
    problem = a_problem(4, 4, 3, 12, host_mode="stay")
    problem = willing(problem, "p11", fixed_table=3)
    guests = tuple(replace(guest, willing=guest.id < "p11") for guest in problem.people)
    sizes = (*problem.tables[:3], TableSpec(most=1))

    solution = solve(replace(problem, people=guests, tables=sizes), effort=0.2)

    assert solution.violations == ()
    assert 3 not in solution.hosts.values()


def test_where_all_move_on_who_stays_has_nobody_who_would_have_to_stay_too():
    problem = a_problem(4, 4, 3, 16, host_mode="stay", carousel=True)
    problem = replace(problem, together=(Group(ids=("p0", "p7")),))

    solution = solve(willing(problem, "p0", "p1", "p2", "p3", "p4"), effort=0.2)

    assert solution.violations == ()
    assert set(solution.hosts) == {"p1", "p2", "p3", "p4"}


def test_tables_are_left_without_a_host_for_a_group_that_fills_them():
    groups = (Group(ids=("p8", "p9", "p10", "p11")),)
    problem = a_problem(6, 4, 3, 22, distinct_tables=True, host_mode="stay", together=groups)

    solution = solve(willing(problem, *(f"p{n}" for n in range(8))), effort=0.3)

    assert solution.violations == ()
    assert set(solution.hosts.values()) == {0, 1, 2}
    assert "Tables without a host, by number: 4, 5, 6." in told(solution)


def test_no_table_is_spared_where_another_is_large_enough():
    groups = (Group(ids=("p8", "p9", "p10", "p11")),)
    problem = a_problem(6, 4, 3, 22, host_mode="stay", together=groups)
    sizes = (*problem.tables[:5], TableSpec(most=5))

    solution = solve(
        willing(replace(problem, tables=sizes), *(f"p{n}" for n in range(8))), effort=0.2
    )

    assert solution.violations == ()
    assert len(solution.hosts) == 6
