"""What each table talks about, round by round, and which tables there are to talk at."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from wcafe.domain.cafe import Cafe
from wcafe.domain.plan import Plan
from wcafe.domain.sheet_places import number_of_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class TableQuestion:
    """A question, and the `rounds`, from 0, in which a table talks about it."""

    text: str
    rounds: tuple[int, ...]


def tables_in_use(
    cafe: Cafe, plan: Plan | None, chosen: Collection[int] | None = None
) -> tuple[int, ...]:
    """Return the tables, from 0, that are open in some round: all of them, or those `chosen`."""
    rounds = frozenset(range(len(cafe.rounds)))
    count = number_of_tables(cafe, plan)
    closed = {number for number, table in enumerate(cafe.tables) if table.closed >= rounds}
    return tuple(
        table
        for table in range(count)
        if table not in closed and (chosen is None or table in chosen)
    )


def rounds_of(cafe: Cafe, table: int) -> tuple[int, ...]:
    """Return the rounds, from 0, in which `table` is open."""
    closed = cafe.tables[table].closed if table < len(cafe.tables) else frozenset()
    return tuple(round_ for round_ in range(len(cafe.rounds)) if round_ not in closed)


def questions_of(cafe: Cafe, table: int, rounds: Iterable[int]) -> tuple[TableQuestion, ...]:
    """Return what `table` talks about in `rounds`, each question once."""
    asked: dict[str, list[int]] = {}
    for round_ in rounds:
        if text := cafe.question(table, round_):
            asked.setdefault(text, []).append(round_)
    return tuple(TableQuestion(text=text, rounds=tuple(where)) for text, where in asked.items())


def in_ranges(numbers: Iterable[int]) -> str:
    """Return rising `numbers`, from 0, as people count, those that follow each other joined.

    >>> in_ranges([0, 1, 2, 4]), in_ranges([3, 4]), in_ranges([])
    ('1–3, 5', '4, 5', '')
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0] + 1}–{run[-1] + 1}" if len(run) > 2 else ", ".join(str(n + 1) for n in run)
        for run in runs
    )
