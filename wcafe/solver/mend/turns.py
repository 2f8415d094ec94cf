"""A plan whose hosts' turns are shared among more people, where hosting is handed over."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from wcafe.domain.turns import share_turns
from wcafe.solver.hard_rules import violations
from wcafe.solver.mend.mending import mend
from wcafe.solver.model import Ints, Model, build_model
from wcafe.solver.problem import Pin
from wcafe.solver.turns import able_to_host, share_in, turns_of

_TRIES = 4


def spread_turns(
    model: Model, seats: Ints, rng: np.random.Generator, steps: int, stop: Callable[[], bool]
) -> Ints:
    """Return `seats`, which keep the hard rules, with fewer who host twice before all have.

    Those who can take a turn as it is keep it as far as can be; the others are pinned to a turn
    of their own, and the plan is mended around them, which takes so many `steps` in all.
    """
    taken = share_in(model, seats)
    for _try in range(_TRIES):
        if taken.people == taken.could or stop():
            break
        heirs = _heirs(model, seats, rng)
        told = {(pin.round, pin.id) for pin in model.problem.pins}
        pins = [
            Pin(id=model.problem.people[p].id, round=s, table=t)
            for (r, t), p in heirs.items()
            for s in (r - 1, r)
            if s >= model.problem.from_round
        ]
        pins = [pin for pin in pins if (pin.round, pin.id) not in told]
        asked = replace(model.problem, pins=(*model.problem.pins, *pins))
        found = mend(build_model(asked), seats, rng, steps // _TRIES, stop)
        if not violations(model, found):
            shared = share_in(model, found)
            if shared.could - shared.people < taken.could - taken.people:
                seats, taken = found, shared
    return seats


def shares_as_well(model: Model, seats: Ints, before: Ints) -> bool:
    """Can as many people take the turns to host in `seats` as in `before`, if hosts hand over?"""
    if model.problem.host_mode != "hand_over":
        return True
    now, then = (share_in(model, each) for each in (seats, before))
    return now.could - now.people <= then.could - then.people


def with_heirs(model: Model, seats: Ints) -> Model:
    """Return the model with those pinned who stay on to host, where hosting is handed over."""
    if model.problem.host_mode != "hand_over":
        return model
    pinned = model.pinned.copy()
    for (r, t), heir in share_turns(turns_of(model, seats)).items():
        if r >= max(model.problem.from_round, 1):
            pinned[r - 1, heir] = pinned[r, heir] = t
    return replace(model, pinned=pinned)


def _heirs(model: Model, seats: Ints, rng: np.random.Generator) -> dict[tuple[int, int], int]:
    """Return who is to host each table from each round on: as many different people as can be."""
    options = {}
    for turn, staying in turns_of(model, seats).items():
        others = sorted(set(able_to_host(model, seats, turn)) - set(staying))
        options[turn] = [*staying, *rng.permutation(np.array(others, int)).tolist()]
    return share_turns(options)
