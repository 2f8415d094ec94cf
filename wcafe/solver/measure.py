"""What seats are worth: meetings, repeats, coincidences, mixing. The oracle of the tests."""

import numpy as np

from wcafe.solver.counting import most_same, spread
from wcafe.solver.model import NOBODY, Ints, Model


def met_before(model: Model) -> Ints:
    """Return how often each pair met in earlier cafés; shape (P, P), symmetric."""
    times = np.zeros((model.people, model.people), np.int32)
    for a, b, count in model.problem.met_before:
        i, j = model.index[a], model.index[b]
        times[i, j] += count
        times[j, i] += count
    return times


def meetings(model: Model, seats: Ints) -> Ints:
    """Return how often each pair shares a table in the counted rounds; shape (P, P)."""
    times = np.zeros((model.people, model.people), np.int32)
    for r in model.problem.counted_rounds:
        times += shared(seats[r])
    return times


def shared(row: Ints) -> Ints:
    """Return 1 where two people share a table in one round; shape (P, P), 0 on the diagonal."""
    same: Ints = ((row[:, None] == row[None, :]) & (row != NOBODY)[:, None]).astype(np.int32)
    np.fill_diagonal(same, 0)
    return same


def repeats_and_coincidences(model: Model, seats: Ints) -> tuple[int, int]:
    """Return Σ (m − 1)⁺ and Σ C(m, 2) over pairs, without intended meetings.

    Where people met before, only what this plan adds is counted: the meetings of earlier
    cafés are no fault of it.
    """
    earlier = met_before(model).astype(np.int64)
    both = earlier + meetings(model, seats)
    repeats = np.maximum(both - 1, 0) - np.maximum(earlier - 1, 0)
    coincidences = both * (both - 1) // 2 - earlier * (earlier - 1) // 2
    return int(repeats.sum()) // 2, int(coincidences.sum()) // 2


def balance(model: Model, seats: Ints) -> dict[str, float]:
    """Return for each attribute to mix 1 − excess same-value pairs ÷ the most possible.

    The excess is counted above the most even spread over the tables that are used, and the
    most possible is the excess of the most uneven one. Who has no value is like nobody.
    """
    shares = {}
    for name in model.problem.balance:
        values = attribute_codes(model, name)
        found = fewest = most = 0
        for r in range(model.rounds):
            sizes = np.bincount(seats[r][seats[r] != NOBODY], minlength=model.tables)
            used = sorted((int(size) for size in sizes if size), reverse=True)
            counts = []
            for value in range(int(values.max(initial=-1)) + 1):
                here = seats[r][(values == value) & (seats[r] != NOBODY)]
                at = np.bincount(here, minlength=model.tables)
                found += int((at * (at - 1) // 2).sum())
                fewest += spread(len(here), used)
                counts.append(len(here))
            most += most_same(counts, used)
        excess = (found - fewest) / (most - fewest) if most > fewest else 0.0
        shares[name] = round(1.0 - min(max(excess, 0.0), 1.0), 4)
    return shares


def attribute_codes(model: Model, name: str) -> Ints:
    """Return a number for each person's value of `name`, −1 where there is none; shape (P,)."""
    values = [guest.attributes.get(name, "") for guest in model.problem.people]
    known = {value: code for code, value in enumerate(sorted({v for v in values if v}))}
    return np.array([known.get(value, -1) for value in values], np.int32)
