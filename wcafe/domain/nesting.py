"""Notes that belong to others: sub-points under their point.

What a note says it belongs to is kept as it was said, and looked at here: it belongs to another one
only while that stands in the same table and round. So when a parent is deleted or moved away its
children stand alone, and they are under it again once it is back. Two copies of a café that edit
both at once can never make a circle of notes that belong to each other.
"""

from collections.abc import Iterable, Sequence

from wcafe.domain.notes import Note, NoteId


def parents_of(notes: Iterable[Note]) -> dict[NoteId, NoteId]:
    """Return the note that each of `notes` belongs to, for those that really belong to one.

    Cost: O(notes), however deep they lie.
    """
    standing = {note.id: note for note in notes if not note.is_deleted}
    said = {
        note.id: note.parent
        for note in standing.values()
        if note.parent is not None
        and (parent := standing.get(note.parent)) is not None
        and (parent.table, parent.round) == (note.table, note.round)
    }
    circles = _in_circles(said)
    return {note: parent for note, parent in said.items() if note not in circles}


def in_order_of_parents(notes: Sequence[Note]) -> list[tuple[Note, int]]:
    """Return `notes` with those that belong to another one behind it, and how deep each lies.

    Args:
        notes: some of a café's, in any order; one whose parent is not among them lies at depth 0.
    """
    parents = parents_of(notes)
    below: dict[NoteId | None, list[Note]] = {}
    for note in notes:
        below.setdefault(parents.get(note.id), []).append(note)
    ordered: list[tuple[Note, int]] = []
    waiting = [(note, 0) for note in reversed(below.get(None, ()))]
    while waiting:
        note, depth = waiting.pop()
        ordered.append((note, depth))
        waiting += [(child, depth + 1) for child in reversed(below.get(note.id, ()))]
    return ordered


def with_children(chosen: Iterable[NoteId], notes: Iterable[Note]) -> frozenset[NoteId]:
    """Return `chosen` and all that belongs to them, directly or not: what is moved together."""
    below: dict[NoteId, list[NoteId]] = {}
    for child, parent in parents_of(notes).items():
        below.setdefault(parent, []).append(child)
    found: set[NoteId] = set()
    waiting = list(chosen)
    while waiting:
        note = waiting.pop()
        if note not in found:
            found.add(note)
            waiting += below.get(note, ())
    return frozenset(found)


def _in_circles(parents: dict[NoteId, NoteId]) -> frozenset[NoteId]:
    """Return the notes that lie on a circle of notes that belong to each other."""
    circles: set[NoteId] = set()
    seen: set[NoteId] = set()
    for start in parents:
        way: dict[NoteId, int] = {}
        here: NoteId | None = start
        while here is not None and here not in seen and here not in way:
            way[here] = len(way)
            here = parents.get(here)
        if here in way:
            circles.update(note for note, place in way.items() if place >= way[here])
        seen.update(way)
    return frozenset(circles)
