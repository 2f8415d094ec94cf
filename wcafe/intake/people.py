"""From rows to people: who is one, who is set aside, and who stands there twice.

Nobody is dropped in silence: each row that adds nobody is told, with its reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wcafe.domain.people import Person
from wcafe.errors import EmptyList, NobodyNamed
from wcafe.intake.beside_name import cut_status
from wcafe.intake.columns import Columns
from wcafe.intake.consents import Consents
from wcafe.intake.decisions import AS_GUESSED, Decisions
from wcafe.intake.found import PeopleRead, Reason, RowRemark
from wcafe.intake.guesses import find_people_columns, headings_of, require_names
from wcafe.intake.party import find_places, told_of_several
from wcafe.intake.persons import Habits, read_row
from wcafe.intake.returning import Returning, find_returning, read_returning
from wcafe.intake.rows import Numbered, sort_rows
from wcafe.intake.same import fill_in, same_person_keys
from wcafe.intake.sheet import Sheet
from wcafe.intake.status_columns import find_statuses, statuses_at
from wcafe.intake.suspects import find_suspects
from wcafe.intake.too_long import too_long

_SAMPLE = 6  # rows


def read_people(sheet: Sheet, decisions: Decisions = AS_GUESSED) -> PeopleRead:
    """Turn the rows of `sheet` into people.

    Args:
        sheet: what was read.
        decisions: what the user said about it.

    Raises:
        NoNames: no column holds names. NotAList: there are no headings, and its lines are no
            names. EmptyList: no row. NobodyNamed: no row has a name.
        NoSuchColumn, NoSuchRow: the user named a column or a row that is not there.
    """
    columns = find_people_columns(sheet, decisions)
    returning = find_returning(columns, decisions.columns)
    columns = returning.columns if returning else require_names(columns, sheet)
    first = 0 if columns.header is None else columns.header + 1
    rows = [
        (number, row) for number, row in enumerate(sheet.rows[first:], start=first + 1) if any(row)
    ]
    if not rows:
        raise EmptyList(path=sheet.path)
    if returning:
        return _read_returning(sheet, rows, returning, decisions)
    return _read_guessed(sheet, rows, columns, decisions)


def _read_guessed(
    sheet: Sheet, rows: Sequence[Numbered], columns: Columns, decisions: Decisions
) -> PeopleRead:
    """Return what a list says that was written elsewhere."""
    found = sort_rows(rows, columns, decisions.rows)
    plain, beside = cut_status(found.people, columns)
    elsewhere = {**found.under, **beside}  # what is said of them outside of any column
    consents = Consents()
    named, rejected, notices = _find_named(plain, columns, decisions.rows, consents)
    notices += [
        RowRemark(row=number, name=person.name, reason=Reason.MAYBE_TITLE)
        for number, _row, person in named
        if number in found.doubtful
    ]
    texts = dict(rows)
    rejected += [
        RowRemark(
            row=number,
            name=next(filter(None, texts[number]), "")[:80],
            reason=verdict.reason,
            facts=verdict.facts,
        )
        for number, verdict in found.others.items()
    ]
    in_person = [row for _number, row, _person in named]
    statuses = find_statuses(columns, in_person, decisions.columns, decisions.words)
    people: list[tuple[int, Person]] = []
    aside, duplicates, absent = [], [], []
    known: dict[object, int] = {}
    for number, row, person in named:
        is_sure = decisions.rows.get(number, False)
        status = None if is_sure else statuses.out(row) or elsewhere.get(number)
        if status is not None:
            told = RowRemark(row=number, name=person.name, reason=Reason.NOT_COMING)
            aside.append(replace(told, facts={"status": status}))
            absent.append(person)
            continue
        person = replace(person, role=statuses.role(row))
        place = next((known[key] for key in same_person_keys(person) if key in known), None)
        if place is None or is_sure:
            people.append((number, person))
            place = len(people) - 1
        else:
            first_row, before = people[place]
            people[place] = first_row, fill_in(before, person)
            consents.join(before, person)
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
        people=tuple(consents.settle(person) for _row, person in people),
        unsure=tuple(consents.unsure),
        refusing=frozenset(consents.refusing),
        rows=tuple(row for row, _person in people),
        duplicates=tuple(duplicates),
        set_aside=tuple(told for told, _person in away),
        rejected=tuple(sorted(rejected, key=lambda told: told.row)),
        notices=tuple(sorted(notices, key=lambda told: told.row)),
        suspects=find_suspects(columns, in_person),
        absent=tuple(person for _told, person in away),
        status_words=statuses.words(),
    )


def _read_returning(
    sheet: Sheet, rows: Sequence[Numbered], returning: Returning, decisions: Decisions
) -> PeopleRead:
    """Return what a list says that was written here."""
    columns = returning.columns
    cells = [row for _number, row in rows]
    statuses = statuses_at(columns, cells, columns.places.get("status"), decisions.words)
    people, rejected, away = read_returning(rows, returning, statuses, decisions.rows)
    if not people:
        raise NobodyNamed(path=sheet.path, rows=len(rows))
    filled_too = replace(columns, places={**returning.own, **columns.places})
    return replace(
        _about(sheet, rows, filled_too),
        people=tuple(person for _row, person in people),
        rows=tuple(row for row, _person in people),
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
        headings=headings_of(sheet, columns),
        places=columns.places,
        sample=tuple(row for _number, row in rows[:_SAMPLE]),
        unused=columns.unused(),
        guessed=tuple(headings_of(sheet, columns)[at] for at in sorted(columns.guessed)),
    )


def _find_named(
    rows: Sequence[Numbered], columns: Columns, said: Mapping[int, bool], consents: Consents
) -> tuple[list[tuple[int, tuple[str, ...], Person]], list[RowRemark], list[RowRemark]]:
    """Return the people with their rows, the rows that name nobody, and what is to be told.

    `consents` hear what each says of being named.
    """
    habits = Habits.of(columns, rows)
    cells = [row for _number, row in rows]
    party = find_places(columns, cells, set(columns.places.values()))
    named, rejected, notices = [], [], []
    for number, row in rows:
        is_one = said.get(number, False)
        places = None if party is None else party.count(row)
        name = next((row[at] for at in columns.places.values() if at < len(row) and row[at]), "")
        if told := too_long(number, row, name, columns.places, columns.headings):
            rejected.append(told)
            continue
        read = read_row(row, habits, places=places, is_one=is_one)
        if not read.people:
            is_told = read.name and read.name != read.facts.get("email")
            reason = Reason.NOBODYS_NAME if is_told else Reason.NO_NAME
            remark = RowRemark(row=number, name=read.name, reason=reason)
            rejected.append(replace(remark, facts={"name": read.name}))
        else:
            named += [(number, row, person) for person in read.people]
            consents.hear(number, read)
            if not is_one:
                notices += told_of_several(number, read, places)
    return named, rejected, notices
