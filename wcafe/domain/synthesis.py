"""What emerged: themes named by people, each with the notes it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

from wcafe.domain.lengths import CellText, LongText, require_short
from wcafe.domain.notes import Note, NoteId
from wcafe.errors import BadTheme

ThemeId = NewType("ThemeId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A group of notes. Its statement is written by a person; nothing is summarised by us."""

    id: ThemeId
    name: CellText
    statement: LongText = ""
    notes: tuple[NoteId, ...] = ()  # in the order they were filed, which ranks nothing
    mark: int | None = None  # its colour and symbol, see `domain.marks`; the store gives it once
    version: int = 0

    def __post_init__(self) -> None:
        if not self.name or len(set(self.notes)) < len(self.notes):
            raise BadTheme
        require_short(self)


def mark_of(theme: Theme, place: int) -> int:
    """Return the mark of a theme; one that was never kept has that of its `place`, from 0.

    >>> mark_of(Theme(id=ThemeId("a"), name="Vert", mark=2), 0)
    2
    """
    return place if theme.mark is None else theme.mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Figures that say what the synthesis would leave out."""

    notes: int
    sorted: int
    tables: int  # that the café has, or that its notes name
    heard: int  # tables with a note in a theme
    themes: int
    worded: int  # themes with a statement

    @property
    def unsorted(self) -> int:
        return self.notes - self.sorted


def coverage_of(notes: Iterable[Note], themes: Iterable[Theme], *, tables: int) -> Coverage:
    """Return how much of the harvest of so many tables the `themes` hold."""
    standing, named = {note.id: note for note in notes}, tuple(themes)
    held = [standing[note] for theme in named for note in theme.notes if note in standing]
    return Coverage(
        notes=len(standing),
        sorted=len(held),
        tables=tables,
        heard=len({note.table for note in held}),
        themes=len(named),
        worded=sum(bool(theme.statement) for theme in named),
    )
