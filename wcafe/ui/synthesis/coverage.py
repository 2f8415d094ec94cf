"""The themes as they are listed, and the notes that can be looked at beside them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from wcafe.domain.kinds import Kind
from wcafe.domain.marks import round_title, table_title
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.sourcing import Sourcing, is_stale, note_label
from wcafe.domain.synthesis import Opposed, Theme, ThemeId, mark_of
from wcafe.services.cafe import Snapshot
from wcafe.ui.note_cards.filed import Filed, homes_of
from wcafe.ui.words import _, desk_words


class About(Enum):
    """What the notes have in common that are looked at."""

    THEME = auto()
    TABLE = auto()
    ROUND = auto()
    UNCITED = auto()
    CITED = auto()
    TENSIONS = auto()
    LONE = auto()
    QUESTIONS = auto()
    UNSORTED = auto()
    WITHHELD = auto()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which notes are looked at; `place` is a table or round, from 0."""

    about: About = About.THEME
    place: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Filed):
    """A note that a statement may rest on.

    Attributes:
        label: where it was said, and its number there.
        is_marked: it is marked for the statement that is being written.
        is_cited: some statement rests on it.
    """

    label: str
    is_marked: bool = False
    is_cited: bool = False

    @property
    def chips(self) -> tuple[str, ...]:
        label = f"✓ {self.label}" if self.is_marked else self.label
        cited = (_("cited"),) if self.is_cited else ()
        withheld = (_("withheld"),) if self.note.withheld else ()
        return (label, *cited, *withheld, *Filed.chips.__get__(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRow:
    """A theme as the list shows it; `place` counts from 0."""

    theme: ThemeId
    place: int
    mark: int
    name: str
    notes: int
    statements: int
    unsourced: int = 0  # of them, which rest on no note
    stale: int = 0  # of them, to be read again

    @property
    def key(self) -> str:
        return self.theme

    @property
    def is_worded(self) -> bool:
        return self.statements > 0


def theme_rows(snapshot: Snapshot, sourcing: Sourcing) -> list[ThemeRow]:
    """Return the themes in order."""
    standing = {note.id: note for note in snapshot.notes}
    unsourced = set(sourcing.unsourced)
    return [
        ThemeRow(
            theme=theme.id,
            place=place,
            mark=mark_of(theme, place),
            name=theme.name,
            notes=sum(note in standing for note in theme.notes),
            statements=len(theme.statements),
            unsourced=sum(said.id in unsourced for said in theme.statements),
            stale=sum(is_stale(said, standing) for said in theme.statements),
        )
        for place, theme in enumerate(snapshot.themes)
    ]


def notes_about(
    scope: Scope, snapshot: Snapshot, sourcing: Sourcing, theme: Theme | None
) -> list[Note]:
    """Return the notes of `scope`: of a theme as they were filed, else in the order of tables."""
    if scope.about is About.THEME:
        standing = {note.id: note for note in snapshot.notes}
        filed = theme.notes if theme is not None else ()
        return [standing[note] for note in filed if note in standing]
    notes = snapshot.notes
    match scope.about:
        case About.TABLE:
            found = [note for note in notes if note.table == scope.place]
        case About.ROUND:
            found = [note for note in notes if note.round == scope.place]
        case About.UNCITED:
            uncited = set(sourcing.uncited)
            found = [note for note in notes if note.id in uncited]
        case About.CITED:
            found = [note for note in notes if note.id in sourcing.cited]
        case About.TENSIONS:
            found = tensions(notes, snapshot.opposed)
        case About.LONE:
            found = [note for note in notes if note.is_lone]
        case About.QUESTIONS:
            found = [note for note in notes if note.kind is Kind.QUESTION]
        case About.UNSORTED:
            found = [note for note in unsorted(notes, snapshot.themes) if not note.withheld]
        case About.WITHHELD:
            found = [note for note in notes if note.withheld]
    return sorted(found, key=lambda note: (note.table, note.round))


def title_of(scope: Scope, snapshot: Snapshot) -> str:
    """Return what the notes of `scope` have in common, in words."""
    match scope.about:
        case About.TABLE:
            name = snapshot.cafe.table_name(scope.place)
            return table_title(scope.place, name, desk_words())
        case About.ROUND:
            return round_title(scope.place, snapshot.cafe.round_at(scope.place), desk_words())
        case About.THEME:
            return _("Notes of this theme")
        case About.UNCITED:
            return _("Notes never cited")
        case About.CITED:
            return _("Notes cited")
        case About.TENSIONS:
            return _("Tensions")
        case About.LONE:
            return _("Lone voices")
        case About.QUESTIONS:
            return _("Open questions")
        case About.UNSORTED:
            return _("Notes without a theme")
        case About.WITHHELD:
            return _("Notes withheld")


def sources(
    notes: Iterable[Note],
    snapshot: Snapshot,
    numbers: Mapping[NoteId, int],
    *,
    cited: Collection[NoteId],
    marked: Collection[NoteId],
) -> list[Source]:
    """Return `notes` as they are listed, each with the themes in which it lies."""
    homes = homes_of(snapshot.themes)
    return [
        Source(
            note=note,
            homes=homes.get(note.id, ()),
            label=note_label(note, numbers.get(note.id, 0), desk_words()),
            is_marked=note.id in marked,
            is_cited=note.id in cited,
        )
        for note in notes
    ]


def tensions(notes: Iterable[Note], opposed: Iterable[Opposed]) -> list[Note]:
    """Return the notes that are tensions, and those set against another one."""
    apart = {note for pair in opposed for note in (pair.one, pair.other)}
    return [note for note in notes if note.kind is Kind.TENSION or note.id in apart]


def unsorted(notes: Iterable[Note], themes: Iterable[Theme]) -> list[Note]:
    held = {note for theme in themes for note in theme.notes}
    return [note for note in notes if note.id not in held]
