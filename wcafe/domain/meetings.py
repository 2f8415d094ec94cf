"""Who met whom: counted from seats, planned or actual."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import mean, median

Row = Sequence[tuple[Hashable, int]]
"""Who sits at which table in one round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """The figures a plan shows, over all people who sat at least once.

    `least`, `usual` (the median) and `most` are the numbers of different people met by one
    person; `possible` is the most anybody could have met. `pollination` is the mean, over
    tables and later rounds, of distinct tables the arriving people come from ÷ arriving people.
    `numbers` are those met by each person, the fewest first.
    """

    people: int
    repeats: int
    least: int
    usual: float
    most: int
    possible: int
    pollination: float
    numbers: tuple[int, ...] = ()


def count_meetings(rows: Sequence[Row]) -> Meetings:
    """Count over `rows`, one a round.

    >>> count_meetings([[("a", 0), ("b", 0), ("c", 1)], [("a", 0), ("b", 1), ("c", 1)]]).usual
    1
    """
    met: Counter[tuple[Hashable, Hashable]] = Counter()
    possible: Counter[Hashable] = Counter()
    partners: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for row in rows:
        for here in _tables(row).values():
            met.update(combinations(sorted(here, key=str), 2))
            for person in here:
                possible[person] += len(here) - 1
                partners[person].update(here)
    numbers = [len(others) - 1 for others in partners.values()]
    return Meetings(
        people=len(partners),
        repeats=sum(times - 1 for times in met.values()),
        least=min(numbers, default=0),
        usual=median(numbers) if numbers else 0,
        most=max(numbers, default=0),
        possible=min(max(possible.values(), default=0), max(len(partners) - 1, 0)),
        pollination=_pollination(rows),
        numbers=tuple(sorted(numbers)),
    )


def times_met(rows: Sequence[Row], people: Sequence[Hashable]) -> list[list[int]]:
    """Return how often each two of `people` share a table; symmetric, 0 on the diagonal.

    >>> times_met([[("a", 0), ("b", 0), ("c", 1)]], ["b", "a", "c"])
    [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    """
    place = {person: n for n, person in enumerate(people)}
    times = [[0] * len(people) for _person in people]
    for row in rows:
        for here in _tables(row).values():
            for one, other in combinations([place[p] for p in here if p in place], 2):
                times[one][other] += 1
                times[other][one] += 1
    return times


def _tables(row: Row) -> dict[int, list[Hashable]]:
    tables: defaultdict[int, list[Hashable]] = defaultdict(list)
    for person, table in row:
        tables[table].append(person)
    return tables


def _pollination(rows: Sequence[Row]) -> float:
    shares: list[float] = []
    for before, now in pairwise(rows):
        came_from = dict(before)
        for table, here in _tables(now).items():
            origins = [came_from[p] for p in here if came_from.get(p, table) != table]
            if origins:
                shares.append(len(set(origins)) / len(origins))
    return mean(shares) if shares else 0.0
