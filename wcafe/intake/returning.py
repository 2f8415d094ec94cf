"""A list of people that was written here: they come back as they left, or as it was edited.

Whatever stands in it is meant so, an empty cell too; nothing in it is a guess.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from wcafe.domain.cafe import MOST_ROUNDS, MOST_TABLES
from wcafe.domain.fields import FIELDS, TEXTS
from wcafe.domain.people import ROLE_NAMES, Person, PersonId, Role
from wcafe.domain.people_columns import ALL_ROUNDS, NO_ROUND, PEOPLE_COLUMNS, SURE_SIGNS
from wcafe.domain.text import fold, new_id, one_line, unguard_cell
from wcafe.i18n import LANGUAGES, words_for
from wcafe.intake.cells import is_yes
from wcafe.intake.columns import Columns
from wcafe.intake.consent import consent_in
from wcafe.intake.found import Reason, RowRemark
from wcafe.intake.headings import PEOPLE_HEADINGS, fold_heading
from wcafe.intake.names import split_name
from wcafe.intake.photo_wish import photo_wish_in
from wcafe.intake.status_columns import Statuses, role_in
from wcafe.intake.too_long import too_long

SAYS = {field.key: field.of for field in FIELDS if field.key != "person"}
"""What of a person each field says."""

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TABLE = re.compile(r"(?:\D{0,10} )?0*(\d{1,4})")
_RANGE = re.compile(r"(\d+)(?: ?(?:-|–|a|to) ?r?(\d+))?")


class Unreadable(Exception):
    """A cell that says nothing of what its column is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """Where the columns of such a list stand: our fields, and the user's own by their names."""

    columns: Columns  # with our fields in `places`
    own: Mapping[str, int]

    @property
    def says(self) -> frozenset[str]:
        """What of a person the list speaks about, beside the user's own columns."""
        return frozenset(SAYS[field] for field in self.columns.places if field in SAYS)


def find_returning(columns: Columns, wanted: Mapping[str, str]) -> Returning | None:
    """Return where everything stands if this list was written here, in either language; else None.

    Args:
        columns: the list's, as any other list is read.
        wanted: what the user said about them, which goes before.
    """
    titles = [unguard_cell(title) for title in columns.headings]
    known = {
        fold_heading(words_for(language).gettext(heading)): field
        for language in LANGUAGES
        for field, heading in PEOPLE_COLUMNS.items()
    } | {field.earlier: field.key for field in FIELDS if field.earlier}
    places: dict[str, int] = {}
    for place, title in enumerate(titles):
        if field := known.get(fold_heading(title)):
            places.setdefault(field, place)
    if columns.header is None or not places.keys() >= set(SURE_SIGNS):
        return None
    ours = set(places.values())
    for field in wanted.keys() & {*PEOPLE_HEADINGS}:
        places.pop(field, None)
        if field in columns.places:
            places[field] = columns.places[field]
    said = {name: columns.places[name] for name in wanted if name in columns.places}
    said = {name: place for name, place in said.items() if name not in PEOPLE_HEADINGS}
    used = ours | {*places.values(), *said.values()}
    own = {title: place for place, title in enumerate(titles) if title and place not in used}
    own.update(said)
    if not places.keys() & {"given", "family", "full_name"}:
        return None
    return Returning(columns=replace(columns, places=places), own=own)


def read_returning(
    rows: Sequence[tuple[int, tuple[str, ...]]],
    returning: Returning,
    statuses: Statuses,
    said: Mapping[int, bool],
) -> tuple[list[tuple[int, Person]], list[RowRemark], list[RowRemark]]:
    """Return the people of such a list with their rows, those rejected, and who does not come.

    `said` is what the user said of rows: somebody who comes, or nobody.
    """
    people: list[tuple[int, Person]] = []
    rejected, away = [], []
    seen: set[str] = set()
    filled = {**returning.own, **returning.columns.places}
    for number, row in rows:
        facts = _facts(row, returning.columns.places)
        name = one_line(f"{facts['given']} {facts['family']}")
        if said.get(number) is False:
            rejected.append(RowRemark(row=number, name=name, reason=Reason.LEFT_OUT))
            continue
        if not name:
            told = RowRemark(row=number, name=facts.get("email", ""), reason=Reason.NO_NAME)
            rejected.append(told)
            continue
        if too := too_long(number, row, name, filled, returning.columns.headings):
            rejected.append(too)
            continue
        is_sure = said.get(number, False)
        out = None if is_sure else statuses.out(row)
        is_coming = is_sure or (None if not facts.get("status") else out is None)
        try:
            person = _person(facts, _read_own(row, returning.own), is_coming)
        except Unreadable as error:
            told = RowRemark(row=number, name=name, reason=Reason.UNREADABLE)
            rejected.append(replace(told, facts={"cell": str(error)}))
            continue
        if person.id in seen:  # a row that was copied to become somebody else
            person = replace(person, id=PersonId(new_id()))
        seen.add(person.id)
        people.append((number, person))
        if (out is not None or person.present == frozenset()) and person.is_seated:
            status = out or facts.get("status") or facts["rounds"]
            told = RowRemark(
                row=number, name=name, reason=Reason.ABSENT_NOW, facts={"status": status}
            )
            away.append(told)
    return people, rejected, away


def _facts(row: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    facts = {field: _cell(row, place) for field, place in places.items()}
    given, family = facts.get("given", ""), facts.get("family", "")
    if not given and not family:
        given, family = split_name(facts.get("full_name", ""))
    return {**facts, "given": given, "family": family}


def _read_own(row: Sequence[str], own: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, place in own.items() if (value := _cell(row, place)))


def _cell(row: Sequence[str], place: int) -> str:
    return one_line(unguard_cell(row[place])) if place < len(row) else ""


def _person(
    facts: Mapping[str, str], own: tuple[tuple[str, str], ...], is_coming: bool | None
) -> Person:
    id_ = facts.get("person", "")
    texts: dict[str, Any] = {f.of: f.value_of(facts.get(f.key, "")) for f in TEXTS}
    return Person(
        **texts,
        id=PersonId(id_ if _ID.fullmatch(id_) else new_id()),
        role=_role(facts.get("room_role", "")),
        willing=is_yes(facts.get("host_wish", "")),
        host_of=_table(facts.get("host_of", "")),
        stays_at=_table(facts.get("stays_at", "")),
        arrived=is_yes(facts.get("arrived", "")),
        may_be_named=consent_in(facts.get("may_be_named", "")) is True,
        no_photo=photo_wish_in(facts) is True,
        present=_present(facts.get("rounds", ""), is_coming),
        attributes=own,
    )


@cache
def _in_any_language(phrase: str) -> frozenset[str]:
    return frozenset(fold(words_for(language).gettext(phrase)) for language in LANGUAGES)


def _role(cell: str) -> Role:
    for role, name in ROLE_NAMES.items():
        if not cell or fold(cell) in _in_any_language(name):
            return role
    if (role := role_in(cell)) is not Role.PARTICIPANT or fold(cell).startswith("particip"):
        return role
    raise Unreadable(cell)


def _table(cell: str) -> int | None:
    """Return a table from 0, or none; "Table 3" is a table too."""
    if not cell:
        return None
    found = _TABLE.fullmatch(cell)
    if found is None or not 1 <= int(found[1]) <= MOST_TABLES:
        raise Unreadable(cell)
    return int(found[1]) - 1


def _present(cell: str, is_coming: bool | None) -> frozenset[int] | None:
    """Return the rounds somebody comes to, by the cell that names them and the one that says if.

    Where the two differ one was edited: who does not come is absent, whatever rounds are named;
    who comes after all comes to all rounds if none is named.
    """
    text = fold(cell)
    is_none = any(text.startswith(each) for each in _in_any_language(NO_ROUND))
    numbers = _numbers(text)
    if is_none:
        return None if is_coming else numbers
    if is_coming is False:
        return frozenset()
    if not text or text in _in_any_language(ALL_ROUNDS):
        return None
    if not numbers:
        raise Unreadable(cell)
    return numbers


def _numbers(text: str) -> frozenset[int]:
    """Return the rounds that a cell names, from 0: "R1 R3" or "1-3"."""
    numbers: set[int] = set()
    for first, last in _RANGE.findall(text):
        span = range(int(first), int(last or first) + 1)
        if not span or not 1 <= span[0] <= span[-1] <= MOST_ROUNDS:
            raise Unreadable(text)
        numbers.update(number - 1 for number in span)
    return frozenset(numbers)
