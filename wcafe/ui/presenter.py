"""What every presenter has: the café at the desk, a way to edit it with undo, a way to fail."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from wcafe.errors import EditedElsewhere, InDoubt, WcafeError
from wcafe.services.changes import Changed, Part
from wcafe.services.opened import OpenCafe
from wcafe.ui.bus import QtBus
from wcafe.ui.saving import REFUSALS, Saving
from wcafe.ui.settings import Settings
from wcafe.ui.tasks import Tasks
from wcafe.ui.undo import Edit, History

T = TypeVar("T")
PartOfPresenter = TypeVar("PartOfPresenter", bound=QObject)
_TOLD_ON = ("failed", "resolved", "told", "undoable", "warned")
"""The signals of a presenter that a part it holds may have too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCafe:
    """The café on the desk, as one window has it: its services, and what its workspaces share.

    Another window has all of it too, but for what can be undone: its `history` and its `window`,
    the number by which its drafts are told from others; the main one has none.
    """

    services: OpenCafe
    bus: QtBus
    history: History
    tasks: Tasks
    settings: Settings
    saving: Saving = field(default_factory=Saving)
    window: str = ""

    def own(self, name: str) -> str:
        """Return `name`, of a draft or of a field, as no other window has it."""
        return f"{name}:{self.window}" if name and self.window else name

    @property
    def waits(self) -> bool:
        """Whether words that were typed in this window could not be kept."""
        return self.saving.waits_in(lambda field: field.rpartition(":")[2] == self.window)


class Presenter(QObject):
    """Turns wishes of the facilitator into saved values. Knows services and no widgets.

    A child says in `parts` which changes concern it and in `reload` how to look again. What a
    presenter need not do itself it holds as a part: one that is given the presenter and keeps
    values through it, or one that tells for itself and is adopted. No child has children. Once
    its page has been on screen it rests while no page is: what the desk changes elsewhere is
    looked at when it is seen again, or before a wish is carried out.

    Signals:
        shown: there is something new to show; the page reads the presenter's attributes.
        failed: a WcafeError to tell the facilitator about.
        resolved: a kind of WcafeError whose reason is gone, such as words that were missing.
        told: a sentence that says what was done, such as “58 people imported.”
        undoable: the same of something taken away, which Undo beside it brings back.
        warned: the same where it must be read, as something was left out.
    """

    shown = Signal()
    failed = Signal(object)
    resolved = Signal(object)
    told = Signal(str)
    undoable = Signal(str)
    warned = Signal(str)
    parts = Part(0)

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._watchers: set[object] = set()
        self._has_been_watched = self._is_behind = False
        self._refused: dict[frozenset[str], type[WcafeError]] = {}  # the last error about values
        desk.bus.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Look at the café again and show it."""
        raise NotImplementedError

    def adopt(self, part: PartOfPresenter) -> PartOfPresenter:
        """Hold `part`: what it tells by a signal of a presenter is told by this one too."""
        part.setParent(self)
        for name in _TOLD_ON:
            if (signal := getattr(part, name, None)) is not None:
                signal.connect(getattr(self, name))
        return part

    def watch(self, page: object) -> None:
        """`page` is on screen: show it what happened meanwhile, and from now on at once."""
        self._watchers.add(page)
        self._catch_up()

    def unwatch(self, page: object) -> None:
        """`page` is not on screen any more."""
        self._watchers.discard(page)
        self._has_been_watched = True

    @property
    def is_resting(self) -> bool:
        return self._has_been_watched and not self._watchers

    def edit(
        self,
        text: str,
        before: T,
        after: T,
        save: Callable[[T], object],
        *,
        subjects: frozenset[str],
        merge_id: int = -1,
        waits_in: str = "",
    ) -> bool:
        """Save `after` so that it can be undone; return whether it is kept.

        Args:
            text: what the Undo menu says, such as “rename table 7”.
            before: the value as it is now.
            after: the value as it is to be.
            save: keeps either of them through a service; its WcafeError is told.
            subjects: which values these are; edits of what changed elsewhere are dropped.
            merge_id: see `Edit`.
            waits_in: see `attempt`.
        """
        kept = False
        places = iter([waits_in])  # where no words wait when it is undone or done again

        def keep(value: Any) -> bool:
            nonlocal kept
            kept = self.attempt(lambda: save(value), subjects=subjects, waits_in=next(places, ""))
            return kept

        edit = Edit(text, before, after, keep, subjects=subjects, merge_id=merge_id)
        self.desk.history.push(edit)
        return kept

    def attempt(
        self,
        wish: Callable[[], object],
        *,
        subjects: frozenset[str] = frozenset(),
        waits_in: str = "",
    ) -> bool:
        """Do `wish`, then show; if it fails, say so. Returns whether it was done.

        `waits_in` names the place where the words stay that could not be kept, see `Saving`.
        """
        waits_in = self.desk.own(waits_in)
        try:
            if self._is_behind:
                self._read_again()
            wish()
        except WcafeError as error:
            is_refused = isinstance(error, REFUSALS)
            if is_refused:
                self.desk.saving.refuse(error, waits_in)
            else:
                self._refused[subjects] = type(error)
            self.failed.emit(error)
            if subjects and isinstance(error, EditedElsewhere):
                # not now: Qt may be inside the command
                QTimer.singleShot(0, self, lambda: self._start_over(subjects))
            elif isinstance(error, InDoubt):
                self._is_behind = True
                QTimer.singleShot(0, self, partial(self._look_if_it_answers, waits_in))
            elif is_refused:
                self.shown.emit()  # what was ticked or chosen goes back to what is kept
            return False
        self._look_again()
        self.desk.saving.keep(waits_in)  # once the fields know what is kept
        if (past := self._refused.pop(subjects, None)) is not None:
            self.resolved.emit(past)
        return True

    def refuse(self, error: WcafeError) -> bool:
        """Say why a wish is not carried out; return that it is not."""
        self.failed.emit(error)
        return False

    def is_kept_already(self) -> bool:
        """Return whether a wish that changes nothing is kept: what stands has to be on the disk."""
        return self.desk.saving.is_all_saved or self.attempt(self.desk.services.confirm)

    def _catch_up(self) -> None:
        if self._is_behind:
            self._look_again()

    def _look_again(self) -> None:
        try:
            self._read_again()
        except WcafeError as error:  # the file is gone: what was shown stays on screen
            self.failed.emit(error)

    def _read_again(self) -> None:
        self._is_behind = False
        try:
            self.reload()
        except WcafeError:
            self._is_behind = True
            raise

    def _look_if_it_answers(self, waits_in: str) -> None:
        """Look what is kept, after an error that did not say; else before the next wish."""
        try:
            is_there = self.desk.services.confirm()
            self._read_again()
        except WcafeError:
            return
        if is_there:
            self.desk.services.changes.tell(Changed(~Part(0), self))
            self.desk.saving.keep(waits_in)

    def _start_over(self, subjects: frozenset[str]) -> None:
        self.desk.history.drop_about(subjects)
        self._look_again()

    def _on_changed(self, changed: Changed) -> None:
        if not changed.parts & self.parts or changed.by is self:
            return
        if self.is_resting:
            self._is_behind = True
        else:
            self._look_again()
