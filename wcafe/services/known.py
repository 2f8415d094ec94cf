"""What is known of a café at its end: who was there, at how many tables, where people sat.

Nothing is known that nobody told: a café may have notes without people, people without a plan,
a plan without anybody who came.
"""

from dataclasses import dataclass

from wcafe.domain.live import Seating
from wcafe.domain.people import PersonId, participants
from wcafe.services.cafe import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Who sat where, one row a round; a round of which nothing is known has an empty row.

    `recorded` and `planned` are the rounds, from 0, whose row says where people really sat, and
    where those who attend were to sit. They are all rounds together where `is_whole`.
    """

    rows: tuple[Seating, ...]
    recorded: frozenset[int]
    planned: frozenset[int]

    @property
    def is_whole(self) -> bool:
        return len(self.recorded) + len(self.planned) == len(self.rows)

    @property
    def is_recorded(self) -> bool:
        """Is it known of every row that people really sat so?"""
        return bool(self.recorded) and not self.planned

    @property
    def people(self) -> frozenset[PersonId]:
        return frozenset(person for row in self.rows for person, _table in row)


def known_seats(snapshot: Snapshot) -> Seats:
    """Return the recorded seats and, for rounds without, the planned ones of those who attend."""
    attends = {person.id: person.attends for person in participants(snapshot.people)}
    rounds = range(len(snapshot.cafe.rounds))
    recorded = frozenset(r for r in rounds if snapshot.live.seating(r) is not None)
    planned = snapshot.plan.rounds if snapshot.plan is not None else 0
    rows = [
        snapshot.seating(r)
        if r in recorded
        else tuple((p, t) for p, t in snapshot.seating(r) if p in attends and attends[p](r))
        for r in rounds
    ]
    return Seats(
        rows=tuple(rows),
        recorded=recorded,
        planned=frozenset(r for r in rounds if r < planned) - recorded,
    )


def known_people(snapshot: Snapshot) -> int:
    """Return how many were counted, else are recorded to have sat somewhere, else checked in.

    Where nobody did it is how many are to have a seat, and before a plan how many mean to come.
    0 says that nobody was counted; whether these people came, `is_known_who_came` tells.
    """
    if snapshot.cafe.headcount is not None:
        return snapshot.cafe.headcount
    seats = known_seats(snapshot)
    if is_checked_in(snapshot):
        return _arrived(snapshot)
    if seats.recorded or seats.planned:
        return len(seats.people)
    rounds = range(len(snapshot.cafe.rounds))
    return sum(any(map(person.attends, rounds)) for person in participants(snapshot.people))


def is_known_who_came(snapshot: Snapshot) -> bool:
    """Are `known_people` those who came: were they counted, or their seats recorded?"""
    return snapshot.cafe.headcount is not None or known_seats(snapshot).is_recorded


def is_checked_in(snapshot: Snapshot) -> bool:
    """Are `known_people` those who checked in at the door: is nothing better known of who came?

    It is not told that these are all: somebody may have come in without being seen.
    """
    return not is_known_who_came(snapshot) and _arrived(snapshot) > 0


def _arrived(snapshot: Snapshot) -> int:
    return sum(person.arrived for person in participants(snapshot.people))


def known_tables(snapshot: Snapshot) -> int:
    """Return how many tables the café has, and those beside it that notes or seats name.

    Where no tables were set that is how many the notes come from; 0 where nothing names one.
    """
    named = {note.table for note in snapshot.notes}
    named.update(table for row in known_seats(snapshot).rows for _person, table in row)
    return len(named.union(range(len(snapshot.cafe.tables))))
