"""Keeping notes: several as one, with undo, and no words of anybody else replaced unseen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from wcafe.domain.notes import Note, NoteId
from wcafe.ui.note_cards.sorting import SortingPresenter
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.words import _


class KeepingPresenter(SortingPresenter):
    """Changes notes by the one way in, each change a new revision; so is its undo."""

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._revs: dict[NoteId, int] = {}  # the newest known of every note, deleted ones too
        self._kept: tuple[Note, ...] = ()  # by the change that is about to be shown

    def _change(
        self, text: str, before: Sequence[Note], after: Sequence[Note], *, waits_in: str = ""
    ) -> bool:
        """Keep `after` instead of `before`; all of them, or none and say why.

        `waits_in`: see `Presenter.attempt`.
        """
        if list(before) == list(after):
            return self.is_kept_already()
        self._revs.update((note.id, note.rev) for note in before)
        subjects = frozenset(note.id for note in before)
        return self.edit(
            text, tuple(before), tuple(after), self._save, subjects=subjects, waits_in=waits_in
        )

    def _save(self, notes: tuple[Note, ...]) -> None:
        kept = self.desk.services.notes.change(
            {note: self._revs[note.id] for note in notes}, by=self
        )
        self._revs.update((note.id, note.rev) for note in kept)
        beside = [wish.id for wish, note in zip(notes, kept, strict=True) if wish.id != note.id]
        self._kept = () if beside else kept
        if beside:
            # not now: Qt is inside the command
            QTimer.singleShot(0, self, partial(self._on_beside, beside))

    def _on_beside(self, notes: list[NoteId]) -> None:
        """Somebody else was faster: what was typed stands beside their words."""
        self.desk.history.drop_about(notes)
        self.told.emit(
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
