"""Notes that say nearly the same, and notes that are like one."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from wcafe.domain.suggestions import Alike
from wcafe.domain.text import fold
from wcafe.suggest.arrays import Rows, pairs_above
from wcafe.suggest.notes import ReadNote
from wcafe.suggest.words import rarest, roots_of

_WORD = re.compile(r"[^\W_]+")
_MOST = 3  # words that are told
_MOST_PAIRS = 2_000  # of a thousand notes that say the same there would be half a million
_THE_SAME = 2.0  # nearer than near
_LEAST, _LEAST_SHARING = 0.25, 0.1  # how near a note has to be to be called similar


def find_alike(notes: Sequence[ReadNote], rows: Rows, *, least: float) -> list[Alike]:
    """Return each two of `notes` that say nearly the same: as near as `least`; nearest first.

    Those that say the same words come before all others, however they are written.
    """
    nearest = pairs_above(rows, least, most=_MOST_PAIRS)
    found = {(one, other): near for one, other, near in nearest}
    first: dict[tuple[str, ...], int] = {}
    for place, note in enumerate(notes):
        if (words := as_said(note.text)) and (one := first.setdefault(words, place)) != place:
            found[one, place] = _THE_SAME
    said = Said(notes)
    return [said.alike(*pair) for pair in sorted(found, key=lambda pair: (-found[pair], pair))]


def find_similar(notes: Sequence[ReadNote], rows: Rows, *, about: int) -> list[Alike]:
    """Return the notes that are like that at the place `about`, which comes first in each pair.

    Who shares a word with it need not be as near.
    """
    near = rows @ rows[about]
    near[about] = -1
    said = Said(notes)
    pairs = [
        (said.alike(about, int(place)), float(near[place]))
        for place in np.argsort(-near, kind="stable")
        if near[place] >= _LEAST_SHARING
    ]
    return [pair for pair, how_near in pairs if pair.shared or how_near >= _LEAST]


class Said:
    """Which words notes really have in common; each is read when it is first asked about."""

    def __init__(self, notes: Sequence[ReadNote]) -> None:
        self._notes = notes
        self._roots = [roots_of(note.text) for note in notes]
        self.counts = Counter(root for roots in self._roots for root in roots)

    def of(self, place: int) -> dict[str, str]:
        """Return the roots of a note, each with its word as it stands there."""
        return self._roots[place]

    def shared(self, place: int, others: Sequence[int]) -> tuple[tuple[str, ...], int]:
        """Return words of the note at `place` that `others` have too, and how many of them do."""
        mine = self._roots[place]
        theirs = [mine.keys() & self._roots[other].keys() for other in others]
        among = Counter(root for roots in theirs for root in roots)
        # what two have in common says more than what all have, and many more than what few have
        told = sorted(among, key=lambda root: (-among[root] / (1 + self.counts[root]), root))
        told = told[:_MOST]
        return tuple(mine[root] for root in told), sum(bool(set(told) & roots) for roots in theirs)

    def alike(self, one: int, other: int) -> Alike:
        mine, theirs = self._roots[one], self._roots[other]
        told = rarest(mine.keys() & theirs.keys(), self.counts, most=_MOST)
        return Alike(
            notes=(self._notes[one].id, self._notes[other].id),
            shared=tuple(mine[root] for root in told),
            is_same=as_said(self._notes[one].text) == as_said(self._notes[other].text),
        )


def as_said(text: str) -> tuple[str, ...]:
    """Return the words of `text` in order, whatever stands between them; accents aside."""
    return tuple(_WORD.findall(fold(text)))
