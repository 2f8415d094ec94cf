"""What stands on a badge, by which it is seen whether it has to be made again."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from wcafe.domain.cafe import Cafe
from wcafe.domain.hosts import hosting
from wcafe.domain.people import Person, PersonId, Role
from wcafe.domain.plan import Plan, Route
from wcafe.domain.text import one_line

_POINT = "."  # in a digest, before the part of the event's name


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeFace:
    """All that a badge says of its person, before it is set in type: paper prints nothing else.

    Who is not seated has their role where others have the route.
    """

    person: PersonId
    first: str
    second: str
    place: str  # where somebody comes from: an organisation, else a group
    role: Role
    route: Route
    hosted: frozenset[int]  # the rounds in which the person hosts a table
    language: str  # of the words around all that
    event: str  # what the café is called
    no_photo: bool  # the person does not want to be in pictures

    @property
    def hosts_throughout(self) -> bool:
        """Does the person host in every round they have a seat in? Then no round is named."""
        seated = {round_ for round_, table in enumerate(self.route) if table is not None}
        return self.hosted >= seated

    @property
    def hosted_table(self) -> int | None:
        """The one table, from 0, that the person hosts; None where there is none or several."""
        tables = {self.route[round_] for round_ in self.hosted}
        return tables.pop() if len(tables) == 1 else None

    @property
    def digest(self) -> str:
        """A short name of what is printed: two badges that say the same have the same.

        The plan's fingerprint and the time of printing, small in a corner, do not count: they
        alone would make all badges new. The event's name stands behind a point, as badges that
        were printed before it stood on them have a digest without it (`says_the_same`).
        """
        wishes = ["no photo"] if self.no_photo else []
        facts = [
            [self.person, self.language, self.role, *wishes],
            [one_line(said) for said in (self.first, self.second, self.place)],
            self.route if self.role is Role.PARTICIPANT else None,
            "all" if self.hosted and self.hosts_throughout else sorted(self.hosted),
        ]
        return f"{_hash(facts)[:32]}{_POINT}{_hash(one_line(self.event))[:8]}"


def badge_faces(plan: Plan, cafe: Cafe, people: Iterable[Person]) -> dict[PersonId, BadgeFace]:
    """Return what the badge of each of `people` says by `plan`, in the order of `people`."""
    everybody = tuple(people)
    hosted: dict[PersonId, set[int]] = {}
    for (round_, _table), host in hosting(plan, cafe, everybody).items():
        hosted.setdefault(host, set()).add(round_)
    return {
        person.id: BadgeFace(
            person=person.id,
            first=person.given or person.family,
            second=person.family if person.given else "",
            place=one_line(person.organisation or person.group),
            role=person.role,
            route=plan.itinerary(person.id),
            hosted=frozenset(hosted.get(person.id, ())),
            language=cafe.language,
            event=cafe.title,
            no_photo=person.no_photo,
        )
        for person in everybody
    }


def says_the_same(held: str | None, now: str) -> bool:
    """Does a badge of the digest `held` say what would be printed `now`?

    One that was printed before the event's name stood on badges is not made again for that.
    """
    return held in (now, now.partition(_POINT)[0])


def badge_code(person: PersonId) -> str:
    """Return what the badge's QR code says: an opaque name, never one of the person's own."""
    return f"WCAFE-P-{UUID(person).hex.upper()}"


def _hash(said: object) -> str:
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
