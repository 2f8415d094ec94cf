"""One step of undo about people: who is kept, who goes, and what comes back with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from wcafe.domain.cafe import Cafe
from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Plan
from wcafe.domain.text import fold
from wcafe.errors import TooFewSeats
from wcafe.services.jokers import with_tables_proposed
from wcafe.ui.people.columns import Column, is_blank, order_of, text_of
from wcafe.ui.words import _, ngettext, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """People to keep and to take out; `order`, `plan` and `badges` come back with the former."""

    keep: tuple[Person, ...] = ()
    gone: tuple[PersonId, ...] = ()
    order: tuple[PersonId, ...] = ()
    plan: Plan | None = None
    badges: Mapping[PersonId, str] = field(default_factory=dict)  # that they hold

    def newest(self, here: Mapping[PersonId, Person]) -> tuple[Person, ...]:
        """Return those to keep, each as the newest version; somebody who comes back is new."""
        return tuple(
            replace(person, version=here[person.id].version if person.id in here else 0)
            for person in self.keep
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many people are what."""

    seated: int
    hosts: int
    willing: int
    unseated: int
    away: int  # of those not seated: who would be, and comes to no round


def figures_of(people: Iterable[Person], plan: Plan | None) -> Figures:
    """Count people; hosts are those named, and those the plan picked."""
    listed = tuple(people)
    guests = [person for person in listed if person.is_seated and person.is_coming]
    named = {person.id for person in guests if person.host_of is not None}
    picked = named | (plan.hosts.keys() if plan else set())
    return Figures(
        seated=len(guests),
        hosts=sum(person.id in picked for person in guests),
        willing=sum(person.willing for person in guests),
        unseated=len(listed) - len(guests),
        away=sum(person.is_seated and not person.is_coming for person in listed),
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
        return error.describe(spoken()), False
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


def sifted(people: Iterable[Person], columns: Iterable[Column], wanted: str) -> tuple[Person, ...]:
    """Return those of `people` in whose cells all the words of `wanted` are found."""
    words = fold(wanted).split()
    if not words:
        return tuple(people)
    shown = tuple(columns)

    def fits(person: Person) -> bool:
        text = fold(" ".join(text_of(person, column) for column in shown) + " " + person.name)
        return all(word in text for word in words)

    return tuple(person for person in people if fits(person))


def ordered(
    people: Iterable[Person], column: Column | None, *, is_backwards: bool = False
) -> tuple[Person, ...]:
    """Return `people` sorted by `column`, empty cells last; without a column as they are."""
    if column is None:
        return tuple(people)
    by = sorted(people, key=lambda person: order_of(person, column), reverse=is_backwards)
    return tuple(sorted(by, key=lambda person: is_blank(person, column)))
