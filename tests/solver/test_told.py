"""What is told beside a plan: the price of even sizes, topics no table has, time that was short."""

from dataclasses import replace

from tests.solver.problems import a_problem
from wcafe.solver import Group, TableSpec, solve
from wcafe.solver.solution import NOT_FOUND


def told(solution):
    return [notice.describe() for notice in solution.notices]


def three_together(size):
    """Six people at two tables, in two rounds; three of them keep together."""
    return a_problem(2, size, 2, 6, together=(Group(ids=("p0", "p1", "p2")),))


def test_repeats_that_even_sizes_cost_are_told():
    solution = solve(three_together(6), effort=0.3)

    assert solution.repeat_meetings == 6
    (price,) = [sentence for sentence in told(solution) if "even sizes" in sentence]
    assert "with 3 repeat meetings instead of 6" in price


def test_where_no_other_sizes_are_possible_or_none_has_fewer_repeats_nothing_is_told():
    for problem in (three_together(3), a_problem(3, 5, 3, 12)):
        assert not any("even sizes" in sentence for sentence in told(solve(problem, effort=0.3)))


def test_a_topic_that_no_table_has_is_told():
    problem = a_problem(3, 4, 2, 12)
    tables = tuple(TableSpec(most=4, zone=zone) for zone in "abc")
    wishing = (
        replace(problem.people[0], choices=("b", "water")),
        replace(problem.people[1], choices=("a", "air", "water")),
    )
    asked = replace(problem, tables=tables, people=(*wishing, *problem.people[2:]))

    assert "Topics that are chosen and that no table has: air, water." in told(
        solve(asked, effort=0.1)
    )
    known = replace(asked, people=problem.people)
    assert not any("Topics" in sentence for sentence in told(solve(known, effort=0.1)))


def test_where_rules_are_broken_for_want_of_time_they_are_not_said_to_collide():
    """A hundred pairs to keep together and apart can all be kept, but not in no time at all."""
    together = tuple(Group(ids=(f"p{n}", f"p{n + 1}")) for n in range(0, 40, 2))
    apart = tuple(Group(ids=(f"p{n}", f"p{(n * 7 + 3) % 40}")) for n in range(1, 40, 3))
    problem = a_problem(10, 4, 4, together=together, apart=apart, distinct_tables=True)

    hurried = solve(problem, effort=0.001, stop=lambda: True)

    assert hurried.violations
    assert hurried.conflicts == ()
    assert NOT_FOUND in [notice.template for notice in hurried.notices]
    colliding = replace(problem, apart=(*apart, Group(ids=("p0", "p1"))))
    proved = solve(colliding, effort=0.1)
    assert proved.conflicts
    assert NOT_FOUND not in [notice.template for notice in proved.notices]
