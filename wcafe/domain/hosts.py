"""Who hosts which table in which round: those who stay, or those to whom it is handed over."""

from collections.abc import Iterable, Mapping, Set

from wcafe.domain.cafe import Cafe, HostMode
from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Plan
from wcafe.domain.turns import share_turns

Hosting = Mapping[tuple[int, int], PersonId]
"""The host of a round and a table, both from 0; nobody where a table has none."""


def hosting(plan: Plan, cafe: Cafe, people: Iterable[Person]) -> Hosting:
    """Return who hosts, as the rule of the café has it.

    Where hosts hand over, the next one is somebody who was there the round before and stays: one
    who marked being willing, if there is one, and nobody twice before all who stay somewhere have,
    as far as can be. Who hosted in a round that is past does not depend on those to come.
    """
    if cafe.rules.hosts is not HostMode.HAND_OVER:
        rounds = range(plan.rounds)
        return {(r, t): person for r in rounds for t, person in plan.hosts_in(r).items()}
    turns = _turns(plan, {person.id for person in people if person.willing})
    past = share_turns({turn: able for turn, able in turns.items() if turn[0] < plan.from_round})
    return share_turns(turns | {turn: [person] for turn, person in past.items()})


def _turns(plan: Plan, willing: Set[PersonId]) -> dict[tuple[int, int], list[PersonId]]:
    """Return who stays on at each table from each round to the next: the willing, if one does."""
    turns: dict[tuple[int, int], list[PersonId]] = {}
    for round_ in range(1, plan.rounds):
        before, now = plan.seats[round_ - 1], plan.seats[round_]
        for person, last, table in zip(plan.people, before, now, strict=True):
            if table is not None and table == last:
                turns.setdefault((round_, table), []).append(person)
    return {
        turn: [person for person in here if person in willing] or here
        for turn, here in turns.items()
    }


def tables_without_host(plan: Plan, cafe: Cafe) -> tuple[int, ...]:
    """Return the tables, from 0, that are used in rounds to come and that no host stays at.

    None where hosts do not stay.
    """
    if cafe.rules.hosts is not HostMode.STAY:
        return ()
    used = {table for row in plan.seats[plan.from_round :] for table in row if table is not None}
    return tuple(sorted(used - set(plan.hosts.values())))
