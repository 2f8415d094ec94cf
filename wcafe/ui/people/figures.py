"""Figures about the people: how many are what, and which tables would suit them."""

from collections.abc import Iterable
from dataclasses import dataclass

from wcafe.domain.cafe import Cafe
from wcafe.domain.people import Person, PersonId, absent, expected
from wcafe.domain.plan import Plan
from wcafe.errors import TooFewSeats
from wcafe.services.planning.jokers import with_tables_proposed
from wcafe.ui.words import _, desk_words, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many people are what."""

    seated: int
    hosts: int
    willing: int
    unseated: int
    away: int  # of those not seated: who would be, and comes to no round


def figures_of(people: Iterable[Person], plan: Plan | None, rounds: int) -> Figures:
    """Count people in so many rounds; hosts are those named, and those the plan picked."""
    listed = tuple(people)
    guests = expected(listed, rounds)
    named = {person.id for person in guests if person.host_of is not None}
    picked = named | (plan.hosts.keys() if plan else set())
    return Figures(
        seated=len(guests),
        hosts=sum(person.id in picked for person in guests),
        willing=sum(person.willing for person in guests),
        unseated=len(listed) - len(guests),
        away=len(absent(listed, rounds)),
    )


def picked_hosts(people: Iterable[Person], plan: Plan | None) -> dict[PersonId, int]:
    """Return the hosts whom the plan picked, where the facilitator has named nobody since."""
    named = {person.host_of for person in people}
    hosts = plan.hosts if plan else {}
    return {person: table for person, table in hosts.items() if table not in named}


def proposal(cafe: Cafe, people: int) -> tuple[str, bool]:
    """Say which tables suit `people`, and whether that will do."""
    try:
        tables = len(with_tables_proposed(cafe, people).tables)
    except TooFewSeats as error:
        return error.describe(desk_words()), False
    listed = ngettext("{number} person", "{number} people", people).format(number=people)
    fewest = people // tables
    if people % tables:
        words = ngettext(
            "{people}: {number} table of {fewest} and {most}",
            "{people}: {number} tables of {fewest} and {most}",
            tables,
        )
    else:
        words = ngettext(
            "{people}: {number} table of {fewest}", "{people}: {number} tables of {fewest}", tables
        )
    return words.format(people=listed, number=tables, fewest=fewest, most=fewest + 1), True


def tables_of(cafe: Cafe, people: int) -> int:
    """Return how many tables there are, or will be for so many people."""
    if cafe.tables or not people:
        return len(cafe.tables)
    return len(with_tables_proposed(cafe, people).tables)


def table_names(cafe: Cafe, count: int) -> tuple[str, ...]:
    """Return what each table is called in a list to choose from."""
    names = [table.name for table in cafe.tables] + [""] * count
    return tuple(
        _("{number} · {name}").format(number=place + 1, name=name) if name else str(place + 1)
        for place, name in enumerate(names[:count])
    )
