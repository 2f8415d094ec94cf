"""Statements as the desk writes and arranges them: what is under way, and every wish about one."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from wcafe.domain.notes import NoteId
from wcafe.domain.stating import Stated, find_statement
from wcafe.domain.synthesis import StatementId, Theme, ThemeId
from wcafe.domain.text import clean
from wcafe.errors import NoSource
from wcafe.services.statements import StatementChange
from wcafe.ui.presenter import Presenter
from wcafe.ui.synthesis.writing import Writing, key_of_new, pack, unpack
from wcafe.ui.undo import Edit
from wcafe.ui.words import _


class Stating(QObject):
    """The part of a presenter that writes statements; it tells and keeps through it.

    What is under way outlives another theme, another language and a crash: it is kept with this
    computer's settings, by the id of the café.

    Signals:
        marked: other notes are marked, or another statement is under way.
        opened: the key of a statement whose words are to be changed now.
    """

    marked = Signal()
    opened = Signal(str)

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self.themes: tuple[Theme, ...] = ()
        self.target = ""  # the key of the statement for which notes are marked; "" is a new one
        self._presenter = presenter
        self._service = presenter.desk.services.statements
        cafe = presenter.desk.services.cafes.get().id
        self._drafts = f"statements:{cafe}"
        self.under_way = unpack(presenter.desk.settings.text_of(self._drafts))

    # What is under way

    def new_in(self, theme: ThemeId) -> Writing:
        """Return the new statement of `theme` as far as it is written."""
        return self.under_way.get(key_of_new(theme)) or Writing(theme=theme)

    def aimed_at(self, theme: ThemeId) -> Writing:
        """Return what notes are marked for: the statement being changed, else the new one."""
        aimed = self.under_way.get(self.target)
        return aimed if aimed is not None and aimed.theme == theme else self.new_in(theme)

    def open(self, id_: StatementId, text: str | None = None) -> None:
        """Begin to change the words of a statement, or go on; `text` is put in their place."""
        here = find_statement(self.themes, id_)
        if id_ not in self.under_way and here is not None:
            self.under_way[id_] = Writing.of(here.theme, here.statement)
        if id_ in self.under_way:
            if text is not None:
                self._hold(replace(self.under_way[id_], text=text))
            self.aim(id_)
            self.opened.emit(id_)

    def aim(self, key: str) -> None:
        """Mark notes for the statement `key` from now on."""
        if key != self.target:
            self.target = key
            self.marked.emit()

    def type_in(self, writing: Writing, text: str) -> None:
        """Remember what is typed so far."""
        here = self.under_way.get(writing.key, writing)
        self._hold(replace(here, text=text))

    def toggle(self, note: NoteId, theme: ThemeId) -> None:
        """Mark a note for what is under way, or take the mark off."""
        self._hold(self.aimed_at(theme).toggled(note))
        self.marked.emit()

    def mark(self, writing: Writing, notes: Iterable[NoteId]) -> None:
        here = self.under_way.get(writing.key, writing)
        self._hold(here.with_notes(notes))
        self.marked.emit()

    def unmark(self, writing: Writing, note: NoteId) -> None:
        here = self.under_way.get(writing.key, writing)
        if note in here.notes:
            self._hold(here.toggled(note))
            self.marked.emit()

    def give_up(self, key: str) -> None:
        """Leave a statement as it was."""
        self.under_way.pop(key, None)
        self._remember()
        if self.target == key:
            self.target = ""
        self.marked.emit()

    def _hold(self, writing: Writing) -> None:
        self.under_way[writing.key] = writing
        self._remember()

    def _remember(self) -> None:
        self._presenter.desk.settings.keep_text(self._drafts, pack(self.under_way))

    def keep(self, writing: Writing) -> bool:
        """Keep what is under way; words that cannot be kept stay. Returns whether they are kept."""
        here = self.under_way.get(writing.key, writing)
        if not here.is_changed:
            self.give_up(here.key)
            return True
        made: list[StatementChange] = []
        text = _("write a statement") if here.seen is None else _("change a statement")

        def write() -> StatementChange:
            made.append(
                self._service.write(
                    here.theme,
                    here.text,
                    here.notes,
                    seen=here.seen,
                    id_=here.id,
                    by=self._presenter,
                )
            )
            self.under_way.pop(here.key, None)  # before anybody looks
            return made[0]

        if not self._do(text, write, waits_in=f"statement {here.key}"):
            self.under_way[here.key] = here
            return False
        self._presenter.resolved.emit(NoSource)
        self.give_up(here.key)
        if made[0].is_beside:
            told = _("Somebody else changed this statement meanwhile: yours stands below theirs.")
            self._presenter.warned.emit(told)
        return True

    def keep_all(self) -> None:
        """Keep what is under way where it can be; the rest waits where it was typed."""
        for writing in tuple(self.under_way.values()):
            if writing.seen is not None and writing.notes and clean(writing.text):
                self.keep(writing)

    # One statement

    def cite(self, id_: StatementId, notes: Iterable[NoteId]) -> bool:
        """Let a statement rest on `notes` too; return whether it does."""
        if (here := find_statement(self.themes, id_)) is None:
            return False
        said = here.statement
        cited = tuple(dict.fromkeys((*said.notes, *notes)))
        return self._do(
            _("cite notes"),
            lambda: self._service.write(
                here.theme, said.text, cited, seen=said, by=self._presenter
            ),
        )

    def remove(self, id_: StatementId) -> None:
        """Take a statement out and say so, with Undo beside it; the notes it cites stay."""
        self.under_way.pop(id_, None)
        if self._do(_("remove a statement"), lambda: self._service.remove(id_, by=self._presenter)):
            self._presenter.undoable.emit(_("The statement was removed; the notes it cites stay."))

    def move_by(self, id_: StatementId, by: int) -> None:
        """Put a statement one place earlier (-1) or later (1)."""
        here = find_statement(self.themes, id_)
        last = self._last(here) if here is not None else -1
        if here is not None and 0 <= here.place + by <= last:
            place = here.place + by
            self._do(
                _("move a statement"),
                lambda: self._service.move(id_, here.theme, place, by=self._presenter),
            )

    def move_to(self, id_: StatementId, theme: ThemeId) -> None:
        """Put a statement behind those of another theme."""
        end = next((len(each.statements) for each in self.themes if each.id == theme), 0)
        self._do(
            _("move a statement to another theme"),
            lambda: self._service.move(id_, theme, end, by=self._presenter),
        )

    def confirm_read(self, id_: StatementId) -> None:
        self._do(
            _("read a statement again"),
            lambda: self._service.confirm_read(id_, by=self._presenter),
        )

    def reword(self, id_: StatementId, text: str) -> None:
        """Let a statement say `text`, in which a claim was replaced by what is true."""
        if (here := find_statement(self.themes, id_)) is not None:
            said = here.statement
            self._do(
                _("put what is true in its place"),
                lambda: self._service.write(
                    here.theme, text, said.notes, seen=said, by=self._presenter
                ),
            )

    # How it is kept

    def _last(self, stated: Stated) -> int:
        return next(len(each.statements) for each in self.themes if each.id == stated.theme) - 1

    def _do(self, text: str, wish: Callable[[], StatementChange], *, waits_in: str = "") -> bool:
        """Do `wish` so that it can be undone; return whether it was done."""
        made: list[StatementChange] = []
        if not self._presenter.attempt(lambda: made.append(wish()), waits_in=waits_in):
            return False
        change = made[0]
        if change.before != change.after:
            edit = Edit(
                text,
                False,
                True,
                lambda is_in: self._put(change, is_in=is_in),
                subjects=frozenset({change.id}),
                is_done=True,
            )
            self._presenter.desk.history.push(edit)
        return True

    def _put(self, change: StatementChange, *, is_in: bool) -> bool:
        return self._presenter.attempt(
            lambda: self._service.put(change, is_in=is_in, by=self._presenter),
            subjects=frozenset({change.id}),
        )
