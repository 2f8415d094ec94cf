"""Plans by formula: everybody moves a step of their own each round (METHOD.md, the step rule).

Travellers are numbered (class j, place x). In round r the one of class j starts at table x
and has moved m_j · r tables on. Two of different classes meet only where their steps agree,
two of one class never; a host is of the class whose step is 0. In the integers modulo T
the step is counted in tables; where T is a power of a prime, the field of T elements
gives more steps that never agree (a generalised transversal design, SOLVER.md 5.3).
Cost: under a millisecond for a hundred people.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from wcafe.solver.measure import attribute_codes
from wcafe.solver.model import NOBODY, Ints, Model

_TRIES = 20  # orders in which steps are tried
_MOST_STEPS = 80  # steps looked at; more make no better plans
_LARGEST_FIELD = 128

Operation = Callable[[int, int], int]


@dataclass(frozen=True, slots=True)
class _Ring:
    """Adding, subtracting and multiplying the numbers of T tables."""

    tables: int
    add: Operation
    subtract: Operation
    multiply: Operation


def step_plan(model: Model, rng: np.random.Generator) -> Ints | None:
    """Return seats by the best steps found, of shape (R, P), or None where no formula fits.

    A formula fits where all are present and tables are alike, hosts are one a table or none,
    and nothing is pinned. People alike in the attributes to mix get the same class as far as
    they fill one, so that they spread over the tables by themselves.
    """
    classes = _classes(model, rng)
    if classes is None:
        return None
    best: tuple[int, list[int], _Ring] | None = None
    has_hosts = not model.roams.all()
    for ring in _rings(model.tables):
        found = _choose_steps(model, ring, len(classes), has_hosts, rng)
        if found and (best is None or found[0] < best[0]):
            best = (*found, ring)
    if best is None:
        return None
    _cost, steps, ring = best
    seats = np.full((model.rounds, model.people), NOBODY, np.int32)
    for step, members in zip(steps, classes, strict=True):
        for r in range(model.rounds):
            away = ring.multiply(step, r)
            for place, person in members:
                seats[r, person] = ring.add(place, away)
    return seats


def _classes(model: Model, rng: np.random.Generator) -> list[list[tuple[int, int]]] | None:
    """Return, for each class, its (place, person) pairs; hosts first where there are any."""
    problem, tables = model.problem, model.tables
    size = -(-model.people // tables)
    fits = (
        model.present.all()
        and model.rounds <= tables
        and model.people >= tables
        and not problem.pins
        and not problem.carousel
        and problem.host_mode != "hand_over"
        and problem.from_round == 0
        and problem.previous is None
        and bool((model.room >= size).all())
        and all(table.fewest <= model.people // tables for table in problem.tables)
        and bool(model.allowed.all())
    )
    staying = np.flatnonzero(~model.roams)
    if not fits or len(staying) not in (0, tables):
        return None
    hosts = [(int(model.stays[0, person]), int(person)) for person in staying]
    if hosts and len({table for table, _person in hosts}) < tables:
        return None
    travellers = _sorted_to_mix(model, rng)
    guests = [travellers[k : k + tables] for k in range(0, len(travellers), tables)]
    return [sorted(hosts)] * bool(hosts) + [list(enumerate(group)) for group in guests]


def _sorted_to_mix(model: Model, rng: np.random.Generator) -> list[int]:
    """Return the travellers so that those alike stand side by side, by the weightiest attribute."""
    order = rng.permutation(np.flatnonzero(model.roams))
    weights = model.problem.balance
    for name in sorted(weights, key=lambda name: weights[name]):
        codes = attribute_codes(model, name)[order]
        common = np.bincount(codes[codes >= 0], minlength=codes.max(initial=0) + 1)
        rank = np.where(codes >= 0, -common[codes], 0)
        order = order[np.lexsort((codes, rank))]
    return [int(person) for person in order]


def _choose_steps(
    model: Model, ring: _Ring, classes: int, has_hosts: bool, rng: np.random.Generator
) -> tuple[int, list[int]] | None:
    """Return steps, one a class, with the fewest agreements found, and how many those are."""
    agreements = [_agreements(ring, step, model.rounds) for step in range(ring.tables)]
    usable = [
        step
        for step in range(ring.tables)
        if not model.problem.distinct_tables or agreements[step] == 0
    ][:_MOST_STEPS]
    best: tuple[int, list[int]] | None = None
    for attempt in range(_TRIES if usable else 0):
        order = usable if attempt == 0 else rng.permutation(usable).tolist()
        steps = [0] if has_hosts else []
        cost = {m: agreements[ring.subtract(m, 0)] * has_hosts for m in order}
        total = 0
        while len(steps) < classes:
            step = min(order, key=cost.__getitem__)
            total += cost[step]
            steps.append(step)
            for other in order:
                cost[other] += agreements[ring.subtract(other, step)]
        if best is None or total < best[0]:
            best = (total, steps)
        if total == 0:
            break
    return best


def _agreements(ring: _Ring, difference: int, rounds: int) -> int:
    """Return in how many pairs of rounds two people whose steps differ so stand the same apart."""
    seen = [ring.multiply(difference, r) for r in range(rounds)]
    return sum(seen.count(apart) * (seen.count(apart) - 1) // 2 for apart in set(seen))


def _rings(tables: int) -> list[_Ring]:
    whole = _Ring(
        tables,
        add=lambda a, b: (a + b) % tables,
        subtract=lambda a, b: (a - b) % tables,
        multiply=lambda a, b: a * b % tables,
    )
    field = _field(tables) if tables <= _LARGEST_FIELD else None
    return [whole, field] if field else [whole]


def _field(order: int) -> _Ring | None:
    """Return the field of `order` elements, if that is a true power of a prime.

    Elements are polynomials over the integers modulo the prime, as digits of a number; they are
    multiplied modulo a polynomial of which x is a primitive root, found by trial.
    """
    prime = next((p for p in range(2, order) if order % p == 0), None)
    if prime is None:
        return None
    degree = round(np.log(order) / np.log(prime))
    if prime**degree != order:
        return None
    digits = [tuple(n // prime**k % prime for k in range(degree)) for n in range(order)]
    number = {d: n for n, d in enumerate(digits)}

    def combine(sign: int) -> list[list[int]]:
        return [
            [
                number[tuple((x + sign * y) % prime for x, y in zip(a, b, strict=True))]
                for b in digits
            ]
            for a in digits
        ]

    add, subtract = combine(1), combine(-1)
    for low in product(range(prime), repeat=degree):
        powers = [1]
        while len(powers) < order - 1:
            powers.append(number[_times_x(digits[powers[-1]], low, prime)])
            if powers[-1] in (0, 1):
                break
        if len(set(powers)) == order - 1 and 0 not in powers:
            return _Ring(
                order,
                add=lambda a, b: add[a][b],
                subtract=lambda a, b: subtract[a][b],
                multiply=_multiplication(powers),
            )
    return None


def _multiplication(powers: list[int]) -> Operation:
    """Return how to multiply, given the powers of a primitive element from 0 up."""
    log = {element: power for power, element in enumerate(powers)}
    return lambda a, b: powers[(log[a] + log[b]) % len(powers)] if a and b else 0


def _times_x(element: Sequence[int], low: Sequence[int], prime: int) -> tuple[int, ...]:
    """Return x · `element` modulo x^k + `low`, coefficients from the constant one up."""
    carry = element[-1]
    shifted = (0, *element[:-1])
    return tuple((a - carry * b) % prime for a, b in zip(shifted, low, strict=True))
