"""Find rounds from which a whole plan without a repeat follows, for resources/designs.

    python research/find_designs.py 5 3 7x2+1        # 5 tables of 3: seven rounds
    python research/find_designs.py 7 3 5x4+1 --starters 2

The people are turned in cycles; a starter round is turned with them, and gives as many rounds as
the longest cycle is long. Pairs that turn into each other are met equally often, so only one
count is kept for each such orbit of pairs. Simulated annealing changes two people of a starter
until no pair is met twice in all the rounds. Prints a line of `starters.txt` a starter.
"""

import argparse
import math
import random
import sys
import time
from itertools import combinations

from wcafe.solver.designs.starters import cycles, read_lengths

_COLDEST = 0.12  # temperature at the end, over the rounds of a starter
_HOTTEST = 0.9
_MOVES = 150_000  # of one annealing
_EACH = 256  # moves between two looks at the clock


class Orbits:
    """The orbits of pairs of people under a turn.

    Attributes:
        rounds: rounds that follow from one starter.
        of: of[x][y] is the orbit of the pair x, y.
        weight: weight[o] is how many pairs orbit o has.
        times: times[o] is how often each of them meets when one of them does in a starter.
    """

    def __init__(self, turn: list[int], rounds: int) -> None:
        people = len(turn)
        self.rounds = rounds
        self.of = [[-1] * people for _ in range(people)]
        self.weight: list[int] = []
        for pair in combinations(range(people), 2):
            x, y = pair
            if self.of[x][y] < 0:
                length = 0
                while self.of[x][y] < 0:
                    self.of[x][y] = self.of[y][x] = len(self.weight)
                    x, y = turn[x], turn[y]
                    length += 1
                self.weight.append(length)
        self.times = [rounds // length for length in self.weight]

    def price(self, orbit: int, met: int) -> int:
        """Return the coincidences in all the rounds when the starters meet an orbit `met` times."""
        count = met * self.times[orbit]
        return self.weight[orbit] * count * (count - 1) // 2


def find(
    tables: int, seats: int, lengths: list[int], starters: int, seconds: float, seed: int = 1
) -> list[list[int]] | None:
    """Return starter rounds (the people, table after table), or None in the time given."""
    orbits = Orbits(cycles(lengths), max(lengths))
    chance = random.Random(seed)  # noqa: S311  (an annealing, no secret)
    deadline = time.monotonic() + seconds
    people = tables * seats
    while time.monotonic() < deadline:
        plan = [chance.sample(range(people), people) for _ in range(starters)]
        if _anneal(plan, seats, orbits, chance, deadline):
            return plan
    return None


def _anneal(
    plan: list[list[int]], seats: int, orbits: Orbits, chance: random.Random, deadline: float
) -> bool:
    """Change `plan` in place; return whether it came to be without a repeat."""
    met = [0] * len(orbits.weight)
    for row in plan:
        for first in range(0, len(row), seats):
            for x, y in combinations(row[first : first + seats], 2):
                met[orbits.of[x][y]] += 1
    cost = sum(orbits.price(orbit, count) for orbit, count in enumerate(met))
    heat = _HOTTEST * orbits.rounds
    cooler = (_COLDEST / _HOTTEST) ** (_EACH / _MOVES)
    for move in range(_MOVES):
        if cost == 0:
            return True
        if move % _EACH == 0:
            heat *= cooler
            if time.monotonic() > deadline:
                return False
        row = chance.choice(plan)
        i, j = chance.randrange(len(row)), chance.randrange(len(row))
        if i // seats == j // seats:
            continue
        moved = _moved(row, i, j, seats, orbits)
        change = 0
        for orbit, by in moved:
            change += orbits.price(orbit, met[orbit] + by) - orbits.price(orbit, met[orbit])
            met[orbit] += by
        if change <= 0 or chance.random() < math.exp(-change / heat):
            row[i], row[j] = row[j], row[i]
            cost += change
        else:
            for orbit, by in moved:
                met[orbit] -= by
    return cost == 0


def _moved(row: list[int], i: int, j: int, seats: int, orbits: Orbits) -> list[tuple[int, int]]:
    """Return which orbits are met once less (−1) or more (+1) when places i and j change."""
    moved = []
    for leaves, comes, place in ((row[i], row[j], i), (row[j], row[i], j)):
        first = place - place % seats
        for other in row[first : first + seats]:
            if other != leaves:
                moved.append((orbits.of[leaves][other], -1))
                moved.append((orbits.of[comes][other], +1))
    return moved


def lines(tables: int, seats: int, text: str, plan: list[list[int]]) -> list[str]:
    """Return `plan` as lines of `starters.txt`."""
    found = []
    for row in plan:
        groups = [sorted(row[first : first + seats]) for first in range(0, len(row), seats)]
        together = " | ".join(" ".join(map(str, group)) for group in sorted(groups))
        found.append(f"{tables} {seats} : {text} : {together}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", type=int)
    parser.add_argument("seats", type=int)
    parser.add_argument("cycles", help="how the people are turned: 7x2+1 is two sevens and a one")
    parser.add_argument("--starters", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    lengths = read_lengths(asked.cycles)
    if sum(lengths) != asked.tables * asked.seats or any(max(lengths) % n for n in lengths):
        parser.error("the cycles must take in everybody, and divide the longest of them")
    plan = find(asked.tables, asked.seats, lengths, asked.starters, asked.seconds, asked.seed)
    if plan is None:
        sys.stderr.write("nothing found in the time given\n")
        return 1
    sys.stdout.write("\n".join(lines(asked.tables, asked.seats, asked.cycles, plan)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
