"""What the columns of the table of people say, and how a cell that is changed changes a person."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from wcafe.domain.fields import TEXTS, Shown
from wcafe.domain.people import ROLE_NAMES, Person, PersonId, Role
from wcafe.domain.text import fold, one_line
from wcafe.ui.words import _

_TABLES = ("host_of", "stays_at")
_SAID = ("willing", "may_be_named", "no_photo")  # ticks that are a yes or no of the person
_TEXTS = {field.of: field for field in TEXTS}
_ORDER = (
    *("given", "family", "organisation", "group", "languages", "role", "willing"),
    *("host_of", "stays_at", "round", "note", "needs", "email", "may_be_named", "no_photo"),
)
"""The columns from left to right; fields that are not named here stand behind these."""


class Kind(Enum):
    """How a cell is changed: by typing, by a tick, or by choosing."""

    TEXT = auto()
    TICK = auto()
    ROLE = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `key` is a field of a person, or `round` or `own` with what it is about."""

    key: str
    heading: str
    kind: Kind = Kind.TEXT
    name: str = ""  # the heading in full, where that is short
    about: str = ""
    round: int = 0
    is_extra: bool = False  # shown only on demand: rarely wanted, or nothing is in it yet
    # tables the plan gave to people whom nobody named; not what makes it another column
    picked: Mapping[PersonId, int] = field(default_factory=dict, compare=False)

    @property
    def full_name(self) -> str:
        return self.name or self.heading

    @property
    def id(self) -> str:
        return f"{self.key}:{self.about}" if self.about else self.key


def columns_of(
    rounds: int, people: Iterable[Person], hosts: Mapping[PersonId, int] | None = None
) -> tuple[Column, ...]:
    """Return the columns for a café of so many rounds; the users' own stand last.

    `hosts` are those the plan picked, with their tables from 0.
    """
    here = tuple(people)
    own = dict.fromkeys(name for person in here for name, _value in person.attributes)
    has_roles = any(person.role is not Role.PARTICIPANT for person in here)
    presence = (
        Column(
            key="round",
            about=str(number),
            round=number - 1,
            kind=Kind.TICK,
            heading=_("R{number}").format(number=number),
            name=_("Here in round {number}").format(number=number),
        )
        for number in range(1, rounds + 1)
    )
    columns = (
        *_text_columns(here),
        Column(key="role", heading=_("Role"), kind=Kind.ROLE, is_extra=not has_roles),
        Column(
            key="willing", heading=_("Willing"), name=_("Willing to host a table"), kind=Kind.TICK
        ),
        Column(
            key="host_of",
            heading=_("Hosts"),
            name=_("Host of table"),
            kind=Kind.TABLE,
            picked=hosts or {},
        ),
        Column(
            key="stays_at",
            heading=_("Stays at"),
            name=_("Stays at one table"),
            kind=Kind.TABLE,
            is_extra=all(person.stays_at is None for person in here),
        ),
        *presence,
        Column(
            key="may_be_named",
            heading=_("May be named"),
            name=_("Agreed to be named in what is published"),
            kind=Kind.TICK,
            is_extra=not any(person.may_be_named for person in here),
        ),
        Column(
            key="no_photo",
            heading=_("No photos"),
            name=_("Wishes to be on no picture"),
            kind=Kind.TICK,
            is_extra=not any(person.no_photo for person in here),
        ),
    )
    places = {key: place for place, key in enumerate(_ORDER)}
    return (
        *sorted(columns, key=lambda column: places.get(column.key, len(places))),
        *(Column(key="own", about=name, heading=name) for name in own),
    )


def filled_columns(people: Collection[Person]) -> frozenset[str]:
    """Return the ids of columns that say something of some of `people`, but for their role."""
    return frozenset(
        column.id
        for column in columns_of(0, people)
        if column.key != "role" and any(words_of(person, column) for person in people)
    )


def _text_columns(people: Iterable[Person]) -> Iterable[Column]:
    here = tuple(people)
    has_whole_names = bool(here) and not any(person.given for person in here)
    for text in TEXTS:
        is_wanted = text.shown is Shown.ALWAYS or (
            text.shown is Shown.ONCE_FILLED and any(getattr(person, text.of) for person in here)
        )
        if has_whole_names and text.of == "given":
            is_wanted = False
        is_whole = has_whole_names and text.of == "family"
        heading = _("Name") if is_whole else _(text.title)
        if text.shown is not Shown.NEVER:
            yield Column(key=text.of, heading=heading, is_extra=not is_wanted)


def text_of(person: Person, column: Column) -> str:
    """Return what a cell says; a tick says nothing in words."""
    if column.kind is Kind.TICK:
        return ""
    if column.key == "own":
        return person.attribute(column.about)
    if column.key == "role":
        return _(ROLE_NAMES[person.role])
    if column.key in _TEXTS:
        return _TEXTS[column.key].text_of(person)
    table = getattr(person, column.key)
    if table is None and (picked := column.picked.get(person.id)) is not None:
        return _("{table} (plan)").format(table=picked + 1)
    return "" if table is None else str(table + 1)


def words_of(person: Person, column: Column) -> str:
    """Return what a cell says, in words even where it is a tick."""
    if column.kind is Kind.TICK:
        return _("yes") if is_ticked(person, column) else ""
    return text_of(person, column)


def is_picked(person: Person, column: Column) -> bool:
    """Does a cell say what the plan chose, and nobody else?"""
    return person.id in column.picked and getattr(person, column.key) is None


def is_ticked(person: Person, column: Column) -> bool:
    return getattr(person, column.key) if column.key in _SAID else person.attends(column.round)


def is_blank(person: Person, column: Column) -> bool:
    return column.kind is not Kind.TICK and not text_of(person, column)


def order_of(person: Person, column: Column) -> tuple[object, ...]:
    """Return where `person` stands when the table is sorted by `column`."""
    key = person.sort_key
    if column.kind is Kind.TICK:
        return (not is_ticked(person, column), *key)
    if column.key in _TABLES:
        table = getattr(person, column.key)
        return (column.picked.get(person.id, 0) if table is None else table, *key)
    return key if column.key == "family" else (fold(text_of(person, column)), *key)


def with_value(person: Person, column: Column, value: object) -> Person:
    """Return `person` with the cell of a column changed.

    Args:
        person: as it is.
        column: which cell.
        value: words, a Role, a table from 0 or None, as the kind of the column has it.

    Raises:
        BadPerson: nobody could be called any more.
    """
    if column.kind is not Kind.TEXT:
        return replace(person, **{column.key: value})  # type: ignore[arg-type]  # of that field
    words = one_line(str(value))
    if column.key == "own":
        known = {**dict(person.attributes), column.about: words}
        return replace(person, attributes=tuple(known.items()))
    said = _TEXTS[column.key].value_of(words)
    return replace(person, **{column.key: said})  # type: ignore[arg-type]  # of that field


def with_tick(person: Person, column: Column, rounds: int, *, is_on: bool) -> Person:
    """Return `person` with the yes or no of `column`, or here or away in its round."""
    if column.key in _SAID:
        return replace(person, **{column.key: is_on})  # type: ignore[arg-type]  # a yes or no
    return person.with_presence_in({column.round}, rounds, is_here=is_on)
