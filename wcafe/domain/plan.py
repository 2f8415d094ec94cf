"""Who is planned to sit where, what that was made for, and what is proven about it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NewType

from wcafe.domain.cafe import Cafe
from wcafe.domain.people import Person, PersonId, participants
from wcafe.i18n import ENGLISH, Words

PlanId = NewType("PlanId", str)

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no letter that is read as a figure


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about how a plan came to be; told in the language of who reads it."""

    template: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def describe(self, words: Words = ENGLISH) -> str:
        return words.gettext(self.template).format_map(self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What is known about a plan, in the units of SOLVER.md.

    `repeat_meetings` counts meetings of people who had met already, `coincidences` the pairs
    of rounds in which the same two people share a table; each has its proven minimum.
    `balance` maps a mixed attribute to 1 (as even as can be) … 0 (as uneven as can be).
    """

    repeat_meetings: int
    lower_bound: int
    coincidences: int
    coincidences_bound: int
    proven_optimal: bool
    balance: tuple[tuple[str, float], ...] = ()
    notices: tuple[Remark, ...] = ()
    seconds: float = 0.0
    method: str = ""
    seed: int = 1


Route = tuple[int | None, ...]
"""The table, from 0, in each round; None where there is no seat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joker:
    """A spare route: an itinerary that is solved and nobody's yet (METHOD.md, Joker routes).

    Whoever takes it over becomes the person of its `id`, which the code on its badge says.
    """

    id: PersonId
    number: int  # from 1, on the spare badge
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Planned seats: `seats[r][p]` is the table, from 0, of `people[p]` in round r, or None.

    `hosts` is who hosts from `from_round` on; `hosted` who did in the rounds before it, by round
    and table: somebody who hosted and left is no host of the rounds to come. `jokers` are the
    spare routes; one that was taken over has its person among `people`. `fingerprint` is seven
    characters that tell this plan from any other, printed on every page. What is looked up
    again and again is worked out at birth: a value that fills itself later cannot be handed to
    another thread.
    """

    id: PlanId
    people: tuple[PersonId, ...]
    tables: int
    seats: tuple[tuple[int | None, ...], ...]
    hosts: Mapping[PersonId, int] = field(default_factory=dict)
    hosted: Mapping[tuple[int, int], PersonId] = field(default_factory=dict)
    from_round: int = 0  # rounds before it were over when the plan was repaired
    jokers: tuple[Joker, ...] = ()
    made_for: str  # see `basis`
    certificate: Certificate
    version: int = 0
    fingerprint: str = field(init=False, repr=False, compare=False)
    _place: Mapping[PersonId, int] = field(init=False, repr=False, compare=False)
    _hosting: tuple[Mapping[int, PersonId], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {person: place for place, person in enumerate(self.people)}
        object.__setattr__(self, "_place", places)
        object.__setattr__(self, "_hosting", self._find_hosts())
        object.__setattr__(self, "fingerprint", self._find_fingerprint())

    @property
    def rounds(self) -> int:
        return len(self.seats)

    def _find_fingerprint(self) -> str:
        facts: list[object] = [self.people, self.seats, sorted(self.hosts.items())]
        facts += [[joker.number, joker.route] for joker in self.jokers]
        number = int.from_bytes(hashlib.sha256(json.dumps(facts).encode()).digest()[:5])
        code = "".join(_CROCKFORD[number >> 5 * place & 31] for place in range(7))
        return f"{code[:3]}-{code[3:]}"

    @property
    def free_jokers(self) -> tuple[Joker, ...]:
        """The spare routes nobody has taken over."""
        return tuple(joker for joker in self.jokers if joker.id not in self._place)

    @property
    def taken_jokers(self) -> tuple[Joker, ...]:
        """The spare routes that somebody has taken over, who is of the same id."""
        return tuple(joker for joker in self.jokers if joker.id in self._place)

    def itinerary(self, person: PersonId) -> tuple[int | None, ...]:
        """Return the tables of `person`, round by round; all None for somebody unknown."""
        if (place := self._place.get(person)) is None:
            return (None,) * self.rounds
        return tuple(row[place] for row in self.seats)

    def at_table(self, table: int, round_: int) -> tuple[PersonId, ...]:
        """Return who is planned to sit at `table` in `round_`, the host first."""
        here = [p for p, t in zip(self.people, self.seats[round_], strict=True) if t == table]
        host = self.hosts_in(round_).get(table)
        return tuple(sorted(here, key=lambda person: person != host))

    def hosts_in(self, round_: int) -> Mapping[int, PersonId]:
        """Return who hosts in `round_`, by table; those who stay, where hosts do."""
        return self._hosting[round_]

    def _find_hosts(self) -> tuple[Mapping[int, PersonId], ...]:
        past = {round_ for round_, _table in self.hosted}
        told: list[dict[int, PersonId]] = [{} for _round in range(self.rounds)]
        for (round_, table), person in self.hosted.items():
            told[round_][table] = person
        for person, table in self.hosts.items():
            for round_, where in enumerate(self.itinerary(person)):
                if where == table and round_ not in past:
                    told[round_][table] = person
        return tuple(told)

    def is_stale(self, cafe: Cafe, people: Iterable[Person]) -> bool:
        """Has something changed that this plan was made for?"""
        return self.made_for != basis(cafe, people)


def basis(cafe: Cafe, people: Iterable[Person]) -> str:
    """Return a digest of all that a plan depends on; a plan made for another one is stale.

    Names, notes and mixed attributes do not count: correcting one must not cast doubt on badges.
    """
    facts = [
        len(cafe.rounds),
        [(t.fewest, t.seats, sorted(t.features), t.zone, sorted(t.closed)) for t in cafe.tables],
        [cafe.rules.hosts, cafe.rules.distinct_tables, cafe.rules.return_home],
        [sorted(map(sorted, pairs)) for pairs in (cafe.rules.apart, cafe.rules.together)],
        sorted(
            (p.id, p.host_of, p.stays_at, sorted(p.needs), sorted(p.languages), _rounds(p))
            for p in participants(people)
        ),
    ]
    return hashlib.sha256(json.dumps(facts, default=str).encode()).hexdigest()[:32]


def _rounds(person: Person) -> list[int] | None:
    return None if person.present is None else sorted(person.present)
