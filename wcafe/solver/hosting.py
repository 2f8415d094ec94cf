"""Who hosts: named by the facilitator, else picked among the willing."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from wcafe.i18n import N_
from wcafe.solver.company import Company, attends
from wcafe.solver.counting import even_sizes
from wcafe.solver.languages import language_circles
from wcafe.solver.problem import Guest, Pin, Problem
from wcafe.solver.solution import Notice, Seats


def name_hosts(problem: Problem, rng: np.random.Generator) -> tuple[Problem, tuple[Notice, ...]]:
    """Return `problem` with its hosts, and what the facilitator should know about them.

    Hosts who stay get a table each. Hosts who hand over are pinned: whoever is to host a table
    next sits at it the round before, and nobody twice before all the willing have.
    """
    if problem.host_mode == "stay" and not problem.hosts:
        return _pick_staying(problem, rng)
    if problem.host_mode == "hand_over":
        return _pick_handing_over(problem, rng)
    return problem, ()


def _pick_staying(problem: Problem, rng: np.random.Generator) -> tuple[Problem, tuple[Notice, ...]]:
    pool, notice = _pool(problem)
    order = [pool[k] for k in rng.permutation(len(pool))]
    order.sort(key=lambda guest: _trouble(guest, problem))
    hosts: dict[str, int] = {}
    free = _tables_in_use(problem)
    spared = _spared(problem, free)
    free = [t for t in free if t not in spared]
    company = Company(problem)
    rounds = range(problem.from_round, problem.rounds)
    for guest in _by_circle(order, problem, len(free)):
        if not free:
            break
        table = next((t for t in free if company.may_sit(guest, t, rounds)), None)
        if table is not None:
            hosts[guest.id] = table
            free.remove(table)
            company.keep(guest, table, rounds)
    notices = [notice]
    if lacking := sorted([*free, *spared]):
        tables = ", ".join(str(table + 1) for table in lacking)
        notices.append(Notice(N_("Tables without a host: {tables}."), {"tables": tables}))
    return replace(problem, hosts=hosts), tuple(notices)


def _spared(problem: Problem, free: list[int]) -> list[int]:
    """Return tables that a host would make too small for the largest group, if it needs them.

    It needs one, or another one in each round where nobody comes to a table twice.
    """
    guests = {guest.id: guest for guest in problem.people}
    largest = [0] * problem.rounds
    for group in problem.together:
        members = [guests[person] for person in group.ids]
        if all(guest.fixed_table is None for guest in members):
            for r in group.rounds if group.rounds is not None else range(problem.rounds):
                largest[r] = max(largest[r], sum(attends(guest, r) for guest in members))
    size = max(largest)
    needed = largest.count(size) if problem.distinct_tables else min(size, 1)
    most = [table.most for table in problem.tables]
    fitting = sum(n > size or (n == size and t not in free) for t, n in enumerate(most))
    exact = [t for t in reversed(free) if most[t] == size]
    return exact[: max(needed - fitting, 0)]


def _pick_handing_over(
    problem: Problem, rng: np.random.Generator
) -> tuple[Problem, tuple[Notice, ...]]:
    pool, notice = _pool(problem)
    free = [g for g in pool if g.fixed_table is None]
    waiting = [free[k] for k in rng.permutation(len(free))]
    hosted = dict.fromkeys((guest.id for guest in waiting), 0)
    seats = {(pin.id, pin.round): pin.table for pin in problem.pins}
    given = len(seats)
    before = _seats_before(problem)
    company = Company(problem)
    for r in range(max(problem.from_round, 1), problem.rounds):
        waiting.sort(key=lambda guest: hosted[guest.id])  # nobody inherits twice in one round
        for t, table in enumerate(problem.tables):
            if r in table.closed or r - 1 in table.closed:
                continue
            if any(g.fixed_table == t and attends(g, r - 1) and attends(g, r) for g in pool):
                continue  # who cannot move welcomes there, and a second one would come back
            heir = next((g for g in waiting if _may_inherit(g, t, r, company, before)), None)
            if heir is not None:
                hosted[heir.id] += 1
                rounds = [when for when in (r - 1, r) if when >= problem.from_round]
                seats |= {(heir.id, when): t for when in rounds}
                company.keep(heir, t, rounds)
    added = list(seats.items())[given:]
    pins = (Pin(id=person, round=r, table=t) for (person, r), t in added)
    return replace(problem, pins=(*problem.pins, *pins)), (notice,)


def _seats_before(problem: Problem) -> dict[str, int | None]:
    """Return who sat where in the last round that is past, in a repair."""
    if problem.previous is None or problem.from_round == 0:
        return {}
    row = problem.previous[problem.from_round - 1]
    return {guest.id: table for guest, table in zip(problem.people, row, strict=True)}


def _may_inherit(
    guest: Guest,
    t: int,
    r: int,
    company: Company,
    before: Mapping[str, int | None],
) -> bool:
    """May `guest` sit at table t in round r and in the one before, as far as is known?"""
    if not attends(guest, r - 1) or not attends(guest, r):
        return False
    if before and r == company.problem.from_round:
        return before[guest.id] == t and company.may_sit(guest, t, [r])
    return company.may_sit(guest, t, [r - 1, r])


def unhosted(problem: Problem, seats: Seats) -> list[Notice]:
    """Return which of the hosted tables are used in a round that no host of theirs attends."""
    if problem.host_mode != "stay":
        return []
    place = {guest.id: p for p, guest in enumerate(problem.people)}
    used = [set(row) for row in seats]
    notices = []
    for t in sorted(set(problem.hosts.values())):
        own = [place[person] for person, table in problem.hosts.items() if table == t]
        lacking = [
            str(r + 1)
            for r in range(problem.from_round, problem.rounds)
            if t in used[r] and all(seats[r][p] is None for p in own)
        ]
        if lacking:
            facts = {"table": t + 1, "rounds": ", ".join(lacking)}
            notices.append(
                Notice(N_("The host of table {table} is away in round {rounds}."), facts)
            )
    return notices


def _by_circle(order: list[Guest], problem: Problem, tables: int) -> list[Guest]:
    """Return the guests so that each circle of languages gets its share of the hosts.

    A circle that shares no language with the others travels among its own hosts' tables only,
    and needs as many as there are rounds where nobody sees a table twice.
    """
    circles = language_circles([guest.languages for guest in problem.people])
    if len(circles) == 1:
        return order
    ids = [{problem.people[p].id for p in circle} for circle in circles]
    seats = max((table.most for table in problem.tables), default=1)
    needed = [
        max(-(-len(circle) // seats), min(problem.rounds, len(circle) // 2), 1) for circle in ids
    ]
    spare = tables - sum(needed)
    needed[0] += max(spare, 0)  # the largest circle comes first
    first = [
        guest
        for circle, number in zip(ids, needed, strict=True)
        for guest in [one for one in order if one.id in circle][:number]
    ]
    return [*first, *(guest for guest in order if guest not in first)]


def _tables_in_use(problem: Problem) -> list[int]:
    """Return the tables at which people sit in every round, when all are filled evenly."""
    used = set(range(len(problem.tables)))
    for r in range(problem.rounds):
        people = sum(attends(guest, r) for guest in problem.people)
        most = [0 if r in table.closed else table.most for table in problem.tables]
        sizes = even_sizes(people, [table.fewest for table in problem.tables], most)
        used &= {t for t, size in enumerate(sizes) if size}
    return sorted(used)


def _pool(problem: Problem) -> tuple[list[Guest], Notice]:
    here = [g for g in problem.people if any(attends(g, r) for r in range(problem.rounds))]
    willing = [guest for guest in here if guest.willing]
    if willing:
        return willing, Notice(
            N_("Hosts were picked among the {number} people who are willing."),
            {"number": len(willing)},
        )
    return here, Notice(
        N_("Nobody was marked as willing to host: hosts were picked among everybody.")
    )


def _trouble(guest: Guest, problem: Problem) -> tuple[int, int, int]:
    """Return how hard it is to have `guest` stay somewhere; the least troublesome hosts first.

    Absent rounds, then rules that tie the guest to people who travel, then the languages
    in which the guest can welcome: none named means any.
    """
    absent = problem.rounds - len(guest.present) if guest.present is not None else 0
    tied = sum(guest.id in group.ids for group in problem.together)
    tied += sum(pin.id == guest.id for pin in problem.pins)
    return absent, tied, -len(guest.languages) if guest.languages else -99
