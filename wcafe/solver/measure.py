"""What seats are worth: meetings, repeats, coincidences, mixing. The oracle of the tests."""

from collections import Counter
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from wcafe.solver.counting import most_same, spread
from wcafe.solver.model import NOBODY, Ints, Model

Places = NDArray[np.intp]


def met_before(model: Model) -> Ints:
    """Return how often each pair met in earlier cafés; shape (P, P), symmetric."""
    times = np.zeros((model.people, model.people), np.int32)
    for a, b, count in model.problem.met_before:
        i, j = model.index[a], model.index[b]
        times[i, j] += count
        times[j, i] += count
    return times


def shared(row: Ints) -> Ints:
    """Return 1 where two people share a table in one round; shape (P, P), 0 on the diagonal."""
    same: Ints = ((row[:, None] == row[None, :]) & (row != NOBODY)[:, None]).astype(np.int32)
    np.fill_diagonal(same, 0)
    return same


def pairs_at_tables(row: Ints) -> tuple[Places, Places]:
    """Return the pairs who share a table in one round: the first of each, and the second.

    Cost: O(P log P + pairs), where a matrix of all pairs would be O(P²).
    """
    order = np.argsort(row, kind="stable")
    order = order[np.count_nonzero(row == NOBODY) :]
    table = row[order]
    firsts, seconds = [order[:0]], [order[:0]]
    for apart in range(1, len(order)):
        is_shared = table[apart:] == table[:-apart]
        if not is_shared.any():
            break
        firsts.append(order[:-apart][is_shared])
        seconds.append(order[apart:][is_shared])
    return np.concatenate(firsts), np.concatenate(seconds)


def repeats_and_coincidences(model: Model, seats: Ints) -> tuple[int, int]:
    """Return Σ (m − 1)⁺ and Σ C(m, 2) over pairs, without intended meetings.

    Where people met before, only what this plan adds is counted: the meetings of earlier
    cafés are no fault of it.
    """
    people = model.people
    told = [np.zeros(0, np.intp)]
    for r in model.problem.counted_rounds:
        first, second = pairs_at_tables(seats[r])
        told.append(first * people + second)
    pairs, times = np.unique(np.concatenate(told), return_counts=True)
    earlier: Counter[int] = Counter()
    for a, b, count in model.problem.met_before:
        low, high = sorted((model.index[a], model.index[b]))
        earlier[low * people + high] += count
    before = np.array([earlier[pair] for pair in pairs.tolist()] if earlier else 0, np.int64)
    both = before + times
    repeats = np.maximum(both - 1, 0) - np.maximum(before - 1, 0)
    coincidences = both * (both - 1) // 2 - before * (before - 1) // 2
    return int(repeats.sum()), int(coincidences.sum())


def balance(model: Model, seats: Ints) -> dict[str, float]:
    """Return for each attribute to mix 1 − excess same-value pairs ÷ the most possible.

    The excess is counted above the most even spread over the tables that are used, and the
    most possible is the excess of the most uneven one. Who has no value is like nobody.
    """
    shares = {}
    for name in model.problem.balance:
        values = attribute_codes(model, name)
        kinds = int(values.max(initial=-1)) + 1
        found = fewest = most = 0
        for r in range(model.rounds):
            there = seats[r] != NOBODY
            sizes = np.bincount(seats[r][there], minlength=model.tables)
            used = tuple(sorted((size for size in sizes.tolist() if size), reverse=True))
            there &= values >= 0
            of_kind = values[there] * model.tables + seats[r][there]
            at = np.bincount(of_kind, minlength=kinds * model.tables).reshape(kinds, model.tables)
            found += int((at * (at - 1) // 2).sum())
            least, worst = _extremes(tuple(at.sum(axis=1).tolist()), used)
            fewest += least
            most += worst
        excess = (found - fewest) / (most - fewest) if most > fewest else 0.0
        shares[name] = round(1.0 - min(max(excess, 0.0), 1.0), 4)
    return shares


@lru_cache(maxsize=64)
def _extremes(counts: tuple[int, ...], sizes: tuple[int, ...]) -> tuple[int, int]:
    """Return the fewest and the most same-value pairs over tables of `sizes`."""
    return sum(spread(count, sizes) for count in counts), most_same(counts, sizes)


def attribute_codes(model: Model, name: str) -> Ints:
    """Return a number for each person's value of `name`, −1 where there is none; shape (P,)."""
    values = [guest.attributes.get(name, "") for guest in model.problem.people]
    known = {value: code for code, value in enumerate(sorted({v for v in values if v}))}
    return np.array([known.get(value, -1) for value in values], np.int32)
