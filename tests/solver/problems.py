"""Problems in one line."""

from wcafe.solver import Guest, Problem, TableSpec


def a_problem(tables, seats, rounds, people=None, **rules):
    """So many tables with so many seats, full unless `people` says otherwise."""
    count = tables * seats if people is None else people
    return Problem(
        rounds=rounds,
        tables=tuple(TableSpec(most=seats) for _ in range(tables)),
        people=tuple(Guest(id=f"p{n}") for n in range(count)),
        **rules,
    )


def with_hosts(problem):
    """The first people host, one a table, and stay."""
    from dataclasses import replace

    hosts = {f"p{table}": table for table in range(len(problem.tables))}
    return replace(problem, host_mode="stay", hosts=hosts)
