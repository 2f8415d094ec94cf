"""Where one person sits, round by round, and with whom: what is asked fifty times an afternoon."""

from collections.abc import Iterable
from dataclasses import dataclass

from wcafe.domain.hosts import hosting
from wcafe.domain.people import PersonId, participants
from wcafe.services.cafe import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One round of somebody's way; no table where they have no seat or do not come."""

    round: int  # from 0
    table: int | None = None  # from 0
    is_host: bool = False
    company: tuple[PersonId, ...] = ()  # who else comes to that table, the host first


def route_of(snapshot: Snapshot, person: PersonId) -> tuple[Stop, ...]:
    """Return a stop for each round of the café: where people really sat, else as planned.

    Nobody who does not come to a round is told as company in it.
    """
    cafe, plan = snapshot.cafe, snapshot.plan
    guests = {guest.id: guest for guest in participants(snapshot.people)}
    hosts = hosting(plan, cafe, snapshot.people) if plan is not None else {}
    stops = []
    for round_ in range(len(cafe.rounds)):
        is_past = snapshot.live.seating(round_) is not None
        here = {
            each: table
            for each, table in snapshot.seating(round_)
            if each in guests and (is_past or guests[each].attends(round_))
        }
        if (table := here.get(person)) is None:
            stops.append(Stop(round=round_))
            continue
        host = hosts.get((round_, table))
        others = [each for each, where in here.items() if where == table and each != person]
        stops.append(
            Stop(
                round=round_,
                table=table,
                is_host=host == person,
                company=tuple(sorted(others, key=lambda o: (o != host, guests[o].sort_key))),
            )
        )
    return tuple(stops)


def next_stop(stops: Iterable[Stop], coming: frozenset[int]) -> Stop | None:
    """Return the first stop among the `coming` rounds that has a table."""
    return next((stop for stop in stops if stop.round in coming and stop.table is not None), None)
