"""Where everybody stands on the day: not arrived yet, here, away, or left."""

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from enum import Enum

from wcafe.domain.people import Person, participants
from wcafe.i18n import N_, Words


class Presence(Enum):
    """What is known of somebody who was to come."""

    EXPECTED = "expected"  # nobody has seen them yet, and they have a seat all the same
    HERE = "here"
    AWAY = "away"  # they do not come, or come no more, and were never seen
    LEFT = "left"  # they were here, and are not for what is to come


PRESENCE_NAMES = {
    Presence.EXPECTED: N_("not arrived yet"),
    Presence.HERE: N_("here"),
    Presence.AWAY: N_("away"),
    Presence.LEFT: N_("has left"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """How many of those whom a plan may seat are where."""

    here: int
    expected: int
    away: int
    left: int


def presence_of(person: Person, rounds: Set[int]) -> Presence:
    """Return where `person` stands for the `rounds` that are asked about, from 0."""
    if person.is_away(rounds):
        return Presence.LEFT if person.arrived else Presence.AWAY
    return Presence.HERE if person.arrived else Presence.EXPECTED


def count_presence(people: Iterable[Person], rounds: Set[int]) -> Attendance:
    """Count the participants among `people` for these `rounds`, from 0."""
    counts = Counter(presence_of(person, rounds) for person in participants(people))
    return Attendance(
        here=counts[Presence.HERE],
        expected=counts[Presence.EXPECTED],
        away=counts[Presence.AWAY],
        left=counts[Presence.LEFT],
    )


def describe_attendance(counts: Attendance, words: Words) -> str:
    """Say how many are where; who has left only where somebody has."""
    told = [
        words.ngettext("{number} here", "{number} here", counts.here).format(number=counts.here),
        words.ngettext("{number} expected", "{number} expected", counts.expected).format(
            number=counts.expected
        ),
        words.ngettext("{number} away", "{number} away", counts.away).format(number=counts.away),
    ]
    if counts.left:
        left = words.ngettext("{number} has left", "{number} have left", counts.left)
        told.append(left.format(number=counts.left))
    return " · ".join(told)


def checked_in(
    person: Person, coming: Set[int], rounds: int, *, over: Set[int] = frozenset()
) -> Person:
    """Return `person` as somebody who has arrived, or is back.

    Args:
        person: who stands at the door.
        coming: the rounds that have not begun, from 0; who was to miss them all comes to all.
        rounds: how many the café has.
        over: the rounds that are over, from 0; who had not arrived before has missed them.
    """
    if person.is_away(coming):
        person = person.with_presence_in(coming, rounds, is_here=True)
    if over and not person.arrived:
        person = person.with_presence_in(over, rounds, is_here=False)
    return replace(person, arrived=True)


def not_arrived(person: Person) -> Person:
    """Return `person` as somebody whom nobody has seen; the rounds they come to stay."""
    return replace(person, arrived=False)
