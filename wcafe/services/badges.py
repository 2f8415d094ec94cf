"""Badges that people hold: kept in the file, so that it is known whose is to be made again.

What is kept of a badge is the digest of all that stands on it (`wcafe/domain/badges.py`). Which
badges are to be made again is never kept: it is what people hold beside what would be printed.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from wcafe.domain.badges import badge_faces, says_the_same
from wcafe.domain.people import Person, PersonId, absent
from wcafe.services.cafe import CafeService, Snapshot
from wcafe.services.changes import Changed, Changes, Part

if TYPE_CHECKING:  # who composes a bare problem needs no database
    from wcafe.store import Store, Work

Faces = Mapping[PersonId, str]
"""The digest of the badge of each person who holds one."""


class BadgeService:
    """Note which badges people hold."""

    def __init__(self, store: "Store", cafes: CafeService, changes: Changes) -> None:
        self._store = store
        self._cafes = cafes
        self._changes = changes

    def note_printed(self, printed: Snapshot, *, by: object | None = None) -> None:
        """Note that all badges of the café as it was in `printed` are on paper.

        Where people hold badges already, nothing changes: those that are to be made again stay
        so until somebody says that they are made (`with_new_badges`).
        """
        faces = printed_faces(printed)
        if printed.badges or not faces:
            return
        if self._store.write(lambda work: hand_out(work, faces)):
            self._changes.tell(Changed(Part.BADGES, by, frozenset(faces)))

    def give_back(self, badges: Faces, *, by: object | None = None) -> Faces:
        """Let people hold these `badges` again, beside all others; return all held."""
        return self.restore({**self._cafes.snapshot().badges, **badges}, by=by)

    def restore(self, held: Faces, *, by: object | None = None) -> Faces:
        """Let people hold the badges of `held` and no others, as undo does; return those kept."""
        kept = self._store.write(lambda work: _replace(work, held))
        self._changes.tell(Changed(Part.BADGES, by))
        return kept


def printed_faces(snapshot: Snapshot) -> dict[PersonId, str]:
    """Return what would be printed now, for each person who would get a badge."""
    if snapshot.plan is None:
        return {}
    away = {person.id for person in absent(snapshot.people, snapshot.plan.rounds)}
    return {person: face for person, face in _faces(snapshot).items() if person not in away}


def planned_faces(snapshot: Snapshot) -> dict[PersonId, str]:
    """Return what was printed if it was before people came and went since the plan was made."""
    faces = _faces(snapshot)
    return {each.id: faces[each.id] for each in snapshot.people if _has_part(snapshot, each)}


def changed_badges(snapshot: Snapshot) -> tuple[PersonId, ...]:
    """Return whose badge is to be made again, or for the first time, in alphabetical order.

    Nobody's while nobody holds a badge. Else of those who come to a round that has not begun,
    or to the last one: who holds a badge that says something else than would be printed now;
    and who holds none and has a seat, or another part than to sit at tables.

    Cost: some 20 µs a person.
    """
    if not (held := snapshot.badges):
        return ()
    rounds = len(snapshot.cafe.rounds)
    asked = range(min(snapshot.rounds_begun, rounds - 1), rounds)
    faces = printed_faces(snapshot)
    changed = [
        person
        for person in snapshot.people
        if person.id in faces
        and not says_the_same(held.get(person.id), faces[person.id])
        and (person.id in held or _has_part(snapshot, person))
        and (not person.is_seated or any(map(person.attends, asked)))
    ]
    return tuple(person.id for person in sorted(changed, key=lambda each: each.sort_key))


def with_new_badges(snapshot: Snapshot, people: Iterable[PersonId]) -> dict[PersonId, str]:
    """Return what people hold once `people` have new badges, as they would be printed now."""
    faces = printed_faces(snapshot)
    made = {person: faces[person] for person in people if person in faces}
    return {**snapshot.badges, **made}


def hand_out(work: "Work", faces: Faces) -> bool:
    """Let people hold the badges of `faces` if nobody holds one yet; return whether it was so."""
    if work.badges.faces():
        return False
    _replace(work, faces)
    return True


def add_badges(work: "Work", faces: Faces) -> None:
    """Let people hold the badges of `faces` beside all others."""
    if faces:
        _replace(work, {**work.badges.faces(), **faces})


def _replace(work: "Work", faces: Faces) -> Faces:
    here = {person.id for person in work.people.all()}
    kept = {person: face for person, face in faces.items() if person in here}
    work.badges.replace(kept)
    return kept


def _faces(snapshot: Snapshot) -> dict[PersonId, str]:
    if snapshot.plan is None:
        return {}
    faces = badge_faces(snapshot.plan, snapshot.cafe, snapshot.people)
    return {person: face.digest for person, face in faces.items()}


def _has_part(snapshot: Snapshot, person: Person) -> bool:
    """Does the plan know a seat of `person`, or are they none of those who are seated?"""
    assert snapshot.plan is not None
    return not person.is_seated or set(snapshot.plan.itinerary(person.id)) != {None}
