"""A plan made from a design beside the plan of the search: the better one is kept.

The design is fitted, its people exchanged so that the rules are served, and then polished;
mostly it is at its bound by then, and nothing else is looked for.
"""

from collections.abc import Callable

import numpy as np

from wcafe.solver.cooling import Cooling
from wcafe.solver.finishing import finished, rounds_to_search
from wcafe.solver.fitting import design_plan, fits_a_design
from wcafe.solver.improve import Search
from wcafe.solver.measure import repeats_and_coincidences
from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.prices import least_cost
from wcafe.solver.relabel import relabelled
from wcafe.solver.rules import violations
from wcafe.solver.seating import room_for
from wcafe.solver.solution import Bounds

_SHARE = 0.25  # of the effort, beside the whole, that a plan made from a design is given

Found = tuple[Ints, str]
"""Seats, of shape (R, P), and how they were found."""


def from_design(
    model: Model,
    bounds: Bounds,
    start: Ints,
    rng: np.random.Generator,
    effort: float,
    stop: Callable[[], bool],
) -> tuple[Ints | None, bool]:
    """Return the seats a design leads to, None if to none or needless, and: can none be better?"""
    if stop() or not fits_a_design(model):
        return None, False
    rounds = rounds_to_search(model)
    room = {r: room_for(model, r, is_roomy=False) for r in rounds}
    target = least_cost(model, rounds, room, bounds.coincidences)
    if (
        (start[rounds] != NOBODY).all()
        and _cost_of(model, start, is_roomy=False) <= target
        and repeats_and_coincidences(model, start)[0] <= bounds.repeats
    ):
        return None, False
    seats = None if stop() else design_plan(model, rng)
    if seats is None:
        return None, False
    seats = relabelled(model, seats, rng, _steps_of(_SHARE / 2 * effort, model), stop)
    search = Search(model, rounds, seats, rng)
    cooling = Cooling(_SHARE * effort, bounds, stop, None)
    cooling.run(search, target, is_warm=True)
    seats = finished(model, search.best, rng, cooling, is_roomy=False)
    return seats, search.best_cost <= target and not violations(model, seats)


def better(
    model: Model, first: Found, second: tuple[Ints | None, str], stop: Callable[[], bool]
) -> Found:
    """Return the one with fewer breaches, else the cheaper, else the one with fewer repeats.

    After a stop there is no time to price all, and coincidences stand for the price.
    """
    seats, how = second
    if seats is None:
        return first
    worth = []
    for one in (first[0], seats):
        repeats, coincidences = repeats_and_coincidences(model, one)
        cost = coincidences if stop() else _cost_of(model, one)
        worth.append((len(violations(model, one)), cost, repeats))
    return first if worth[0] <= worth[1] else (seats, how)


def _cost_of(model: Model, seats: Ints, *, is_roomy: bool = True) -> int:
    """Return what the search makes of `seats`, by the same measure for every plan of `model`."""
    rng = np.random.default_rng(0)  # nobody is moved by it: all sit
    return Search(model, rounds_to_search(model), seats, rng, is_roomy=is_roomy).cost


def _steps_of(seconds: float, model: Model) -> int:
    """Return about how many exchanges of two people `seconds` are; see `Search`."""
    return int(seconds / (1e-4 + model.rounds * (4e-5 + 5e-7 * model.people)))
