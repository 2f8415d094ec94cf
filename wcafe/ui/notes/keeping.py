"""Keeping notes: several as one, with undo, and no words of anybody else replaced unseen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer

from wcafe.domain.notes import SAID, Note, NoteId
from wcafe.ui.presenter import Presenter
from wcafe.ui.words import _

_CHANGEABLE = (*SAID, "is_deleted")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """Notes as they are and as they are to be; what both say alike is nobody's wish."""

    before: tuple[Note, ...]
    after: tuple[Note, ...]

    def onto(self, heads: Iterable[Note]) -> tuple[Note, ...]:
        """Return `heads`, the newest words known, with nothing changed but what is wished."""
        return tuple(
            replace(head, **{name: getattr(new, name) for name in _changed(old, new)})
            for head, old, new in zip(heads, self.before, self.after, strict=True)
        )

    @property
    def back(self) -> "_Turn":
        return _Turn(before=self.after, after=self.before)


def _changed(old: Note, new: Note) -> list[str]:
    return [name for name in _CHANGEABLE if getattr(old, name) != getattr(new, name)]


class NoteKeeping:
    """The part of Harvest that changes notes by the one way in, each change a new revision.

    `revs` holds the newest revision known of every note, of deleted ones too.
    """

    def __init__(self, presenter: Presenter) -> None:
        self.revs: dict[NoteId, int] = {}
        self._heads: dict[NoteId, Note] = {}  # notes at those revisions
        self._presenter = presenter
        self._kept: tuple[Note, ...] = ()  # by the change that is about to be shown

    def see(self, notes: Iterable[Note]) -> None:
        """Remember `notes`, which are the newest."""
        for note in notes:
            self.revs[note.id] = note.rev
            self._heads[note.id] = note

    def take_kept(self) -> tuple[Note, ...]:
        """Return, once, the notes kept by the change that is about to be shown."""
        kept, self._kept = self._kept, ()
        return kept

    def change(
        self, text: str, before: Sequence[Note], after: Sequence[Note], *, waits_in: str = ""
    ) -> bool:
        """Keep `after` instead of `before`; all of them, or none and say why.

        Nothing is kept but what differs between the two, now as when it is undone: what somebody
        else changed meanwhile in the same notes stays.

        `waits_in`: see `Presenter.attempt`.
        """
        if list(before) == list(after):
            return self._presenter.is_kept_already()
        self.see(before)
        turn = _Turn(before=tuple(before), after=tuple(after))
        subjects = frozenset(note.id for note in before)
        return self._presenter.edit(
            text, turn.back, turn, self._save, subjects=subjects, waits_in=waits_in
        )

    def _save(self, turn: _Turn) -> None:
        notes = turn.onto(self._heads[note.id] for note in turn.after)
        seen = {note.id: self.revs[note.id] for note in notes}
        kept = self._presenter.desk.services.notes.change(
            {note: seen[note.id] for note in notes}, by=self._presenter
        )
        self.see(kept)
        beside = [wish.id for wish, note in zip(notes, kept, strict=True) if wish.id != note.id]
        self._kept = () if beside else kept
        if beside:
            # not now: Qt is inside the command
            QTimer.singleShot(0, self._presenter, partial(self._on_beside, beside))
        elif any(self._is_revived(now, seen[now.id]) for now in kept):
            self._presenter.told.emit(
                _("This note was deleted meanwhile. Your words have brought it back.")
            )

    def _is_revived(self, kept: Note, seen: int) -> bool:
        """Has this change brought back what somebody had deleted since revision `seen`?"""
        if kept.is_deleted or kept.rev <= seen + 1:
            return False
        *_past, before, _now = self._presenter.desk.services.notes.history(kept.id)
        return before.note.is_deleted

    def _on_beside(self, notes: list[NoteId]) -> None:
        """Somebody else was faster: what was typed stands beside their words."""
        self._presenter.desk.history.drop_about(notes)
        self._presenter.told.emit(
            _("Somebody changed this note meanwhile. Yours is kept beside it as a second version.")
        )


def with_kept(notes: Sequence[Note], kept: Sequence[Note]) -> tuple[Note, ...] | None:
    """Return `notes`, in the order they came, with those just `kept` in their places.

    None where only the store knows the place: of a note that was deleted and is back.
    """
    standing = {note.id: note for note in notes}
    for note in kept:
        if note.is_deleted:
            standing.pop(note.id, None)
        elif note.id in standing or note.rev == 1:
            standing[note.id] = note
        else:
            return None
    return tuple(standing.values())
