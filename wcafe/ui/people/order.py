"""Which people the table shows, and in which order."""

from collections.abc import Iterable

from wcafe.domain.people import Person
from wcafe.domain.search import look_for_name
from wcafe.ui.people.columns import Column, is_blank, order_of, text_of


def find_people(
    people: Iterable[Person], columns: Iterable[Column], wanted: str
) -> tuple[Person, ...]:
    """Return those of `people` in whose name or cells what is `wanted` is found."""
    search = look_for_name(wanted)
    if not search:
        return tuple(people)
    shown = tuple(columns)

    def fits(person: Person) -> bool:
        cells = " ".join(text_of(person, column) for column in shown)
        return search.is_in(f"{cells} {person.name}")

    return tuple(person for person in people if fits(person))


def sort_people(
    people: Iterable[Person], column: Column | None, *, is_backwards: bool = False
) -> tuple[Person, ...]:
    """Return `people` sorted by `column`, empty cells last; without a column as they are."""
    if column is None:
        return tuple(people)
    by = sorted(people, key=lambda person: order_of(person, column), reverse=is_backwards)
    return tuple(sorted(by, key=lambda person: is_blank(person, column)))
