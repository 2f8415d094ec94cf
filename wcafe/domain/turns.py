"""Hosts' turns where hosting is handed over: shared among as many people as can be."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Turn = TypeVar("Turn", bound=Hashable)
Who = TypeVar("Who", bound=Hashable)


def share_turns(turns: Mapping[Turn, Sequence[Who]]) -> dict[Turn, Who]:
    """Return who takes each turn, nobody twice before all have had one as far as can be.

    Args:
        turns: who could take each, those who had better first; in the order in which they come.
            Where they cannot all be different people, the later ones are somebody's second.

    A largest matching, by augmenting paths (H. Kuhn 1955); then one in which each may have two
    turns, and so on. Nobody for a turn that nobody could take. Cost: O(turns * ways to take one).

    >>> share_turns({1: ["a", "b"], 2: ["a"], 3: ["a", "b"]})
    {1: 'b', 2: 'a', 3: 'a'}
    """
    taken: dict[Turn, Who] = {}
    had: Counter[Who] = Counter()
    waiting = [turn for turn, able in turns.items() if able]
    most = 0
    while waiting:
        most += 1
        waiting = [turn for turn in waiting if not _give(turn, turns, taken, had, most)]
    return {turn: taken[turn] for turn in turns if turn in taken}


def _give(
    turn: Turn,
    turns: Mapping[Turn, Sequence[Who]],
    taken: dict[Turn, Who],
    had: Counter[Who],
    most: int,
) -> bool:
    """Give `turn` to somebody, others changing theirs if need be; return False if nobody can.

    Nobody gets more than `most` turns.
    """
    for who in turns[turn]:
        if had[who] < most:  # as mostly
            taken[turn] = who
            had[who] += 1
            return True
    held: dict[Who, list[Turn]] = {}
    for other, who in taken.items():
        held.setdefault(who, []).append(other)
    reached: dict[Who, Turn] = {}  # each with the turn that they would take
    asked = [turn]
    for wanted in asked:
        for who in turns[wanted]:
            if who in reached:
                continue
            reached[who] = wanted
            if had[who] < most:
                had[who] += 1
                while True:
                    freed = reached[who]
                    before = taken.get(freed)
                    taken[freed] = who
                    if before is None:
                        return True
                    who = before
            asked += held.get(who, [])
    return False
