"""Who hosts which table in which round: those who stay, or those to whom it is handed over."""

from collections.abc import Iterable, Mapping

from wcafe.domain.cafe import Cafe, HostMode
from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Plan

Hosting = Mapping[tuple[int, int], PersonId]
"""The host of a round and a table, both from 0; nobody where a table has none."""


def hosting(plan: Plan, cafe: Cafe, people: Iterable[Person]) -> Hosting:
    """Return who hosts, as the rule of the café has it.

    Where hosts hand over, the next one is somebody who was there the round before and stays:
    one who marked being willing, if there is one, and has hosted least.
    """
    if cafe.rules.hosts is not HostMode.HAND_OVER:
        rounds = range(plan.rounds)
        return {(r, t): person for r in rounds for t, person in plan.hosts_in(r).items()}
    found: dict[tuple[int, int], PersonId] = {}
    willing = {person.id for person in people if person.willing}
    times: dict[PersonId, int] = {}
    for round_ in range(1, plan.rounds):
        before, now = plan.seats[round_ - 1], plan.seats[round_]
        stayed: dict[int, list[PersonId]] = {}
        for person, last, table in zip(plan.people, before, now, strict=True):
            if table is not None and table == last:
                stayed.setdefault(table, []).append(person)
        for table, here in stayed.items():
            host = min(here, key=lambda p: (bool(willing) and p not in willing, times.get(p, 0)))
            found[round_, table] = host
            times[host] = times.get(host, 0) + 1
    return found


def tables_without_host(plan: Plan, cafe: Cafe) -> tuple[int, ...]:
    """Return the tables, from 0, that are used in rounds to come and that no host stays at.

    None where hosts do not stay.
    """
    if cafe.rules.hosts is not HostMode.STAY:
        return ()
    used = {table for row in plan.seats[plan.from_round :] for table in row if table is not None}
    return tuple(sorted(used - set(plan.hosts.values())))
