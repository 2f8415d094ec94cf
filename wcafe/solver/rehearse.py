"""A rehearsal with one table fewer, the tables there are, and one more."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from wcafe.solver.door import solve
from wcafe.solver.problem import Problem, TableSpec
from wcafe.solver.robust import Rehearsal
from wcafe.solver.solution import Seats


def rehearse_tables(
    problem: Problem,
    *,
    planned: Seats | None = None,
    draws: int = 30,
    seed: int = 1,
    effort: float = 1.0,
    spare: int = 0,
    likelihoods: Sequence[float] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[Rehearsal, ...]:
    """Rehearse with one table less, the tables there are, and one more, where a plan exists.

    Hosts named for a table that is left out are named anew. `planned` are the seats at the
    tables there are, if there are some already; the other plans are composed, each with
    `effort`. Where `spare` more people would find no chair, the tables are too few. After `stop`
    says yes, there may be fewer lines.
    """
    from wcafe.solver.absences import rehearse  # loads arrays

    lines: list[Rehearsal] = []
    tables = len(problem.tables)
    for count in (tables - 1, tables, tables + 1):
        asked = _with_tables(problem, count)
        if stop() or count < 1 or any(_lacks_seats(asked, r, spare) for r in range(asked.rounds)):
            continue
        seats = planned
        if seats is None or count != tables:
            solution = solve(asked, seed=seed, effort=effort, stop=stop)
            if solution.violations:
                continue
            seats = solution.seats
        lines += rehearse(asked, seats, draws=draws, seed=seed, likelihoods=likelihoods)
    return tuple(lines)


def _with_tables(problem: Problem, count: int) -> Problem:
    """Return `problem` with so many tables; what was asked for at one that is gone is not asked."""
    more = TableSpec(most=max(table.most for table in problem.tables))
    specs = (*problem.tables, more)[: max(count, 1)]
    hosts = {person: table for person, table in problem.hosts.items() if table < count}
    there = range(len(specs))
    people = tuple(
        guest if guest.fixed_table in (None, *there) else replace(guest, fixed_table=None)
        for guest in problem.people
    )
    return replace(
        problem,
        tables=specs,
        people=people,
        pins=tuple(pin for pin in problem.pins if pin.table in there),
        hosts=hosts if len(hosts) == len(specs) else {},
    )


def _lacks_seats(problem: Problem, r: int, spare: int) -> bool:
    seats = sum(table.most for table in problem.tables if r not in table.closed)
    here = sum(g.present is None or r in g.present for g in problem.people)
    return here + spare > seats
