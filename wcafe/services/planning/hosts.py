"""Who hosts: those the facilitator named, those a plan picked, and who takes over from whom."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from wcafe.domain.cafe import Cafe, HostMode
from wcafe.domain.people import Person, PersonId, participants
from wcafe.i18n import N_
from wcafe.services.cafe import Snapshot
from wcafe.solver import (
    HOST_AWAY,
    HOST_OFTEN_AWAY,
    HOSTS_ALONE,
    HOSTS_TWICE,
    WITHOUT_HOST,
    WITHOUT_HOST_IN,
    Guest,
    Notice,
    Problem,
)

NEW_HOST = N_("{person} hosts table {table} from round {round} on.")
"""The notice of a plan in which a table has another host than before."""
CLOSED_TABLE = N_("{person} was to host table {table}, which is closed in rounds: {rounds}.")
NO_SUCH_TABLE = N_("{person} was to host table {table}, which is not there.")
NO_TABLE_TO_STAY = N_("{person} is to stay at table {table}, which is not there.")
_KEPT_IN_OLDER = (
    N_("Tables without a host: {tables}."),
    N_("Tables without a host in round {round}: {tables}."),
)
"""Notices as plans of before have them."""
ABOUT_HOSTS = frozenset(
    {
        *_KEPT_IN_OLDER,
        *(NEW_HOST, CLOSED_TABLE, NO_SUCH_TABLE, HOST_AWAY, HOST_OFTEN_AWAY),
        *(HOSTS_ALONE, HOSTS_TWICE, WITHOUT_HOST, WITHOUT_HOST_IN),
    }
)
"""All notices that say who hosts a table, that nobody does, or that some do twice."""


def hosts_of(snapshot: Snapshot, cafe: Cafe, *, from_round: int, is_repair: bool) -> dict[str, int]:
    """Return who hosts which table from `from_round` on when the plan is composed.

    Those the facilitator named; in a repair also those the plan picked. Who attends none of
    these rounds hosts no table in them.
    """
    hosts = kept_hosts(snapshot, cafe, from_round=from_round) if is_repair else {}
    here = _coming(snapshot, cafe, from_round)
    stay = {person: table for person, table in hosts.items() if person in here}
    return {**stay, **_named_hosts(snapshot, cafe, from_round)}


def kept_hosts(snapshot: Snapshot, cafe: Cafe, *, from_round: int) -> dict[str, int]:
    """Return the hosts of the kept plan, and those the facilitator named in their place."""
    named = _named_hosts(snapshot, cafe, from_round)
    if snapshot.plan is None or cafe.rules.hosts is not HostMode.STAY:
        return named
    here, tables = {guest.id for guest in participants(snapshot.people)}, range(len(cafe.tables))
    taken = set(named.values())
    shut = {guest.id: _shut_out(guest, cafe, from_round) for guest in participants(snapshot.people)}
    picked: dict[str, int] = {
        person: table
        for person, table in snapshot.plan.hosts.items()
        if person in here and table in tables and table not in taken | shut[person]
    }
    return {**picked, **named}


def find_vacated(snapshot: Snapshot, cafe: Cafe, hosts: Mapping[str, int]) -> dict[int, str]:
    """Return the tables of the plan that have lost their host to another wish or to absence.

    Args:
        snapshot: the café with its plan.
        cafe: its tables as they are to be.
        hosts: those who stay.

    Returns:
        Who hosted each of these tables.
    """
    if cafe.rules.hosts is not HostMode.STAY or snapshot.plan is None:
        return {}
    tables, taken = range(len(cafe.tables)), set(hosts.values())
    return {
        t: person for person, t in snapshot.plan.hosts.items() if t in tables and t not in taken
    }


def hand_on(
    problem: Problem, tables: Mapping[int, str], names: Mapping[str, str]
) -> tuple[Problem, list[Notice]]:
    """Return the repair `problem` with a new host at each of `tables`, and who that is.

    Somebody willing, if there is; who shares a language with the host who left, comes to all
    rounds that are left and was to sit there anyway goes before others. Where everybody returns
    home, only those whose home it is, or who have none, can stay to the end.
    """
    hosts = dict(problem.hosts)
    coming = range(problem.from_round, problem.rounds)
    known = {guest.id: place for place, guest in enumerate(problem.people)}
    notices = []
    for table, leaver in sorted(tables.items()):
        free = [
            guest
            for guest in problem.people
            if guest.id not in hosts
            and guest.fixed_table in (None, table)
            and guest.needs <= problem.tables[table].features
            and (not problem.return_home or _home_of(guest, problem) in (None, table))
            and any(_attends(guest, r) for r in coming)
            and not any(_attends(guest, r) for r in problem.tables[table].closed & set(coming))
        ]
        left = problem.people[known[leaver]] if leaver in known else None
        heir = min(free, key=lambda guest: _strain(problem, guest, table, left), default=None)
        if heir is None:
            continue
        hosts[heir.id] = table
        facts = {"person": names[heir.id], "table": table + 1, "round": problem.from_round + 1}
        notices.append(Notice(NEW_HOST, facts))
    return replace(problem, hosts=hosts), notices


def taken_over(
    hosts: Mapping[PersonId, int],
    hosted: Mapping[tuple[int, int], PersonId],
    from_round: int,
    names: Mapping[str, str],
) -> list[Notice]:
    """Return who hosts a table that somebody else hosted in a round that is past, and since when.

    Args:
        hosts: who hosts which table from `from_round` on.
        hosted: who did before, by round and table.
        from_round: the first round that is not past.
        names: of the people, by id.
    """
    notices = []
    for person, table in sorted(hosts.items(), key=lambda pair: pair[1]):
        past = {r: host for (r, where), host in hosted.items() if where == table}
        first = min((r for r, host in past.items() if host == person), default=from_round)
        if any(r < first for r in past):
            facts = {"person": names[person], "table": table + 1, "round": first + 1}
            notices.append(Notice(NEW_HOST, facts))
    return notices


def find_misplaced(people: Iterable[Person], cafe: Cafe, *, from_round: int = 0) -> list[Notice]:
    """Return who is to host, or to stay at, a table that is not there, or closed while they are."""
    tables, has_hosts = len(cafe.tables), cafe.rules.hosts is HostMode.STAY
    notices = []
    for person in people:
        if not person.comes(len(cafe.rounds)):
            continue
        for sentence, table in (
            (NO_SUCH_TABLE, person.host_of if has_hosts else None),
            (NO_TABLE_TO_STAY, person.stays_at),
        ):
            if table is not None and table >= tables:
                notices.append(Notice(sentence, {"person": person.name, "table": table + 1}))
        table = person.host_of if has_hosts else None
        if table is not None and table < tables and table in _shut_out(person, cafe, from_round):
            closed = sorted(r for r in cafe.tables[table].closed if r >= from_round)
            rounds = ", ".join(str(r + 1) for r in closed)
            facts = {"person": person.name, "table": table + 1, "rounds": rounds}
            notices.append(Notice(CLOSED_TABLE, facts))
    return notices


def _home_of(guest: Guest, problem: Problem) -> int | None:
    """Return where `guest` sat in the first round, if it is past and in the last they are here."""
    last = problem.rounds - 1
    if problem.previous is None or not _attends(guest, last):
        return None
    return problem.previous[0][[other.id for other in problem.people].index(guest.id)]


def _strain(problem: Problem, guest: Guest, table: int, left: Guest | None) -> tuple[int, ...]:
    """Return how much `guest` speaks against being the next host, the gravest first."""
    rounds = range(problem.from_round, problem.rounds)
    spoken = left.languages if left else frozenset()
    is_foreign = bool(spoken and guest.languages and not spoken & guest.languages)
    absent = sum(not _attends(guest, r) for r in rounds)
    tied = sum(guest.id in group.ids for group in problem.together)
    place = [other.id for other in problem.people].index(guest.id)
    assert problem.previous is not None
    there = sum(problem.previous[r][place] == table for r in rounds)
    return is_foreign, not guest.willing, absent, tied, -there, place


def _attends(guest: Guest, round_: int) -> bool:
    return guest.present is None or round_ in guest.present


def _named_hosts(snapshot: Snapshot, cafe: Cafe, from_round: int) -> dict[str, int]:
    if cafe.rules.hosts is not HostMode.STAY:
        return {}
    here, tables = _coming(snapshot, cafe, from_round), range(len(cafe.tables))
    return {
        guest.id: guest.host_of
        for guest in participants(snapshot.people)
        if guest.id in here
        and guest.host_of is not None
        and guest.host_of in tables
        and guest.host_of not in _shut_out(guest, cafe, from_round)
    }


def _shut_out(guest: Person, cafe: Cafe, from_round: int) -> set[int]:
    """Return the tables that are closed in a round to come that `guest` attends.

    Who stays at a table stays in every round, so nobody hosts there who would have to leave it.
    """
    coming = [r for r in range(from_round, len(cafe.rounds)) if guest.attends(r)]
    return {t for t, table in enumerate(cafe.tables) if not table.closed.isdisjoint(coming)}


def _coming(snapshot: Snapshot, cafe: Cafe, from_round: int) -> set[str]:
    """Return who attends a round from `from_round` on."""
    rounds = range(from_round, len(cafe.rounds))
    return {guest.id for guest in participants(snapshot.people) if any(map(guest.attends, rounds))}
