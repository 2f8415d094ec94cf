"""Themes for notes that have none, once people have sorted a few."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from wcafe.domain.notes import NoteId
from wcafe.domain.suggestions import Proposal
from wcafe.domain.synthesis import Theme
from wcafe.suggest.alike import Said
from wcafe.suggest.arrays import Rows, directions
from wcafe.suggest.notes import ReadNote

MOST = 3  # themes a note
_ENOUGH = 3  # sorted notes with which a theme is known as well as by what may belong there
_ROUNDS = 5
_SHARPNESS = 30.0
_LONGEST = 60  # characters of a note that a reason quotes


def propose_themes(
    notes: Sequence[ReadNote],
    rows: Rows,
    themes: Sequence[Theme],
    *,
    about: Collection[NoteId] = (),
) -> Iterator[list[Proposal]]:
    """Yield up to `MOST` themes for each of `notes` that stands in none, the likeliest first.

    The notes come first of which it is surest. Those in `about` alone are meant, if there are any.

    A theme in which nobody has put a note yet is not proposed: what its name means is for people
    to say. Nor is one that has nothing to do with the note, so a list may be short, or empty.
    """
    places = {note.id: place for place, note in enumerate(notes)}
    known = [
        (theme, inside)
        for theme in themes
        if (inside := [places[note] for note in theme.notes if note in places])
    ]
    homes = {note for theme in themes for note in theme.notes}
    rest = [place for place, note in enumerate(notes) if note.id not in homes]
    if not known or not rest:
        return
    likely = rank(rows[rest], [rows[inside] for _theme, inside in known])
    said = Said(notes)
    for at in np.argsort(-likely.max(axis=1), kind="stable"):
        place, row = rest[at], likely[at]
        if not about or notes[place].id in about:
            best = [int(each) for each in np.argsort(-row, kind="stable")[:MOST] if row[each] > 0]
            yield [_proposal(notes, rows, said, place, *known[each]) for each in best]


def rank(rest: Rows, sorted_: Sequence[Rows]) -> Rows:
    """Return how likely each note is to belong to each theme; shape (notes, themes).

    A theme lies in the middle of the notes that people put there and, as those are few, of those
    that seem to belong there too: k-means that starts with what is sorted and never lets go of
    it. Below 0 a note has nothing to do with a theme.

    Args:
        rest: the notes to be sorted, as directions.
        sorted_: of each theme the notes that people put there, at least one.

    Source: seeded k-means, S. Basu et al., ICML 2002, with soft shares.
    Cost: O(notes * themes) products, `_ROUNDS` times.
    """
    middles = np.stack([inside.mean(axis=0) for inside in sorted_])
    weights = np.array([min(1.0, _ENOUGH / len(inside)) for inside in sorted_])[:, None]
    lengths = np.linalg.norm(middles, axis=1, keepdims=True)
    now = middles
    for _round in range(_ROUNDS):
        near = rest @ directions(now).T
        shares = np.exp(_SHARPNESS * (near - near.max(axis=1, keepdims=True)))
        shares /= shares.sum(axis=1, keepdims=True)
        now = middles + weights * lengths * directions(shares.T @ rest)
    ranked: Rows = rest @ directions(now).T
    return ranked


def _proposal(
    notes: Sequence[ReadNote],
    rows: Rows,
    said: Said,
    place: int,
    theme: Theme,
    inside: Sequence[int],
) -> Proposal:
    shared, among = said.shared(place, inside)
    near = inside[int(np.argmax(rows[inside] @ rows[place]))]
    return Proposal(
        note=notes[place].id,
        theme=theme.id,
        shared=shared,
        among=among,
        near=quote(notes[near].text),
    )


def quote(text: str) -> str:
    r"""Return the beginning of `text` on one line, for a reason.

    >>> quote("Un banc,\nvite"), len(quote("mot " * 50)) <= 61
    ('Un banc, vite', True)
    """
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST].rsplit(' ', 1)[0]}…"
