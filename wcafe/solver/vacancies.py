"""Tables left empty by turns, where hosting is handed over and few are willing to host.

A table used in two rounds running needs somebody willing who stays on. Where there are fewer of
these than tables, some are left empty in one round and others in the next, as far as the rest
have seats for everybody.
"""

from dataclasses import replace

import numpy as np

from wcafe.solver.model import NOBODY, Model
from wcafe.solver.problem import Problem
from wcafe.solver.search.seating import room_in_use
from wcafe.solver.turns import willing_of


def leave_empty(model: Model) -> Problem:
    """Return the problem of `model` with tables closed in rounds where nobody could host them."""
    problem, first = model.problem, model.problem.from_round
    room = model.room
    if problem.previous is not None:
        room = np.array([room_in_use(model, r) for r in range(model.rounds)])
    used = [set(np.flatnonzero(seats).tolist()) for seats in room]
    for r in range(first):
        used[r] = set(model.past[r].tolist()) - {NOBODY}
    empty: list[set[int]] = [set() for _round in used]
    for r in range(max(first, 1), model.rounds):
        hosts = _most_hosted(model, r)
        for at, other in ((r, r - 1), (r - 1, r)):  # the later round first: it spares the next too
            spare = _spare(model, at, empty[at]) if at >= first else []
            for t in sorted(spare, key=lambda t: t in empty[at - 1] or t in empty[other]):
                both = (used[r - 1] - empty[r - 1]) & (used[r] - empty[r])
                if len(both) <= hosts:
                    break
                if t in both and _has_seats(model, at, empty[at] | {t}):
                    empty[at].add(t)
    if not any(empty):
        return problem
    tables = tuple(
        replace(table, closed=table.closed | {r for r, some in enumerate(empty) if t in some})
        for t, table in enumerate(problem.tables)
    )
    return replace(problem, tables=tables)


def _most_hosted(model: Model, r: int) -> int:
    """Return how many tables somebody willing could stay on at from the round before to round r."""
    able = willing_of(model) & model.present[r - 1] & model.present[r]
    if r == model.problem.from_round:  # where they sat is past
        return len(set(model.past[r - 1][able].tolist()) - {NOBODY})
    return int(able.sum())


def _spare(model: Model, r: int, empty: set[int]) -> list[int]:
    """Return the tables nobody has to be at in round r, those with the fewest seats first.

    A table that offers what somebody needs is kept, and one that others are told to sit at.
    """
    told = set(model.pinned[r][model.present[r]].tolist())
    plain = [t for t in np.flatnonzero(model.room[r]).tolist() if t not in told | empty]
    tables = model.problem.tables
    return sorted(plain, key=lambda t: (len(tables[t].features), int(model.room[r, t]), -t))


def _has_seats(model: Model, r: int, empty: set[int]) -> bool:
    seats = model.room[r].sum() - model.room[r, sorted(empty)].sum()
    return bool(seats >= model.present[r].sum())
