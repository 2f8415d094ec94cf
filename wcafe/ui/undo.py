"""Undo by value: an edit remembers what was there before it."""

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtGui import QUndoCommand, QUndoStack

from wcafe.services.changes import Changed, Part

_VALUES = (
    (Part.CAFE, {"cafe", "plan"}),  # undo of a plan puts back the tables it was made for
    (Part.PLAN, {"plan"}),
    (Part.LIVE, {"clock"}),
    (Part.BADGES, {"badges"}),
    (Part.SYNTHESIS, {"themes"}),
    (Part.FEEDBACK, {"feedback"}),
)
"""The subjects of edits about what is one value each; all others are ids of people and notes."""
_NAMES = frozenset({"refusals"}).union(*(names for _part, names in _VALUES))


class Edit(QUndoCommand):
    """One edit of one value; undo saves the old value, redo the new one.

    Args:
        text: what the Undo menu says.
        before: the value as it was.
        after: the value as it is to be.
        save: keeps a value; returns False if it could not. Qt then drops the edit.
        subjects: which values it is about, such as `cafe` or the ids of notes; see
            `History.drop_about`.
        merge_id: edits with the same id that follow each other become one,
            such as the letters typed into one field; -1 keeps them apart.
    """

    def __init__(
        self,
        text: str,
        before: object,
        after: object,
        save: Callable[[Any], bool],
        *,
        subjects: frozenset[str],
        merge_id: int = -1,
        is_done: bool = False,
    ) -> None:
        super().__init__(text)
        self.subjects = subjects
        self._before = before
        self._after = after
        self._save = save
        self._merge_id = merge_id
        self._is_done = is_done  # the first redo, by `push`, has nothing left to do

    def redo(self) -> None:
        if self._is_done:
            self._is_done = False
            return
        self.setObsolete(not self._turn(self._before, self._after))

    def undo(self) -> None:
        self.setObsolete(not self._turn(self._after, self._before))

    def _turn(self, _was: Any, wanted: Any) -> bool:
        return self._save(wanted)

    def id(self) -> int:
        return self._merge_id

    def mergeWith(self, later: QUndoCommand) -> bool:
        if not isinstance(later, Edit) or later.subjects != self.subjects:
            return False
        self._after = later._after
        return True

    def again(self) -> "Edit":
        """Return this edit, already done, for a history that is written anew."""
        return type(self)(
            self.text(),
            self._before,
            self._after,
            self._save,
            subjects=self.subjects,
            merge_id=self._merge_id,
            is_done=True,
        )


class Change(Edit):
    """An edit that takes back its own part alone, so it need not be dropped for what others did.

    Its `save` is given a pair: the value as the edit left it, and the one that is wanted.
    """

    def _turn(self, was: Any, wanted: Any) -> bool:
        return self._save((was, wanted))


class History(QUndoStack):
    """What can be undone in one window, newest last."""

    def drop_about(self, subjects: Collection[str]) -> None:
        """Forget the edits of values that were changed elsewhere; keep those of all others.

        Never call this from inside an undo: Qt would lose the command it is in.
        """
        self._drop(lambda edit: not edit.subjects.isdisjoint(subjects))

    def forget(self, changed: Changed) -> None:
        """Forget the edits of all that was `changed` elsewhere, see `drop_about`."""
        values = set[str]().union(*(names for part, names in _VALUES if part in changed.parts))
        if changed.ids is None and changed.parts & (Part.PEOPLE | Part.NOTES):
            self._drop(lambda edit: not edit.subjects <= _NAMES - values)
        else:
            self.drop_about(values | (changed.ids or frozenset()))

    def _drop(self, is_out: Callable[[Edit], bool]) -> None:
        edits = [each for each in map(self.command, range(self.count())) if isinstance(each, Edit)]
        if not any(map(is_out, edits)):
            return  # what was undone can still be done again
        done = map(self.command, range(self.index()))
        kept = [edit.again() for edit in done if isinstance(edit, Edit) and not is_out(edit)]
        self.clear()
        for edit in kept:
            self.push(edit)
