"""Whether the café holds all that the desk was asked to keep; the side bar says so."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wcafe.errors import CafeInUse, CannotRead, CannotWrite, DamagedCafe, WcafeError
from wcafe.services.changes import Changed, Part

REFUSALS = (CannotWrite, CannotRead, DamagedCafe, CafeInUse)
"""What keeping a change ends with where the disk is at fault and not the wish."""


class Saving(QObject):
    """Follows what became of each wish, and of words that wait in a field of their own.

    Words that were refused stay unsaved until they are kept or given up, whatever else is kept
    meanwhile. A wish that leaves no words, such as a tick, counts until the next one is kept.

    Args:
        path: the café's file.
        has_refused: whether the last change that the store was given is not kept.

    Signals:
        changed: look again. kept: something was kept, so what the disk refused before is past.
    """

    changed = Signal()
    kept = Signal()

    def __init__(
        self,
        path: Path | None = None,
        has_refused: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._has_refused = has_refused
        self._waiting: set[str] = set()  # fields whose words were refused
        self._is_last_refused = False
        self._refusal: WcafeError | None = None  # the last there was

    @property
    def is_all_saved(self) -> bool:
        return not self._is_last_refused and not self._waiting and not self._has_refused()

    def waits_in(self, fields: Callable[[str], bool]) -> bool:
        """Return whether words wait in one of the `fields` that it says are meant."""
        return any(map(fields, self._waiting))

    def is_refusal(self, error: WcafeError | None) -> bool:
        """Return whether `error` says that this café cannot be written, and not another file."""
        if error is None:
            return False
        is_own = isinstance(error, CannotWrite) and error.facts.get("path") == self._path
        return is_own or error is self._refusal

    def refuse(self, error: WcafeError, field: str = "") -> None:
        """A wish was refused, whose words wait in `field` if one is named."""
        self._is_last_refused, self._refusal = True, error
        if field:
            self._waiting.add(field)
        self.changed.emit()

    def look_at(self, changed: Changed) -> None:
        """The place where the café is kept may have gone, or come back."""
        if Part.PLACE in changed.parts:
            self.changed.emit()

    def keep(self, field: str = "") -> None:
        """A wish was kept, and with it the words that waited in `field`."""
        self._is_last_refused = False
        self._waiting.discard(field)
        self.kept.emit()
        self.changed.emit()

    def give_up(self, field: str) -> None:
        """The words in `field` are wanted no more."""
        if field in self._waiting:
            self._waiting.discard(field)
            self.changed.emit()
