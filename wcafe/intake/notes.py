"""From rows to notes: what a table said, where and when, and the theme people gave it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wcafe.domain.notes import Kind, kind_of
from wcafe.domain.text import fold, has_words, one_line, unguard_cell
from wcafe.errors import BadRow, EmptyList, MissingColumns, WcafeError
from wcafe.i18n import N_
from wcafe.intake.columns import Columns, find_columns, join_headings
from wcafe.intake.headings import NOTE_HEADINGS
from wcafe.intake.sheet import Sheet

_NEEDED = ("text", "table", "round")
_YES = ("yes", "oui")  # as our exports say it
_ABOUT_A_NOTE = ("theme", "id")
_SHOWN = 60  # characters of a cell in a message
_NUMBER = re.compile(r"\D{0,20}?(\d{1,4})\D{0,20}?")  # "3", "T3", "Table 3", "Ronde 3"


_Row = tuple[int, dict[str, str]]
"""The number of a row, and what it says for each field."""


class NotANumber(WcafeError):
    """A cell that should hold a table's or a round's number."""

    template = N_('"{cell}" is not the number of a table or round.')


class NoTableSaid(WcafeError):
    """An empty cell where the table should be."""

    template = N_("The table is missing: its cell is empty.")


class NoRoundSaid(WcafeError):
    """An empty cell where the round should be."""

    template = N_("The round is missing: its cell is empty.")


class MoreCells(WcafeError):
    """A row with words beyond the last heading."""

    template = N_(
        'This row has more cells than there are headings: "{cell}" stands under none. '
        "Put text that holds separators between quotes."
    )


class NoTextSaid(WcafeError):
    """A row that says something about a note and not the note itself."""

    template = N_("The text is missing: its cell is empty.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRead:
    """One note of a list. Table and round count from 0, the row from 1.

    `versions` are fingerprints of all that the note had said, if the list tells (`lineage`).
    """

    row: int
    table: int
    round: int
    kind: Kind
    text: str
    author: str = ""
    theme: str = ""
    id: str = ""
    rev: int = 0
    version_of: str = ""
    is_late: bool = False
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRejected:
    """A row that was left out, counted from 1 as a spreadsheet does, and why."""

    row: int
    reason: WcafeError


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesRead:
    """What a list of notes says.

    `tables` and `rounds` are the words by which it calls them instead of numbers, in order;
    `unused` are the headings, or else the numbers, of columns that nothing was read from.
    """

    notes: tuple[NoteRead, ...]
    rejected: tuple[RowRejected, ...] = ()
    unused: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()


def read_notes(sheet: Sheet, wanted: Mapping[str, str]) -> NotesRead:
    """Turn the rows of `sheet` into notes; rows that say nothing are passed over.

    A column that the user named, and in which no cell is a number, calls tables or rounds by
    words: they are numbered as they come. A row with words that stand nowhere is rejected.

    Raises:
        MissingColumns, NoSuchColumn: text, table or round is nowhere.
        BadRow: a row that cannot be placed; one is enough for the whole list to be refused.
        EmptyList: no row has a text.
    """
    columns = find_columns(sheet, NOTE_HEADINGS, wanted)
    if columns.header is None or any(field not in columns.places for field in _NEEDED):
        raise MissingColumns(path=sheet.path, columns=join_headings(columns.headings))
    width = 1 + max(
        *columns.places.values(), *(at for at, name in enumerate(columns.headings) if name)
    )
    rows, rejected = _split(sheet, columns, width)
    if not rows:
        if rejected:
            raise BadRow(row=rejected[0].row, path=sheet.path, reason=rejected[0].reason)
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
    return NotesRead(
        notes=tuple(notes),
        rejected=tuple(rejected),
        unused=_find_unused(sheet, columns, width),
        tables=words["table"],
        rounds=words["round"],
    )


def _split(sheet: Sheet, columns: Columns, width: int) -> tuple[list[_Row], list[RowRejected]]:
    """Return the rows that hold a note, and those that hold words which would be lost.

    `width` is the number of columns up to the last that has a heading.
    """
    assert columns.header is not None
    rows: list[_Row] = []
    rejected = []
    for number, row in enumerate(sheet.rows[columns.header + 1 :], start=columns.header + 2):
        facts = {
            field: unguard_cell(row[at]) if at < len(row) else ""
            for field, at in columns.places.items()
        }
        if beyond := [cell for cell in row[width:] if has_words(cell)]:
            reason = MoreCells(cell=_cut(beyond[0]))
            rejected.append(RowRejected(row=number, reason=reason))
        elif facts["text"]:
            rows.append((number, facts))
        elif any(facts.get(field) for field in _ABOUT_A_NOTE):
            rejected.append(RowRejected(row=number, reason=NoTextSaid()))
    return rows, rejected


def _find_unused(sheet: Sheet, columns: Columns, width: int) -> tuple[str, ...]:
    """Return what the columns are called that hold something and fill nothing."""
    assert columns.header is not None
    rows = sheet.rows[columns.header + 1 :]
    filled = set(columns.places.values())
    return tuple(
        name or str(place + 1)
        for place, name in enumerate(columns.headings[:width])
        if place not in filled and (name or any(any(row[place : place + 1]) for row in rows))
    )


def _cut(cell: str) -> str:
    """Return the beginning of a cell for a message."""
    line = one_line(cell)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]} …"


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
        version_of=facts.get("version_of", ""),
        is_late=fold(facts.get("late", "")) in _YES,
        versions=tuple(facts.get("versions", "").casefold().split()),
    )


def _place(cell: str, words: Sequence[str]) -> int:
    """Return which table or round `cell` means, from 0."""
    return [*map(fold, words)].index(fold(cell)) if words else _number(cell) - 1


def _number(cell: str) -> int:
    if found := _NUMBER.fullmatch(cell.strip()):
        return int(found[1])
    raise NotANumber(cell=one_line(cell))
