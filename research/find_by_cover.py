"""Find designs that annealing does not: whole plans as exact covers, for resources/designs.

    python research/find_by_cover.py mirrored 8 4 5x6+1x2 --starters 2 --swapped 4
    python research/find_by_cover.py shifts 12 6

`mirrored` finds starters that are their own mirror images: the mirror turns each cycle round
and swaps the first four with each other, two by two.
`shifts` finds as many classes as tables: then every difference of two rounds appears once
(a difference matrix). Both choose from a list of options so that every item that must be
is in exactly one of them, and no item in two; the item with the fewest options left comes first.
"""

import argparse
import sys
import time
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

from wcafe.solver.designs.shifts import subtraction
from wcafe.solver.designs.starters import cycles, read_lengths
from wcafe.solver.model import Bools

_FIRST, _GROWTH = 300, 1.2  # choices before it is begun anew, and how many more each next time


class Cover:
    """Options that share no item and hold all that are needed.

    Args:
        holds: (options, items), which option holds which item.
        needed: (items,), which items must be held.
        seconds: how long to look.
        seed: for the order in which options are tried.
    """

    def __init__(self, holds: Bools, needed: Bools, seconds: float, seed: int) -> None:
        self._holds = holds
        self._items = [np.flatnonzero(row) for row in holds]
        self._needed = needed
        self._deadline = time.monotonic() + seconds
        self._rng = np.random.default_rng(seed)
        self._left = 0

    def find(self) -> list[int] | None:
        """Return the options chosen, or None if there is no cover or the time is over."""
        patience = float(_FIRST)
        while time.monotonic() < self._deadline:
            self._left = int(patience)
            chosen: list[int] = []
            order = self._rng.permutation(len(self._holds))
            if self._extend(chosen, order, self._needed.copy()):
                return chosen
            if self._left > 0:
                return None  # all was tried
            patience *= _GROWTH
        return None

    def _extend(self, chosen: list[int], left: NDArray[np.int_], open_: Bools) -> bool:
        wanted = np.flatnonzero(open_)
        if not len(wanted):
            return True
        ways = self._holds[left][:, wanted].sum(axis=0)
        item = wanted[ways.argmin()]
        for option in left[self._holds[left, item]]:
            self._left -= 1
            if self._left <= 0:
                return False
            items = self._items[option]
            still = open_.copy()
            still[items] = False
            chosen.append(int(option))
            apart = ~self._holds[left][:, items].any(axis=1)
            if self._extend(chosen, left[apart], still):
                return True
            chosen.pop()
        return False


def find_mirrored(
    tables: int,
    seats: int,
    lengths: list[int],
    *,
    starters: int,
    swapped: int,
    seconds: float,
    seed: int = 1,
) -> list[list[list[int]]] | None:
    """Return starters, each a list of groups of people, or None in the time given.

    Everybody must meet everybody whom the turn and the mirror let them meet once.
    """
    turn, mirror = cycles(lengths), mirrored(lengths, swapped)
    people = len(turn)
    orbit = _pairs(turn, mirror)
    rounds = max(lengths)
    pairs_at = starters * people
    items = pairs_at + int(orbit.max()) + 1
    options, groups = [], []
    for group in combinations(range(people), seats):
        image = tuple(sorted(mirror[p] for p in group))
        if image < group or (image != group and set(image) & set(group)):
            continue
        both = {group, image}
        pairs = [pair for one in both for pair in combinations(one, 2)]
        if not _meets_once(pairs, turn, rounds):
            continue
        for starter in range(starters):
            row = np.zeros(items, bool)
            row[[starter * people + p for one in both for p in one]] = True
            row[[pairs_at + int(orbit[pair]) for pair in pairs]] = True
            options.append(row)
            groups.append((starter, both))
    needed = np.zeros(items, bool)
    needed[:pairs_at] = True
    chosen = Cover(np.array(options), needed, seconds, seed).find()
    if chosen is None:
        return None
    plan: list[list[list[int]]] = [[] for _starter in range(starters)]
    for option in chosen:
        starter, both = groups[option]
        plan[starter] += [list(group) for group in both]
    return plan


def mirrored(lengths: list[int], swapped: int) -> list[int]:
    """Return where the mirror takes each person: cycles reversed, the first swapped."""
    first = [sum(lengths[:k]) for k in range(len(lengths))]
    partner = [k ^ 1 if k < swapped else k for k in range(len(lengths))]
    return [
        first[partner[k]] + (-x) % length for k, length in enumerate(lengths) for x in range(length)
    ]


def _pairs(turn: list[int], mirror: list[int]) -> NDArray[np.int_]:
    """Return the orbit of each pair of people under turn and mirror, −1 for one with oneself."""
    people = len(turn)
    orbit = np.full((people, people), -1)
    count = 0
    for pair in combinations(range(people), 2):
        if orbit[pair] >= 0:
            continue
        reached = [pair]
        for x, y in reached:
            for moved in ((turn[x], turn[y]), (mirror[x], mirror[y])):
                if orbit[moved] < 0:
                    orbit[moved] = orbit[moved[::-1]] = count
                    reached.append(moved)
        count += 1
    return orbit


def _meets_once(pairs: list[tuple[int, int]], turn: list[int], rounds: int) -> bool:
    """Do these pairs, turned through all rounds, never come to be the same pair twice?"""
    met = set()
    for x, y in pairs:
        for _round in range(rounds):
            pair = (min(x, y), max(x, y))
            if pair in met:
                return False
            met.add(pair)
            x, y = turn[x], turn[y]
    return True


def find_complete_shifts(
    tables: int, rounds: int, seconds: float, seed: int = 1
) -> list[list[int]] | None:
    """Return shifts of as many classes as tables, for some rounds, or None in the time given."""
    ways = np.array(list(permutations(range(1, tables), rounds - 1)), np.int32)
    ways = np.concatenate([np.zeros((len(ways), 1), np.int32), ways], axis=1)
    subtract = subtraction(tables)
    both = list(combinations(range(rounds), 2))
    holds = np.zeros((len(ways), len(both) * tables), bool)
    for k, (r, s) in enumerate(both):
        holds[np.arange(len(ways)), k * tables + subtract[ways[:, r], ways[:, s]]] = True
    needed = np.ones(holds.shape[1], bool)
    needed[::tables] = False  # the class that stays has these
    chosen = Cover(holds, needed, seconds, seed).find()
    if chosen is None:
        return None
    return [[0] * rounds, *ways[chosen].tolist()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    kinds = parser.add_subparsers(dest="kind", required=True)
    starters = kinds.add_parser("mirrored")
    starters.add_argument("tables", type=int)
    starters.add_argument("seats", type=int)
    starters.add_argument("cycles", help="how the people are turned: 5x6+1x2")
    starters.add_argument("--starters", type=int, default=1)
    starters.add_argument("--swapped", type=int, default=0, help="cycles that the mirror swaps")
    shifts = kinds.add_parser("shifts")
    shifts.add_argument("tables", type=int)
    shifts.add_argument("rounds", type=int)
    for one in (starters, shifts):
        one.add_argument("--seconds", type=float, default=300.0)
        one.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = _lines(asked)
    if not found:
        sys.stderr.write("nothing found in the time given\n")
        return 1
    sys.stdout.write("\n".join(found) + "\n")
    return 0


def _lines(asked: argparse.Namespace) -> list[str]:
    if asked.kind == "shifts":
        shifts = find_complete_shifts(asked.tables, asked.rounds, asked.seconds, asked.seed)
        ways = [" ".join(map(str, way)) for way in shifts or []]
        return [f"{asked.tables} : {' | '.join(ways)}"] if ways else []
    plan = find_mirrored(
        asked.tables,
        asked.seats,
        read_lengths(asked.cycles),
        starters=asked.starters,
        swapped=asked.swapped,
        seconds=asked.seconds,
        seed=asked.seed,
    )
    together = [
        " | ".join(" ".join(map(str, group)) for group in sorted(row)) for row in plan or []
    ]
    return [f"{asked.tables} {asked.seats} : {asked.cycles} : {row}" for row in together]


if __name__ == "__main__":
    sys.exit(main())
