"""A first seating of one round: pins, parties that stay together, then everybody else."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from wcafe.solver.counting import even_sizes
from wcafe.solver.model import NOBODY, Ints, Model


def room_for(model: Model, r: int, *, is_roomy: bool) -> list[int]:
    """Return the seats the search may use at each table in round r.

    Tables alike get the same number, just enough for sizes that differ by at most one;
    a table where more people must sit gets more. With `is_roomy` all seats may be used.
    """
    most: list[int] = model.room[r].tolist()
    if is_roomy:
        return most
    fewest = [table.fewest for table in model.problem.tables]
    sizes = _even_sizes(int(model.present[r].sum()), tuple(fewest), tuple(most))
    alike: dict[tuple[int, int], int] = {}
    limits = list(zip(fewest, most, strict=True))
    for kind, size in zip(limits, sizes, strict=True):
        alike[kind] = max(alike.get(kind, 0), size)
    pinned = model.pinned[r]
    forced = np.bincount(pinned[pinned != NOBODY], minlength=model.tables)
    return [
        min(max(alike[kind] if size else 0, int(must)), kind[1])
        for kind, size, must in zip(limits, sizes, forced, strict=True)
    ]


def room_in_use(model: Model, r: int) -> list[int]:
    """Return the seats of a repair: those of the tables where somebody stays or has to be.

    A table that all have left is opened again only where the others have too few seats.
    """
    row = (model.problem.previous or ())[r]
    used = {t for p, t in enumerate(row) if t is not None and model.present[r, p]}
    used.update(model.pinned[r].tolist())
    most: list[int] = model.room[r].tolist()
    room = [seats if t in used else 0 for t, seats in enumerate(most)]
    return room if sum(room) >= model.present[r].sum() else most


@lru_cache(maxsize=64)
def _even_sizes(people: int, fewest: tuple[int, ...], most: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(even_sizes(people, fewest, most))  # rounds are much alike


def sit_down(
    model: Model, r: int, room: list[int], wished: Ints, alone: Ints, rng: np.random.Generator
) -> tuple[Ints, NDArray[np.intp]]:
    """Return where the people present in round r sit, of shape (P,), and the empty seats.

    Args:
        model: the problem.
        r: the round.
        room: seats at each table, in all at least as many as people.
        wished: (P,), a table for those who have one in mind, NOBODY for the others.
        alone: (T, P), what each table costs each person; parties look for a cheap one.
        rng: chooses where there is a choice.
    """
    row = np.full(model.people, NOBODY, np.int32)
    free = np.array(room)
    wished = np.where(model.pinned[r] != NOBODY, model.pinned[r], wished)
    there = np.flatnonzero(model.present[r])
    is_pinned = model.pinned[r] != NOBODY
    parties = parties_of(model, r)
    tied = {p for party in parties for p in party}
    hopeful = there[wished[there] != NOBODY]
    for p in hopeful[np.argsort(~is_pinned[hopeful], kind="stable")].tolist():
        if free[wished[p]] > 0 and (is_pinned[p] or p not in tied):
            row[p] = wished[p]
            free[wished[p]] -= 1
    for party in sorted(parties, key=len, reverse=True):
        _seat_party(party, row, free, wished, alone, rng)
    chairs = rng.permutation(np.repeat(np.arange(model.tables), free))
    standing = there[row[there] == NOBODY]
    row[standing] = chairs[: len(standing)]
    return row, chairs[len(standing) :]


def _seat_party(
    party: list[int],
    row: Ints,
    free: NDArray[np.int_],
    wished: Ints,
    alone: Ints,
    rng: np.random.Generator,
) -> None:
    """Seat those of `party` who stand, at one table: where one sits, or wishes to, or cheaply."""
    standing = [p for p in party if row[p] == NOBODY]
    seated = [int(row[p]) for p in party if row[p] != NOBODY]
    hoped = [*seated, *(int(wished[p]) for p in standing if wished[p] != NOBODY)]
    fits = np.flatnonzero(free >= len(standing))
    table = next((t for t in hoped if t in fits), None)
    if table is None and len(fits):
        costs = alone[fits][:, standing].sum(axis=1) + rng.random(len(fits))
        table = int(fits[costs.argmin()])
    if table is not None:
        row[standing] = table
        free[table] -= len(standing)


def parties_of(model: Model, r: int) -> list[list[int]]:
    """Return the groups of people present who sit together in round r, merged where they meet."""
    parties: list[set[int]] = []
    for group in model.problem.together:
        if group.rounds is None or r in group.rounds:
            party = {p for p in model.members(group) if model.present[r, p]}
            touching = [other for other in parties if other & party]
            parties = [other for other in parties if not other & party]
            parties.append(party.union(*touching))
    return [sorted(party) for party in parties if len(party) > 1]
