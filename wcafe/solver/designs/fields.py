"""Numbers to count tables with: the integers modulo T, and the field of T elements.

In a field every number but 0 can be divided by, so that two steps which differ agree in one
round at most. There is one wherever T is a power of a prime.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

LARGEST_FIELD = 128

Operation = Callable[[int, int], int]


@dataclass(frozen=True, slots=True)
class Ring:
    """Adding, subtracting and multiplying the numbers of T tables."""

    tables: int
    add: Operation
    subtract: Operation
    multiply: Operation


def rings(tables: int) -> list[Ring]:
    """Return the integers modulo `tables`, and the field of that order where it is another."""
    power = field(tables)
    return [integers(tables), power] if power else [integers(tables)]


def integers(tables: int) -> Ring:
    """Return the integers modulo `tables`."""
    return Ring(
        tables,
        add=lambda a, b: (a + b) % tables,
        subtract=lambda a, b: (a - b) % tables,
        multiply=lambda a, b: a * b % tables,
    )


@lru_cache(maxsize=16)
def field(order: int) -> Ring | None:
    """Return the field of `order` elements, if that is a true power of a prime and not too large.

    Elements are polynomials over the integers modulo the prime, as digits of a number; they are
    multiplied modulo a polynomial of which x is a primitive root, found by trial.
    """
    if order > LARGEST_FIELD:
        return None
    prime = smallest_factor(order)
    degree = 1
    while prime**degree < order:
        degree += 1
    if prime == order or prime**degree != order:
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
            return Ring(
                order,
                add=lambda a, b: add[a][b],
                subtract=lambda a, b: subtract[a][b],
                multiply=_multiplication(powers),
            )
    return None


def smallest_factor(number: int) -> int:
    """Return the smallest prime that divides `number`, 2 or more."""
    return next((p for p in range(2, int(number**0.5) + 1) if number % p == 0), number)


def _multiplication(powers: list[int]) -> Operation:
    """Return how to multiply, given the powers of a primitive element from 0 up."""
    log = {element: power for power, element in enumerate(powers)}
    return lambda a, b: powers[(log[a] + log[b]) % len(powers)] if a and b else 0


def _times_x(element: Sequence[int], low: Sequence[int], prime: int) -> tuple[int, ...]:
    """Return x · `element` modulo x^k + `low`, coefficients from the constant one up."""
    carry = element[-1]
    shifted = (0, *element[:-1])
    return tuple((a - carry * b) % prime for a, b in zip(shifted, low, strict=True))
