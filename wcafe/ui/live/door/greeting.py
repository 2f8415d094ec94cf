"""What is said to one person at the door: who they are, where they stand, the tables they go to."""

from dataclasses import dataclass
from datetime import datetime

from wcafe.domain.people import ROLE_NAMES, Person, PersonId
from wcafe.domain.presence import Presence
from wcafe.services.cafe import Snapshot
from wcafe.services.route import route_of
from wcafe.ui.words import _, ngettext

STATES = {
    Presence.EXPECTED: lambda: _("not here yet"),
    Presence.HERE: lambda: _("is here"),
    Presence.AWAY: lambda: _("does not come"),
    Presence.LEFT: lambda: _("has left already"),
}
"""Where somebody stands, in words that fit anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One round of somebody's way; no table where they have no seat or do not come."""

    round: int  # from 0
    table: int | None = None  # from 0
    name: str = ""  # of the table, if it has one
    is_host: bool = False
    is_over: bool = False

    @property
    def words(self) -> str:
        if self.table is None:
            return _("round {round}: no table").format(round=self.round + 1)
        words = _("round {round} at table {table}").format(
            round=self.round + 1, table=self.table + 1
        )
        facts = (words, self.name, _("hosts this table") if self.is_host else "")
        return ", ".join(filter(None, facts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """One person on the large card.

    Attributes:
        first: what is said large; rest: the other part of the name, if any.
        since: when they were noted as here, where this window saw it.
        seats: a round each; none without a plan, and for whom no table is meant.
        remarks: what else the person at the desk has to know or to say.
    """

    person: PersonId
    first: str
    rest: str
    facts: str
    presence: Presence
    since: datetime | None
    seats: tuple[Seat, ...]
    remarks: tuple[str, ...]

    @property
    def state(self) -> str:
        return describe_state(self.presence, self.since)

    @property
    def words(self) -> str:
        """All of it in one line, for who listens."""
        name = f"{self.first} {self.rest}".strip()
        route = "; ".join(seat.words for seat in self.seats)
        return ". ".join(filter(None, (name, self.state, *self.remarks, route)))


def describe_state(presence: Presence, since: datetime | None) -> str:
    """Say where somebody stands, and since when where that is known."""
    if presence is Presence.HERE and since is not None:
        return _("here since {time}").format(time=since.strftime("%H:%M"))
    return STATES[presence]()


def greet(
    person: Person, presence: Presence, snapshot: Snapshot, *, since: datetime | None = None
) -> Greeting:
    """Return what the card says of `person`, who stands as `presence` says."""
    seats = _seats(person, snapshot)
    facts = (person.organisation, person.group)
    return Greeting(
        person=person.id,
        first=person.given or person.family,
        rest=person.family if person.given else "",
        facts=" · ".join(dict.fromkeys(filter(None, facts))),
        presence=presence,
        since=since,
        seats=seats,
        remarks=tuple(_remarks(person, presence, snapshot, seats)),
    )


def _seats(person: Person, snapshot: Snapshot) -> tuple[Seat, ...]:
    if snapshot.plan is None or not person.is_seated:
        return ()
    return tuple(
        Seat(
            round=stop.round,
            table=stop.table,
            name="" if stop.table is None else snapshot.cafe.table_name(stop.table),
            is_host=stop.is_host,
            is_over=stop.round in snapshot.over,
        )
        for stop in route_of(snapshot, person.id)
    )


def _remarks(
    person: Person, presence: Presence, snapshot: Snapshot, seats: tuple[Seat, ...]
) -> list[str]:
    if not person.is_seated:
        return [_("{role}: no table is planned.").format(role=_(ROLE_NAMES[person.role]))]
    told = []
    if presence is Presence.EXPECTED and snapshot.over:
        told.append(_late(person, snapshot))
    if number := joker_of(person.id, snapshot):
        told.append(
            _("Joker route {number}: give them the spare badge with this number.").format(
                number=number
            )
        )
    if snapshot.plan is None:
        return [*told, _("There is no seating plan yet.")]
    is_coming = presence in (Presence.HERE, Presence.EXPECTED)
    if is_coming and snapshot.coming and not _has_seat(seats, snapshot.coming):
        told.append(_("No table yet: in Run, repair the coming rounds."))
    return told


def _late(person: Person, snapshot: Snapshot) -> str:
    left = [r for r in range(len(snapshot.cafe.rounds)) if r not in snapshot.over]
    still = [str(r + 1) for r in left if person.attends(r)]
    if not still:
        return _("The rounds are over.")
    return ngettext(
        "Comes late, and is in time for round {rounds}.",
        "Comes late, and is in time for the rounds {rounds}.",
        len(still),
    ).format(rounds=", ".join(still))


def _has_seat(seats: tuple[Seat, ...], coming: frozenset[int]) -> bool:
    return any(seat.table is not None for seat in seats if seat.round in coming)


def joker_of(person: PersonId, snapshot: Snapshot) -> int | None:
    """Return the number of the joker route that `person` has taken over, if they have one."""
    jokers = snapshot.plan.jokers if snapshot.plan is not None else ()
    return next((each.number for each in jokers if each.id == person), None)
