"""The line that says whether all is saved: at the foot of the side bar, or of a page."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from wcafe.ui.presenter import DeskCafe
from wcafe.ui.widgets.typed import typed_fields
from wcafe.ui.window.tell import TellBar
from wcafe.ui.words import _


class SavedPlace(Protocol):
    """Where it stands in words."""

    def show_saved(self, file: str, at: datetime) -> None: ...
    def show_unsaved(self, sentence: str) -> None: ...


class SavedLine(QObject):
    """Shows at its place what `Saving` knows, and what waits in the fields of the pages.

    An error that the café cannot be written goes from the bar of messages once something is
    kept; the message of another failure stays.
    """

    def __init__(
        self,
        desk: DeskCafe,
        place: SavedPlace,
        tell: TellBar,
        pages: Callable[[], Iterable[QWidget]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._tell = tell
        self._pages = pages
        self._holds = False  # something was refused while words were typed in a field
        desk.saving.changed.connect(self.show)
        desk.saving.kept.connect(self._on_kept)
        tell.changed.connect(self.show)

    def retire(self) -> None:
        """Look no more: another window shows the same café."""
        self._desk.saving.changed.disconnect(self.show)
        self._desk.saving.kept.disconnect(self._on_kept)
        self._tell.changed.disconnect(self.show)

    @Slot()
    def show(self) -> None:
        """Say what is true now."""
        saving, services = self._desk.saving, self._desk.services
        is_all_saved = saving.is_all_saved
        if not is_all_saved or self._holds:
            self._holds = self._look_for_typed()
        gone = services.elsewhere.gone_since() if services.elsewhere is not None else None
        if gone is not None:
            sentence = _("Server silent since {time}")
            self._place.show_unsaved(sentence.format(time=f"{gone.astimezone():%H:%M}"))
        elif is_all_saved and not self._holds and services.is_short():
            self._place.show_unsaved(_("Saved, but this disk is full: make room"))
        elif is_all_saved and not self._holds:
            self._place.show_saved(services.place.name, services.saved_at())
        elif saving.is_refusal(self._tell.error):
            self._place.show_unsaved(_("Not saved: see the message"))
        else:
            self._place.show_unsaved(_("Not saved yet: try again"))

    def _look_for_typed(self) -> bool:
        """Return whether a field holds words that are not kept, and follow those that do."""
        typed = [field for page in self._pages() for field in typed_fields(page)]
        for field in typed:
            field.textChanged.connect(self._on_text, Qt.ConnectionType.UniqueConnection)
        return bool(typed)

    @Slot()
    def _on_text(self) -> None:
        if self._holds:
            self.show()

    @Slot()
    def _on_kept(self) -> None:
        if self._desk.saving.is_refusal(self._tell.error):
            self._tell.dismiss()
