"""Shifts: how far a class of people sits from its places in each round, so that none meet twice.

A class is one person a table; in round r all of class j sit `shifts[j][r]` tables beyond their
places, counted in a group of T elements. Two people of different classes meet twice where their
classes are equally far apart in two rounds: so nobody does where the differences of any two
classes are all distinct (a partial difference matrix). What `steps` makes are the shifts that
grow by the same number each round; where T is no power of a prime there are many more.
"""

from functools import lru_cache
from itertools import permutations
from math import perm

import numpy as np
from numpy.typing import NDArray

from wcafe.paths import resource_dir
from wcafe.solver.designs.cliques import find_clique
from wcafe.solver.designs.fields import smallest_factor
from wcafe.solver.model import Bools, Ints

LARGEST_GROUP = 60  # elements are bits of a number
_SAMPLE = 6000  # ways of a class that are looked at
_LOOKS = 3  # of them, the one that leaves most to choose from is taken
_FEW = 160  # ways among which all choices are tried
_PATIENCE = 2000  # choices
_TURNS, _LOOKED_AT = 4, 32  # ways by chance: how often each class takes another, of how many
_WORK, _MOST_TRIES = 1_000_000, 12  # additions in all, and beginnings


def shifts(tables: int, classes: int, rounds: int, rng: np.random.Generator) -> Ints | None:
    """Return shifts without a repeat, of shape (classes, rounds), or None if none are known.

    The first class stays where it is, and no other comes to one table twice. Those of
    `resources/designs/shifts.txt` are looked at first. Cost: milliseconds.
    """
    for kept in known_shifts(tables):
        if kept.shape[0] >= classes and kept.shape[1] >= rounds:
            return kept[:classes, :rounds]
    return find_shifts(tables, classes, rounds, rng, tries=8)


def find_shifts(
    tables: int,
    classes: int,
    rounds: int,
    rng: np.random.Generator,
    *,
    tries: int,
    sample: int = _SAMPLE,
) -> Ints | None:
    """Return shifts as `shifts` does, looked for anew, or None if not found in so many tries."""
    if not _could_be(tables, classes, rounds):
        return None
    subtract = subtraction(tables)
    ways = _ways(tables, rounds, rng, sample)
    for _try in range(tries):
        chosen, left = [np.zeros(rounds, np.int32)], ways
        while len(left) > _FEW and len(chosen) < classes:
            looked_at = left[rng.integers(len(left), size=_LOOKS)]
            followers = [left[_never_agree(subtract, left, way)] for way in looked_at]
            best = max(range(_LOOKS), key=lambda k: len(followers[k]))
            chosen.append(looked_at[best])
            left = followers[best]
        wanted = classes - len(chosen)
        if wanted <= len(left):
            fits = [_never_agree(subtract, left, way) for way in left]
            rest = find_clique(np.array(fits, bool), wanted, _PATIENCE) if wanted else []
            if rest is not None:
                return np.array([*chosen, *left[rest]], np.int32)
    return None


def shifts_by_chance(
    tables: int, classes: int, rounds: int, rng: np.random.Generator
) -> tuple[int, Ints]:
    """Return how often two classes are equally far apart in two rounds, and shifts as in `shifts`.

    Each class takes the way of some by chance that agrees the least with the others, again and
    again: many more than there are steps, so that they agree less where steps run short. Shifts are
    counted in the integers modulo T. Cost: O(classes² * T) times the ways looked at.
    """
    work = classes**2 * tables * _LOOKED_AT * _TURNS
    tries = min(max(_WORK // work, 1), _MOST_TRIES)
    found = [_spread_by_chance(tables, classes, rounds, rng) for _try in range(tries)]
    return min(found, key=lambda told: told[0])


def _spread_by_chance(
    tables: int, classes: int, rounds: int, rng: np.random.Generator
) -> tuple[int, Ints]:
    chosen = np.zeros((classes, rounds), np.int32)
    for turn in range(_TURNS):
        for j in range(1, classes):
            others = chosen[:j] if turn == 0 else np.delete(chosen, j, axis=0)
            ways = _ways_by_chance(tables, rounds, rng, _LOOKED_AT)
            if turn > 0:
                ways[0] = chosen[j]
            chosen[j] = ways[_agreements(tables, ways, others).argmin()]
    total = sum(int(_agreements(tables, chosen[j : j + 1], chosen[:j])[0]) for j in range(classes))
    return total, chosen


def _ways_by_chance(tables: int, rounds: int, rng: np.random.Generator, number: int) -> Ints:
    ways = np.tile(np.arange(1, tables, dtype=np.int32), (number, 1))
    ways = rng.permuted(ways, axis=1)[:, : rounds - 1]
    return np.concatenate([np.zeros((number, 1), np.int32), ways], axis=1)


def _agreements(tables: int, ways: Ints, others: Ints) -> NDArray[np.int64]:
    """Return of each of `ways` in how many pairs of rounds it is as far from one of `others`."""
    apart = (ways[:, None, :] - others[None, :, :]) % tables
    pairs = np.arange(len(ways) * len(others)).reshape(len(ways), len(others), 1)
    times = np.bincount((pairs * tables + apart).ravel(), minlength=pairs.size * tables)
    again = (times * (times - 1) // 2).reshape(len(ways), -1).sum(axis=1)
    return np.asarray(again, np.int64)


def _ways(tables: int, rounds: int, rng: np.random.Generator, sample: int) -> Ints:
    """Return ways that begin at 0 and never come back to a table: all, or `sample` by chance."""
    if perm(tables - 1, rounds - 1) <= sample:
        ways = np.array(list(permutations(range(1, tables), rounds - 1)), np.int32)
    else:
        return _ways_by_chance(tables, rounds, rng, sample)
    return np.concatenate([np.zeros((len(ways), 1), np.int32), ways], axis=1)


def _could_be(tables: int, classes: int, rounds: int) -> bool:
    """Do counting and parity allow it? A group with one element of order 2 has no full matrix."""
    is_small = min(classes, rounds) < 3
    most = tables - 1 if tables % 4 == 2 and not is_small else tables
    return 1 < tables <= LARGEST_GROUP and max(classes, rounds) <= most


def _never_agree(subtract: Ints, ways: Ints, way: Ints) -> Bools:
    """Return which `ways` are never twice as far from `way`."""
    bits: NDArray[np.int64] = np.int64(1) << subtract[ways, way].astype(np.int64)
    return np.asarray(np.bitwise_or.reduce(bits, axis=1) == bits.sum(axis=1), bool)


@lru_cache(maxsize=64)
def subtraction(tables: int) -> Ints:
    """Return a − b for all elements of the group, of shape (T, T); not to be changed.

    The group is as far from cyclic as can be: an element has a digit for each prime factor of T,
    and each is subtracted by itself.
    """
    difference = np.zeros((tables, tables), np.int32)
    element = np.arange(tables, dtype=np.int32)
    rest, weight = tables, 1
    while rest > 1:
        prime = smallest_factor(rest)
        digit = element // weight % prime
        difference += weight * ((digit[:, None] - digit[None, :]) % prime)
        rest, weight = rest // prime, weight * prime
    return difference


def addition(tables: int) -> Ints:
    """Return a + b for all elements of the group, of shape (T, T)."""
    subtract = subtraction(tables)
    return subtract[:, subtract[0]]


def known_shifts(tables: int) -> list[Ints]:
    """Return what `resources/designs/shifts.txt` holds for so many tables."""
    return [kept for size, kept in _all_known() if size == tables]


@lru_cache(maxsize=1)
def _all_known() -> list[tuple[int, Ints]]:
    return read_shifts((resource_dir("designs") / "shifts.txt").read_text(encoding="utf-8"))


def read_shifts(text: str) -> list[tuple[int, Ints]]:
    """Return the number of tables and the shifts of each line of `text`."""
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            tables, ways = line.split(":")
            rows = [[int(shift) for shift in way.split()] for way in ways.split("|")]
            found.append((int(tables), np.array(rows, np.int32)))
    return found
