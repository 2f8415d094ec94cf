"""The pages of the café as PDF: made in the background, put on paper, opened elsewhere."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtPrintSupport import QPrinter

from wcafe.domain.artefacts import PRINTED, SYNTHESIS, Document
from wcafe.errors import WcafeError
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.press import Press, open_file
from wcafe.ui.synthesis.printing import print_pages
from wcafe.ui.words import _


class Pages(QObject):
    """One document of the café at a time, made anew when somebody looks and it is out of date.

    Signals:
        printed: `made` is new.
        wanted: the café has changed since `made`, or another document was chosen.
        told: a sentence that says what was done.
        failed: a WcafeError.
    """

    printed = Signal()
    wanted = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.artefact = SYNTHESIS
        self.made: Document | None = None
        self.is_stale = True
        self.has_plan = False
        self._is_making = False
        self._folder: QTemporaryDir | None = None
        self._preview = Press(desk, self)
        self._preview.failed.connect(self._on_not_made)
        self._outside = Press(desk, self)
        self._outside.failed.connect(self.failed)
        self._outside.written.connect(self._on_outside)

    @property
    def can_be_made(self) -> bool:
        """Is there what they show? Some need a plan."""
        return self.has_plan or not PRINTED[self.artefact].needs_plan

    def choose(self, artefact: str) -> None:
        if artefact != self.artefact:
            self.artefact = artefact
            self.made = None
            self.go_stale()

    def go_stale(self) -> None:
        self.is_stale = True
        self.wanted.emit()

    def renew(self) -> None:
        """Make the pages anew if they are out of date; `printed` says when they are there."""
        if self._is_making or not self.is_stale or not self.can_be_made:
            return
        self._is_making, self.is_stale = True, False
        self._preview.preview(self.artefact, partial(self._on_made, self.artefact))

    def print_on(self, printer: QPrinter) -> None:
        """Put the pages on paper, in the background."""
        if self.made is None:
            return
        self._desk.tasks.run(
            _("Printing…"),
            partial(print_pages, self.made.pdf, printer),
            done=self._on_paper,
            failed=self.failed.emit,
        )

    def open_outside(self, name: str) -> None:
        """Open the pages in the computer's own viewer, from a file that goes with the desk."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        self._outside.print_to(self.artefact, Path(self._folder.path()) / name)

    def _on_made(self, artefact: str, made: Document | None) -> None:
        self._is_making = False
        if made is None:  # cancelled: they are made when somebody looks again
            self.is_stale = True
            return
        if artefact == self.artefact:
            self.made = made
            self.printed.emit()
        if self.is_stale:
            self.wanted.emit()

    def _on_not_made(self, error: WcafeError) -> None:
        self._is_making, self.is_stale = False, True
        self.failed.emit(error)

    def _on_paper(self, pages: int) -> None:
        self.told.emit(_("Sent to the printer, pages: {number}.").format(number=pages))

    def _on_outside(self, path: Path, _remark: str) -> None:
        open_file(path)
