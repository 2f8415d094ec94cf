"""Turns of those who hand over hosting: how many different people can take them in a plan.

There is a turn where a table is used in two rounds running: somebody willing stays on to host.
Nobody hosts twice before all willing have (METHOD.md), as far as people come and go.
"""

from typing import NamedTuple

import numpy as np

from wcafe.domain.turns import share_turns
from wcafe.solver.model import NOBODY, Bools, Ints, Model
from wcafe.solver.solution import HOSTS_ALONE, HOSTS_TWICE, Notice

Turn = tuple[int, int]
"""The round, and the table that somebody stays at from the round before."""


def willing_of(model: Model) -> Bools:
    """Return who may be asked to host: the willing, or everybody if nobody said so; shape (P,)."""
    willing = np.array([guest.willing for guest in model.problem.people], bool)
    return willing | ~willing.any()


def turns_of(model: Model, seats: Ints) -> dict[Turn, list[int]]:
    """Return who could take each turn in `seats`: the willing who stay on."""
    willing = willing_of(model)
    found: dict[Turn, list[int]] = {}
    for r in range(1, model.rounds):
        used = set(seats[r - 1].tolist()) & set(seats[r].tolist())
        found |= {(r, t): [] for t in sorted(used - {NOBODY})}
        stayed = (seats[r] == seats[r - 1]) & (seats[r] != NOBODY) & willing
        for p in np.flatnonzero(stayed).tolist():
            found[r, int(seats[r, p])].append(p)
    return found


class Share(NamedTuple):
    """How many turns there are, how many people can take them, and how many could have one."""

    turns: int
    people: int
    could: int


def share_in(model: Model, seats: Ints) -> Share:
    """Return how turns are shared in `seats`.

    Who could have one is the willing who attend both rounds, as far as tables are used in them:
    not fewer than can take them, and more only where somebody hosts twice before all have.
    """
    turns = turns_of(model, seats)
    people = len(set(share_turns(turns).values()))
    if people >= min(len(turns), int(willing_of(model).sum())):
        return Share(len(turns), people, people)
    could = share_turns({turn: able_to_host(model, seats, turn) for turn in turns})
    return Share(len(turns), people, max(people, len(set(could.values()))))


def able_to_host(model: Model, seats: Ints, turn: Turn) -> list[int]:
    """Return who of the willing could have taken `turn`, so far as they come and go."""
    r, t = turn
    first = model.problem.from_round
    able = willing_of(model) & model.present[r - 1] & model.present[r]
    if r <= first:  # who sat where in the round before is past
        able &= seats[r - 1] == t
    if r < first:
        able &= seats[r] == t
    elsewhere = (model.stays[r] != NOBODY) & (model.stays[r] != t)
    able &= ~elsewhere & model.allowed[:, t]
    staying = able & (model.stays[r] == t)
    if model.problem.distinct_tables and staying.any():
        able = staying  # who cannot move welcomes there, and a second one would come back
    return [int(p) for p in np.flatnonzero(able)]


def tell_turns(model: Model, seats: Ints) -> list[Notice]:
    """Return whether some host twice though others who are willing could have."""
    if model.problem.host_mode != "hand_over":
        return []
    share = share_in(model, seats)
    if share.people >= share.could:
        return []
    return [Notice(HOSTS_ALONE if share.people == 1 else HOSTS_TWICE, share._asdict())]
