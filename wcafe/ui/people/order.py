"""Which people the table shows, and in which order."""

from collections.abc import Iterable

from wcafe.domain.people import Person
from wcafe.domain.search import find_near_name, look_for_name
from wcafe.ui.people.columns import Column, is_blank, order_of, text_of


def find_people(
    people: Iterable[Person], columns: Iterable[Column], wanted: str
) -> tuple[Person, ...]:
    """Return those of `people` in whose name or cells what is `wanted` is found."""
    search = look_for_name(wanted)
    if not search:
        return tuple(people)
    shown = tuple(columns)
    return tuple(person for person in people if search.is_in(_all_words(person, shown)))


def find_near_people(
    people: Iterable[Person], columns: Iterable[Column], wanted: str
) -> str | None:
    """Return what could be `wanted` instead, where nobody is found; None if nothing is near."""
    search, shown = look_for_name(wanted), tuple(columns)
    return find_near_name(search, (_all_words(person, shown) for person in people))


def _all_words(person: Person, columns: tuple[Column, ...]) -> str:
    cells = " ".join(text_of(person, column) for column in columns)
    return f"{cells} {person.name}"


def sort_people(
    people: Iterable[Person], column: Column | None, *, is_backwards: bool = False
) -> tuple[Person, ...]:
    """Return `people` sorted by `column`, empty cells last; without a column as they are."""
    if column is None:
        return tuple(people)
    by = sorted(people, key=lambda person: order_of(person, column), reverse=is_backwards)
    return tuple(sorted(by, key=lambda person: is_blank(person, column)))
