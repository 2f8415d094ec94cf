"""Which rounds are searched, and those that follow from others: carousel moves, the way home."""

from dataclasses import replace

import numpy as np

from wcafe.solver.cooling import Cooling
from wcafe.solver.improve import Search
from wcafe.solver.model import NOBODY, Ints, Model

_WAY_HOME = 0.05  # the share of the effort that goes into the last round when all return home


def rounds_to_search(model: Model) -> list[int]:
    first = model.problem.from_round
    if model.problem.carousel:
        return [first]
    return [r for r in model.problem.counted_rounds if r >= first]


def searched(model: Model) -> Model:
    """Return the model the search sees.

    In a carousel whole groups are formed, then they move. Where all return home, who is pinned
    in the last round begins there.
    """
    if model.problem.return_home and model.problem.from_round == 0 and model.rounds > 1:
        both = model.present[0] & model.present[-1]
        begins = both & (model.pinned[0] == NOBODY) & (model.pinned[-1] != NOBODY)
        pinned = model.pinned.copy()
        pinned[0, begins] = model.pinned[-1, begins]
        return replace(model, pinned=pinned)
    if not model.problem.carousel:
        return model
    pinned = model.pinned.copy()
    if (first := model.problem.from_round) > 0:
        moved = (model.past[first - 1] + 1) % model.tables
        known = (model.past[first - 1] != NOBODY) & model.roams
        pinned[first, known] = moved[known]
    return replace(model, present=np.ones_like(model.present), pinned=pinned)


def finished(
    model: Model, seats: Ints, rng: np.random.Generator, cooling: Cooling, *, is_roomy: bool
) -> Ints:
    """Return `seats` with the rounds that follow from others: carousel moves, the way home."""
    first, last = model.problem.from_round, model.rounds - 1
    seats = seats.copy()
    if model.problem.carousel:
        for r in range(first + 1, model.rounds):
            seats[r] = np.where(model.roams, (seats[r - 1] + 1) % model.tables, seats[r - 1])
        seats[~model.present] = NOBODY
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
