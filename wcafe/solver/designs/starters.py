"""Starter rounds, and the rounds that follow when everybody is turned in cycles."""

from collections.abc import Iterator
from functools import lru_cache

from wcafe.paths import resource_dir

Starter = tuple[tuple[int, int], list[int], list[int]]
"""(tables, seats), where each person is turned to, and the table of each in the round."""


def turn_starter(starter: list[int], turn: list[int]) -> Iterator[list[int]]:
    """Return rounds: the starter, then each person x where x sat goes `turn[x]`, until it repeats.

    Args:
        starter: the table of each person in the first round.
        turn: a permutation of the people.
    """
    people = list(range(len(starter)))
    begun = people[:]
    while True:
        row = [0] * len(starter)
        for sat, person in enumerate(people):
            row[person] = starter[sat]
        yield row
        people = [turn[person] for person in people]
        if people == begun:
            return


def cycles(lengths: list[int]) -> list[int]:
    """Return the permutation that turns people in cycles of `lengths`, one after the other."""
    turn: list[int] = []
    for length in lengths:
        first = len(turn)
        turn += [first + (k + 1) % length for k in range(length)]
    return turn


def read_lengths(text: str) -> list[int]:
    """Return the cycles that `text` names: 7x2+1 is [7, 7, 1]."""
    lengths: list[int] = []
    for run in text.split("+"):
        length, _by, times = run.partition("x")
        lengths += [int(length)] * int(times or 1)
    return lengths


@lru_cache(maxsize=1)
def starters() -> list[Starter]:
    """Return what `resources/designs/starters.txt` holds, read once."""
    return read_starters((resource_dir("designs") / "starters.txt").read_text(encoding="utf-8"))


def read_starters(text: str) -> list[Starter]:
    """Return (tables, seats), the turn and the starter round of each line of `text`."""
    found = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        size, lengths, together = line.split(":")
        tables, seats = map(int, size.split())
        starter = [0] * (tables * seats)
        for table, people in enumerate(together.split("|")):
            for person in people.split():
                starter[int(person)] = table
        found.append(((tables, seats), cycles(read_lengths(lengths)), starter))
    return found
