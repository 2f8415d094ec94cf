"""Notes that are looked for by their words, and what is near where there are none."""

from collections.abc import Iterable
from dataclasses import dataclass

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.search import Index, find_near, look_for, searched
from wcafe.domain.synthesis import Theme, themes_by_note


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNotes:
    """What a search found.

    Attributes:
        notes: those that have what was looked for, in the order they came.
        has_words: something was looked for; else `notes` are all.
        near: what could be looked for instead, where nothing was found and something is near.
    """

    notes: tuple[Note, ...]
    has_words: bool
    near: str | None = None


def find_notes(
    notes: Iterable[Note], themes: Iterable[Theme], typed: str, *, either: str
) -> FoundNotes:
    """Return those of `notes` that have what was `typed`, which nobody types on.

    They are found by what they say, and by what `searched` adds.

    Args:
        notes: among which to look.
        themes: under which they stand.
        typed: what is looked for.
        either: the word for either of two, see `find_near`.
    """
    here, search = tuple(notes), look_for(typed, is_finished=True)
    names = themes_by_note(themes)
    texts = {note.id: searched(note, names.get(note.id, ())) for note in here}
    found = tuple(note for note in here if search.is_in(texts[note.id]))
    if found or not search:
        return FoundNotes(notes=found, has_words=bool(search))
    index = Index[NoteId]()
    for note in here:
        index.put(note.id, texts[note.id])
    near = find_near(search, index, either=either)
    return FoundNotes(notes=(), has_words=True, near=near)
