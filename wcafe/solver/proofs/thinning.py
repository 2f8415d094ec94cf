"""Rules that provably cannot hold together, thinned out until none is left that need not be.

Whatever can be left out while the rest still provably cannot hold is left out, many at a time at
first (a deletion filter). What stays is irreducible as far as `probe` sees: leave out any one and
no proof remains. Limits of tables that are alike are left out together, then as many as can be.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence

from wcafe.solver.clauses import Clause
from wcafe.solver.hard_rules import clauses_of
from wcafe.solver.problem import Problem

_FEW = 2  # kinds of rules

Collide = Callable[[Problem], bool]
"""Is it proved that the hard rules of a problem cannot hold?"""


class Stopped(Exception):
    """There is no time left to thin out the rules."""


def colliding(problem: Problem, collide: Collide) -> tuple[Problem, list[Clause]]:
    """Return `problem`, which cannot hold, with those of its rules alone that collide; and those.

    Where many kinds do, a second order is tried, as that may end in a smaller set. `collide` may
    raise Stopped. Cost: about 3 k log₂(n ÷ k) times `collide` for k colliding rules among n.
    """
    rules = list(clauses_of(problem))
    found = _thin_out(problem, rules, collide)
    if len({rule.demand.rule for rule in found[1]}) > _FEW:
        kinds = list(dict.fromkeys(rule.demand.rule for rule in rules))
        turned = [rule for kind in reversed(kinds) for rule in rules if rule.demand.rule == kind]
        found = min(found, _thin_out(problem, turned, collide), key=lambda one: len(one[1]))
    return found


def only(problem: Problem, rules: Iterable[Clause], kept: Sequence[Clause]) -> Problem:
    """Return `problem` with those of its `rules` alone that are `kept`."""
    keys = set(map(id, kept))
    for rule in rules:
        if id(rule) not in keys:
            problem = rule.without(problem)
    return problem


def _thin_out(
    problem: Problem, rules: list[Clause], collide: Collide
) -> tuple[Problem, list[Clause]]:
    for kind in dict.fromkeys(rule.demand.rule for rule in rules):  # whole kinds first
        tried = [rule for rule in rules if rule.demand.rule != kind]
        if len(tried) < len(rules) and collide(only(problem, rules, tried)):
            problem, rules = only(problem, rules, tried), tried
    units = _units(problem, rules)
    size = max(len(units) // 2, 1)
    while True:
        place = 0
        while place < len(units):
            left = [*units[:place], *units[place + size :]]
            tried = [rule for unit in left for rule in unit]
            if collide(only(problem, rules, tried)):
                problem, rules, units = only(problem, rules, tried), tried, left
            else:
                place += size
        if size == 1:
            break
        size //= 2
    for unit in [unit for unit in units if len(unit) > 1]:
        others = [rule for rule in rules if rule not in unit]

        def still_collide(number: int, unit: list[Clause] = unit) -> bool:
            return collide(only(problem, rules, [*others, *unit[:number]]))  # noqa: B023

        number = bisect_left(range(1, len(unit)), True, key=still_collide) + 1
        tried = [*others, *unit[:number]]
        problem, rules = only(problem, rules, tried), tried
    return problem, rules


def _units(problem: Problem, rules: list[Clause]) -> list[list[Clause]]:
    """Return the rules one by one, but the limits of tables that are alike in every way at once."""
    told = {pin.table for pin in problem.pins} | set(problem.hosts.values())
    told |= {guest.fixed_table for guest in problem.people if guest.fixed_table is not None}
    told |= {
        t for row in (problem.previous or ())[: problem.from_round] for t in row if t is not None
    }
    units: dict[Hashable, list[Clause]] = {}
    for rule in rules:
        key: Hashable = ("rule", id(rule))
        if rule.demand.rule == "sizes" and not problem.carousel:
            t = int(str(rule.demand.facts["tables"])) - 1
            key = ("table", t) if t in told else problem.tables[t]
        units.setdefault(key, []).append(rule)
    return list(units.values())
