"""Printing badges and lists from the seating plan."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from wcafe.ui.plan.laying import LayingPresenter
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.press import Press
from wcafe.ui.words import _


class PrintingPresenter(LayingPresenter):
    """Sends what is printed of a plan to the press, and says what could not be printed."""

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.press = Press(desk, self)
        self.press.failed.connect(self.failed)
        self.press.boxed.connect(self._on_boxed)

    def print_to(self, artefact: str, path: Path) -> None:
        self.press.print_to(artefact, path)

    def proposed_file(self, ending: str) -> Path:
        """Return where a file named after the café would go, beside it."""
        path = self.desk.services.path
        return path.with_name(f"{path.stem} – {ending}.pdf")

    @Slot(str)
    def _on_boxed(self, characters: str) -> None:
        sentence = _("No shipped font has these characters, so they are printed as a box: {signs}")
        self.told.emit(sentence.format(signs=characters))
