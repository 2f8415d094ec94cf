"""Printing badges and lists from the seating plan."""

from pathlib import Path

from PySide6.QtCore import QObject

from wcafe.domain.artefacts import BADGES
from wcafe.domain.people import PersonId
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.press import Press
from wcafe.ui.replanning.plan_edit import PlanEditPresenter


class PrintingPresenter(PlanEditPresenter):
    """Sends what is printed of a plan to the press."""

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.changed: tuple[PersonId, ...] = ()  # whose badge is to be made again
        self.press = Press(desk, self)
        self.press.failed.connect(self.failed)

    def print_to(self, artefact: str, path: Path) -> None:
        self.press.print_to(artefact, path)

    def print_changed(self, path: Path) -> None:
        """Write the badges that are to be made again, and no others, to `path`."""
        self.press.print_to(BADGES, path, only=frozenset(self.changed))
