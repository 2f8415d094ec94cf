"""What a rehearsal of absences tells, and which number of tables stands them best."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What a share of absences does, in the mean of all draws.

    Attributes:
        tables: how many tables the plan has.
        absent: the share of people who do not come.
        thin: tables with too few people for a conversation in some round.
        repeats: repeat meetings left among those who came.
        moves: seats that change if each thin table is filled up or given up, whichever is less.
    """

    tables: int
    absent: float
    thin: float
    repeats: float
    moves: float


def most_robust(lines: Sequence[Rehearsal]) -> int:
    """Return the number of tables that stands absences best: thin tables, repeats, then moves."""
    by_tables: dict[int, list[Rehearsal]] = {}
    for line in lines:
        by_tables.setdefault(line.tables, []).append(line)

    def harm(tables: int) -> tuple[float, float, float, int]:
        found = by_tables[tables]
        thin = sum(line.thin for line in found)
        repeats = sum(line.repeats for line in found)
        return thin, repeats, sum(line.moves for line in found), -tables

    return min(by_tables, key=harm)
