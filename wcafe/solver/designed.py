"""A plan made from a design beside the plan of the search: the better one is kept.

The design is fitted, its people exchanged so that the rules are served, and then polished;
mostly it is at its bound by then, and nothing else is looked for.
"""

from collections.abc import Callable
from functools import partial

import numpy as np

from wcafe.solver.designs.companions import (
    exchange_the_absent,
    follow_leaders,
    is_loose,
    model_of_leaders,
    thin_out,
)
from wcafe.solver.designs.fitting import design_plan, fits_a_design
from wcafe.solver.designs.relabel import exchange_people
from wcafe.solver.hard_rules import violations
from wcafe.solver.measure import repeats_and_coincidences
from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.search.cooling import Cooling
from wcafe.solver.search.finishing import add_way_home, rounds_to_search
from wcafe.solver.search.improve import Search
from wcafe.solver.search.prices import MEET, least_cost
from wcafe.solver.search.seating import room_for
from wcafe.solver.solution import Bounds, Standing

_DEAR = 4 * MEET  # what a design saves in meetings is not to be given away for mixing
_ATTEMPTS = 2  # to lay out a design in which some go together
_SOON = 0.5  # of the time there is, after which the search has to begin
_SHARE = 0.25  # of the effort, beside the whole, that a plan made from a design is given

Found = tuple[Ints, str]
"""Seats, of shape (R, P), and how they were found."""


def from_design(
    model: Model,
    bounds: Bounds,
    start: Ints,
    rng: np.random.Generator,
    effort: float,
    is_past: Callable[[float], bool],
    on_better: Callable[[Standing], object] | None,
) -> tuple[Ints | None, bool]:
    """Return the seats a design leads to, None if to none or needless, and: is that all?

    It is where nothing could be better, and where no more meetings could be spared: then all the
    effort has gone into the rest. `is_past` as in `compose`.
    """
    stop = partial(is_past, _SOON)

    def tell(seats: Ints) -> None:
        if on_better is not None:
            worth = repeats_and_coincidences(model, seats)
            on_better(Standing(0.0, *worth, bounds.beside(*worth, keeps_rules=False)))

    if stop() or is_loose(model):
        return None, False
    leading = model_of_leaders(model)
    if stop() or not fits_a_design(leading):
        return None, False
    rounds = rounds_to_search(model)
    room = {r: room_for(model, r, is_roomy=False) for r in rounds}
    target = least_cost(model, rounds, room, bounds.coincidences, meet=_DEAR)
    if (
        (start[rounds] != NOBODY).all()
        and _cost_of(model, start, is_roomy=False) <= target
        and repeats_and_coincidences(model, start)[0] <= bounds.repeats
    ):
        return None, False
    seats = design_plan(leading, rng, stop)
    if seats is None:
        return None, False
    seats = _lay_out(model, seats, room, bounds, rng, effort, stop, tell)
    search = Search(model, rounds, seats, rng, meet=_DEAR)
    cooling = Cooling(_SHARE * effort, bounds, stop, None)
    cooling.run(search, target, is_warm=True)
    is_least = search.repeats_and_coincidences()[1] <= bounds.coincidences
    if is_least and search.best_cost > target and not violations(model, search.best):
        cooling = Cooling(effort, bounds, partial(is_past, 1.0), on_better)
        cooling.run(search, target, is_warm=True, share=1.0 - _SHARE)
    seats = add_way_home(model, search.best, rng, cooling, is_roomy=False)
    is_all = is_least or search.best_cost <= target
    return seats, is_all and not violations(model, seats)


def _lay_out(
    model: Model,
    leading: Ints,
    room: dict[int, list[int]],
    bounds: Bounds,
    rng: np.random.Generator,
    effort: float,
    stop: Callable[[], bool],
    tell: Callable[[Ints], None],
) -> Ints:
    """Return the better of some seats for everybody on the ways of those who lead."""
    is_shared = model.people > leading.shape[1]  # some go together
    found, fewest = leading, -1
    steps = _steps_of(_SHARE / 2 * effort, model)
    for _attempt in range(_ATTEMPTS):
        ways = follow_leaders(model, leading, rng)
        tell(thin_out(model, ways, room))
        ways = exchange_people(model, ways, rng, steps // _ATTEMPTS if is_shared else steps, stop)
        seats = exchange_the_absent(
            model, ways, room, bounds.coincidences, rng, _SHARE / 2 * effort, stop
        )
        tell(seats)
        coincidences = repeats_and_coincidences(model, seats)[1]
        if fewest < 0 or coincidences < fewest:
            found, fewest = seats, coincidences
        if fewest <= bounds.coincidences or not is_shared or stop():
            break
    return found


def better(
    model: Model, first: Found, second: tuple[Ints | None, str], stop: Callable[[], bool]
) -> Found:
    """Return the one with fewer violations, else the cheaper, else the one with fewer repeats.

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
    rounds = rounds_to_search(model)
    return Search(model, rounds, seats, rng, is_roomy=is_roomy, meet=_DEAR).cost


def _steps_of(seconds: float, model: Model) -> int:
    """Return about how many exchanges of two people `seconds` are; see `Search`."""
    return int(seconds / (1e-4 + model.rounds * (4e-5 + 5e-7 * model.people)))
