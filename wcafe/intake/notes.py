"""From rows to notes: what a table said, where and when, and the theme people gave it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wcafe.domain.notes import Kind, kind_of
from wcafe.domain.text import fold, one_line, unguarded
from wcafe.errors import BadRow, EmptyList, MissingColumns, WcafeError
from wcafe.i18n import N_
from wcafe.intake.columns import find_columns, shown
from wcafe.intake.headings import NOTE_HEADINGS
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesRead:
    """What a list of notes says.

    `tables` and `rounds` are the words by which it calls them instead of numbers, in order.
    """

    notes: tuple[NoteRead, ...]
    tables: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()


def read_notes(sheet: Sheet, wanted: Mapping[str, str]) -> NotesRead:
    """Turn the rows of `sheet` into notes; rows without text are passed over.

    A column that the user named, and in which no cell is a number, calls tables or rounds by
    words: they are numbered as they come.

    Raises:
        MissingColumns, NoSuchColumn: text, table or round is nowhere.
        BadRow: a row that cannot be placed; one is enough for the whole list to be refused.
        EmptyList: no row has a text.
    """
    columns = find_columns(sheet, NOTE_HEADINGS, wanted)
    if columns.header is None or any(field not in columns.places for field in _NEEDED):
        raise MissingColumns(path=sheet.path, columns=shown(columns.headings))
    rows = []
    for number, row in enumerate(sheet.rows[columns.header + 1 :], start=columns.header + 2):
        facts = {
            field: unguarded(row[at]) if at < len(row) else ""
            for field, at in columns.places.items()
        }
        if facts["text"]:
            rows.append((number, facts))
    if not rows:
        raise EmptyList(path=sheet.path)
    words = {
        field: _words([facts[field] for _row, facts in rows]) if wanted.get(field) else ()
        for field in ("table", "round")
    }
    notes = []
    for number, facts in rows:
        try:
            notes.append(_note(number, facts, words))
        except WcafeError as error:
            raise BadRow(row=number, path=sheet.path, reason=error) from error
    return NotesRead(notes=tuple(notes), tables=words["table"], rounds=words["round"])


def _words(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the different words of a column without any number, in order; else nothing."""
    if any(_NUMBER.fullmatch(cell) for cell in cells):
        return ()
    words: dict[str, str] = {}
    for cell in filter(None, cells):
        words.setdefault(fold(cell), one_line(cell))
    return tuple(words.values())


def _note(row: int, facts: Mapping[str, str], words: Mapping[str, Sequence[str]]) -> NoteRead:
    if not facts["table"]:
        raise NoTableSaid
    if not facts["round"]:
        raise NoRoundSaid
    return NoteRead(
        row=row,
        table=_place(facts["table"], words["table"]),
        round=_place(facts["round"], words["round"]),
        kind=kind_of(facts["kind"]) if facts.get("kind") else Kind.INSIGHT,
        text=facts["text"],
        author=facts.get("author", ""),
        theme=one_line(facts.get("theme", "")),
        id=facts.get("id", ""),
        rev=_number(facts["rev"]) if facts.get("rev") else 0,
    )


def _place(cell: str, words: Sequence[str]) -> int:
    """Return which table or round `cell` means, from 0."""
    return [*map(fold, words)].index(fold(cell)) if words else _number(cell) - 1


def _number(cell: str) -> int:
    if found := _NUMBER.fullmatch(cell.strip()):
        return int(found[1])
    raise NotANumber(cell=one_line(cell))
