"""Who is drawn where in one round, as plain values: tables, and on them people."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from wcafe.domain.cafe import HostMode
from wcafe.domain.marks import hue
from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Plan
from wcafe.domain.text import fold
from wcafe.services.cafe import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One person on one chair. `hue` is the colour of `value`, None for somebody without one."""

    person: PersonId
    name: str
    initials: str
    short: str = ""  # the name where there is little room
    value: str = ""  # of the attribute people are coloured by
    hue: str | None = None
    is_host: bool = False
    meets_again: bool = False  # somebody at this table who was met in an earlier round


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One table in one round, and who sits there, the host first."""

    table: int
    name: str
    seats: tuple[Seat, ...] = ()
    is_closed: bool = False  # in this round


def room_of(snapshot: Snapshot, plan: Plan, round_: int, attribute: str) -> tuple[Sitting, ...]:
    """Return every table as it is planned in `round_`, people coloured by `attribute`."""
    cafe, known = snapshot.cafe, {person.id: person for person in snapshot.people}
    colours = hues(known, attribute)
    again = met_again(plan, round_, returns_home=cafe.rules.return_home)
    hosts = plan.hosts_in(round_) if cafe.rules.hosts is not HostMode.NONE else {}
    here: dict[int, list[Seat]] = {t: [] for t in range(max(plan.tables, len(cafe.tables)))}
    for person_id, table in zip(plan.people, plan.seats[round_], strict=True):
        person = known.get(person_id)
        if person is None or table is None:
            continue
        value = person.attribute(attribute)
        here[table].append(
            Seat(
                person=person_id,
                name=person.name,
                initials=initials(person),
                short=person.given or person.family,
                value=value,
                hue=colours.get(value),
                is_host=hosts.get(table) == person_id,
                meets_again=person_id in again,
            )
        )
    return tuple(
        Sitting(
            table=table,
            name=cafe.table_name(table),
            is_closed=table < len(cafe.tables) and round_ in cafe.tables[table].closed,
            seats=tuple(sorted(seats, key=lambda seat: not seat.is_host)),
        )
        for table, seats in here.items()
    )


def met_again(plan: Plan, round_: int, *, returns_home: bool) -> frozenset[PersonId]:
    """Return who in `round_` sits with somebody met in an earlier round.

    Where all return home, meeting the first table again in the last round is meant to be.
    """
    is_last = round_ == plan.rounds - 1
    earlier = range(1 if returns_home and is_last else 0, round_)
    met: Counter[tuple[PersonId, PersonId]] = Counter()
    for r in earlier:
        for table in range(plan.tables):
            met.update(combinations(sorted(plan.at_table(table, r)), 2))
    found: set[PersonId] = set()
    for table in range(plan.tables):
        for pair in combinations(sorted(plan.at_table(table, round_)), 2):
            if met[pair]:
                found.update(pair)
    return frozenset(found)


def hues(people: Mapping[PersonId, Person], attribute: str) -> dict[str, str]:
    """Return a colour for each value of `attribute`, the most frequent ones all different.

    Values that differ in capitals and accents only share one.
    """
    written = Counter(v for p in people.values() if (v := p.attribute(attribute)))
    folded = {value: fold(value) for value in written}
    values: Counter[str] = Counter()
    for value, number in written.items():
        values[folded[value]] += number
    often = sorted(values, key=lambda value: (-values[value], value))
    places = {value: place for place, value in enumerate(often)}
    return {value: hue(places[folded[value]]) for value in written}


def initials(person: Person) -> str:
    """Return up to two letters for `person`.

    >>> initials(Person(id=PersonId("1"), given="zoé", family="d'Ân-Lê"))
    'ZD'
    """
    words = f"{person.given} {person.family}".split()
    if person.given and person.family:
        words = [person.given, person.family]
    letters = [letter for word in words if (letter := _first_letter(word))]
    ends = letters[:1] + letters[1:][-1:]
    return "".join(ends) or "?"


def _first_letter(word: str) -> str:
    return next((sign.upper()[0] for sign in word if sign.isalnum()), "")
