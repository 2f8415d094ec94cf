"""Single cells of a list of notes: read, or to be blamed for a row that cannot be read."""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from wcafe.domain.lengths import CELL, LONG
from wcafe.domain.note_fields import NOTE_FIELDS
from wcafe.domain.settling import LONGEST_NOTE
from wcafe.domain.text import clean, has_words, one_line
from wcafe.errors import EmptyNote, NoteTooLong, TextTooLong, WcafeError
from wcafe.intake.notes_found import NotARevision

C = TypeVar("C")
T = TypeVar("T")
_LONG = frozenset({"versions"})
_TELL_THEMSELVES = frozenset({"text", "theme", *(field.key for field in NOTE_FIELDS)})
_SHOWN = 60  # characters of a cell in a message


class Blame(Exception):
    """A row that cannot be read, by the field that is to blame."""

    def __init__(self, field: str, reason: WcafeError) -> None:
        super().__init__(field)
        self.field = field
        self.reason = reason


def read_cell(field: str, read: Callable[[C], T], cell: C) -> T:
    """Return what `cell` says. Raises Blame for its `field` if that cannot be read."""
    try:
        return read(cell)
    except WcafeError as error:
        raise Blame(field, error) from error


def read_text(text: str) -> str:
    """Return a text as it is kept."""
    kept = clean(text)
    if not has_words(kept):
        raise Blame("text", EmptyNote())
    if len(kept) > LONGEST_NOTE:
        raise Blame("text", NoteTooLong(most=LONGEST_NOTE, length=len(kept)))
    return kept


def require_short(facts: Mapping[str, str]) -> None:
    """Refuse a row with a cell beside its text that is longer than any of it may be.

    Raises Blame for its field.
    """
    for field, cell in facts.items():
        if field in _TELL_THEMSELVES:
            continue
        most = LONG if field in _LONG else CELL
        if len(cell) > most:
            raise Blame(field, TextTooLong(most=most, length=len(cell)))


def require_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names of themes. Raises TextTooLong for one that no theme can have."""
    for name in names:
        if len(name) > CELL:
            raise TextTooLong(most=CELL, length=len(name))
    return names


def read_rev(cell: str) -> int:
    if not cell:
        return 0
    if re.fullmatch(r"\d{1,9}", cell.strip()):
        return int(cell)
    raise NotARevision(cell=cut(cell))


def cut(cell: str) -> str:
    """Return the beginning of a cell for a message."""
    line = one_line(cell)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]} …"
