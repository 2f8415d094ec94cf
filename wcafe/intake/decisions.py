"""What a person said about how a list is to be read; whatever is not said is guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Decided = Mapping[tuple[int, str], bool]
"""What a person said about a word: the key of a StatusWord, and whether those who have it come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What a person said about a list of people.

    `columns` is the mapping: a field to the heading or number (from 1) of its column, or to
    nothing if no column fills it; what is no field of ours becomes an attribute.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    words: Decided = field(default_factory=dict)  # that tell who comes
    # rows, counted from 1 as they stand in the list: the row is one person who comes, or nobody
    rows: Mapping[int, bool] = field(default_factory=dict)
    header_row: int | None = None  # from 1; 0 if the list has no headings
    encoding: str | None = None  # of a file of text, as Python calls it


AS_GUESSED = Decisions()
