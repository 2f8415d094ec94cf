"""One key keeps all that is typed, in whatever field and window of the café it waits."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QAbstractSpinBox, QApplication

from wcafe.ui.widgets.typed import typed_cells, typed_fields
from wcafe.ui.window.menus import DeskWindow
from wcafe.ui.words import _, ngettext


class Keeping:
    """Knows in how many fields words wait, and keeps them.

    Args:
        windows: returns those of the café on the desk, the main one first.
    """

    def __init__(self, windows: Callable[[], Sequence[DeskWindow]]) -> None:
        self._windows = windows

    def waiting(self) -> int:
        """Return in how many fields words wait."""
        pages = [page for window in self._windows() for page in window.pages.all()]
        for page in pages:
            page.show_owed()
        return sum(len(typed_fields(page)) + typed_cells(page) for page in pages)

    def keep_all(self) -> None:
        """Keep what is typed; what cannot be kept stays in its field, and why is told there."""
        if isinstance(number := QApplication.focusWidget(), QAbstractSpinBox):
            number.interpretText()
        before = self.waiting()
        for window in self._windows():
            window.pages.keep_typed()
            for page in window.pages.all():
                for field in typed_fields(page):
                    field.keep()
        if self.waiting():
            return
        told = ngettext(
            "The words of {number} field are kept.",
            "The words of {number} fields are kept.",
            before,
        )
        for window in self._windows():
            window.tell.look_again()
            if window.isActiveWindow():
                window.tell.done(
                    told.format(number=before) if before else _("All that was typed is kept.")
                )
