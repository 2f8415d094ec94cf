"""Where each note stands in a synthesis: in one place, under one label that sentences lead to.

Elsewhere a note is only pointed to. Labels are numbers in the order of the pages; what belongs to a
note has its number and a letter, and stands below it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from wcafe.domain.kinds import KINDS_TO_READ, Kind
from wcafe.domain.nesting import parents_of
from wcafe.domain.notes import Note, NoteId, has_kinds
from wcafe.domain.pairs import Pair, in_pairs, pairs_of
from wcafe.domain.synthesis import Opposed, Theme

MOST_QUOTES = 2
"""Quotes of a theme that are set apart, side by side."""

_LONGEST_QUOTE = 240  # signs that a quote set apart may have


class Chapter(StrEnum):
    """The chapters of a synthesis in which notes stand."""

    THEME = "theme"
    TENSION = "tension"
    LONE = "lone"
    QUESTION = "question"
    ACTION = "action"
    UNSORTED = "unsorted"


Nested = tuple[tuple[Note, int], ...]
"""A note and those that belong to it, each with how deep it lies below the first, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Notes of one kind; None where nobody told kinds."""

    kind: Kind | None
    notes: tuple[Nested, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The notes of one theme.

    Attributes:
        theme: the theme.
        quotes: what stands as a quote.
        groups: what stands below that, kind by kind.
        elsewhere: the notes of the theme that stand in another place, those below them left out.
    """

    theme: Theme
    quotes: tuple[Note, ...] = ()
    groups: tuple[Group, ...] = ()
    elsewhere: tuple[Note, ...] = ()

    @property
    def holds(self) -> int:
        """How many notes stand here."""
        return len(self.quotes) + sum(len(each) for group in self.groups for each in group.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where all notes stand.

    Attributes:
        themes: those of which anything is to be told, in their order.
        pairs: what pulls apart.
        chapters: the notes of each other chapter; those of `pairs` stand among the tensions.
        labels: the label of each note.
        places: the chapter of each note, and the place of its theme among `themes`, or -1.
    """

    themes: tuple[Placed, ...] = ()
    pairs: tuple[Pair, ...] = ()
    chapters: Mapping[Chapter, tuple[Nested, ...]] = field(default_factory=dict)
    labels: Mapping[NoteId, str] = field(default_factory=dict)
    places: Mapping[NoteId, tuple[Chapter, int]] = field(default_factory=dict)

    def of(self, chapter: Chapter) -> tuple[Nested, ...]:
        """Return the notes of a chapter, one with all that belongs to it after the other."""
        return self.chapters.get(chapter, ())


def place_notes(
    notes: Sequence[Note], themes: Iterable[Theme], opposed: Iterable[Opposed] = ()
) -> Placing:
    """Return where each of `notes` stands; withheld ones are to be left out before.

    What pulls apart stands side by side, actions in their table, then lone voices. What belongs to
    another note stands below it, unless only another theme holds it. Then come tensions and open
    questions, then the first theme that holds a note, then what nobody sorted.

    Cost: O(notes · log notes).
    """
    standing = {note.id: note for note in notes}
    told = [theme for theme in themes if _is_told(theme, standing)]
    pairs = pairs_of(opposed, standing)
    settled = _Settling(standing, told, set(in_pairs(pairs)))
    roots: dict[tuple[Chapter, int], list[Note]] = {}
    for note in settled.roots:
        roots.setdefault(settled.places[note.id], []).append(note)
    placed = tuple(
        _placed(theme, roots.get((Chapter.THEME, number), []), number, settled)
        for number, theme in enumerate(told)
    )
    apart = {pair: place for place, pair in enumerate(in_pairs(pairs))}
    chapters: dict[Chapter, tuple[Nested, ...]] = {
        chapter: tuple(
            settled.nested(note)
            for note in sorted(
                roots.get((chapter, -1), ()), key=lambda note: apart.get(note.id, len(apart))
            )
        )
        for chapter in Chapter
        if chapter is not Chapter.THEME
    }
    placing = Placing(themes=placed, pairs=pairs, chapters=chapters, places=settled.places)
    return replace(placing, labels=dict(_labels(placing)))


def _is_told(theme: Theme, standing: Mapping[NoteId, Note]) -> bool:
    """Is there anything to tell of it: a note, a statement, a headline?"""
    return bool(theme.headline or theme.statements or any(n in standing for n in theme.notes))


class _Settling:
    """Settles note by note where it stands; one before those that belong to it."""

    def __init__(
        self, standing: Mapping[NoteId, Note], themes: Sequence[Theme], apart: set[NoteId]
    ) -> None:
        self.standing, self._apart = standing, apart
        self._parents = parents_of(standing.values())
        self._filed: dict[NoteId, list[int]] = {}
        self.order: dict[tuple[int, NoteId], int] = {}  # of a note in a theme
        for number, theme in enumerate(themes):
            for place, id_ in enumerate(theme.notes):
                self._filed.setdefault(id_, []).append(number)
                self.order[number, id_] = place
        self.places: dict[NoteId, tuple[Chapter, int]] = {}
        self.roots: list[Note] = []
        self._below: dict[NoteId, list[Note]] = {}
        for note in _parents_first(standing.values(), self._parents):
            self._settle(note)
        order = {id_: place for place, id_ in enumerate(standing)}
        self.roots.sort(key=lambda note: order[note.id])

    def filed(self, note: NoteId) -> list[int]:
        """Return the places of the themes that hold a note."""
        return self._filed.get(note, [])

    def parent(self, note: NoteId) -> NoteId | None:
        return self._parents.get(note)

    def nested(self, root: Note) -> Nested:
        """Return `root` and what stands below it."""
        found, waiting = [], [(root, 0)]
        while waiting:
            note, depth = waiting.pop()
            found.append((note, depth))
            waiting += [(each, depth + 1) for each in reversed(self._below.get(note.id, ()))]
        return tuple(found)

    def _settle(self, note: Note) -> None:
        place = self._own(note)
        parent = self._parents.get(note.id)
        if place is None and parent is not None and self._goes_below(note, parent):
            self.places[note.id] = self.places[parent]
            self._below.setdefault(parent, []).append(note)
            return
        self.places[note.id] = place or self._usual(note)
        self.roots.append(note)

    def _own(self, note: Note) -> tuple[Chapter, int] | None:
        """Return the chapter in which a note stands wherever it belongs, if there is one."""
        if note.id in self._apart:
            return Chapter.TENSION, -1
        if note.kind is Kind.ACTION:
            return Chapter.ACTION, -1
        return (Chapter.LONE, -1) if note.is_lone else None

    def _goes_below(self, note: Note, parent: NoteId) -> bool:
        """Does a note stand below the one it belongs to, or with the others of its own theme?"""
        chapter, theme = self.places[parent]
        filed = self.filed(note.id)
        if chapter is Chapter.UNSORTED:
            return not filed
        return chapter is not Chapter.THEME or not filed or theme in filed

    def _usual(self, note: Note) -> tuple[Chapter, int]:
        if note.kind is Kind.TENSION:
            return Chapter.TENSION, -1
        if note.kind is Kind.QUESTION:
            return Chapter.QUESTION, -1
        filed = self.filed(note.id)
        return (Chapter.THEME, filed[0]) if filed else (Chapter.UNSORTED, -1)


def _parents_first(notes: Iterable[Note], parents: Mapping[NoteId, NoteId]) -> Iterator[Note]:
    """Yield `notes`, each behind the one it belongs to."""
    below: dict[NoteId | None, list[Note]] = {}
    for note in notes:
        below.setdefault(parents.get(note.id), []).append(note)
    waiting = list(reversed(below.get(None, ())))
    while waiting:
        note = waiting.pop()
        yield note
        waiting += reversed(below.get(note.id, ()))


def _placed(theme: Theme, roots: Sequence[Note], number: int, settled: _Settling) -> Placed:
    """Return the notes of a theme; `roots` are those that stand there and below no other."""
    there = sorted(roots, key=lambda note: settled.order[number, note.id])
    alone = [note for note in there if _is_quote(note) and len(settled.nested(note)) == 1]
    quotes = tuple(alone[:MOST_QUOTES])
    others = [note for note in there if note not in quotes]
    return Placed(
        theme=theme,
        quotes=quotes,
        groups=tuple(_groups(others, settled)),
        elsewhere=tuple(_elsewhere(theme, number, settled)),
    )


def _is_quote(note: Note) -> bool:
    is_short = len(note.text) <= _LONGEST_QUOTE and "\n" not in note.text
    return note.kind is Kind.QUOTE and note.may_quote and is_short


def _groups(notes: Sequence[Note], settled: _Settling) -> Iterator[Group]:
    if not has_kinds(settled.standing.values()):
        if notes:
            yield Group(kind=None, notes=tuple(map(settled.nested, notes)))
        return
    for kind in KINDS_TO_READ:
        if chosen := [note for note in notes if note.kind is kind]:
            yield Group(kind=kind, notes=tuple(map(settled.nested, chosen)))


def _elsewhere(theme: Theme, number: int, settled: _Settling) -> Iterator[Note]:
    here = (Chapter.THEME, number)
    held = set(theme.notes)
    for id_ in theme.notes:
        note = settled.standing.get(id_)
        if note is None or settled.places[id_] == here:
            continue
        if settled.parent(id_) not in held:
            yield note


def _labels(placing: Placing) -> Iterator[tuple[NoteId, str]]:
    """Yield the label of each note, in the order in which they stand on the pages."""
    for number, nested in enumerate(_in_order(placing), start=1):
        for place, (note, _depth) in enumerate(nested):
            yield note.id, f"{number}{_letters(place)}"


def _in_order(placing: Placing) -> Iterator[Nested]:
    for placed in placing.themes:
        yield from (((quote, 0),) for quote in placed.quotes)
        for group in placed.groups:
            yield from group.notes
    for chapter in Chapter:
        yield from placing.of(chapter)


def _letters(place: int) -> str:
    """Return the letter of what is below a note, from 1; nothing for the note itself.

    >>> [_letters(place) for place in (0, 1, 26, 27)]
    ['', 'a', 'z', 'aa']
    """
    letters = ""
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters
