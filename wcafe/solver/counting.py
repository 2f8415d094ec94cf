"""Counting with boxes: the small sums that bounds and figures are made of."""

from collections import Counter
from collections.abc import Sequence
from heapq import heapify, heappop, heappush


def fill(
    total: int,
    room: Sequence[int],
    boxes: Sequence[int],
    occupied: Sequence[int | None] | None = None,
) -> int:
    """Return the least Σ C(x, 2) over boxes when `total` items go into groups of boxes.

    Group i takes at most `room[i]` items, spread over its `boxes[i]` boxes; an item that
    joins k others in a box costs k, so groups are filled level by level (the sums are
    convex, so greedy is exact). Items that fit nowhere are left out. Where `occupied[i]` is given,
    group i has one more box, in which an item finds so many others before it.

    >>> fill(5, [5], [4]), fill(8, [3, 9], [2, 2]), fill(5, [5], [3], [1])
    (1, 5, 2)
    """
    others = occupied or [None] * len(room)
    kinds = Counter(zip(room, boxes, others, strict=True))  # tables are much alike

    def taken_below(level: int, most: int, width: int, found: int | None) -> int:
        in_one_more = 0 if found is None else max(level - found, 0)
        return min(most, level * width + in_one_more)

    places = sum(
        most * count for (most, width, found), count in kinds.items() if width or found is not None
    )
    left, cost, level = min(total, places), 0, 0
    while left > 0:
        here = sum(
            count * (taken_below(level + 1, *kind) - taken_below(level, *kind))
            for kind, count in kinds.items()
        )
        taken = min(left, here)
        cost += level * taken
        left -= taken
        level += 1
    return cost


def spread(items: int, sizes: Sequence[int]) -> int:
    """Return the fewest pairs of `items` alike people over tables of the given sizes."""
    return fill(items, sizes, [1] * len(sizes))


def most_same(counts: Sequence[int], sizes: Sequence[int]) -> int:
    """Return about the most same-value pairs: the largest groups packed at the largest tables.

    >>> most_same([4, 2], [3, 3])
    4
    """
    left = sorted(counts, reverse=True)
    pairs = 0
    for size in sizes:
        if not left:
            break
        here = min(size, left[0])
        pairs += here * (here - 1) // 2
        left[0] -= here
        left = sorted((count for count in left if count), reverse=True)
    return pairs


def even_sizes(people: int, least: Sequence[int], most: Sequence[int]) -> list[int]:
    """Return how many people each table gets, as even as the limits allow.

    A table that cannot be filled to its `least` is left empty, the one with the highest first.
    Where that leaves too few seats, `least` gives way.

    >>> even_sizes(13, [0] * 3, [5] * 3), even_sizes(7, [4, 4], [5, 5])
    ([5, 4, 4], [4, 3])
    """
    tables = [t for t in range(len(most)) if most[t] > 0]
    floor = {t: min(least[t], most[t]) for t in tables}
    while sum(floor[t] for t in tables) > people and len(tables) > 1:
        spare = max(tables, key=lambda t: (floor[t], t))
        if sum(most[t] for t in tables if t != spare) < people:
            break
        tables.remove(spare)
    if sum(floor[t] for t in tables) > people:
        floor = dict.fromkeys(tables, 0)
    sizes = [floor[t] if t in tables else 0 for t in range(len(most))]
    smallest = [(sizes[t], t) for t in tables if sizes[t] < most[t]]
    heapify(smallest)
    for _person in range(people - sum(sizes)):
        size, t = heappop(smallest)
        sizes[t] = size + 1
        if sizes[t] < most[t]:
            heappush(smallest, (size + 1, t))
    return sizes
