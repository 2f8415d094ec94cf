"""Changes of several notes as one step of undo: lists, pasted lines, splits and joins."""

from collections.abc import Callable, Sequence
from functools import partial

from wcafe.domain.notes import Note
from wcafe.services.note_change import NotesChange
from wcafe.services.note_lists import DraftNote, lines_to_notes
from wcafe.ui.notes.draft import Draft
from wcafe.ui.presenter import Presenter
from wcafe.ui.undo import Edit
from wcafe.ui.words import _, ngettext


def lines_of(note: Note) -> list[str]:
    """Return the texts of the notes that `note` can be split into at its lines."""
    return [line.text for line in lines_to_notes(note.text)]


def can_join(notes: Sequence[Note]) -> bool:
    """Are there several notes, all of one table and round?"""
    return len(notes) > 1 and len({(note.table, note.round) for note in notes}) == 1


class NoteSteps:
    """The part of Harvest that changes notes by the dozen and takes that back as one."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._notes = presenter.desk.services.notes

    def split(self, note: Note) -> bool:
        """Make a note of each line of `note`; is that kept?"""
        texts = lines_of(note)
        return len(texts) > 1 and self._make(
            _("split a note"), lambda: self._notes.split(note.id, texts, base=note.rev, by=self._by)
        )

    def join(self, notes: Sequence[Note]) -> bool:
        """Make one note of `notes`, in this order; is that kept?"""
        ids, bases = [note.id for note in notes], {note.id: note.rev for note in notes}
        return can_join(notes) and self._make(
            _("join notes"), lambda: self._notes.join(ids, bases=bases, by=self._by)
        )

    def keep_both(self, second: Note) -> bool:
        """Let a second version be a note of its own; is that kept?"""
        return self._make(
            _("keep both versions"),
            lambda: self._notes.keep_both(second.id, base=second.rev, by=self._by),
        )

    def keep_lines(self, lines: Sequence[DraftNote], draft: Draft) -> bool:
        """Keep a note a line at the place of `draft`, and of its kind; is that kept?"""
        number = len(lines)
        text = ngettext("paste {number} note", "paste {number} notes", number)
        return self._make(
            text.format(number=number),
            lambda: self._notes.keep_lines(
                lines,
                table=draft.table,
                round_=draft.round,
                kind=draft.kind,
                prompt=draft.prompt,
                by=self._by,
            ),
        )

    def remember(self, text: str, change: NotesChange) -> None:
        """Let undo take back what was done. It is never dropped: what was changed since stays."""
        turn = partial(self._turn, change)
        edit = Edit(text, False, True, turn, subjects=frozenset(), is_done=True)
        self._presenter.desk.history.push(edit)

    @property
    def _by(self) -> Presenter:
        return self._presenter

    def _make(self, text: str, wish: Callable[[], NotesChange]) -> bool:
        made: list[NotesChange] = []
        if not self._presenter.attempt(lambda: made.append(wish())):
            return False
        if made[0]:
            self.remember(text, made[0])
        return True

    def _turn(self, change: NotesChange, is_in: bool) -> bool:
        """Take a change back or do it again; what was changed since stays."""
        return self._presenter.attempt(
            lambda: self._notes.turn(change, is_in=is_in, by=self._presenter)
        )
