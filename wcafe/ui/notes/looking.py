"""Looking closer at notes: their details beside the list, and all that one has said."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.domain.notes import NoteId
from wcafe.ui.notes.actions import NoteActions
from wcafe.ui.notes.capture import CaptureCard
from wcafe.ui.notes.details_card import DetailsCard
from wcafe.ui.notes.history_dialog import HistoryDialog
from wcafe.ui.notes.presenter import NotesPresenter


class NoteLooking(QObject):
    """Opens the details in the place of the capture card, and the history, and leads back.

    Args:
        page: on which all of it stands; it has the place to go back to from a list.
        show: shows the details where they are open, else what stands in their place.
    """

    def __init__(
        self,
        page: QWidget,
        presenter: NotesPresenter,
        *,
        capture: CaptureCard,
        actions: NoteActions,
        details: DetailsCard,
        show: Callable[[], object],
        resting_place: Callable[[], QWidget],
    ) -> None:
        super().__init__(page)
        self._page, self._presenter = page, presenter
        self._capture, self._actions, self._details = capture, actions, details
        self._show, self._resting_place = show, resting_place
        self._is_from_capture = False
        actions.details_asked.connect(self._on_details)
        actions.history_asked.connect(lambda: self._open_history(actions.notes))
        capture.details_asked.connect(self._on_details_of_last)
        capture.recent_list.details_asked.connect(self._on_details_of_recent)
        capture.recent_list.history_asked.connect(self._on_history_of_recent)
        details.history_asked.connect(lambda: self._open_history(details.notes))
        details.closed.connect(self._on_closed)

    def _on_details(self) -> None:
        if self._details.open_for(self._actions.notes):
            self._is_from_capture = False
            self._show()
            self._details.take_focus()

    def _on_details_of_last(self, note: str) -> None:
        self._open_from_capture([note], is_for_votes=True)

    def _on_details_of_recent(self) -> None:
        self._open_from_capture(self._capture.recent_list.chosen_notes, is_for_votes=False)

    def _open_from_capture(self, notes: list[str], *, is_for_votes: bool) -> None:
        if notes and self._details.open_for(notes):
            self._is_from_capture = True
            self._show()
            self._details.take_focus(is_for_votes=is_for_votes)

    def _on_history_of_recent(self) -> None:
        self._open_history(self._capture.recent_list.chosen_notes)

    def _open_history(self, notes: object) -> None:
        ids = tuple(notes) if isinstance(notes, tuple | list) else ()
        if len(ids) == 1:
            HistoryDialog(self._presenter, NoteId(ids[0]), self._page).open()

    def _on_closed(self) -> None:
        self._show()
        if self._is_from_capture and self._capture.isVisible():
            self._capture.text_edit.setFocus()
        else:
            self._resting_place().setFocus()
