"""Which rules collide, and what it takes to have them hold again.

It is asked of few people first: of each who is tied to nobody, of those tied by groups, of those
who are told to share tables; then of all. So the smallest conflicts are found, and all of those
that have nothing to do with each other.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from wcafe.i18n import N_
from wcafe.solver.clauses import Clause
from wcafe.solver.hard_rules import clauses_of, violations
from wcafe.solver.model import Ints, Model, build_model
from wcafe.solver.problem import Problem
from wcafe.solver.proofs.parts import by_groups, by_places, kind_of, parts_of
from wcafe.solver.proofs.probe import can_hold, is_impossible
from wcafe.solver.proofs.thinning import Stopped, colliding, only
from wcafe.solver.proofs.ways_out import Holds, ways_out
from wcafe.solver.solution import Conflict, Demand, Notice

_MOST_TOLD = 5  # conflicts; that there are more is told
_FEW = 20  # people of a part at most that is looked at longer
_ALL_TRIED, _SOME_TRIED = 2500, 1500  # seats that are tried at most

_ALIKE = N_("The same holds for {person}.")
_MORE = N_("Other rules collide too; more cases: {number}.")


class Doubt:
    """Asks once, and only when a search fails to keep a rule, whether the rules can hold at all.

    Args:
        problem: as it was asked for.
        judged: the model by which a rule is broken or not.
        stop: nobody looks for a proof once it says yes.
        holds: looks for a plan that keeps the rules of a problem, for what is promised.
    """

    def __init__(
        self, problem: Problem, judged: Model, stop: Callable[[], bool], holds: Holds
    ) -> None:
        self._problem = problem
        self._judged = judged
        self._stop = stop
        self._holds = holds
        self._found: list[tuple[Conflict, ...]] = []

    def is_vain(self, seats: Ints) -> bool:
        """Is a rule broken by `seats`, and is it proved that one must be?"""
        return bool(violations(self._judged, seats)) and bool(self.conflicts())

    def conflicts(self) -> tuple[Conflict, ...]:
        if not self._found:
            self._found.append(find_conflicts(self._problem, stop=self._stop, holds=self._holds))
        return self._found[0]


def find_conflict(problem: Problem, *, stop: Callable[[], bool] = lambda: False) -> Conflict | None:
    """Return the smallest of `find_conflicts`, or None."""
    return next(iter(find_conflicts(problem, stop=stop)), None)


def find_conflicts(
    problem: Problem,
    *,
    stop: Callable[[], bool] = lambda: False,
    holds: Holds = lambda _problem: False,
) -> tuple[Conflict, ...]:
    """Return rules of `problem` that are proved to collide, the fewest first.

    Cost: a probe for each part, mostly far below a millisecond; then those of `colliding` for each
    conflict, each under a second for a thousand people. What is not thinned out when `stop` says
    yes is not told.
    """
    seeker = _Seeker(problem, stop, holds)
    with suppress(Stopped):
        seeker.seek()
    return seeker.told()


class _Seeker:
    """Conflicts on their way; see `find_conflicts`."""

    def __init__(self, problem: Problem, stop: Callable[[], bool], holds: Holds) -> None:
        self._problem = problem
        self._stop = stop
        self._find_plan = holds
        self._asked = {_key(rule.demand): rule for rule in clauses_of(problem)}
        self._found: list[Conflict] = []
        self._told: list[set[Hashable]] = []  # the demands of each conflict
        self._more = 0

    def seek(self) -> None:
        left = self._problem
        for ties in (by_groups, by_places):
            left = self._of_parts(left, parts_of(left, ties))
        while len(self._found) <= _MOST_TOLD and self._collide(left):
            thinned, rules = colliding(left, self._collide)
            left = self._tell(left, thinned, rules, ())

    def told(self) -> tuple[Conflict, ...]:
        ordered = sorted(self._found, key=lambda one: len(one.demands))
        told, more = ordered[:_MOST_TOLD], max(len(ordered) - _MOST_TOLD, 0) + self._more
        if more:
            way = Notice(_MORE, {"number": more})
            told[-1] = replace(told[-1], ways_out=(*told[-1].ways_out, way))
        return tuple(told)

    def _of_parts(self, left: Problem, parts: Iterable[Problem]) -> Problem:
        """Look for conflicts in each of `parts`; return `left` without their rules."""
        alike: dict[Hashable, list[Problem]] = {}
        for part in parts:
            self._heed_stop()
            alike.setdefault(kind_of(part), []).append(part)
        for same in sorted(alike.values(), key=lambda same: _size(same[0])):
            if not self._collide(same[0]) or not self._collide(self._beside_told(same[0])):
                continue
            is_one = len(same[0].people) == 1  # then one stands for all
            others = [part.people[0].id for part in same[1:]] if is_one else []
            for part in same[:1] if is_one else same:
                if len(self._found) == _MOST_TOLD:
                    self._more += 1
                    continue
                thinned, rules = colliding(self._beside_told(part), self._collide)
                left = self._tell(left, thinned, rules, others)
        return left

    def _tell(
        self, left: Problem, thinned: Problem, rules: Sequence[Clause], others: Sequence[str]
    ) -> Problem:
        """Tell a conflict, and return the problem `left` without what collides in it."""
        asked = [self._asked.get(_key(rule.demand), rule).demand for rule in rules]
        if any(demand.rule == "sizes" for demand in asked):  # then the others need seats too
            thinned, rules = self._with_everybody(set(map(_key, asked)))
        ways = tuple(
            ways_out(
                thinned,
                rules,
                self._collide,
                self._holds,
                may_end_earlier=not any(table.closed for table in self._problem.tables),
            )
        )
        if others:
            ways = (*ways, Notice(_ALIKE, who=tuple(others)))
        self._found.append(Conflict(demands=tuple(_merge(asked)), ways_out=ways))
        gone = set(map(_key, asked))
        self._told.append(gone)
        alike = {(demand.rule, (other,)) for demand in asked if demand.who for other in others}
        rules_left = list(clauses_of(left))
        kept = [
            rule
            for rule in rules_left
            if _key(rule.demand) not in gone and (rule.demand.rule, rule.demand.who) not in alike
        ]
        return only(left, rules_left, kept)

    def _with_everybody(self, keys: set[Hashable]) -> tuple[Problem, list[Clause]]:
        """Return the problem of everybody with those rules alone, and the rules."""
        rules = list(clauses_of(self._problem))
        kept = list(
            {_key(rule.demand): rule for rule in rules if _key(rule.demand) in keys}.values()
        )
        return only(self._problem, rules, kept), kept

    def _beside_told(self, part: Problem) -> Problem:
        """Return `part` without what collides in it as is told already."""
        rules = list(clauses_of(part))
        keys = {_key(rule.demand) for rule in rules}
        gone = set[Hashable]().union(*(told for told in self._told if told <= keys))
        return only(part, rules, [rule for rule in rules if _key(rule.demand) not in gone])

    def _collide(self, problem: Problem) -> bool:
        self._heed_stop()
        steps = _ALL_TRIED if len(problem.people) < _FEW else _SOME_TRIED
        is_proved = is_impossible(build_model(problem), steps=steps, stop=self._stop)
        self._heed_stop()
        return is_proved

    def _heed_stop(self) -> None:
        if self._stop():
            raise Stopped

    def _holds(self, problem: Problem) -> bool:
        """Was a plan found for `problem`? All seats are tried where they are few."""
        if self._stop():
            return False
        told = can_hold(build_model(problem), steps=_ALL_TRIED, stop=self._stop)
        return self._find_plan(problem) if told is None else told


def _size(part: Problem) -> tuple[int, int]:
    """Return how many people a part has, and how many rules name them."""
    told = len(part.apart) + len(part.together) + len(part.pins) + len(part.hosts)
    told += sum(bool(guest.needs) + (guest.fixed_table is not None) for guest in part.people)
    return len(part.people), told


def _key(demand: Demand) -> Hashable:
    """Return what tells a demand from others, whatever is left of its problem."""
    facts = demand.facts
    return demand.rule, demand.who, demand.rounds, facts.get("table"), facts.get("tables")


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
