"""How long the texts of a café may be, said where their fields are: `title: ShortText`.

Longer ones are nobody's intent, and setting them on paper takes minutes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Annotated, Any, cast, get_args, get_type_hints

from wcafe.errors import TextTooLong


@dataclass(frozen=True, slots=True)
class Longest:
    """The most characters that a text, or each text of several, may have."""

    characters: int


SHORT, CELL, LONG, FREE = 300, 2_000, 20_000, 100_000  # characters

ShortText = Annotated[str, Longest(SHORT)]
"""What stands on one line: a title, a place."""

CellText = Annotated[str, Longest(CELL)]
"""What a list may bring in one cell: a name, an organisation."""

QuestionText = Annotated[str, Longest(1_000)]
"""What a table talks about."""

LongText = Annotated[str, Longest(LONG)]
"""What goes over several paragraphs."""

FreeText = Annotated[str, Longest(FREE)]
"""What is told at length, over several pages."""


def require_short(value: object) -> None:
    """Refuse a dataclass with a text that is longer than its field says. Raises TextTooLong."""
    kind: Any = type(value)
    for name, most in _lengths(kind).items():
        for text in _texts(getattr(value, name)):
            if len(text) > most:
                raise TextTooLong(most=most, length=len(text))


@cache
def _lengths(kind: Any) -> Mapping[str, int]:
    hints = get_type_hints(kind, include_extras=True)
    found = {field.name: _longest(hints[field.name]) for field in fields(kind)}
    return {name: most for name, most in found.items() if most is not None}


def _longest(hint: object) -> int | None:
    for part in (*getattr(hint, "__metadata__", ()), *map(_longest, get_args(hint))):
        if part is not None:
            return part.characters if isinstance(part, Longest) else cast(int, part)
    return None


def _texts(held: object) -> Iterable[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, tuple | frozenset):
        for each in held:
            yield from _texts(each)
