"""From a café to the solver's problem: what binds whom, in numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from babel import Locale

from wcafe.domain.cafe import Cafe
from wcafe.domain.people import Person, PersonId, participants
from wcafe.domain.text import fold
from wcafe.i18n import N_
from wcafe.services.cafe import Snapshot
from wcafe.services.planning.hosts import (
    find_misplaced,
    find_vacated,
    hand_on,
    hosts_of,
    kept_hosts,
)
from wcafe.solver import Group, Guest, Notice, Problem, TableSpec


def problem_of(
    snapshot: Snapshot, cafe: Cafe, *, from_round: int = 0, is_repair: bool = False
) -> tuple[Problem, tuple[Notice, ...]]:
    """Return the problem of seating everybody at the tables of `cafe`, and what was left out.

    A repair keeps the current plan as far as it can: a changed seat has its price. From a later
    round on it is always one: what is past stays, told by the actual seats where they were
    recorded. Who had no seat in a round that is past did not attend it, and who had one did.
    """
    guests = participants(snapshot.people)
    rounds = frozenset(range(len(cafe.rounds)))
    is_repair = is_repair or from_round > 0
    previous = _previous(snapshot, cafe, guests) if is_repair else None
    offers = frozenset().union(*(table.features for table in cafe.tables))
    notices: list[Notice] = find_misplaced(guests, cafe, from_round=from_round)
    if not offers and (needing := sum(bool(guest.needs) for guest in guests)):
        notices.append(
            Notice(
                N_(
                    "People with special needs: {number}. No table says what it offers, "
                    "so seat them by hand."
                ),
                {"number": needing},
            )
        )
    problem = Problem(
        rounds=len(rounds),
        tables=tuple(
            TableSpec(
                most=table.seats,
                fewest=table.fewest,
                features=table.features,
                zone=None if table.zone is None else str(table.zone),
                closed=table.closed & rounds,
            )
            for table in cafe.tables
        ),
        people=_attending(
            [_guest(guest, cafe, heeds_needs=bool(offers)) for guest in guests],
            len(cafe.rounds),
            previous,
            from_round,
        ),
        host_mode=cafe.rules.hosts.value,
        hosts=hosts_of(snapshot, cafe, from_round=from_round, is_repair=is_repair),
        fills_hosts=not (is_repair and snapshot.plan and snapshot.plan.hosts),
        distinct_tables=cafe.rules.distinct_tables,
        return_home=cafe.rules.return_home,
        apart=_groups(cafe.rules.apart, guests),
        together=_groups(cafe.rules.together, guests),
        balance=dict.fromkeys(_worth_mixing(cafe.rules.mixed, guests), 1.0),
        previous=previous,
        from_round=from_round,
    )
    if is_repair:
        names: dict[str, str] = {guest.id: guest.name for guest in guests}
        problem, handed = hand_on(problem, find_vacated(snapshot, cafe, problem.hosts), names)
        notices += handed
    return problem, tuple(notices)


def planned_seats(
    snapshot: Snapshot, cafe: Cafe, guests: Iterable[Person]
) -> tuple[tuple[int | None, ...], ...]:
    """Return the planned seats of `guests` in the rounds and at the tables the café has now."""
    plan, tables = snapshot.plan, range(len(cafe.tables))
    if plan is None:
        return ()
    routes = [plan.itinerary(guest.id) for guest in guests]
    return tuple(
        tuple(route[r] if r < plan.rounds and route[r] in tables else None for route in routes)
        for r in range(len(cafe.rounds))
    )


def problem_and_seats(snapshot: Snapshot) -> tuple[Problem, tuple[tuple[int | None, ...], ...]]:
    """Return what the kept plan is to be judged by: the problem as it is now, and the seats.

    Rounds that were over when the plan was repaired are not judged.
    """
    cafe, plan = snapshot.cafe, snapshot.plan
    problem, _notices = problem_of(snapshot, cafe)
    seats = planned_seats(snapshot, cafe, participants(snapshot.people))
    first = min(plan.from_round, len(cafe.rounds) - 1) if plan else 0
    return replace(
        problem,
        hosts=kept_hosts(snapshot, cafe, from_round=first),
        people=_attending(problem.people, len(cafe.rounds), seats, first),
        previous=seats if first else None,
        from_round=first,
    ), seats


def _attending(
    guests: Iterable[Guest],
    rounds: int,
    previous: tuple[tuple[int | None, ...], ...] | None,
    from_round: int,
) -> tuple[Guest, ...]:
    """Return `guests`, who attended those rounds before `from_round` in which they had a seat."""
    if previous is None or from_round == 0:
        return tuple(guests)
    known = []
    for place, guest in enumerate(guests):
        to_come = set(range(from_round, rounds))
        if guest.present is not None:
            to_come &= guest.present
        past = {r for r in range(from_round) if previous[r][place] is not None}
        known.append(replace(guest, present=frozenset(past | to_come)))
    return tuple(known)


def _previous(
    snapshot: Snapshot, cafe: Cafe, guests: tuple[Person, ...]
) -> tuple[tuple[int | None, ...], ...]:
    rows = []
    for r, planned in enumerate(planned_seats(snapshot, cafe, guests)):
        actual = snapshot.live.seating(r)
        known: Mapping[PersonId, int] = dict(actual or ())
        rows.append(planned if actual is None else tuple(known.get(g.id) for g in guests))
    return tuple(rows)


def _guest(person: Person, cafe: Cafe, *, heeds_needs: bool) -> Guest:
    tables, rounds = range(len(cafe.tables)), frozenset(range(len(cafe.rounds)))
    return Guest(
        id=person.id,
        attributes={name: fold(person.attribute(name)) for name in cafe.rules.mixed},
        languages=languages_of(person),
        needs=frozenset(person.needs) if heeds_needs else frozenset(),
        present=None if person.present is None else person.present & rounds,
        fixed_table=person.stays_at if person.stays_at in tables else None,
        willing=person.willing,
    )


def languages_of(person: Person) -> frozenset[str]:
    """Return the codes of the languages `person` named; none means any."""
    return frozenset(map(_language, person.languages))


def _groups(groups: Iterable[frozenset[str]], guests: Iterable[Person]) -> tuple[Group, ...]:
    here = {guest.id for guest in guests}
    kept = (sorted(group & here) for group in groups)
    return tuple(Group(ids=tuple(ids)) for ids in kept if len(ids) > 1)


def _worth_mixing(names: Iterable[str], guests: tuple[Person, ...]) -> list[str]:
    """Return the attributes in which people differ and some are alike."""
    worth = []
    for name in names:
        values = [fold(v) for guest in guests if (v := guest.attribute(name))]
        if 1 < len(set(values)) < len(values):
            worth.append(name)
    return worth


def _language(written: str) -> str:
    """Return the code of a language written in French, in English or as a code.

    >>> {_language("français"), _language("French"), _language("FR"), _language("fr-CA")}
    {'fr'}
    """
    word = fold(written)
    return _languages().get(word) or _languages().get(word[:2] if "-" in word else word, word)


@cache
def _languages() -> dict[str, str]:
    known: dict[str, str] = {}
    for speaker in ("en", "fr"):
        for code, name in Locale(speaker).languages.items():
            known.setdefault(fold(name), code)
            known.setdefault(code, code)
    return known
