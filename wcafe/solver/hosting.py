"""Who hosts: those the facilitator named, the willing at the other tables; and who lacks one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

import numpy as np

from wcafe.domain.turns import share_turns
from wcafe.i18n import N_
from wcafe.solver.company import Company, attends
from wcafe.solver.counting import even_sizes
from wcafe.solver.languages import language_circles
from wcafe.solver.problem import Guest, Pin, Problem
from wcafe.solver.solution import (
    HOST_AWAY,
    HOST_OFTEN_AWAY,
    WITHOUT_HOST,
    WITHOUT_HOST_IN,
    Notice,
    Seats,
)


def name_hosts(problem: Problem, rng: np.random.Generator) -> tuple[Problem, tuple[Notice, ...]]:
    """Return `problem` with its hosts, and what the facilitator should know about them.

    Hosts who stay get a table each; those named keep theirs. Hosts who hand over are pinned:
    whoever is to host a table next sits at it the round before, and nobody twice before all the
    willing have.
    """
    if problem.host_mode == "stay" and (problem.fills_hosts or not problem.hosts):
        return _pick_staying(problem, rng)
    if problem.host_mode == "hand_over":
        return _pick_handing_over(problem, rng)
    return problem, ()


def _pick_staying(problem: Problem, rng: np.random.Generator) -> tuple[Problem, tuple[Notice, ...]]:
    named = dict(problem.hosts)
    pool, notice = _pool(problem, taken=named.keys())
    if named and not any(guest.willing for guest in pool):
        return problem, ()  # nobody is asked to host who was not asked for
    order = [pool[k] for k in rng.permutation(len(pool))]
    order.sort(key=lambda guest: _trouble(guest, problem))
    company = Company(problem)
    rounds = range(problem.from_round, problem.rounds)
    guests = {guest.id: guest for guest in problem.people}
    for person, kept in named.items():
        company.keep(guests[person], kept, rounds)
    free = [t for t in _tables_in_use(problem) if t not in named.values()]
    spared = _tables_to_spare(problem, free)
    free = [t for t in free if t not in spared]
    picked: dict[str, int] = {}
    for guest in _by_circle(order, problem, len(free)):
        if not free:
            break
        table = next((t for t in free if company.may_sit(guest, t, rounds)), None)
        if table is not None:
            picked[guest.id] = table
            free.remove(table)
            company.keep(guest, table, rounds)
    notices = () if named and not picked else (notice,)
    return replace(problem, hosts={**named, **picked}, fills_hosts=False), notices


def _tables_to_spare(problem: Problem, free: list[int]) -> list[int]:
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
    given = {*free, *problem.hosts.values()}
    fitting = sum(n > size or (n == size and t not in given) for t, n in enumerate(most))
    exact = [t for t in reversed(free) if most[t] == size]
    return exact[: max(needed - fitting, 0)]


def _pick_handing_over(
    problem: Problem, rng: np.random.Generator
) -> tuple[Problem, tuple[Notice, ...]]:
    pool, notice = _pool(problem)
    waiting = [pool[k] for k in rng.permutation(len(pool))]
    seats = {(pin.id, pin.round): pin.table for pin in problem.pins}
    given = len(seats)
    before = _seats_before(problem)
    company = Company(problem)
    guests = {guest.id: guest for guest in waiting}
    heirs = _share_out(problem, waiting)
    hosted = Counter(heirs.values())
    for (r, t), planned in heirs.items():
        if r < max(problem.from_round, 1):
            continue
        heir: Guest | None = guests[planned]
        if not _may_inherit(guests[planned], t, r, company, before):
            waiting.sort(key=lambda guest: hosted[guest.id])
            heir = next((g for g in waiting if _may_inherit(g, t, r, company, before)), None)
        hosted[planned] -= 1
        if heir is not None:
            hosted[heir.id] += 1
            rounds = [when for when in (r - 1, r) if when >= problem.from_round]
            seats |= {(heir.id, when): t for when in rounds}
            company.keep(heir, t, rounds)
    added = list(seats.items())[given:]
    pins = (Pin(id=person, round=r, table=t) for (person, r), t in added)
    return replace(problem, pins=(*problem.pins, *pins)), (notice,)


def _share_out(problem: Problem, waiting: list[Guest]) -> dict[tuple[int, int], str]:
    """Return who had best host each table from each round on, by round and table; the past too.

    Nobody twice before all of `waiting` have, as far as they come and go; who has the fewest
    chances goes first.
    """
    turns = dict(_turns_past(problem))
    before = _seats_before(problem)
    for r in range(max(problem.from_round, 1), problem.rounds):
        able = [g for g in waiting if attends(g, r - 1) and attends(g, r)]
        able.sort(key=lambda guest: _chances(guest, r, problem))
        for t, table in enumerate(problem.tables):
            if r in table.closed or r - 1 in table.closed:
                continue
            here = [g for g in able if g.fixed_table in (None, t)]
            staying = [g for g in here if g.fixed_table == t]
            if staying and problem.distinct_tables:
                here = staying  # they welcome there, and a second one would come back
            is_bound = bool(before) and r == problem.from_round
            turns[r, t] = [g.id for g in here if not is_bound or before[g.id] == t]
    return share_turns(turns)


def _turns_past(problem: Problem) -> Iterator[tuple[tuple[int, int], list[str]]]:
    """Yield the turns to host that are past in a repair, and who can have taken each."""
    past = (problem.previous or ())[: problem.from_round]
    willing = [guest.willing for guest in problem.people]
    for r, (before, row) in enumerate(pairwise(past), start=1):
        stayed: defaultdict[int, list[str]] = defaultdict(list)
        for guest, was, table in zip(problem.people, before, row, strict=True):
            if table is not None and table == was and (guest.willing or not any(willing)):
                stayed[table].append(guest.id)
        for table, here in stayed.items():
            yield (r, table), here


def _chances(guest: Guest, r: int, problem: Problem) -> int:
    """Return in how many rounds from r on `guest` could take a table over."""
    return sum(attends(guest, s - 1) and attends(guest, s) for s in range(r, problem.rounds))


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


def tell_unhosted(problem: Problem, seats: Seats) -> list[Notice]:
    """Return which tables are used in a round to come in which nobody hosts them."""
    if problem.host_mode == "none":
        return []
    if problem.host_mode == "hand_over":
        return _tell_not_handed_over(problem, seats)
    place = {guest.id: p for p, guest in enumerate(problem.people)}
    rounds = range(problem.from_round, problem.rounds)
    lacking, away = [], []
    for t in range(len(problem.tables)):
        own = [place[person] for person, table in problem.hosts.items() if table == t]
        used = [r for r in rounds if t in seats[r]]
        alone = [r for r in used if all(seats[r][p] is None for p in own)]
        if alone and not own:
            lacking.append(t)
        elif alone:
            facts = {"table": t + 1, "rounds": _numbers(alone)}
            away.append(Notice(HOST_AWAY if len(alone) == 1 else HOST_OFTEN_AWAY, facts))
    none = [Notice(WITHOUT_HOST, {"tables": _numbers(lacking)})] if lacking else []
    return none + away


def _tell_not_handed_over(problem: Problem, seats: Seats) -> list[Notice]:
    """Return at which tables nobody stays on from the round before, after the first round."""
    notices = []
    for r in range(max(problem.from_round, 1), problem.rounds):
        pairs = list(zip(seats[r - 1], seats[r], strict=True))
        hosted = {table for before, table in pairs if before == table}
        lacking = sorted({t for _before, t in pairs if t is not None} - hosted)
        if lacking:
            facts = {"round": r + 1, "tables": _numbers(lacking)}
            notices.append(Notice(WITHOUT_HOST_IN, facts))
    return notices


def _numbers(places: Iterable[int]) -> str:
    """Return tables or rounds as people count them."""
    return ", ".join(str(place + 1) for place in places)


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
    needed = [
        max(number - len(circle & problem.hosts.keys()), 0)
        for circle, number in zip(ids, needed, strict=True)
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


def _pool(problem: Problem, taken: Collection[str] = ()) -> tuple[list[Guest], Notice]:
    rounds = range(problem.from_round, problem.rounds)
    here = [
        guest
        for guest in problem.people
        if guest.id not in taken and any(attends(guest, r) for r in rounds)
    ]
    willing = [guest for guest in here if guest.willing]
    if len(willing) == 1:
        return willing, Notice(N_("Hosts were picked among the willing: one person."))
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
