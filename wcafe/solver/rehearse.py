"""What absences would do to a plan, drawn by chance many times (METHOD.md, No-show rehearsal)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from wcafe.solver.model import NOBODY, Ints
from wcafe.solver.problem import Problem, TableSpec
from wcafe.solver.solution import Seats
from wcafe.solver.solve import solve, weigh

SHARES = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3)
ENOUGH = 3  # people at a table for a conversation


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


def rehearse(
    problem: Problem,
    seats: Seats,
    *,
    shares: Sequence[float] = SHARES,
    draws: int = 30,
    seed: int = 1,
) -> tuple[Rehearsal, ...]:
    """Let people stay away by chance and count what becomes of `seats`; one line a share.

    The same people stay away from plans of the same people, draw by draw, so that plans compare.
    Cost: O(draws · shares · R P²).
    """
    people, tables = len(problem.people), len(problem.tables)
    planned = np.array([[NOBODY if t is None else t for t in row] for row in seats], np.int32)
    lines = []
    for share in shares:
        chance = np.random.default_rng([seed, round(100 * share)])
        figures = []
        for _draw in range(draws):
            gone = chance.permutation(people)[: round(share * people)]
            left = planned.copy()
            left[:, gone] = NOBODY
            rows = tuple(tuple(None if t == NOBODY else t for t in row) for row in left.tolist())
            figures.append((*_thin(planned, left, tables), weigh(problem, rows)[0]))
        thin, moves, repeats = np.mean(figures, axis=0).tolist()
        lines.append(
            Rehearsal(tables=tables, absent=share, thin=thin, repeats=repeats, moves=moves)
        )
    return tuple(lines)


def rehearse_tables(
    problem: Problem, *, draws: int = 30, seed: int = 1, effort: float = 1.0
) -> tuple[Rehearsal, ...]:
    """Rehearse with one table less, the tables there are, and one more, where a plan exists.

    Hosts named for a table that is left out are named anew.
    """
    lines: list[Rehearsal] = []
    tables = len(problem.tables)
    for count in (tables - 1, tables, tables + 1):
        asked = _with_tables(problem, count)
        if count < 1 or any(_lacks_seats(asked, r) for r in range(asked.rounds)):
            continue
        solution = solve(asked, seed=seed, effort=effort)
        if not solution.violations:
            lines += rehearse(asked, solution.seats, draws=draws, seed=seed)
    return tuple(lines)


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


def _thin(planned: Ints, left: Ints, tables: int) -> tuple[int, int]:
    """Return how many planned tables end up thin in some round, and the moves to mend that."""
    is_thin = np.zeros(tables, bool)
    moves = 0
    for before, now in zip(planned, left, strict=True):
        meant = np.bincount(before[before != NOBODY], minlength=tables)
        here = np.bincount(now[now != NOBODY], minlength=tables)
        thin = (here < np.minimum(ENOUGH, meant)) & (meant > 0)
        is_thin |= thin
        moves += int(np.minimum(here, ENOUGH - here)[thin].sum())
    return int(is_thin.sum()), moves


def _with_tables(problem: Problem, count: int) -> Problem:
    more = TableSpec(most=max(table.most for table in problem.tables))
    specs = (*problem.tables, more)[: max(count, 1)]
    hosts = {person: table for person, table in problem.hosts.items() if table < count}
    return replace(problem, tables=specs, hosts=hosts if len(hosts) == len(specs) else {})


def _lacks_seats(problem: Problem, r: int) -> bool:
    seats = sum(table.most for table in problem.tables if r not in table.closed)
    here = sum(g.present is None or r in g.present for g in problem.people)
    return here > seats
