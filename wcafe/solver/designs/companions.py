"""Designs for people who go together, and for people who are not always there.

A design knows people who come to every round, one by one. So people who keep together in all
rounds take one way through it, and who is absent leaves the seat of that way empty. Where that
puts too many at a table, one of those who are alone goes to another, as cheaply as can be.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from wcafe.solver.designs.crowding import strangers_in
from wcafe.solver.hard_rules import violations
from wcafe.solver.measure import repeats_and_coincidences, shared
from wcafe.solver.model import NOBODY, Ints, Model, build_model
from wcafe.solver.search.prices import HARD
from wcafe.solver.search.seating import parties_of

_FEW = 0.2  # of all others whom somebody meets


def companies(model: Model) -> list[list[int]]:
    """Return those who sit together in every round whose meetings count, in each the leader first.

    Absences are not looked at.
    """
    everybody = replace(model, present=np.ones_like(model.present))
    counted = frozenset(model.problem.counted_rounds)
    always = tuple(
        replace(group, rounds=None)
        for group in model.problem.together
        if group.rounds is None or group.rounds >= counted
    )
    return parties_of(replace(everybody, problem=replace(model.problem, together=always)), 0)


def is_loose(model: Model) -> bool:
    """Are there so many strangers for everybody that any search finds a plan as good as a design?

    Only where somebody is absent, or goes with somebody; else a formula is faster.
    """
    if model.present.all() and not companies(model):
        return False
    others = -(-model.people // model.tables) - 1
    return len(model.problem.counted_rounds) * others < _FEW * (model.people - 1)


def model_of_leaders(model: Model) -> Model:
    """Return the model of those who lead, all of them present; `model` where that is the same.

    A repair has seats already, and is not simplified.
    """
    followers = {p for company in companies(model) for p in company[1:]}
    if model.problem.previous is not None or (not followers and model.present.all()):
        return model
    people = tuple(
        replace(guest, present=None)
        for p, guest in enumerate(model.problem.people)
        if p not in followers
    )
    there = {guest.id for guest in people}
    hosts = {host: t for host, t in model.problem.hosts.items() if host in there}
    return build_model(
        replace(
            model.problem, people=people, hosts=hosts, apart=(), together=(), pins=(), met_before=()
        )
    )


def follow_leaders(model: Model, seats: Ints, rng: np.random.Generator) -> Ints:
    """Return ways of shape (R, P) for everybody, absent or not, from `seats` of those who lead.

    Groups never come to one table at the same time, if so many strangers are found soon.
    """
    groups = companies(model)
    leader = np.arange(model.people)
    for company in groups:
        leader[company] = company[0]
    leaders, place = np.unique(leader, return_inverse=True)
    is_leading = np.isin(leaders, [company[0] for company in groups])
    rounds = (seats != NOBODY).all(axis=1)
    alone = np.flatnonzero(model.roams[leaders]).tolist()
    strangers = strangers_in(seats[rounds], alone, len(groups), rng)
    if strangers is not None:
        order = np.arange(len(leaders))
        leave = [k for k in np.flatnonzero(is_leading).tolist() if k not in strangers]
        enter = [k for k in strangers if not is_leading[k]]
        order[leave], order[enter] = enter, leave
        seats = seats[:, order]
    return seats[:, place]


def exchange_the_absent(
    model: Model,
    ways: Ints,
    room: dict[int, list[int]],
    least: int,
    rng: np.random.Generator,
    seconds: float,
    stop: Callable[[], bool],
) -> Ints:
    """Return seats on `ways` as `thin_out` does, for the best of some ways to choose who is absent.

    Somebody who is absent at times changes ways with somebody else, again and again, while it
    does no harm and there are more than `least` coincidences. Cost: about so many `seconds`.
    Worth it: 320 random cafés with absences had 579 coincidences above their bounds, 671 without.
    """

    def worth(seats: Ints) -> tuple[int, int]:
        return len(violations(model, seats)), repeats_and_coincidences(model, seats)[1]

    seats = thin_out(model, ways, room)
    alone = model.roams.copy()
    alone[[p for company in companies(model) for p in company]] = False
    movable = np.flatnonzero(alone)
    away = movable[~model.present[list(room)][:, movable].all(axis=0)]
    is_on_its_way = (seats == ways) | ~model.present | (ways == NOBODY)
    if is_on_its_way.all() or not len(away):
        return seats
    best = worth(seats)
    for _exchange in range(int(seconds / (3e-4 + 4e-6 * seats.size))):
        if best[1] <= least or stop():
            break
        tried = ways.copy()
        pair = [int(rng.choice(away)), int(rng.choice(movable))]
        tried[:, pair] = ways[:, pair[::-1]]
        found = thin_out(model, tried, room)
        if (value := worth(found)) <= best:
            best, ways, seats = value, tried, found
    return seats


def thin_out(model: Model, ways: Ints, room: dict[int, list[int]]) -> Ints:
    """Return the seats of those present on `ways`, no more at a table than its `room`.

    A table stays too full where nobody alone can leave it.
    """
    seats = np.where(model.present & (ways != NOBODY), ways, NOBODY).astype(np.int32)
    met: Ints | None = None
    for r, most in room.items():
        sizes = np.bincount(seats[r][seats[r] != NOBODY], minlength=model.tables)
        free: Ints = (np.array(most) - sizes).astype(np.int32)
        while (free < 0).any():
            if met is None:
                met = _price_of_pairs(model, seats)
            move = _cheapest_move(model, seats, r, free, met)
            if move is None:
                break
            person, table = move
            for sign in (-1, 1):
                here = np.flatnonzero((seats[r] == seats[r, person]) & (seats[r] != NOBODY))
                met[person, here] += sign
                met[here, person] += sign
                if sign < 0:
                    free[seats[r, person]] += 1
                    free[table] -= 1
                    seats[r, person] = table
    return seats


def _price_of_pairs(model: Model, seats: Ints) -> Ints:
    """Return how often each pair meets, much more where they are to be apart; shape (P, P)."""
    met = np.zeros((model.people,) * 2, np.int32)
    for r in model.problem.counted_rounds:
        met += shared(seats[r])
    for group in model.problem.apart:
        members = model.members(group)
        met[np.ix_(members, members)] += HARD
    return met


def _cheapest_move(
    model: Model, seats: Ints, r: int, free: Ints, met: Ints
) -> tuple[int, int] | None:
    """Return who of those at tables too full goes where, so that the fewest meet again."""
    row = seats[r]
    tied = {p for party in parties_of(model, r) for p in party}
    best: tuple[int, int, int] | None = None
    for p in np.flatnonzero((row != NOBODY) & (free[row] < 0) & model.roams).tolist():
        if p in tied or model.pinned[r, p] == row[p]:
            continue
        seen = set(seats[:, p].tolist()) if model.problem.distinct_tables else set()
        for t in np.flatnonzero((free > 0) & model.allowed[p]).tolist():
            if t in seen:
                continue
            price = int(met[p, row == t].sum())
            price -= int((met[p, row == row[p]] - 1).sum())
            if best is None or price < best[0]:
                best = price, p, t
    return best[1:] if best else None
