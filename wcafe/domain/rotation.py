"""How people really went from table to table: what their seats show, whatever the rules were."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from wcafe.domain.meetings import Row

Hosts = Mapping[tuple[int, int], Hashable]
"""Who hosts in a round at a table, both from 0; nobody where nobody does."""


class Moves(Enum):
    """What all who are no hosts do between the rounds."""

    UNLIKE = auto()  # nothing that is true of all of them
    CHANGE = auto()  # each sits at another table than the round before
    NEW = auto()  # each sits at a table where they have not sat before


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """What the seats of at least two rounds show.

    Of the `tables` that were used `hosted` have a host whenever they are, and `kept` always the
    same one, who sits nowhere else; `has_hosts` where any host was there at all. With
    `is_handed_over` each round after the first has a host at each table who was there the round
    before. With `returns` everybody of the first round is back at its table in the last one, and
    `moves` tells of the rounds before that.
    """

    tables: int
    hosted: int
    kept: int
    has_hosts: bool
    is_handed_over: bool
    moves: Moves
    returns: bool


def rotation(rows: Sequence[Row], hosts: Hosts) -> Rotation | None:
    """Return what `rows`, one a round, show; None of fewer than two rounds in which people sat.

    Args:
        rows: who sat where.
        hosts: who was to host; somebody who did not sit there is no host.
    """
    seats = [dict(row) for row in rows]
    if sum(map(bool, seats)) < 2:
        return None
    there = {at: who for at, who in hosts.items() if seats[at[0]].get(who) == at[1]}
    by_table: defaultdict[int, set[Hashable]] = defaultdict(set)
    been: defaultdict[Hashable, set[int]] = defaultdict(set)
    for round_, row in enumerate(seats):
        for person, table in row.items():
            by_table[table].add(there.get((round_, table)))
            been[person].add(table)
    hosted = [here for here in by_table.values() if None not in here]
    returns = _all_return(seats, there)
    return Rotation(
        tables=len(by_table),
        hosted=len(hosted),
        kept=sum(len(here) == 1 and all(len(been[p]) == 1 for p in here) for here in hosted),
        has_hosts=bool(there),
        is_handed_over=_is_handed_over(seats, there),
        moves=_moves(seats[:-1] if returns else seats, there),
        returns=returns,
    )


def _moves(seats: Sequence[Mapping[Hashable, int]], hosts: Hosts) -> Moves:
    before: dict[Hashable, list[int]] = {}
    found = None
    for round_, row in enumerate(seats):
        for person, table in row.items():
            visited = before.setdefault(person, [])
            if visited and hosts.get((round_, table)) != person:
                if table == visited[-1]:
                    return Moves.UNLIKE
                if table in visited:
                    found = Moves.CHANGE
                found = found or Moves.NEW
            visited.append(table)
    return found or Moves.UNLIKE


def _all_return(seats: Sequence[Mapping[Hashable, int]], hosts: Hosts) -> bool:
    """Is everybody of the first round back in the last, and was somebody elsewhere meanwhile?"""
    first, last = seats[0], seats[-1]
    guests = [p for p, table in first.items() if hosts.get((0, table)) != p]
    return (
        len(seats) > 2
        and any(row.get(p, first[p]) != first[p] for p in guests for row in seats[1:-1])
        and all(last.get(person) == table for person, table in first.items())
    )


def stayers(rows: Sequence[Row]) -> Hosts:
    """Return one of those who stayed from the round before, at each table where somebody did."""
    found: dict[tuple[int, int], Hashable] = {}
    for round_, (before, now) in enumerate(pairwise(map(dict, rows)), start=1):
        for person, table in now.items():
            if before.get(person) == table:
                found.setdefault((round_, table), person)
    return found


def _is_handed_over(seats: Sequence[Mapping[Hashable, int]], hosts: Hosts) -> bool:
    """Does one who hosts stay at each table in use, from each round to the next?"""
    return all(
        before.get(hosts.get((round_, table))) == table
        for round_, (before, now) in enumerate(pairwise(seats), start=1)
        for table in set(now.values())
    )
