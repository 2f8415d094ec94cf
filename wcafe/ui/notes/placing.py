"""Moving notes: to another table, another round, under another prompt of their sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from wcafe.domain.cafe import Cafe
from wcafe.domain.nesting import with_children
from wcafe.domain.notes import Note, NoteId
from wcafe.ui.notes.keeping import NoteKeeping
from wcafe.ui.words import _

NO_PROMPT = ""
"""The prompt of a note that stands under none."""


class _Noted(Protocol):
    """What is asked of the presenter."""

    cafe: Cafe
    notes: tuple[Note, ...]

    def of(self, notes: Iterable[NoteId]) -> list[Note]: ...


class NotePlacing:
    """The part of Harvest that moves notes, and with them what belongs to them, with undo."""

    def __init__(self, presenter: _Noted, keeping: NoteKeeping) -> None:
        self._presenter = presenter
        self._keeping = keeping

    @property
    def prompts(self) -> list[str]:
        """The prompts of the café, then those of notes that it has not, each in its order."""
        used = (note.prompt for note in self._presenter.notes if note.prompt)
        return list(dict.fromkeys((*self._presenter.cafe.prompts, *used)))

    def to_table(self, notes: Sequence[Note], table: int) -> None:
        text, moved = _("move a note to table {number}"), self._with_children(notes)
        changed = [replace(note, table=table) for note in moved]
        self._keeping.change(text.format(number=table + 1), moved, changed)

    def to_round(self, notes: Sequence[Note], round_: int) -> None:
        text, moved = _("move a note to round {number}"), self._with_children(notes)
        changed = [replace(note, round=round_) for note in moved]
        self._keeping.change(text.format(number=round_ + 1), moved, changed)

    def to_prompt(self, notes: Sequence[Note], prompt: str) -> None:
        """Put `notes` under a prompt of the sheet; an empty one is none."""
        text, moved = _("change the prompt of a note"), self._with_children(notes)
        self._keeping.change(text, moved, [replace(note, prompt=prompt) for note in moved])

    def _with_children(self, notes: Iterable[Note]) -> list[Note]:
        """Return `notes` and all that belongs to them: what is moved together."""
        return self._presenter.of(with_children((note.id for note in notes), self._presenter.notes))
