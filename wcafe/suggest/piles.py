"""A first split of notes that nobody has sorted: piles without names."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from wcafe.domain.suggestions import Pile
from wcafe.suggest.alike import Said
from wcafe.suggest.arrays import Rows, directions
from wcafe.suggest.notes import ReadNote

MOST_COMPARED = 1_000
"""Notes that are compared each with each; where there are more, the others go to the nearest."""
_ALONE = 0.2  # the share of notes that may stay alone: they belong to nothing
_MOST_WORDS = 3
_GONE = -9.0  # nearer than this is every pile that is there


def split_into_piles(notes: Sequence[ReadNote], rows: Rows) -> list[Pile]:
    """Return piles of two notes or more, the largest first; what belongs to none is in none."""
    if len(notes) < 2:
        return []
    said = Said(notes)
    piles: dict[int, list[int]] = {}
    for place, pile in enumerate(label(rows)):
        piles.setdefault(pile, []).append(place)
    found = [inside for inside in piles.values() if len(inside) > 1]
    found.sort(key=lambda inside: (-len(inside), inside[0]))
    return [_pile(notes, rows, said, inside) for inside in found]


def label(rows: Rows) -> list[int]:
    """Return the number of the pile of each of `rows`.

    The two nearest piles become one, beginning with one for each note, until few notes are
    alone and there are about as many piles as a table can look at. How near two piles are is how
    near their notes are in the mean, so no chain of notes grows together.

    Source: average linkage (UPGMA), R. Sokal and C. Michener, 1958.
    Cost: O(n³) at the worst, some 2 s for `MOST_COMPARED`.
    """
    compared = np.linspace(0, len(rows) - 1, min(len(rows), MOST_COMPARED)).round().astype(int)
    labels = _join(rows[compared])
    if len(compared) == len(rows):
        return labels
    names = sorted(set(labels))
    middles = directions(
        np.stack([rows[compared][np.array(labels) == name].sum(axis=0) for name in names])
    )
    return [names[at] for at in np.argmax(rows @ middles.T, axis=1)]


def _join(rows: Rows) -> list[int]:
    number = len(rows)
    near = rows @ rows.T
    np.fill_diagonal(near, _GONE)
    sizes = np.ones(number)
    labels = np.arange(number)
    alone, piles = number, 0
    most = round(number**0.5) + 1
    while alone > _ALONE * number or piles > most:
        one, other = sorted(map(int, divmod(int(near.argmax()), number)))
        alone -= int(sizes[one] == 1) + int(sizes[other] == 1)
        piles += 1 - int(sizes[one] > 1) - int(sizes[other] > 1)
        mean = near[one] * sizes[one] + near[other] * sizes[other]
        near[one] = near[:, one] = np.maximum(mean / (sizes[one] + sizes[other]), _GONE)
        near[other] = near[:, other] = near[one, one] = _GONE
        sizes[one] += sizes[other]
        labels[labels == other] = one
    return [int(each) for each in labels]


def _pile(notes: Sequence[ReadNote], rows: Rows, said: Said, inside: Sequence[int]) -> Pile:
    middle = rows[inside].sum(axis=0)
    typical = [inside[at] for at in np.argsort(-(rows[inside] @ middle), kind="stable")]
    having = Counter(root for place in inside for root in said.of(place))
    # what this pile says often and other notes seldom
    told = sorted(
        (root for root, times in having.items() if times > 1),
        key=lambda root: (-(having[root] ** 2) / said.counts[root], root),
    )[:_MOST_WORDS]
    words = tuple(
        next(said.of(place)[root] for place in typical if root in said.of(place)) for root in told
    )
    among = sum(any(root in said.of(place) for root in told) for place in inside)
    return Pile(notes=tuple(notes[at].id for at in typical), shared=words, among=among)
