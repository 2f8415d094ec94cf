"""How far the proofs go: short ones with each change, full ones by `make endurance`."""

import os
from itertools import combinations, product
from typing import TypeVar

T = TypeVar("T")
IS_FULL = os.environ.get("WCAFE_ENDURANCE") == "full"


def full(whole: T, short: T) -> T:
    """Return `whole` for the figures of a release, `short` for each change."""
    return whole if IS_FULL else short


def every_other(found, first):
    """Return all of the dictionary `found` in full; else every other one, the rest elsewhere.

    >>> _every_other({"a": 1, "b": 2, "c": 3}, 3)
    {'b': 2}
    """
    return full(found, _every_other(found, first))


def _every_other(found, first):
    return dict(list(found.items())[first % 2 :: 2])


def each_two_meet(*choices):
    """Return all combinations in full; else so few that each choice meets each of the others."""
    return full(list(product(*choices)), _fewest(choices))


def _fewest(choices):
    """Return combinations of which each brings together two choices that had not met yet.

    >>> _fewest(["ab", "cd", "ef"])
    [('a', 'c', 'e'), ('a', 'd', 'f'), ('b', 'c', 'f'), ('b', 'd', 'e')]
    """
    numbered = list(product(*(enumerate(choice) for choice in choices)))
    met, found = set(), []

    def new(case):
        places = [(place, number) for place, (number, _) in enumerate(case)]
        return set(combinations(places, 2)) - met

    while brought := new(best := max(numbered, key=lambda case: len(new(case)))):
        met |= brought
        found.append(tuple(value for _, value in best))
    return found
