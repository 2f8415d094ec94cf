"""Which rules collide, and what it takes to have them hold again.

A set of demands that cannot hold together is thinned out: whatever can be left out while the
rest still provably cannot hold is left out, many at a time at first (a deletion filter). What
stays is irreducible as far as `probe` sees: leave out any one and no proof remains.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from wcafe.i18n import N_
from wcafe.solver.clauses import Clause
from wcafe.solver.hard_rules import clauses_of, violations
from wcafe.solver.limits import MOST_TABLES
from wcafe.solver.model import Ints, Model, build_model
from wcafe.solver.problem import Problem, TableSpec
from wcafe.solver.proofs.probe import is_impossible
from wcafe.solver.solution import Conflict, Demand, Notice

_MOST_MORE = 64  # tables or seats that are offered as a way out


class Doubt:
    """Asks once, and only when a search fails to keep a rule, whether the rules can hold at all.

    Args:
        problem: as it was asked for.
        judged: the model by which a rule is broken or not.
        stop: nobody looks for a proof once it says yes.
    """

    def __init__(self, problem: Problem, judged: Model, stop: Callable[[], bool]) -> None:
        self._problem = problem
        self._judged = judged
        self._stop = stop
        self._found: list[Conflict | None] = []

    def is_vain(self, seats: Ints) -> bool:
        """Is a rule broken by `seats`, and is it proved that one must be?"""
        return bool(violations(self._judged, seats)) and self.conflict() is not None

    def conflict(self) -> Conflict | None:
        if not self._found:
            self._found.append(find_conflict(self._problem, stop=self._stop))
        return self._found[0]


def find_conflict(problem: Problem, *, stop: Callable[[], bool] = lambda: False) -> Conflict | None:
    """Return rules of `problem` that are proved to collide, or None where no proof was found.

    Cost: about 3 k log₂(n ÷ k) probes for k colliding rules among n, each under a second for a
    thousand people. None, too, as soon as `stop` says yes.
    """
    if stop() or not _collide(problem, stop):
        return None
    rules = list(clauses_of(problem))
    for kind in dict.fromkeys(rule.demand.rule for rule in rules):  # whole kinds first
        if stop():
            return None
        tried = [rule for rule in rules if rule.demand.rule != kind]
        if _collide(_only(problem, rules, tried), stop):
            problem, rules = _only(problem, rules, tried), tried
    size = max(len(rules) // 2, 1)
    while True:
        place = 0
        while place < len(rules):
            if stop():
                return None
            tried = [*rules[:place], *rules[place + size :]]
            if _collide(_only(problem, rules, tried), stop):
                problem, rules = _only(problem, rules, tried), tried
            else:
                place += size
        if size == 1:
            break
        size //= 2
    return Conflict(
        demands=tuple(_merge([rule.demand for rule in rules])),
        ways_out=tuple(_ways_out(problem, len(rules), stop)),
    )


def _collide(problem: Problem, stop: Callable[[], bool] = lambda: False) -> bool:
    return is_impossible(build_model(problem), stop=stop)


def _only(problem: Problem, rules: Sequence[Clause], kept: Sequence[Clause]) -> Problem:
    for rule in rules:
        if rule not in kept:
            problem = rule.without(problem)
    return problem


def _merge(demands: Iterable[Demand]) -> list[Demand]:
    """Return the demands with the limits of tables alike told at once."""
    alike: dict[tuple[object, object], list[str]] = {}
    others = []
    for demand in demands:
        if demand.rule == "sizes":
            limits = demand.facts["least"], demand.facts["most"]
            alike.setdefault(limits, []).append(str(demand.facts["tables"]))
        else:
            others.append(demand)
    for (least, most), tables in alike.items():
        sentence = (
            N_("Table {tables} takes from {least} to {most} people.")
            if len(tables) == 1
            else N_("Each of the tables {tables} takes from {least} to {most} people.")
        )
        facts = {"tables": ", ".join(tables), "least": least, "most": most}
        others.append(Demand("sizes", (), (), sentence, facts))
    return others


def _ways_out(problem: Problem, rules: int, stop: Callable[[], bool]) -> Iterator[Notice]:
    """Yield what it takes for the colliding rules alone to hold; the least of each kind.

    What lets them hold, no proof to the contrary being found, is looked for by halves: with more
    tables or fewer rounds less is impossible.
    """
    if rules > 1:
        yield Notice(N_("To let the others hold, give up one of these rules."))
    spec = TableSpec(most=max(table.most for table in problem.tables))

    def collide_with(more: int) -> bool:
        return stop() or _collide(replace(problem, tables=(*problem.tables, *([spec] * more))))

    def collide_without(fewer: int) -> bool:
        return stop() or _collide(replace(problem, rounds=problem.rounds - fewer))

    more = _least(collide_with, min(_MOST_MORE, MOST_TABLES - len(problem.tables)))
    if more:
        yield Notice(N_("Tables to add so that they can hold: {number}."), {"number": more})
    if not (problem.distinct_tables and _is_simple(problem)):
        return
    fewer = _least(collide_without, problem.rounds - 1 - problem.from_round)
    if fewer:
        left = problem.rounds - fewer
        yield Notice(N_("Rounds with which they can hold: {number}."), {"number": left})


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
