"""Keeping notes: several as one, with undo, and no words of anybody else replaced unseen."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QTimer

from wcafe.domain.notes import Note, NoteId
from wcafe.ui.presenter import Presenter
from wcafe.ui.words import _


class NoteKeeping:
    """The part of Harvest that changes notes by the one way in, each change a new revision.

    `revs` holds the newest revision known of every note, of deleted ones too.
    """

    def __init__(self, presenter: Presenter) -> None:
        self.revs: dict[NoteId, int] = {}
        self._presenter = presenter
        self._kept: tuple[Note, ...] = ()  # by the change that is about to be shown

    def see(self, notes: Iterable[Note]) -> None:
        """Remember the revisions of `notes`, which are the newest."""
        self.revs.update((note.id, note.rev) for note in notes)

    def take_kept(self) -> tuple[Note, ...]:
        """Return, once, the notes kept by the change that is about to be shown."""
        kept, self._kept = self._kept, ()
        return kept

    def change(
        self, text: str, before: Sequence[Note], after: Sequence[Note], *, waits_in: str = ""
    ) -> bool:
        """Keep `after` instead of `before`; all of them, or none and say why.

        `waits_in`: see `Presenter.attempt`.
        """
        if list(before) == list(after):
            return self._presenter.is_kept_already()
        self.see(before)
        subjects = frozenset(note.id for note in before)
        return self._presenter.edit(
            text, tuple(before), tuple(after), self._save, subjects=subjects, waits_in=waits_in
        )

    def _save(self, notes: tuple[Note, ...]) -> None:
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
        elif any(now.rev > seen[now.id] + 1 and not now.is_deleted for now in kept):
            self._presenter.told.emit(
                _("This note was deleted meanwhile. Your words have brought it back.")
            )

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
