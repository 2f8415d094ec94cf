"""Which rounds are searched and how, and the one that follows from another: the way home."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.problem import Group
from wcafe.solver.search.carousel import Carousel
from wcafe.solver.search.cooling import Cooling, Improvable
from wcafe.solver.search.improve import Search
from wcafe.solver.search.seating import room_for, sit_down

_WAY_HOME = 0.05  # the share of the effort that goes into the last round when all return home


def rounds_to_search(model: Model) -> list[int]:
    problem = model.problem
    counted = range(model.rounds) if problem.carousel else problem.counted_rounds
    return [r for r in counted if r >= problem.from_round]


def search_of(
    model: Model,
    rounds: list[int],
    start: Ints,
    rng: np.random.Generator,
    *,
    is_roomy: bool = False,
    room: dict[int, list[int]] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Improvable:
    """Return what improves `start` as the rules of `model` ask for; see `Search`."""
    room = room or {r: room_for(model, r, is_roomy=is_roomy) for r in rounds}
    if model.problem.carousel:
        return Carousel(model, start, rng, room)
    return Search(model, rounds, start, rng, is_roomy=is_roomy, room=room, stop=stop)


def model_to_search(model: Model) -> Model:
    """Return the model the search sees.

    Where all return home, who is pinned in the last round begins there, and who is to be together
    or apart in it is so in the first. A carousel sees all its rounds as they are.
    """
    problem = model.problem
    goes_home = problem.return_home and problem.from_round == 0 and model.rounds > 1
    if not goes_home or problem.carousel:
        return model
    both = model.present[0] & model.present[-1]
    begins = both & (model.pinned[0] == NOBODY) & (model.pinned[-1] != NOBODY)
    pinned = model.pinned.copy()
    pinned[0, begins] = model.pinned[-1, begins]
    problem = replace(
        problem,
        apart=(*problem.apart, *_at_home(model, problem.apart)),
        together=(*problem.together, *_at_home(model, problem.together)),
    )
    return replace(model, problem=problem, pinned=pinned)


def _at_home(model: Model, groups: tuple[Group, ...]) -> Iterator[Group]:
    """Yield the groups of the last round alone as they are in the first, where it is the same."""
    last = model.rounds - 1
    both = model.present[0] & model.present[last]
    for group in groups:
        if group.rounds is not None and last in group.rounds and 0 not in group.rounds:
            ids = tuple(person for person in group.ids if both[model.index[person]])
            yield Group(ids=ids, rounds=frozenset({0}))


def seat_everybody(model: Model, seats: Ints, rng: np.random.Generator) -> Ints:
    """Return `seats` with everybody at a table that has room, without weighing anything.

    It is what there is where a search is stopped before it has begun. Cost: milliseconds.
    """
    seen, rounds = model_to_search(model), rounds_to_search(model)
    if model.problem.carousel:
        return search_of(seen, rounds, seats, rng).best
    anywhere = np.zeros((model.tables, model.people), np.int32)
    seats = seats.copy()
    ways_home = [model.rounds - 1] if model.problem.return_home and model.rounds > 1 else []
    for r in [*rounds, *ways_home]:
        wished = seats[0] if r in ways_home else seats[r]
        room = room_for(seen, r, is_roomy=False)
        seats[r], _empty = sit_down(seen, r, room, wished, anywhere, rng)
    return seats


def add_way_home(
    model: Model, seats: Ints, rng: np.random.Generator, cooling: Cooling, *, is_roomy: bool
) -> Ints:
    """Return `seats` with the way home, where all return and it was not searched with the rest."""
    last = model.rounds - 1
    seats = seats.copy()
    if model.problem.return_home and last > 0 and not model.problem.carousel:
        home = np.where(model.pinned[last] == NOBODY, seats[0], model.pinned[last])
        pinned = model.pinned.copy()
        pinned[last] = np.where(model.present[last], home, NOBODY)
        seats[last] = pinned[last]
        way_home = replace(model, pinned=pinned)
        search = Search(way_home, [last], seats, rng, is_roomy=is_roomy)
        cooling.run(search, search.best_cost - 1, is_warm=True, share=_WAY_HOME)
        seats = search.best
    return seats
