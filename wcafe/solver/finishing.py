"""Which rounds are searched, and those that follow from others: carousel moves, the way home."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from wcafe.solver.cooling import Cooling
from wcafe.solver.improve import Search
from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.problem import Group
from wcafe.solver.seating import room_for, sit_down

_WAY_HOME = 0.05  # the share of the effort that goes into the last round when all return home


def rounds_to_search(model: Model) -> list[int]:
    first = model.problem.from_round
    if model.problem.carousel:
        return [first]
    return [r for r in model.problem.counted_rounds if r >= first]


def searched(model: Model) -> Model:
    """Return the model the search sees.

    In a carousel whole groups are formed, then they move. Where all return home, who is pinned
    in the last round begins there, and who is to be together or apart in it is so in the first.
    """
    if model.problem.return_home and model.problem.from_round == 0 and model.rounds > 1:
        both = model.present[0] & model.present[-1]
        begins = both & (model.pinned[0] == NOBODY) & (model.pinned[-1] != NOBODY)
        pinned = model.pinned.copy()
        pinned[0, begins] = model.pinned[-1, begins]
        problem = replace(
            model.problem,
            apart=(*model.problem.apart, *_at_home(model, model.problem.apart)),
            together=(*model.problem.together, *_at_home(model, model.problem.together)),
        )
        return replace(model, problem=problem, pinned=pinned)
    if not model.problem.carousel:
        return model
    pinned = model.pinned.copy()
    if (first := model.problem.from_round) > 0:
        moved = (model.past[first - 1] + 1) % model.tables
        known = (model.past[first - 1] != NOBODY) & model.roams
        pinned[first, known] = moved[known]
    return replace(model, present=np.ones_like(model.present), pinned=pinned)


def _at_home(model: Model, groups: tuple[Group, ...]) -> Iterator[Group]:
    """Yield the groups of the last round alone as they are in the first, where it is the same."""
    last = model.rounds - 1
    both = model.present[0] & model.present[last]
    for group in groups:
        if group.rounds is not None and last in group.rounds and 0 not in group.rounds:
            ids = tuple(person for person in group.ids if both[model.index[person]])
            yield Group(ids=ids, rounds=frozenset({0}))


def seated(model: Model, seats: Ints, rng: np.random.Generator) -> Ints:
    """Return `seats` with everybody at a table that has room, without weighing anything.

    It is what there is where a search is stopped before it has begun. Cost: milliseconds.
    """
    anywhere = np.zeros((model.tables, model.people), np.int32)
    seen = searched(model)
    seats = seats.copy()
    ways_home = [model.rounds - 1] if model.problem.return_home and model.rounds > 1 else []
    for r in [*rounds_to_search(model), *ways_home]:
        wished = seats[0] if r in ways_home else seats[r]
        room = room_for(seen, r, is_roomy=False)
        seats[r], _empty = sit_down(seen, r, room, wished, anywhere, rng)
    if model.problem.carousel:
        _move_on(model, seats)
    return seats


def _move_on(model: Model, seats: Ints) -> None:
    for r in range(model.problem.from_round + 1, model.rounds):
        seats[r] = np.where(model.roams, (seats[r - 1] + 1) % model.tables, seats[r - 1])
    seats[~model.present] = NOBODY


def finished(
    model: Model, seats: Ints, rng: np.random.Generator, cooling: Cooling, *, is_roomy: bool
) -> Ints:
    """Return `seats` with the rounds that follow from others: carousel moves, the way home."""
    last = model.rounds - 1
    seats = seats.copy()
    if model.problem.carousel:
        _move_on(model, seats)
    elif model.problem.return_home and last > 0:
        home = np.where(model.pinned[last] == NOBODY, seats[0], model.pinned[last])
        pinned = model.pinned.copy()
        pinned[last] = np.where(model.present[last], home, NOBODY)
        seats[last] = pinned[last]
        way_home = replace(model, pinned=pinned)
        search = Search(way_home, [last], seats, rng, is_roomy=is_roomy)
        cooling.run(search, search.best_cost - 1, is_warm=True, share=_WAY_HOME)
        seats = search.best
    return seats
