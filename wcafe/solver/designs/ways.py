"""Whole plans found once and for all, for few tables that have no formula: six.

Where nobody comes to a table twice, a way is a word of different letters, one a round, and two
people meet twice where their words agree in two letters. Such words for six tables and four
rounds were all gone through (`research/prove_ways.cpp`): up to 27 people need not meet
anybody twice, and `LEAST_AGAIN` says what more people cannot avoid.
"""

from functools import lru_cache

import numpy as np

from wcafe.paths import resource_dir
from wcafe.solver.model import Ints

TABLES, ROUNDS = 6, 4
LEAST_AGAIN = {28: 2, 29: 4}
"""Repeat meetings, and coincidences, that so many people on six tables have at least in four
rounds in which nobody comes to a table twice, however many sit at each."""
LEAST_ANYWHERE = {35: 1}
"""The same where people may come to a table twice. In each pair of rounds 35 people would leave one
pair of tables out, always the same table of a round; somebody there would make two orthogonal Latin
squares of order six, which do not exist (G. Tarry 1900)."""


def least_again(people: int, *, is_distinct: bool) -> int:
    """Return the repeats, and the coincidences, that cannot be avoided; see `LEAST_AGAIN`.

    Of one person more than is known, each can be left out: a pair stays in all plans that are left
    but two.
    """
    known = LEAST_AGAIN if is_distinct else LEAST_ANYWHERE
    least = 0
    for number in range(min(known), people + 1):
        least = max(known.get(number, 0), -(-least * number // (number - 2)))
    return least


def known_ways(tables: int, rounds: int, people: int) -> Ints | None:
    """Return a plan of shape (rounds, people) in which nobody comes to a table twice, or None."""
    for size, plan in _all_known():
        if size == tables and plan.shape[0] >= rounds and plan.shape[1] == people:
            return plan[:rounds]
    return None


@lru_cache(maxsize=1)
def _all_known() -> list[tuple[int, Ints]]:
    return read_ways((resource_dir("designs") / "ways.txt").read_text(encoding="utf-8"))


def read_ways(text: str) -> list[tuple[int, Ints]]:
    """Return the number of tables and the plan, of shape (rounds, people), of each line."""
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            tables, ways = line.split(":")
            people = [[int(table) for table in way.split()] for way in ways.split("|")]
            found.append((int(tables), np.array(people, np.int32).T))
    return found
