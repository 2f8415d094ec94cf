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
_LEAST = 0.25  # how near a note has to be to be called similar


def find_alike(notes: Sequence[ReadNote], rows: Rows, *, least: float) -> list[Alike]:
    """Return each two of `notes` that say nearly the same: as near as `least`; nearest first."""
    found = sorted(pairs_above(rows, least), key=lambda pair: (-pair[2], pair[0], pair[1]))
    said = Said(notes)
    return [said.alike(one, other) for one, other, _near in found]


def find_similar(notes: Sequence[ReadNote], rows: Rows, *, about: int) -> list[Alike]:
    """Return the notes that are like that at the place `about`, which comes first in each pair."""
    near = rows @ rows[about]
    near[about] = -1
    said = Said(notes)
    places = [int(place) for place in np.argsort(-near, kind="stable") if near[place] >= _LEAST]
    return [said.alike(about, place) for place in places]


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
            is_same=_as_said(self._notes[one].text) == _as_said(self._notes[other].text),
        )


def _as_said(text: str) -> list[str]:
    """Return the words of `text` in order, whatever stands between them."""
    return _WORD.findall(fold(text))
