"""Plans in which no two people meet twice, for full tables all alike (SOLVER.md 1).

The best known number of rounds comes from one of five sources: one person against each other
(the round robin), steps in a ring or field or shifts found by search, with the classes filled in
(transversal designs), Bose's designs for tables of four, and rounds found by search that are
turned in cycles (`resources/designs/`, made by the programs named there).
A design is an array of tables, of shape (rounds, people), with tables · seats people.
"""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from wcafe.solver.designs.cliques import find_clique
from wcafe.solver.designs.fields import LARGEST_FIELD, Ring, rings, smallest_factor
from wcafe.solver.designs.shifts import addition, known_shifts
from wcafe.solver.designs.starters import starters, turn_starter
from wcafe.solver.model import Ints

_PATIENCE = 2000  # steps looked at for a set of them that never agree


def design(tables: int, seats: int) -> Ints:
    """Return the longest known plan without a repeat, of shape (rounds, tables · seats).

    Cost: milliseconds, once a size.
    """
    return max((_one_round(tables, seats), *designs(tables, seats)), key=len)


@lru_cache(maxsize=64)
def designs(tables: int, seats: int) -> tuple[Ints, ...]:
    """Return the plans without a repeat by every source, as in `design`; there may be none.

    Not to be changed by who receives them.
    """
    if not 1 < seats <= tables <= LARGEST_FIELD:
        return ()
    return tuple(_candidates(tables, seats))


def _candidates(tables: int, seats: int) -> Iterator[Ints]:
    if seats == 2:
        yield _round_robin(tables)
    else:
        for ring in rings(tables):
            yield _transversal(ring, seats)
        yield from _plans_by_shifts(tables, seats)
        if seats == 4:
            yield from _bose(tables)
        yield from _plans_from_starters(tables, seats)


def _one_round(tables: int, seats: int) -> Ints:
    return np.repeat(np.arange(tables, dtype=np.int32), seats)[None, :]


def _round_robin(tables: int) -> Ints:
    """Pairs: one person stays, the others move on by one around a ring each round."""
    others = 2 * tables - 1
    plan = np.zeros((others, others + 1), np.int32)
    for r in range(others):
        for table in range(1, tables):
            plan[r, [(r + table) % others, (r - table) % others]] = table
    return plan


def _transversal(ring: Ring, seats: int) -> Ints:
    """Each class of people, one a table, moves its own step a round; then it seats itself."""
    tables = ring.tables
    rounds, steps = _steps_apart(ring, seats)
    plan = [
        [ring.add(place, ring.multiply(step, r)) for step in steps for place in range(tables)]
        for r in range(rounds)
    ]
    return _with_own_rounds(np.array(plan, np.int32), tables, seats)


def _plans_by_shifts(tables: int, seats: int) -> Iterator[Ints]:
    """Each class of people, one a table, is shifted from its places; then it seats itself."""
    add = addition(tables)
    for shifts in known_shifts(tables):
        if len(shifts) >= seats:
            plan = add[:, shifts[:seats]].transpose(2, 1, 0).reshape(shifts.shape[1], -1)
            yield _with_own_rounds(plan, tables, seats)


def _with_own_rounds(plan: Ints, tables: int, seats: int) -> Ints:
    """Add rounds in which those of one class, who never met, fill tables of their own."""
    if tables % seats:
        return plan
    own = design(tables // seats, seats)
    rounds = [[j * (tables // seats) + int(at) for j in range(seats) for at in row] for row in own]
    return np.concatenate([plan, np.array(rounds, np.int32)])


def _steps_apart(ring: Ring, seats: int) -> tuple[int, list[int]]:
    """Return for how many rounds `seats` steps never agree twice, and those steps."""
    tables = ring.tables
    for rounds in range(tables, 1, -1):
        agree = {
            d for d in range(tables) if len({ring.multiply(d, r) for r in range(rounds)}) < rounds
        }
        apart = [[ring.subtract(a, b) not in agree for b in range(tables)] for a in range(tables)]
        steps = find_clique(np.array(apart, bool), seats, _PATIENCE)
        if steps:
            return rounds, steps
    return 1, list(range(seats))


def _bose(tables: int) -> Iterator[Ints]:
    """Tables of four for 3q + 1 people, q = 4t + 1 a power of a prime (Bose 1939): q rounds.

    People are (element, one of three places) and one more; the rounds follow from the first by
    adding each element of the field.
    """
    order = (4 * tables - 1) // 3
    if 3 * order + 1 != 4 * tables or order % 4 != 1 or not _is_power_of_prime(order):
        return
    ring = rings(order)[-1]
    powers = _powers_of_a_root(ring)
    quarter, last = order // 4, 3 * order
    blocks = [[(None, 0), (0, 0), (0, 1), (0, 2)]]
    for place in range(3):
        beside = (place + 1) % 3
        blocks += [
            [
                (powers[i], place),
                (powers[i + 2 * quarter], place),
                (powers[i + quarter], beside),
                (powers[i + 3 * quarter], beside),
            ]
            for i in range(quarter)
        ]
    plan = np.zeros((order, last + 1), np.int32)
    for r in range(order):
        for table, block in enumerate(blocks):
            for element, place in block:
                person = last if element is None else 3 * ring.add(element, r) + place
                plan[r, person] = table
    yield plan


def _is_power_of_prime(number: int) -> bool:
    prime = smallest_factor(number)
    while number % prime == 0:
        number //= prime
    return number == 1


def _powers_of_a_root(ring: Ring) -> list[int]:
    """Return the powers of an element whose powers are all elements but 0."""
    for root in range(2, ring.tables):
        powers = [1]
        while (following := ring.multiply(powers[-1], root)) != 1:
            powers.append(following)
        if len(powers) == ring.tables - 1:
            break
    return powers


def _plans_from_starters(tables: int, seats: int) -> Iterator[Ints]:
    """Return the plan that follows from the starters of this size, if there are any."""
    plan = [
        row
        for size, turn, starter in starters()
        if size == (tables, seats)
        for row in turn_starter(starter, turn)
    ]
    if plan:
        yield np.array(plan, np.int32)
