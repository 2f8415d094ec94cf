"""All that a note has said, and the way back to any of it; which of two versions is kept."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtCore import QDate, QLocale, QTime

from wcafe.domain.note_history import Difference, Fate, Piece, differences, pieces
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.settling import TAKEN_BACK
from wcafe.i18n import N_
from wcafe.services.note_keeping import COMMAND_LINE, DESK, LIST
from wcafe.ui.notes.history_words import say_difference
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.words import _

_WAYS = {
    DESK: N_("at the desk"),
    LIST: N_("from a list"),
    COMMAND_LINE: N_("by the command line"),
    TAKEN_BACK: N_("a list was taken back"),
}
"""How a change came in; whatever has another name is a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One revision as it is told: when and how it came, its words, and what else changed."""

    note: Note
    when: str
    way: str
    words: tuple[Piece, ...]
    told: tuple[str, ...]
    is_newest: bool = False


class NoteHistory:
    """Reads the revisions of one note, and goes back to them, each time as one step of undo."""

    def __init__(self, presenter: NotesPresenter, note: NoteId) -> None:
        self._presenter, self._id = presenter, note

    @property
    def note(self) -> Note | None:
        """The note as it stands; None where it does not."""
        return next(iter(self._presenter.of([self._id])), None)

    def read(self) -> tuple[Past, ...]:
        """Return what the note has said, newest first."""
        heard = self._presenter.desk.services.notes.history(self._id)
        steps = [(None, heard[0])] if heard else []
        steps += [(old.note, new) for old, new in pairwise(heard)]  # type: ignore[misc]  # None or a note
        return tuple(
            Past(
                note=new.note,
                when=say_when(new.came),
                way=say_way(new.device),
                words=_words(old, new.note),
                told=tuple(filter(None, map(self._say, differences(old, new.note)))),
                is_newest=new is heard[-1],
            )
            for old, new in reversed(steps)
        )

    def go_back(self, past: Note) -> bool:
        """Let the note say again all that it said then; is that kept?"""
        now = self.note
        if now is None:
            return False
        again = replace(now, **{**past.said, "author": past.author or now.author})
        return self._presenter.keeping.change(_("go back in a note"), [now], [again])

    @property
    def versions(self) -> tuple[Note, ...]:
        """The versions of the note that stand, the first one before the others; else none."""
        note = self.note
        if note is None:
            return ()
        first = note.conflict_of or note.id
        found = [n for n in self._presenter.notes if first in (n.id, n.conflict_of)]
        return tuple(sorted(found, key=lambda n: n.id != first)) if len(found) > 1 else ()

    def keep_one(self, chosen: Note, other: Note) -> bool:
        """Keep the words of one version alone, in the place of the first; is that done?

        What belonged to the other one belongs to it.
        """
        kept, gone = (other, chosen) if chosen.conflict_of == other.id else (chosen, other)
        children = [n for n in self._presenter.notes if n.parent == gone.id and n.id != kept.id]
        parent = chosen.parent if chosen.parent not in (kept.id, gone.id) else None
        before = [kept, gone, *children]
        after = [
            replace(kept, **{**chosen.said, "parent": parent}),
            replace(gone, is_deleted=True),
            *(replace(child, parent=kept.id) for child in children),
        ]
        self._id = kept.id
        changes = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
        return self._presenter.keeping.change(
            _("keep one of two versions"),
            [old for old, _new in changes],
            [n for _old, n in changes],
        )

    def keep_both(self, second: Note) -> bool:
        """Let the second version be a note of its own from now on; is that done?"""
        if second.id == self._id:
            self._id = second.conflict_of or second.id
        return self._presenter.steps.keep_both(second)

    def _say(self, difference: Difference) -> str:
        labels = self._presenter.cafe.kind_labels
        return say_difference(difference, labels=labels, text_of=self._text_of)

    def _text_of(self, note: str) -> str:
        found = self._presenter.desk.services.notes.get(NoteId(note))
        return found.text if found is not None else ""


def say_when(came: str) -> str:
    """Return the moment `came`, ISO 8601, as the clock here shows it and the language writes it."""
    moment = datetime.fromisoformat(came)
    local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()
    day = QDate(local.year, local.month, local.day)
    time = QTime(local.hour, local.minute)
    locale, form = QLocale(), QLocale.FormatType
    return _("{day}, {time}").format(
        day=locale.toString(day, form.LongFormat), time=locale.toString(time, form.ShortFormat)
    )


def say_way(device: str) -> str:
    if device in _WAYS:
        return _(_WAYS[device])
    return _("by phone: {name}").format(name=device)


def _words(old: Note | None, new: Note) -> tuple[Piece, ...]:
    if old is None or old.text == new.text:
        return (Piece(new.text, Fate.STAYS),)
    return pieces(old.text, new.text)
