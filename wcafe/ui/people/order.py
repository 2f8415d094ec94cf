"""Which people the table shows, and in which order."""

from collections.abc import Iterable, Iterator, Sequence

from wcafe.domain.people import Person
from wcafe.domain.search import find_near_name, look_for_name
from wcafe.ui.people.columns import Column, is_blank, is_ticked, order_of, text_of
from wcafe.ui.words import _


def find_people(
    people: Iterable[Person], columns: Iterable[Column], wanted: str
) -> tuple[Person, ...]:
    """Return those of `people` in whose name or cells what is `wanted` is found.

    What ticks and empty cells say counts in words too: “absent”, “table host”, “no group”.
    """
    search = look_for_name(wanted)
    here = tuple(people)
    if not search:
        return here
    return tuple(
        person
        for person, words in zip(here, _all_words(here, tuple(columns)), strict=True)
        if search.is_in(words)
    )


def find_near_people(
    people: Iterable[Person], columns: Iterable[Column], wanted: str
) -> str | None:
    """Return what could be `wanted` instead, where nobody is found; None if nothing is near."""
    return find_near_name(look_for_name(wanted), _all_words(tuple(people), tuple(columns)))


def _all_words(people: Sequence[Person], columns: Sequence[Column]) -> Iterator[str]:
    """Yield all that the list says of each person, one text each."""
    has_groups = any(person.group for person in people)
    for person in people:
        cells = " ".join(text_of(person, column) for column in columns)
        states = " ".join(_states_of(person, columns, has_groups=has_groups))
        yield f"{cells} {person.name} {states}"


def _states_of(person: Person, columns: Iterable[Column], *, has_groups: bool) -> Iterator[str]:
    """Tell in words what `columns` show of `person` without any."""
    for column in columns:
        is_host = column.key == "host_of" and text_of(person, column)
        if is_host:
            yield _("table host")
        elif column.key == "willing" and is_ticked(person, column):
            yield _("willing host")
        elif column.key == "may_be_named" and is_ticked(person, column):
            yield _("may be named")
        elif column.key == "no_photo" and is_ticked(person, column):
            yield _("no photos")
        elif column.key == "round" and not is_ticked(person, column):
            yield _("absent person")
    if has_groups and not person.group:
        yield _("no group")


def sort_people(
    people: Iterable[Person], column: Column | None, *, is_backwards: bool = False
) -> tuple[Person, ...]:
    """Return `people` sorted by `column`, empty cells last; without a column as they are."""
    if column is None:
        return tuple(people)
    by = sorted(people, key=lambda person: order_of(person, column), reverse=is_backwards)
    return tuple(sorted(by, key=lambda person: is_blank(person, column)))
