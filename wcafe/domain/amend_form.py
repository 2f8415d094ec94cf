"""The form on which people correct sentences: its fields, by keys that come back in a mail.

A mail program turns a filled form into lines, `key=words`. A key is short, as such a mail may only
have some 2,000 characters, and ends in a mark of what it is about, so that no line of somebody's
own words is taken for one and a sentence is found again when its number has changed.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wcafe.domain.cafe import CafeId
from wcafe.domain.synthesis import StatementId, Theme, ThemeId

MARK = 6
"""Hexadecimal digits at the end of a key, by which what it is about is known."""

WHO, NAMED, TABLE, ROUND, OTHER, END = "name", "named", "table", "round", "other", "end"
"""Fields about the sender and what is about no sentence; the last one ends the form."""

AGREED = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field for a correction of a theme or of one of its statements; its number, from 1."""

    key: str
    number: str
    theme: ThemeId
    statement: StatementId | None = None


def mark_of(id_: str) -> str:
    """Return the mark that stands for an id in keys.

    >>> mark_of("a")
    'ca9781'
    """
    return hashlib.sha256(id_.encode()).hexdigest()[:MARK]


def own_key(field: str, cafe: CafeId) -> str:
    """Return the key of a field that is about no theme, in the form of a café."""
    return f"{field}-{mark_of(cafe)}"


def form_fields(themes: Sequence[Theme]) -> tuple[FormField, ...]:
    """Return a field for each statement, and one for each theme that has none."""
    return tuple(_fields(themes))


def _fields(themes: Sequence[Theme]) -> Iterable[FormField]:
    for number, theme in enumerate(themes, start=1):
        for place, said in enumerate(theme.statements, start=1):
            here = f"{number}.{place}"
            key = f"{here}-{mark_of(said.id)}"
            yield FormField(key=key, number=here, theme=theme.id, statement=said.id)
        if not theme.statements:
            key = f"{number}-{mark_of(theme.id)}"
            yield FormField(key=key, number=str(number), theme=theme.id)


def find_field(key: str, fields: Sequence[FormField]) -> FormField | None:
    """Return the field that `key` means today: the same mark, and of several the same number."""
    mark = key.rpartition("-")[2]
    found = [field for field in fields if field.key.rpartition("-")[2] == mark]
    same = [field for field in found if field.key == key]
    chosen = same or found
    return chosen[0] if len(chosen) == 1 else None
