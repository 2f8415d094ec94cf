"""Where everybody stands on the day: not arrived yet, here, away, or left."""

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from enum import Enum

from wcafe.domain.people import Person, participants


class Presence(Enum):
    """What is known of somebody who was to come."""

    EXPECTED = "expected"  # nobody has seen them yet, and they have a seat all the same
    HERE = "here"
    AWAY = "away"  # they do not come, or come no more, and were never seen
    LEFT = "left"  # they were here, and are not for what is to come


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


def checked_in(person: Person, coming: Set[int], rounds: int) -> Person:
    """Return `person` as somebody who has arrived, or is back.

    Args:
        person: who stands at the door.
        coming: the rounds that have not begun, from 0; who was to miss them all comes to all.
        rounds: how many the café has.
    """
    if person.is_away(coming):
        person = person.with_presence_in(coming, rounds, is_here=True)
    return replace(person, arrived=True)
