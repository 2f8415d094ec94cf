"""What would let rules that collide hold: one of them given up, more tables, fewer rounds.

What is promised has been tried, and kept all the rules. Where that takes too long it is only said
that it may help: no proof to the contrary was found.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from wcafe.i18n import N_
from wcafe.solver.clauses import Clause
from wcafe.solver.limits import MOST_TABLES
from wcafe.solver.problem import Problem, TableSpec
from wcafe.solver.proofs.thinning import Collide
from wcafe.solver.solution import Notice

Holds = Callable[[Problem], bool]
"""Has a plan been found that keeps the hard rules of a problem?"""

_MOST_MORE = 64  # tables that are offered as a way out

GIVE_UP = N_("To let the others hold, give up one of these rules.")
MAY_GIVE_UP = N_("Without one of these rules the others may hold.")
TABLES = N_("Tables to add so that they can hold: {number}.")
MAYBE_TABLES = N_("Tables to add so that they may hold, which is not proved: {number}.")
ROUNDS = N_("Rounds with which they can hold: {number}.")
MAYBE_ROUNDS = N_("Rounds with which they may hold, which is not proved: {number}.")


def ways_out(
    problem: Problem,
    rules: Sequence[Clause],
    collide: Collide,
    holds: Holds,
    *,
    may_end_earlier: bool,
) -> Iterator[Notice]:
    """Yield what it takes for the colliding `rules`, all that `problem` has, to hold.

    The least of each kind, looked for by halves: with more tables or fewer rounds less is
    impossible. Fewer rounds are told where the café `may_end_earlier`.
    """
    if len(rules) > 1:
        is_sure = all(holds(rule.without(problem)) for rule in rules)
        yield Notice(GIVE_UP if is_sure else MAY_GIVE_UP)
    spec = TableSpec(most=max(table.most for table in problem.tables))

    def with_more(more: int) -> Problem:
        return replace(problem, tables=(*problem.tables, *([spec] * more)))

    def with_fewer(fewer: int) -> Problem:
        return replace(problem, rounds=problem.rounds - fewer)

    most = min(_MOST_MORE, MOST_TABLES - len(problem.tables))
    if more := _least(lambda number: collide(with_more(number)), most):
        told = TABLES if holds(with_more(more)) else MAYBE_TABLES
        yield Notice(told, {"number": more})
    if not (may_end_earlier and problem.distinct_tables and _is_simple(problem)):
        return
    fewer = _least(
        lambda number: collide(with_fewer(number)), problem.rounds - 1 - problem.from_round
    )
    if fewer:
        told = ROUNDS if holds(with_fewer(fewer)) else MAYBE_ROUNDS
        yield Notice(told, {"number": problem.rounds - fewer})


def _least(fails: Callable[[int], bool], most: int) -> int | None:
    """Return the least number from 1 to `most` that does not fail, None if all do."""
    if most < 1 or fails(most):
        return None
    return bisect_left(range(1, most), 1, key=lambda number: not fails(number)) + 1


def _is_simple(problem: Problem) -> bool:
    """Does no rule name a round, so that the last ones can be left out?"""
    named = [group.rounds for group in (*problem.apart, *problem.together)]
    named += [guest.present for guest in problem.people]
    named += [table.closed for table in problem.tables]
    return not (problem.pins or problem.previous) and not any(rounds for rounds in named)
