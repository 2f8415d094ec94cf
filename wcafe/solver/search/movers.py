"""Who moves on as one in a carousel: people who go from table to table side by side.

A carousel binds two rounds running. From the round somebody comes to the last one before
somebody goes away, each seat follows from the first; who comes back begins anew. People kept
together in a round are so in all rounds of such a stretch. What is left to choose is one
number a mover: its lane, the table where it is, or would have been, in round 0.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.search.seating import parties_of

Place = tuple[int, int]
"""Round and person."""


@dataclass(frozen=True, slots=True)
class Mover:
    """Seats that all follow from one: in round r they are at table lane + r, modulo T."""

    places: tuple[Place, ...]
    lane: int | None = None  # given by the round before the first one to come


def movers_of(model: Model) -> list[Mover]:
    """Return all who move on from `from_round` on; who keeps a table is of none of them."""
    stretches = list(_stretches(model))
    of_place = {place: k for k, one in enumerate(stretches) for place in one.places}
    one_of = list(range(len(stretches)))  # the same number for those who are kept together
    for r in range(model.problem.from_round, model.rounds):
        for party in parties_of(model, r):
            tied = {one_of[of_place[r, p]] for p in party if (r, p) in of_place}
            if len(tied) > 1:
                one_of = [min(tied) if one in tied else one for one in one_of]
    groups: defaultdict[int, list[Mover]] = defaultdict(list)
    for one, stretch in zip(one_of, stretches, strict=True):
        groups[one].append(stretch)
    return [mover for group in groups.values() for mover in _merge(group)]


def lanes_of(model: Model, movers: list[Mover], seats: Ints) -> list[int | None]:
    """Return the lane that each mover has in `seats`, None where it has no seat yet."""
    lanes = []
    for mover in movers:
        told = ((r, int(seats[r, p])) for r, p in mover.places)
        known = [(t - r) % model.tables for r, t in told if t != NOBODY]
        lanes.append(mover.lane if mover.lane is not None else next(iter(known), None))
    return lanes


def _stretches(model: Model) -> Iterator[Mover]:
    first = model.problem.from_round
    for p in np.flatnonzero(model.roams).tolist():
        places: list[Place] = []
        for r in range(first, model.rounds):
            if model.present[r, p]:
                places.append((r, p))
            elif places:
                yield _stretch(model, places)
                places = []
        if places:
            yield _stretch(model, places)


def _stretch(model: Model, places: list[Place]) -> Mover:
    r, p = places[0]
    before = int(model.past[r - 1, p]) if r == model.problem.from_round > 0 else NOBODY
    lane = None if before == NOBODY else (before + 1 - r) % model.tables
    return Mover(tuple(places), lane)


def _merge(group: list[Mover]) -> Iterator[Mover]:
    """Yield those of `group` who have a lane each, then all others as one, in the lane of one."""
    given = [mover for mover in group if mover.lane is not None]
    others = tuple(place for mover in group if mover.lane is None for place in mover.places)
    yield from given
    if others:
        yield Mover(others, given[0].lane if given else None)
