"""Two rounds as a square of cells: who sat at t and then at u are in cell (t, u).

Two people of one cell meet twice, so x people in a cell are C(x, 2) coincidences. A row holds no
more people than its table has seats, a column no more than its own; groups who keep together are
whole in one cell. For every level L and every x

    C(x, 2) = L x − L (L + 1) / 2 + waste(x),   waste(x) = (x − L)(x − L − 1) / 2 ≥ 0,

so N people in K cells have at least L N − K L (L + 1) / 2 coincidences and what is wasted: by a
cell that holds a group of g > L, at least waste(g), and by cells that a row has no people for.
In m seats that k cells share, the waste is at least that of a line below it, whichever j ≤ L:
since waste(x) + j x is least at x = L − j, it is at least k j (2 L − j + 1) / 2 − j m (`_empty`).

A group of g in a row takes g of its seats and one of its cells. Groups of more than L waste
together at least what each alone adds: with each the seats left for a cell become fewer, so the j
of the best line only grows, and of two lines the one with the greater j gains more by taking g
seats and a cell, as (j' − j) g ≥ (j' − j) L. Two groups in one cell waste no less than in two. So
groups of each size can be put, one after the other, where they add least.

What some m groups add in their rows and what they add in their columns come together, save for the
cells of both: at most m² − m beside their own, each of which is L (L + 1) / 2 at most less for the
column it is taken from.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from heapq import heapify, heappop, heappush
from math import comb

Lines = Sequence[tuple[int, int]]
"""Tables of one round: how many seats each has, and how many cells its people spread over."""


def least_shared(people: int, rows: Lines, columns: Lines, groups: Sequence[int]) -> int:
    """Return the fewest pairs who share a table in both of two rounds.

    Args:
        people: how many there are in both rounds.
        rows: the tables of one round.
        columns: the tables of the other; as many cells in all.
        groups: sizes of the groups who sit together in both rounds.

    >>> least_shared(60, [(8, 7)] * 8, [(8, 7)] * 8, [3, 2, 2])
    7
    """
    return _least_shared(
        people, _count_lines(rows), _count_lines(columns), tuple(sorted(groups, reverse=True))
    )


def _count_lines(lines: Lines) -> tuple[tuple[tuple[int, int], int], ...]:
    return tuple(sorted(Counter(line for line in lines if min(line) > 0).items()))


Kinds = tuple[tuple[tuple[int, int], int], ...]


@lru_cache(maxsize=256)  # pairs of rounds are much alike
def _least_shared(people: int, rows: Kinds, columns: Kinds, groups: tuple[int, ...]) -> int:
    cells = sum(width * count for (_seats, width), count in rows)
    if not cells:
        return 0
    least = sum(comb(size, 2) for size in groups)
    for level in range(1, max(people // cells, *groups[:1], 1) + 1):
        larger = [size for size in groups if size > level]
        plain = level * people - cells * level * (level + 1) // 2
        plain += sum(comb(size - level, 2) for size in larger)
        wasted = [_least_waste(lines, larger, level) for lines in (rows, columns)]
        least = max(least, plain + max(*wasted, _waste_of_both((rows, columns), larger, level)))
    return least


def _empty(seats: int, cells: int, level: int) -> int:
    """Return the least waste of so many cells that share so many seats."""
    return max(j * (2 * level - j + 1) // 2 * cells - j * seats for j in range(level + 1))


def _least_waste(lines: Kinds, groups: Sequence[int], level: int) -> int:
    """Return the least waste of all lines for want of people, the groups put where it is least."""
    wasted = sum(_empty(*line, level) * count for line, count in lines)
    for size, number in Counter(groups).items():
        # what one more group adds to lines of a kind, the line, groups in it already, how many
        ways = [(_added_waste(line, 0, size, level), line, 0, count) for line, count in lines]
        ways = [way for way in ways if way[1][0] >= size]
        heapify(ways)
        while number and ways:
            added, line, before, count = heappop(ways)
            taken = min(count, number)
            wasted += added * taken
            number -= taken
            if line[0] >= (before + 2) * size:
                more = _added_waste(line, before + 1, size, level)
                heappush(ways, (more, line, before + 1, taken))
    return wasted


def _added_waste(line: tuple[int, int], before: int, size: int, level: int) -> int:
    seats, cells = line[0] - before * size, line[1] - before
    return _empty(seats - size, cells - 1, level) - _empty(seats, cells, level)


def _waste_of_both(sides: tuple[Kinds, Kinds], groups: Sequence[int], level: int) -> int:
    """Return the least waste in the rows and the columns of some of the groups, the largest."""
    most = added = 0
    for number, size in enumerate(groups, 1):
        fitting = [[line for line, _count in lines if line[0] >= size] for lines in sides]
        if number == 1:  # and nothing else in its row and its column
            most = sum(
                min((_empty(n - size, k - 1, level) for n, k in lines), default=0)
                for lines in fitting
            )
        for lines in fitting:
            added += min((_added_waste(line, 0, size, level) for line in lines), default=0)
        most = max(most, added - number * (number - 1) * level * (level + 1) // 2)
    return most
