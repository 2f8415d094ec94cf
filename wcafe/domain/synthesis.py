"""What emerged: themes named by people, each with the notes it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

from wcafe.domain.lengths import CellText, LongText, ShortText, require_short
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.text import has_words
from wcafe.errors import BadTheme, EmptyStatement, SameNote

ThemeId = NewType("ThemeId", str)
StatementId = NewType("StatementId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """One note on which a statement rests, and the hash of its words as whoever cited it read."""

    note: NoteId
    read: str


def cite(note: Note) -> Cite:
    """Return `note` cited as it reads now."""
    return Cite(note=note.id, read=note.hash)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of a theme, written by a person, and the notes it rests on.

    Raises:
        EmptyStatement: it says nothing.
    """

    id: StatementId
    text: LongText
    cites: tuple[Cite, ...] = ()  # in the order in which they were cited, which ranks nothing

    def __post_init__(self) -> None:
        require_short(self)
        if not has_words(self.text):
            raise EmptyStatement
        if len(set(self.notes)) < len(self.cites):
            raise BadTheme

    @property
    def notes(self) -> tuple[NoteId, ...]:
        return tuple(cite.note for cite in self.cites)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A group of notes, and what people say of it; nothing is summarised by us.

    A note may lie in several themes.
    """

    id: ThemeId
    name: CellText
    headline: ShortText = ""  # what the theme says, in one line beside its name
    notes: tuple[NoteId, ...] = ()  # in the order they were filed, which ranks nothing
    statements: tuple[Statement, ...] = ()
    mark: int | None = None  # its colour and symbol, see `domain.marks`; the store gives it once
    version: int = 0

    def __post_init__(self) -> None:
        if not self.name or len(set(self.notes)) < len(self.notes):
            raise BadTheme
        require_short(self)

    @property
    def wording(self) -> str:
        """All that is said of it, a line each; empty where nobody has written yet."""
        return "\n".join(statement.text for statement in self.statements)


def themes_by_note(themes: Iterable[Theme]) -> dict[NoteId, list[str]]:
    """Return the names of the themes under which each note stands, in the order of the themes."""
    names: dict[NoteId, list[str]] = {}
    for theme in themes:
        for note in theme.notes:
            names.setdefault(note, []).append(theme.name)
    return names


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Opposed:
    """Two notes that somebody set against each other: they pull apart.

    `one` is the smaller id, so that the same two are the same whoever is named first.

    Raises:
        SameNote: a note is set against itself.
    """

    one: NoteId
    other: NoteId

    def __post_init__(self) -> None:
        if self.one == self.other:
            raise SameNote
        if self.one > self.other:
            one, other = self.other, self.one
            object.__setattr__(self, "one", one)
            object.__setattr__(self, "other", other)


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
    cited: int = 0  # notes that a statement rests on

    @property
    def unsorted(self) -> int:
        return self.notes - self.sorted


def coverage_of(notes: Iterable[Note], themes: Iterable[Theme], *, tables: int) -> Coverage:
    """Return how much of the harvest of so many tables the `themes` hold."""
    standing, named = {note.id: note for note in notes}, tuple(themes)
    ids = dict.fromkeys(note for theme in named for note in theme.notes if note in standing)
    held = [standing[note] for note in ids]
    cited = {note for theme in named for said in theme.statements for note in said.notes}
    return Coverage(
        notes=len(standing),
        sorted=len(held),
        tables=tables,
        heard=len({note.table for note in held}),
        themes=len(named),
        worded=sum(bool(theme.statements) for theme in named),
        cited=len(cited & standing.keys()),
    )
