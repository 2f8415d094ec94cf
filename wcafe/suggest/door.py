"""The door to suggestions: notes are read, then one wish is answered. Nothing is ever changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from wcafe.domain.notes import NoteId
from wcafe.domain.suggestions import Method, Refused, Suggestion, Wish
from wcafe.domain.synthesis import Theme
from wcafe.suggest.methods import comparing
from wcafe.suggest.notes import LONGEST, ReadNote

MOST = 600
"""Suggestions that one answer holds: nobody looks at more of them."""
_NEARLY_THE_SAME = 0.65


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is wanted, of which notes.

    `about` are those that are meant: the one to which others are to be similar, or those for which
    themes are proposed; none if all are.
    """

    wish: Wish
    method: Method
    notes: tuple[ReadNote, ...]
    themes: tuple[Theme, ...]
    refused: Refused
    about: frozenset[NoteId] = frozenset()


def read(method: Method, texts: Sequence[str]) -> list[bytes]:
    """Return what `method` makes of each text; it hangs on no other, so some can be read at a time.

    Raises:
        NoEncoder: the extra is damaged.
    """
    return comparing(method).read([text[:LONGEST] for text in texts])


def answer(question: Question) -> tuple[Suggestion, ...]:
    """Return what is suggested, the best first, without what was refused.

    Cost: below a second for 1,500 notes once they are read; some two seconds for a first split.
    """
    found = (each for each in _find(question) if not question.refused.holds(each))
    return tuple(islice(found, MOST))


def _find(question: Question) -> Iterable[Suggestion]:
    from wcafe.suggest.alike import find_alike, find_similar
    from wcafe.suggest.piles import split_into_piles
    from wcafe.suggest.themes import propose_themes

    notes, wish = question.notes, question.wish
    if wish is Wish.PILES:
        homes = {note for theme in question.themes for note in theme.notes}
        notes = tuple(note for note in notes if note.id not in homes)
    if len(notes) < 2:
        return ()
    texts = [note.text[:LONGEST] for note in notes]
    rows = comparing(question.method).compare([note.read for note in notes], texts)
    if wish is Wish.PILES:
        return split_into_piles(notes, rows)
    if wish is Wish.THEMES:
        proposed = propose_themes(notes, rows, question.themes, about=question.about)
        return chain.from_iterable(proposed)
    if wish is Wish.ALIKE:
        return find_alike(notes, rows, least=_NEARLY_THE_SAME)
    places = [place for place, note in enumerate(notes) if note.id in question.about]
    return find_similar(notes, rows, about=places[0]) if places else ()
