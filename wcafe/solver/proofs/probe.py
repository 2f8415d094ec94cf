"""Can the hard rules hold at all? A quick proof that they cannot, where one is at hand.

First the sums (seats, least sizes, circles of languages, tables a traveller must see), then a
bounded search over the seats of those whom a rule names; all others only need a chair. Both
relax the problem, so what they find impossible is so, and what they do not may be.
"""

from collections.abc import Callable

import numpy as np

from wcafe.solver.languages import language_circles
from wcafe.solver.model import NOBODY, Bools, Ints, Model
from wcafe.solver.proofs.placing import Places

_STEPS = 1500


def is_impossible(
    model: Model, *, steps: int = _STEPS, stop: Callable[[], bool] = lambda: False
) -> bool:
    """Return True if no plan keeps the hard rules of `model`, as proved within `steps`.

    Cost: O(R P²) for the sums, then `steps` seats, each O(R P).
    """
    return can_hold(model, steps=steps, stop=stop) is False


def can_hold(
    model: Model, *, steps: int = _STEPS, stop: Callable[[], bool] = lambda: False
) -> bool | None:
    """Return whether the hard rules of `model` can hold, as far as that is known within `steps`.

    False is a proof; True says that a plan which keeps them was found, which is looked for among
    few people only.
    """
    rounds = range(model.problem.from_round, model.rounds)
    if (
        _pins_the_absent(model)
        or any(_cannot_sit(model, r) or _cannot_talk(model, r) for r in rounds)
        or _cannot_see_new_tables(model)
        or _cannot_hand_over(model)
    ):
        return False
    return Places(model).can_hold(steps, stop)


def _pins_the_absent(model: Model) -> bool:
    pins = (pin for pin in model.problem.pins if pin.round >= model.problem.from_round)
    return any(not model.present[pin.round, model.index[pin.id]] for pin in pins)


def _cannot_sit(model: Model, r: int) -> bool:
    """Do no sizes within the limits of the open tables hold just the people of round r?"""
    people = int(model.present[r].sum())
    reachable = 1  # bit n is set where the tables so far can hold n people
    for table, most in zip(model.problem.tables, model.room[r].tolist(), strict=True):
        sizes = 1 | sum(1 << n for n in range(max(table.fewest, 1), most + 1))
        grown = 0
        for n in range(sizes.bit_length()):
            if sizes >> n & 1:
                grown |= reachable << n
        reachable = grown & ((1 << people + 1) - 1)
        if reachable == (1 << people + 1) - 1:
            return False
    return not reachable >> people & 1


def _cannot_talk(model: Model, r: int) -> bool:
    """Do circles that share no language need more tables than are open in round r?"""
    guests = model.problem.people
    spoken = [guests[p].languages for p in np.flatnonzero(model.present[r]) if guests[p].languages]
    seats = np.cumsum(np.sort(model.room[r])[::-1])
    needed = sum(
        int(np.searchsorted(seats, len(circle))) + 1
        for circle in language_circles(spoken)
        if circle
    )
    return needed > int((model.room[r] > 0).sum())


def _cannot_see_new_tables(model: Model) -> bool:
    """Are there more seats to take than tables each traveller has not been at?"""
    problem = model.problem
    if not problem.distinct_tables or problem.host_mode == "hand_over":
        return False
    rounds = [r for r in problem.counted_rounds if r >= problem.from_round]
    travellers = model.present[rounds][:, model.roams]
    staying = np.stack([_staying(model, r) for r in rounds]) if rounds else model.room[:0]
    free = np.maximum(model.room[rounds] - staying, 0).sum(axis=0)
    visitors = int(travellers.any(axis=0).sum())
    possible = sum(min(int(free[t]), visitors) for t in range(model.tables))
    return int(travellers.sum()) > possible


def _staying(model: Model, r: int) -> Ints:
    staying = model.stays[r][(model.stays[r] != NOBODY) & ~model.roams]
    return np.bincount(staying, minlength=model.tables).astype(np.int32)


def _cannot_hand_over(model: Model) -> bool:
    """Are fewer willing people there than tables that must be used two rounds running?"""
    if model.problem.host_mode != "hand_over":
        return False
    willing = np.array([guest.willing for guest in model.problem.people], bool)
    willing |= not willing.any()
    for r in range(max(model.problem.from_round, 1), model.rounds):
        used = _fewest_tables(model, r - 1) + _fewest_tables(model, r)
        both = int((willing & _seated(model, r - 1) & _seated(model, r)).sum())
        if both < used - model.tables:
            return True
    return False


def _fewest_tables(model: Model, r: int) -> int:
    """Return how many tables round r uses at the very least; where it is past, just how many."""
    if r < model.problem.from_round:
        return len(set(model.past[r].tolist()) - {NOBODY})
    seats = np.cumsum(np.sort(model.room[r])[::-1])
    people = int(model.present[r].sum())
    return int(np.searchsorted(seats, people)) + 1 if people else 0


def _seated(model: Model, r: int) -> Bools:
    return np.asarray(model.past[r] != NOBODY) if r < model.problem.from_round else model.present[r]
