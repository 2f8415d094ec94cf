"""The one place at which each note stands in a text that is condensed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from wcafe.domain.kinds import KINDS_TO_READ, Kind
from wcafe.domain.nesting import in_order_of_parents, parents_of
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Theme, ThemeId

_MOST_QUOTES = 2  # that stand one behind the other


class Apart(Enum):
    """Chapters that notes have by what they are, in the order in which they are told."""

    TENSIONS = auto()
    LONE = auto()
    QUESTIONS = auto()
    ACTIONS = auto()


_KINDS = {
    Kind.ACTION: Apart.ACTIONS,
    Kind.TENSION: Apart.TENSIONS,
    Kind.QUESTION: Apart.QUESTIONS,
}


def apart(note: Note) -> Apart | None:
    """Return the chapter that `note` has by what it is; None where it stands under a theme."""
    return _KINDS.get(note.kind) or (Apart.LONE if note.is_lone else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeNotes:
    """The notes of a theme: those set apart as quotes, those told here, those told elsewhere."""

    theme: Theme
    quoted: tuple[Note, ...]
    here: tuple[Note, ...]
    elsewhere: tuple[Note, ...]

    @property
    def all(self) -> tuple[Note, ...]:
        """The notes under the theme, wherever they are told."""
        return (*self.quoted, *self.here, *self.elsewhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where each note stands; none in two places and none in none.

    Attributes:
        themes: the themes in people's order.
        unsorted: the notes under no theme, table by table and round by round.
        apart: those that have a chapter by what they are.
        numbers: the number of each note, from 1 in the order in which the text tells them.
    """

    themes: tuple[ThemeNotes, ...]
    unsorted: tuple[Note, ...]
    apart: Mapping[Apart, tuple[Note, ...]]
    numbers: Mapping[NoteId, int]


def places_of(notes: Sequence[Note], themes: Iterable[Theme]) -> Places:
    """Return where each of `notes` stands.

    A tension, a lone voice, a question and an action have their chapters. Any other note stands
    under the first theme that holds it, and one that nobody sorted with the note it belongs to.
    """
    themes = tuple(themes)
    standing = {note.id: note for note in notes}
    first: dict[NoteId, ThemeId] = {}
    for theme in themes:
        for note_id in theme.notes:
            first.setdefault(note_id, theme.id)
    parents = parents_of(notes)
    place: dict[NoteId, Apart | ThemeId | None] = {}
    for note, _depth in in_order_of_parents(notes):
        here = apart(note) or first.get(note.id)
        if here is None and (parent := parents.get(note.id)) is not None:
            above = place[parent]
            here = None if above is Apart.ACTIONS else above  # a table has no points
        place[note.id] = here
    held: dict[Apart | ThemeId | None, list[Note]] = {}
    for theme in themes:  # in the order they were filed, which ranks nothing
        held[theme.id] = [standing[n] for n in theme.notes if place.get(n) == theme.id]
    filed = {note.id for some in held.values() for note in some}
    for note in notes:
        if note.id not in filed:
            held.setdefault(place[note.id], []).append(note)
    told = tuple(_of_theme(theme, held[theme.id], standing) for theme in themes)
    by_what = {each: tuple(held.get(each, ())) for each in Apart}
    left = tuple(sorted(held.get(None, ()), key=lambda note: (note.table, note.round)))
    order = [note for each in told for note in (*each.quoted, *_in_order(each.here))]
    for some in (left, *by_what.values()):
        order += [note for note, _depth in in_order_of_parents(some)]
    numbers = {note.id: number for number, note in enumerate(order, start=1)}
    return Places(themes=told, unsorted=left, apart=by_what, numbers=numbers)


def _of_theme(theme: Theme, held: Sequence[Note], standing: Mapping[NoteId, Note]) -> ThemeNotes:
    inside = {note.id for note in held}
    quotable = [note for note in held if note.kind is Kind.QUOTE and note.may_quote]
    quoted = tuple(quotable[:_MOST_QUOTES])
    return ThemeNotes(
        theme=theme,
        quoted=quoted,
        here=tuple(note for note in held if note not in quoted),
        elsewhere=tuple(standing[n] for n in theme.notes if n in standing and n not in inside),
    )


def by_kind(notes: Sequence[Note]) -> list[tuple[Kind, list[tuple[Note, int]]]]:
    """Return `notes` in the order in which kinds are read, and how deep each lies.

    What belongs to a note goes with it, of whatever kind it is.
    """
    found: dict[Kind, list[tuple[Note, int]]] = {kind: [] for kind in KINDS_TO_READ}
    kind = Kind.INSIGHT
    for note, depth in in_order_of_parents(notes):
        kind = kind if depth else note.kind
        found[kind].append((note, depth))
    return [(kind, some) for kind, some in found.items() if some]


def _in_order(notes: Sequence[Note]) -> list[Note]:
    return [note for _kind, some in by_kind(notes) for note, _depth in some]
