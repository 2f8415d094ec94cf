"""Who comes: participants who are seated, and the others who are people too."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NewType

from wcafe.domain.alphabet import place_in_alphabet
from wcafe.domain.choice import Choice
from wcafe.domain.lengths import CellText, LongText, require_short
from wcafe.errors import BadPerson
from wcafe.i18n import N_

PersonId = NewType("PersonId", str)


class Role(Choice):
    """What somebody does in the room. Only participants are seated by the plan."""

    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"
    CREW = "crew"
    OBSERVER = "observer"


ROLE_NAMES = {
    Role.PARTICIPANT: N_("participant"),
    Role.FACILITATOR: N_("facilitator"),
    Role.CREW: N_("crew"),
    Role.OBSERVER: N_("observer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of one café.

    A list gives either a whole name or its two parts. Which part of a whole name is
    the given one is not guessed, so `given` may be empty where `family` holds it all.
    """

    id: PersonId
    given: CellText = ""
    family: CellText = ""
    email: CellText = ""
    organisation: CellText = ""
    group: CellText = ""
    languages: tuple[CellText, ...] = ()  # as written, none means any
    needs: tuple[CellText, ...] = ()
    role: Role = Role.PARTICIPANT
    willing: bool = False  # to host a table
    host_of: int | None = None  # the table, from 0, that the facilitator gave this person
    stays_at: int | None = None  # a fixed table, from 0, for somebody who cannot move
    present: frozenset[int] | None = None  # rounds from 0; None means all
    may_be_named: bool = False  # agreed to stand by name in what is published
    no_photo: bool = False  # wishes to be on no picture
    arrived: bool = False  # was seen at the door, or by whoever took them in
    note: LongText = ""
    code: CellText = ""  # the number the person has in the list it came from
    attributes: tuple[tuple[CellText, CellText], ...] = ()  # the user's own columns
    version: int = 0

    def __post_init__(self) -> None:
        if not self.name:
            raise BadPerson
        require_short(self)

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()

    @property
    def is_seated(self) -> bool:
        return self.role is Role.PARTICIPANT

    @property
    def sort_key(self) -> tuple[str, str]:
        """Where the person stands in an alphabetical list."""
        return place_in_alphabet(self.given, self.family)

    def next_of_series(self) -> "Person":
        """Return this person as a guest of the next café: the same id, nothing of this day."""
        return replace(self, host_of=None, present=None, arrived=False, version=0)

    def attends(self, round_: int) -> bool:
        return self.present is None or round_ in self.present

    def comes(self, rounds: int) -> bool:
        """Is there one among so many rounds that this person attends?"""
        return any(map(self.attends, range(rounds)))

    def is_away(self, rounds: Iterable[int]) -> bool:
        """Does this person attend none of these `rounds`, from 0? Nobody is away from none."""
        asked = tuple(rounds)
        return bool(asked) and not any(map(self.attends, asked))

    def with_presence(self, present: Iterable[int], rounds: int) -> "Person":
        """Return this person here in the rounds `present` alone, of so many."""
        here = frozenset(present)
        return replace(self, present=None if here >= frozenset(range(rounds)) else here)

    def with_presence_in(self, asked: Iterable[int], rounds: int, *, is_here: bool) -> "Person":
        """Return this person here, or away, in each round `asked`; in others as before."""
        before = frozenset(range(rounds)) if self.present is None else self.present
        changed = frozenset(asked)
        return self.with_presence(before | changed if is_here else before - changed, rounds)

    def attribute(self, name: str) -> str:
        """Return the value of `name`, one of the fixed fields or of the user's own; or empty."""
        if name == "organisation":
            return self.organisation
        if name == "group":
            return self.group
        return dict(self.attributes).get(name, "")


def absent(people: Iterable[Person], rounds: int) -> tuple[Person, ...]:
    """Return those of `people` who would be seated, but attend none of so many rounds."""
    return tuple(p for p in people if p.is_seated and not p.comes(rounds))


def expected(people: Iterable[Person], rounds: int) -> tuple[Person, ...]:
    """Return those of `people` who come: seated, and in one of so many rounds at least.

    Every figure of how many people there are counts these.
    """
    return tuple(person for person in people if person.is_seated and person.comes(rounds))


def participants(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return those of `people` whom a plan seats, in the same order."""
    return tuple(person for person in people if person.is_seated)
