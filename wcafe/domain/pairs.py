"""What pulls apart, as it is shown: a note on one side, on the other those against it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Opposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A note, and those that somebody set against it."""

    one: NoteId
    others: tuple[NoteId, ...]


def pairs_of(opposed: Iterable[Opposed], standing: Mapping[NoteId, Note]) -> tuple[Pair, ...]:
    """Return what pulls apart, a note that does so from several beside all of them.

    Args:
        opposed: notes set against each other; a pair of which one does not stand is left out.
        standing: all notes, in the order they came, in which the pairs stand too.
    """
    order = {id_: place for place, id_ in enumerate(standing)}
    left = {
        frozenset((pair.one, pair.other))
        for pair in opposed
        if pair.one in standing and pair.other in standing
    }
    found = []
    while left:
        often = Counter(id_ for pair in left for id_ in pair)
        one = min(often, key=lambda id_: (-often[id_], order[id_]))
        others = {id_ for pair in left if one in pair for id_ in pair} - {one}
        found.append(Pair(one=one, others=tuple(sorted(others, key=lambda id_: order[id_]))))
        left = {pair for pair in left if one not in pair}
    return tuple(sorted(found, key=lambda pair: order[pair.one]))


def in_pairs(pairs: Iterable[Pair]) -> dict[NoteId, None]:
    """Return the notes of `pairs` once each, in the order in which they stand there."""
    return dict.fromkeys(id_ for pair in pairs for id_ in (pair.one, *pair.others))
