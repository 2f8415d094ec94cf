"""Those who keep together change tables as one, with as many others who come in return.

Person by person they could not: the first to leave would break the rule, at a price that no search
pays.
"""

from collections.abc import Sequence

import numpy as np

from wcafe.solver.search.swaps import InWork

_FAR = 1 << 40


def exchange_party(work: InWork, parties: Sequence[Sequence[int]], rng: np.random.Generator) -> int:
    """Let one party of the round, taken by chance, go where it costs least; return the change.

    `work` is changed; it stays as it is, and the change is 0, where the party cannot go. `parties`
    are people. Cost: O(T N).
    """
    one = parties[int(rng.integers(len(parties)))]
    party = np.searchsorted(work.people, one)
    pair, at, table = work.pair, work.at, work.table
    here = int(table[party[0]])
    is_free = np.zeros(len(table), bool)
    is_free[work.movable] = True
    if not is_free[party].all() or (table[party] != here).any():
        return 0
    for other in parties:
        is_free[np.searchsorted(work.people, other)] = False
    with_party = pair[party].sum(axis=0)
    inside = int(with_party[party].sum())
    best, best_change = party[:0], _FAR
    for there in np.unique(table[is_free]).tolist():
        if there == here:
            continue
        others = np.flatnonzero(is_free & (table == there))
        alone = at[here, others] - at[there, others] - 2 * with_party[others]
        if len(others) < len(party):
            continue
        coming = others[np.argsort(alone, kind="stable")[: len(party)]]
        change = inside + int(at[there, party].sum() - at[here, party].sum())
        change += int(np.sort(alone)[: len(party)].sum() + pair[np.ix_(coming, coming)].sum())
        if change < best_change:
            best, best_change = coming, change
    if not len(best):
        return 0
    there = int(table[best[0]])
    moved = pair[best].sum(axis=0) - with_party
    at[here] += moved
    at[there] -= moved
    table[party], table[best] = there, here
    return best_change
