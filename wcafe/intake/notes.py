"""From rows to notes: what a table said, where and when, and the theme people gave it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wcafe.domain.notes import Kind, kind_of
from wcafe.domain.text import one_line, unguarded
from wcafe.errors import BadRow, EmptyList, MissingColumns, WcafeError
from wcafe.i18n import N_
from wcafe.intake.columns import NOTE_HEADINGS, find_columns, shown
from wcafe.intake.sheet import Sheet

_NEEDED = ("text", "table", "round")
_NUMBER = re.compile(r"\D{0,20}?(\d{1,4})\D{0,20}?")  # "3", "T3", "Table 3", "Ronde 3"


class NotANumber(WcafeError):
    """A cell that should hold a table's or a round's number."""

    template = N_('"{cell}" is not the number of a table or round.')


class NoTableSaid(WcafeError):
    """An empty cell where the table should be."""

    template = N_("The table is missing: its cell is empty.")


class NoRoundSaid(WcafeError):
    """An empty cell where the round should be."""

    template = N_("The round is missing: its cell is empty.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRead:
    """One note of a list. Table and round count from 0, the row from 1."""

    row: int
    table: int
    round: int
    kind: Kind
    text: str
    author: str = ""
    theme: str = ""
    id: str = ""
    rev: int = 0


def read_notes(sheet: Sheet, wanted: Mapping[str, str]) -> tuple[NoteRead, ...]:
    """Turn the rows of `sheet` into notes; rows without text are passed over.

    Raises:
        MissingColumns, NoSuchColumn: text, table or round is nowhere.
        BadRow: a row that cannot be placed; one is enough for the whole list to be refused.
        EmptyList: no row has a text.
    """
    columns = find_columns(sheet, NOTE_HEADINGS, wanted)
    if columns.header is None or any(field not in columns.places for field in _NEEDED):
        raise MissingColumns(path=sheet.path, columns=shown(columns.headings))
    notes = []
    for number, row in enumerate(sheet.rows[columns.header + 1 :], start=columns.header + 2):
        facts = {
            field: unguarded(row[at]) if at < len(row) else ""
            for field, at in columns.places.items()
        }
        if facts["text"]:
            try:
                notes.append(_note(number, facts))
            except WcafeError as error:
                raise BadRow(row=number, path=sheet.path, reason=error) from error
    if not notes:
        raise EmptyList(path=sheet.path)
    return tuple(notes)


def _note(row: int, facts: Mapping[str, str]) -> NoteRead:
    if not facts["table"]:
        raise NoTableSaid
    if not facts["round"]:
        raise NoRoundSaid
    return NoteRead(
        row=row,
        table=_number(facts["table"]) - 1,
        round=_number(facts["round"]) - 1,
        kind=kind_of(facts["kind"]) if facts.get("kind") else Kind.INSIGHT,
        text=facts["text"],
        author=facts.get("author", ""),
        theme=one_line(facts.get("theme", "")),
        id=facts.get("id", ""),
        rev=_number(facts["rev"]) if facts.get("rev") else 0,
    )


def _number(cell: str) -> int:
    if found := _NUMBER.fullmatch(cell.strip()):
        return int(found[1])
    raise NotANumber(cell=one_line(cell))
