"""One round in work: all swaps of two people priced at once.

The price of every swap follows from two matrices: what two people cost at one table, and what a
person costs at each table as they are filled now. The best swap that does not undo a recent one is
made, again and again (tabu search).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wcafe.solver.model import Ints

CANDIDATES = 64  # people whose swaps are priced at each step
STEPS = 30  # swaps before another round is taken up
_TENURE = (3, 12)  # steps a person may not go back to a table just left
_NEVER = 1 << 29


@dataclass(slots=True)
class InWork:
    """One round in work. Its N members are the people present, then a ghost an empty seat.

    Attributes:
        people: (n,), which people the first n members are.
        pair: (N, N), the price of two members at one table.
        at: (T, N), the price of a member at a table, given who sits there now.
        table: (N,), where each member sits.
        movable: which members may be swapped.
        least: (N,), what a member costs at the best table with the best company.
    """

    people: NDArray[np.intp]
    pair: Ints
    at: Ints
    table: NDArray[np.intp]
    movable: NDArray[np.intp]
    least: Ints


def best_swaps(
    work: InWork, rng: np.random.Generator, stop: Callable[[], bool]
) -> tuple[NDArray[np.intp], int]:
    """Make the best swaps that are not tabu; return the best tables met and their change."""
    pair, at, table = work.pair, work.at, work.table.copy()
    twice, members = 2 * pair, np.arange(len(table))
    is_fixed = np.ones(len(table), bool)
    is_fixed[work.movable] = False
    tabu = np.zeros(at.shape, np.int32)
    best, best_change, change = table.copy(), _NEVER, 0
    tenures = rng.integers(*_TENURE, size=(STEPS, 2)).tolist()
    for step in range(1, STEPS + 1):
        if stop():
            break
        now = at[table, members]
        some = work.movable[now[work.movable] > work.least[work.movable]]
        if not len(some):
            break  # nobody could do better anywhere: nor can the round
        if len(some) > CANDIDATES:
            some = some[rng.integers(len(some), size=CANDIDATES)]
        here = table[some]
        # i goes from a to b, j from b to a, for the price of
        # at[b, i] + at[a, j] − at[a, i] − at[b, j] − 2 pair[i, j]
        if len(some) == len(table):  # the same for both: half the work
            gains, closed = at[table] - now, tabu[table] > step
            prices = gains + gains.T
            prices -= twice
            is_tabu = closed | closed.T
        else:
            prices = at[:, some][table].T + at[here]
            prices -= twice[some]
            prices -= now
            prices -= now[some][:, None]
            is_tabu = (step < tabu[:, some][table].T) | (tabu[here] > step)
        is_tabu &= prices >= min(best_change, 0) - change
        prices[is_tabu | (here[:, None] == table) | is_fixed] = _NEVER
        found = int(prices.argmin())
        i, j = int(some[found // len(table)]), found % len(table)
        if (price := int(prices.flat[found])) >= _NEVER:
            break
        a, b = int(table[i]), int(table[j])
        moved = pair[j] - pair[i]
        at[a] += moved
        at[b] -= moved
        table[i], table[j] = b, a
        tabu[a, i], tabu[b, j] = (step + tenure for tenure in tenures[step - 1])
        change += price
        if change < best_change:
            best, best_change = table.copy(), change
    return best, 0 if best_change == _NEVER else best_change
