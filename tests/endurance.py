"""How far the proofs go: short ones with each change, full ones by `make endurance`."""

import os
from itertools import combinations, product
from typing import TypeVar

T = TypeVar("T")
IS_FULL = os.environ.get("WCAFE_ENDURANCE") == "full"


def full(whole: T, short: T) -> T:
    """Return `whole` for the figures of a release, `short` for each change."""
    return whole if IS_FULL else short


def each_two_meet(*choices):
    """Return all combinations in full; else so few that each choice meets each one of the others.

    >>> each_two_meet("ab", "cd", "ef")
    [('a', 'c', 'e'), ('a', 'd', 'f'), ('b', 'c', 'f'), ('b', 'd', 'e')]
    """
    numbered = list(product(*(enumerate(choice) for choice in choices)))
    return [tuple(value for _, value in case) for case in full(numbered, _fewest(numbered))]


def _fewest(cases):
    """Return those of `cases` of which each brings two choices together that had not met yet."""
    met, found = set(), []

    def new(case):
        places = [(place, number) for place, (number, _) in enumerate(case)]
        return set(combinations(places, 2)) - met

    while brought := new(best := max(cases, key=lambda case: len(new(case)))):
        met |= brought
        found.append(best)
    return found
