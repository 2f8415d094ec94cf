"""Cafés of kinds that easily go wrong: carousels with absences, hosts who hand over, a series.

Lines of `tests.bench.solver`. All but the series are planted: a plan that keeps the rules is known.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from tests.solver.planted import planted
from wcafe.solver import Guest, Problem, Solution, TableSpec, read_problem, solve
from wcafe.solver.model import as_array, build_model
from wcafe.solver.turns import share_in

Line = tuple[str, str, str, bool]
_EFFORT = 0.4
_SERIES = ((20, 5, 3), (24, 6, 3), (30, 6, 3), (40, 8, 3), (16, 4, 3))


def planted_kinds() -> Iterator[Line]:
    """Yield how many planted cafés of each kind are solved, beside what is known of their plans."""
    carousels = [told for told in _planted(range(900)) if told["carousel"] and _has_absent(told)]
    yield _solved("carousels with absences", carousels[:20])
    handing = [told for told in _planted(range(160)) if told["hosts"]["mode"] == "hand_over"]
    yield _solved("cafés that hand over hosting", handing)
    yield _turns(handing)
    yield _solved("planted cafés of all kinds, most to be mended", list(_planted(range(24))))


def few_willing() -> Line:
    """Tables are left empty by turns where fewer are willing to host than there are tables."""
    broken = 0
    cases = ((20, 5, 5, 4), (32, 8, 5, 6), (40, 10, 5, 7), (1000, 200, 6, 150))
    for people, tables, size, willing in cases:
        guests = tuple(Guest(id=str(n), willing=n < willing) for n in range(people))
        problem = Problem(
            rounds=3, tables=(TableSpec(most=size),) * tables, people=guests, host_mode="hand_over"
        )
        broken += bool(solve(problem, effort=_EFFORT).violations)
    figure = f"{len(cases)} cafés with fewer willing hosts than tables: {broken} break a rule"
    return "3", figure, "none", not broken


def series() -> Line:
    """Five more cafés of the same people, each of which knows those before."""
    proved, gaps = 0, []
    for people, tables, rounds in _SERIES:
        known: Counter[tuple[str, str]] = Counter()
        for number in range(1, 7):
            found = solve(_again(people, tables, rounds, known), effort=0.3)
            if number > 1:
                proved += found.coincidences == found.bounds.coincidences
                gaps.append(found.coincidences - found.bounds.coincidences)
            _remember(known, found)
    figure = f"{proved} of {len(gaps)} cafés of a series proved best, open by {sum(gaps)} in all"
    return "2", figure, "at least 4 proved", proved >= 4


def _again(people: int, tables: int, rounds: int, known: Mapping[tuple[str, str], int]) -> Problem:
    return Problem(
        rounds=rounds,
        tables=(TableSpec(most=people // tables),) * tables,
        people=tuple(Guest(id=str(n)) for n in range(people)),
        distinct_tables=True,
        met_before=tuple((*pair, times) for pair, times in known.items()),
    )


def _remember(known: Counter[tuple[str, str]], found: Solution) -> None:
    for row in found.seats:
        pairs = combinations(range(len(row)), 2)
        known.update((str(a), str(b)) for a, b in pairs if row[a] == row[b])


def _planted(seeds: range) -> Iterator[dict[str, Any]]:
    for seed in seeds:
        yield planted(seed)[0]


def _has_absent(told: Mapping[str, Any]) -> bool:
    return any(len(person["present"]) < told["rounds"] for person in told["people"])


def _solved(kind: str, cafés: list[dict[str, Any]]) -> Line:
    found = [solve(read_problem(told), effort=_EFFORT) for told in cafés]
    broken = sum(bool(one.violations) for one in found)
    best = sum(one.coincidences == one.bounds.coincidences for one in found)
    wrong = sum(one.coincidences < one.bounds.coincidences for one in found)
    figure = f"{len(found)} {kind}: {broken} break a rule, {best} proved, {wrong} bounds too high"
    return "3", figure, "no rule broken, no bound too high", not broken and not wrong


def _turns(cafés: list[dict[str, Any]]) -> Line:
    lacking = 0
    for told in cafés:
        problem = read_problem(told)
        found = solve(problem, effort=_EFFORT)
        share = share_in(build_model(problem), as_array(found.seats))
        lacking += share.people < share.could
    figure = f"in {lacking} of {len(cafés)} somebody hosts twice before all who could have"
    return "3", figure, "at most one in eight", 8 * lacking <= len(cafés)
