"""In which chapter of a synthesis each note stands, and below which other note."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from wcafe.domain.kinds import Kind
from wcafe.domain.nesting import parents_of
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Theme


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


class Settling:
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
