"""Where each note stands in a synthesis: in one place, under one label that sentences lead to.

Elsewhere a note is only pointed to. Labels are numbers in the order of the pages; what belongs to a
note has its number and a letter, and stands below it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from wcafe.domain.kinds import KINDS_TO_READ, Kind
from wcafe.domain.notes import Note, NoteId, has_kinds
from wcafe.domain.pairs import Pair, in_pairs, pairs_of
from wcafe.domain.settled_places import Chapter, Nested, Settling
from wcafe.domain.synthesis import Opposed, Theme

__all__ = ["MOST_QUOTES", "Chapter", "Group", "Nested", "Placed", "Placing", "place_notes"]

MOST_QUOTES = 2
"""Quotes of a theme that are set apart, side by side."""

_LONGEST_QUOTE = 240  # signs that a quote set apart may have


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
    settled = Settling(standing, told, set(in_pairs(pairs)))
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


def _placed(theme: Theme, roots: Sequence[Note], number: int, settled: Settling) -> Placed:
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


def _groups(notes: Sequence[Note], settled: Settling) -> Iterator[Group]:
    if not has_kinds(settled.standing.values()):
        if notes:
            yield Group(kind=None, notes=tuple(map(settled.nested, notes)))
        return
    for kind in KINDS_TO_READ:
        if chosen := [note for note in notes if note.kind is kind]:
            yield Group(kind=kind, notes=tuple(map(settled.nested, chosen)))


def _elsewhere(theme: Theme, number: int, settled: Settling) -> Iterator[Note]:
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
