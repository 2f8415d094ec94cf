"""What a person said about how a list of notes is to be read; whatever is not said is guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wcafe.domain.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDecisions:
    """What a person said about a list of notes. Tables and rounds count from 0, rows from 1.

    `columns` maps a field to the headings or numbers (from 1) of its columns; `text` may have
    several, each filled cell of which is a note, and a field with none is filled by no column.
    Words are compared without accents and capitals.
    """

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)  # what words of the list mean
    table: int | None = None  # where all of the list was said
    round: int | None = None
    tables: Mapping[str, int] = field(default_factory=dict)  # which table a word means
    rounds: Mapping[str, int] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()  # rows, as they stand in the list
    header_row: int | None = None  # from 1; 0 if the list has no headings
    encoding: str | None = None  # of a file of text, as Python calls it


NOTES_AS_GUESSED = NoteDecisions()
