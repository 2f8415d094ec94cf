"""More people than a design has: first those who meet nobody twice, then pairs who go together.

Somebody can be added where one table of each round can be found so that no two of them have a
person in common. Where that ends, people of the design are doubled: two people who share one
way meet in all rounds and cost as little as can be where tables have more seats than there
are tables (SOLVER.md 2: the fixed pairs).
Worth it: 320 random cafés that ask for it had 1,528 coincidences above their bounds, 2,088 without.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from wcafe.solver.designs.cliques import find_clique
from wcafe.solver.measure import shared
from wcafe.solver.model import Ints

_PATIENCE = 600  # people or tables looked at for a set of strangers


def add_people(
    plan: Ints, people: int, tables: int, rng: np.random.Generator, *, is_named: bool
) -> Ints | None:
    """Return `plan`, of shape (rounds, N), with columns added up to `people`, or None.

    A plan for as many people or more is returned as it is. Tables stay alike, give or take one.
    Where the tables have their names already, nobody new comes to one twice either.
    """
    before = plan.shape[1]
    doubled: set[int] = set()
    while (missing := people - plan.shape[1]) > 0:
        more = min(missing, tables)
        added: list[Ints] = []
        if not doubled:
            added = list(_newcomers(plan[:, :before], tables, more, is_named=is_named))
        if len(added) < more:
            left = [person for person in range(before) if person not in doubled]
            pairs = strangers_in(plan, left, more, rng)
            if pairs is None:
                return None
            doubled.update(pairs)
            added = list(plan[:, pairs].T)
        plan = np.concatenate([plan, np.array(added, np.int32).T], axis=1)
    return plan


def _newcomers(plan: Ints, tables: int, most: int, *, is_named: bool) -> Iterator[Ints]:
    """Yield ways, a table a round, on which somebody new meets everybody once at most.

    No two of them come to one table in the same round.
    """
    rounds = len(plan)
    at = np.zeros((rounds, tables, plan.shape[1]), bool)  # who sits where
    for r, row in enumerate(plan):
        at[r, row, np.arange(len(row))] = True
    sits = at.reshape(rounds * tables, -1).astype(np.int32)
    apart = sits @ sits.T == 0
    for r in range(rounds):
        apart[r * tables : (r + 1) * tables, r * tables : (r + 1) * tables] = False
    if is_named:
        table = np.tile(np.arange(tables), rounds)
        apart &= table[:, None] != table[None, :]
    free = list(range(rounds * tables))
    for _newcomer in range(most):
        found = find_clique(apart[np.ix_(free, free)], rounds, _PATIENCE)
        if found is None:
            return
        taken = [free[k] for k in found]
        free = [block for block in free if block not in taken]
        yield np.array([block % tables for block in sorted(taken)], np.int32)


def strangers_in(
    plan: Ints, among: Sequence[int], number: int, rng: np.random.Generator
) -> list[int] | None:
    """Return `number` people no two of whom ever meet in `plan`, or None if not found soon."""
    stranger = np.ones((plan.shape[1],) * 2, bool)
    for row in plan:
        stranger &= shared(row) == 0
    np.fill_diagonal(stranger, False)
    for attempt in range(3):
        order = list(among) if attempt == 0 else [among[k] for k in rng.permutation(len(among))]
        found = find_clique(stranger[np.ix_(order, order)], number, _PATIENCE)
        if found is not None:
            return [order[k] for k in found]
    return None
