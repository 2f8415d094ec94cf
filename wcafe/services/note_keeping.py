"""How changes of notes are kept, and everybody told which ones say something else."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID, uuid5

from wcafe.domain.cafe import Cafe
from wcafe.domain.filing import UNDER_NONE, Filed, put, stands_under
from wcafe.domain.notes import NoteId
from wcafe.domain.reshaping import Reshaped
from wcafe.domain.settling import DeviceId, edit_of
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.note_change import NotesChange
from wcafe.store import Store, Work

T = TypeVar("T")
COMMAND_LINE, LIST, DESK = "command line", "list", "desk"
"""Names of the devices that are no phones."""


class NoteKeeping:
    """Keeps changes of notes, one transaction each, and tells what they changed."""

    def __init__(self, store: Store, changes: Changes, now: Callable[[], datetime]) -> None:
        self._store = store
        self._changes = changes
        self._now = now

    def keep(self, change: Callable[[Work], T], parts: Part, by: object | None) -> T:
        """Make `change`, and tell which notes say something else by it; a retry changes none."""

        def keep(work: Work) -> tuple[T, frozenset[NoteId]]:
            return change(work), frozenset(work.notes.changed)

        kept, ids = self._store.write(keep)
        self._changes.tell(Changed(parts, by, ids))
        return kept

    def stamp(self) -> str:
        return self._now().isoformat(timespec="seconds")


def device_of(cafe: Cafe, name: str) -> DeviceId:
    return DeviceId(str(uuid5(UUID(cafe.id), f"device|{name}")))


def reshape(work: Work, wanted: Reshaped, *, now: str) -> NotesChange:
    """Keep notes as the desk wants them, and file those that come under a theme."""
    cafe, batch = work.cafes.get(), work.note_batch()
    device = device_of(cafe, DESK)
    batch.meet(device, DESK, now=now)
    changed = []
    for note in wanted.notes:
        before = batch.head(note.id)
        wish = edit_of(note, base=note.rev, cafe=cafe.id, generation=cafe.generation, device=device)
        answer = batch.take_in(wish, now=now)
        after = batch.head(answer.note)
        assert after is not None
        if after != before:
            changed.append((before, after))
    batch.write()
    work.notes.changed |= batch.changed
    themes = (work.themes.all(),) * 2
    stands = stands_under(themes[0])
    filed = {
        note: Filed(before=before, after=before | under, listed=None)
        for note, under in wanted.filed.items()
        for before in (stands.get(note, UNDER_NONE),)
    }
    if filed:
        places = {note: each.after for note, each in filed.items()}
        themes = (themes[0], work.themes.arrange(put(themes[0], places)))
    return NotesChange(notes=tuple(changed), filed=filed, themes=themes)
