"""From rows to people: who is one, who is set aside, and who stands there twice.

Nobody is dropped in silence: each row that adds nobody is told, with its reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from wcafe.domain.fields import FILLED, NAME_PARTS, TEXTS, Field, Form
from wcafe.domain.people import Person, PersonId
from wcafe.domain.text import fold, new_id, one_line, unguard_cell
from wcafe.errors import EmptyList, NobodyNamed, NoNames, NotAList
from wcafe.intake.cells import is_nothing, is_yes, several
from wcafe.intake.columns import Columns, find_columns, join_headings
from wcafe.intake.decisions import AS_GUESSED, Decided, Decisions
from wcafe.intake.found import PeopleRead, Reason, RowRemark
from wcafe.intake.headings import PEOPLE_HEADINGS
from wcafe.intake.names import is_nobody, name_key, reads_like_a_name, split_line, split_name
from wcafe.intake.returning import Returning, find_returning, read_returning
from wcafe.intake.sheet import LONGEST_CELL, Sheet
from wcafe.intake.status_columns import find_statuses, statuses_at, suspects

Numbered = tuple[int, tuple[str, ...]]
"""A row of the list with its number, from 1."""

_SAMPLE = 6  # rows
_MOST_NAMES = 0.6  # the share of lines that must read like names where no heading says so


def read_people(sheet: Sheet, decisions: Decisions = AS_GUESSED) -> PeopleRead:
    """Turn the rows of `sheet` into people.

    Args:
        sheet: what was read.
        decisions: what the user said about it.

    Raises:
        NoNames: no column holds names. NotAList: there are no headings, and its lines are no
            names. EmptyList: no row. NobodyNamed: no row has a name.
        NoSuchColumn: the mapping names a column that is not there.
    """
    wanted = decisions.columns
    columns = find_columns(sheet, PEOPLE_HEADINGS, wanted)
    returning = find_returning(columns, wanted)
    columns = returning.columns if returning else _find_names(columns, sheet, wanted)
    first = 0 if columns.header is None else columns.header + 1
    rows = [
        (number, row) for number, row in enumerate(sheet.rows[first:], start=first + 1) if any(row)
    ]
    if not rows:
        raise EmptyList(path=sheet.path)
    if returning:
        return _read_returning(sheet, rows, returning, decisions.words)
    named, rejected = _find_named(rows, columns)
    in_person = [row for _number, row, _person in named]
    statuses = find_statuses(columns, in_person, wanted, decisions.words)
    people: list[tuple[int, Person]] = []
    aside, duplicates, absent = [], [], []
    known: dict[object, int] = {}
    for number, row, person in named:
        if (status := statuses.out(row)) is not None:
            told = RowRemark(row=number, name=person.name, reason=Reason.NOT_COMING)
            aside.append(replace(told, facts={"status": status}))
            absent.append(person)
            continue
        person = replace(person, role=statuses.role(row))
        place = next((known[key] for key in same_person_keys(person) if key in known), None)
        if place is None:
            people.append((number, person))
            place = len(people) - 1
        else:
            first_row, before = people[place]
            people[place] = first_row, fill_in(before, person)
            told = RowRemark(row=number, name=person.name, reason=Reason.SAME)
            duplicates.append(replace(told, facts={"row": first_row}))
        known.update(dict.fromkeys(same_person_keys(person), place))
    if not people and not aside:
        raise NobodyNamed(path=sheet.path, rows=len(rows))
    away = []
    for told, person in zip(aside, absent, strict=True):
        place = next((known[key] for key in same_person_keys(person) if key in known), None)
        if place is None:
            away.append((told, person))
        else:  # another row says that they come: one of two orders, say
            facts = {**told.facts, "row": people[place][0]}
            duplicates.append(replace(told, reason=Reason.COMES_ELSEWHERE, facts=facts))
    columns = columns.with_places("status", [each.place for each in statuses.columns])
    return replace(
        _about(sheet, rows, columns),
        people=tuple(person for _row, person in people),
        duplicates=tuple(duplicates),
        set_aside=tuple(told for told, _person in away),
        rejected=tuple(rejected),
        suspects=suspects(columns, in_person),
        absent=tuple(person for _told, person in away),
        status_words=statuses.words(),
    )


def _read_returning(
    sheet: Sheet, rows: Sequence[Numbered], returning: Returning, decided: Decided
) -> PeopleRead:
    """Return what a list says that was written here."""
    columns = returning.columns
    cells = [row for _number, row in rows]
    statuses = statuses_at(columns, cells, columns.places.get("status"), decided)
    people, rejected, away = read_returning(rows, returning, statuses)
    if not people:
        raise NobodyNamed(path=sheet.path, rows=len(rows))
    filled_too = replace(columns, places={**returning.own, **columns.places})
    return replace(
        _about(sheet, rows, filled_too),
        people=tuple(people),
        set_aside=tuple(away),
        rejected=tuple(rejected),
        status_words=statuses.words(),
        says=returning.says,
        own=tuple(returning.own),
    )


def _about(sheet: Sheet, rows: Sequence[Numbered], columns: Columns) -> PeopleRead:
    """Return how the list was read, and nobody yet."""
    return PeopleRead(
        read=len(rows),
        people=(),
        duplicates=(),
        set_aside=(),
        rejected=(),
        columns=columns.named(),
        encoding=sheet.encoding,
        is_mended=sheet.is_mended,
        broken_rows=sheet.broken_rows(),
        delimiter=sheet.delimiter,
        header_row=None if columns.header is None else columns.header + 1,
        headings=_headings(sheet, columns),
        places=columns.places,
        sample=tuple(row for _number, row in rows[:_SAMPLE]),
        unused=columns.unused(),
    )


def _find_named(
    rows: Sequence[Numbered], columns: Columns
) -> tuple[list[tuple[int, tuple[str, ...], Person]], list[RowRemark]]:
    """Return the rows that name somebody, with the person, and the others with the reason."""
    named, rejected = [], []
    for number, row in rows:
        facts = _facts(row, columns)
        name = one_line(" ".join(facts.get(part, "") for part in NAME_PARTS)) or facts.get(
            "full_name", ""
        )
        if any(len(cell) > LONGEST_CELL for cell in facts.values()):
            rejected.append(RowRemark(row=number, name=name[:80], reason=Reason.TOO_LONG))
        elif (person := _person(facts)) is None:
            told = RowRemark(row=number, name=name or facts.get("email", ""), reason=Reason.NO_NAME)
            rejected.append(told)
        else:
            named.append((number, row, person))
    return named, rejected


def _headings(sheet: Sheet, columns: Columns) -> tuple[str, ...]:
    """Return what each column is called, as a mapping can name it."""
    width = max(map(len, sheet.rows))
    told = [*columns.headings, *[""] * (width - len(columns.headings))]
    return tuple(name or str(number) for number, name in enumerate(told, 1))


def same_person_keys(person: Person) -> tuple[object, ...]:
    """Return what marks `person` as the same one in another list or row; never a guess.

    A name with the same address, or with the same number in the list. Without either, a whole
    name with the same organisation and group; a first name alone is nobody in particular.
    """
    name = name_key(person.name)
    keys: list[object] = []
    if person.email:
        keys.append(("email", name, fold(person.email)))
    if person.code:
        keys.append(("code", name, fold(person.code)))
    if not keys and len(name) > 1:
        keys.append(("name", name, fold(person.organisation), fold(person.group)))
    return tuple(keys)


def fill_in(person: Person, other: Person) -> Person:
    """Return `person` with what only `other` knows; nothing of `person` is replaced."""
    empty = {
        name: getattr(other, name)
        for name in FILLED
        if not getattr(person, name) and getattr(other, name)
    }
    attributes = tuple({**dict(other.attributes), **dict(person.attributes)}.items())
    willing = person.willing or other.willing
    return replace(person, **empty, attributes=attributes, willing=willing)


def _find_names(columns: Columns, sheet: Sheet, wanted: Mapping[str, str]) -> Columns:
    """Make sure that names are found: "Nom" beside "Prénom" is a family name, else a whole one.

    Raises:
        NoNames: nothing tells where the names are.
    """
    places = dict(columns.places)
    either = places.pop("name", None)
    if either is not None:
        is_said = "name" in wanted
        is_family = "given" in places and (is_said or "family" not in places)
        part = "family" if is_family else "full_name"
        if (is_said and part not in wanted) or part not in places:
            places[part] = either
    if wanted.get("full_name"):
        places = {f: at for f, at in places.items() if f in wanted or f not in NAME_PARTS}
    if columns.header is None and not places:
        _require_names(sheet)
        places["full_name"] = 0
    if not places.keys() & {"full_name", *NAME_PARTS}:
        first = 0 if columns.header is None else columns.header + 1
        raise NoNames(
            path=sheet.path,
            columns=join_headings(columns.headings),
            headings=_headings(sheet, columns),  # so that a face can let somebody choose one
            sample=tuple(row for row in sheet.rows[first:] if any(row))[:_SAMPLE],
        )
    return replace(columns, places=places)


def _require_names(sheet: Sheet) -> None:
    """Raise NotAList if too many lines of a list without headings are nothing like a name."""
    lines = [one_line(unguard_cell(row[0])) for row in sheet.rows if any(row)]
    lines = [line for line in lines if not is_nobody(line)]
    if sum(map(reads_like_a_name, lines)) < _MOST_NAMES * len(lines):
        raise NotAList(path=sheet.path)


def _facts(row: tuple[str, ...], columns: Columns) -> dict[str, str]:
    """Return what one row says, field by field."""
    facts = {f: unguard_cell(row[at]) if at < len(row) else "" for f, at in columns.places.items()}
    if columns.header is None and facts.keys() == {"full_name"}:
        return split_line(facts["full_name"])
    return facts


def _person(facts: Mapping[str, str]) -> Person | None:
    """Return the person one row is about, or None if it names nobody."""
    told = {name: one_line(cell) for name, cell in facts.items()}
    given, family = told.get("given", ""), told.get("family", "")
    if not given and not family:
        given, family = split_name(told.get("full_name", ""))
    if is_nobody(given) and is_nobody(family):
        return None
    texts: dict[str, Any] = {field.of: _read(field, told.get(field.key, "")) for field in TEXTS}
    return Person(
        **{**texts, "given": given, "family": family},
        id=PersonId(new_id()),
        willing=is_yes(told.get("host_wish", "")),
        attributes=tuple((n, v) for n, v in told.items() if n not in PEOPLE_HEADINGS and v),
    )


def _read(field: Field, cell: str) -> str | tuple[str, ...]:
    if field.form is Form.TEXT:
        return cell
    return () if field.key == "needs" and is_nothing(cell) else several(cell)
