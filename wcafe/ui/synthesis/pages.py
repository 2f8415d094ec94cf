"""The pages of the café as PDF: made in the background, put on paper, opened elsewhere."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtPrintSupport import QPrinter

from wcafe.domain.artefact import Document, PrintOptions
from wcafe.domain.artefacts import EDITIONS, PRINTED
from wcafe.errors import WcafeError
from wcafe.services.names import NameFound
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.press import Made, Press, open_file
from wcafe.ui.reading.printing import print_pages
from wcafe.ui.synthesis.edition_choices import EditionChoices
from wcafe.ui.tasks import Job
from wcafe.ui.words import _


class Pages(QObject):
    """One document of the café at a time, made anew when somebody looks and it is out of date.

    Signals:
        printed: `made` is new.
        wanted: the café has changed since `made`, or another document was chosen.
        changed: pages begin to be made, or are not made after all.
        told: a sentence that says what was done.
        failed: a WcafeError.
    """

    printed = Signal()
    wanted = Signal()
    changed = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, desk: DeskCafe, choices: EditionChoices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choices = choices
        self.artefact = choices.artefact
        self.made: Document | None = None
        self.names: tuple[NameFound, ...] = ()  # that stood in its texts, where they are hidden
        self.is_stale = True
        self.has_plan = False
        self.is_given_up = False  # somebody cancelled it, or it failed
        self._job: Job | None = None  # what is under way, of `_artefact_made`
        self._artefact_made, self._options_made = self.artefact, self.options
        self._is_asked_again = False
        self._folder: QTemporaryDir | None = None
        self._preview = Press(desk, self)
        self._preview.failed.connect(self._on_not_made)
        self._outside = Press(desk, self)
        self._outside.failed.connect(self.failed)
        self._outside.written.connect(self._on_outside)
        choices.changed.connect(self._on_choices)

    @property
    def can_be_made(self) -> bool:
        """Is there what they show? Some need a plan."""
        return self.has_plan or not PRINTED[self.artefact].needs_plan

    def choose(self, artefact: str) -> None:
        if artefact != self.artefact:
            self.artefact = artefact
            self._choices.look_at(artefact)
            self.made = None
            self.go_stale()

    def go_stale(self) -> None:
        self.is_stale = True
        self.wanted.emit()

    @property
    def options(self) -> PrintOptions:
        """How they are to be made."""
        return self._choices.options_of(self.artefact)

    @property
    def is_making(self) -> bool:
        return self._job is not None

    def renew(self) -> None:
        """Make the pages anew if they are out of date; `printed` says when they are there.

        What is under way of another document is given up for them.
        """
        if self._job is not None:
            if (self._artefact_made, self._options_made) != (self.artefact, self.options):
                self._is_asked_again = True
                self._job.stop()
            return
        if not self.is_stale or not self.can_be_made:
            return
        self.is_stale = self.is_given_up = False
        self._artefact_made = self.artefact
        options = self._options_made = self.options
        self._job = self._preview.preview(self.artefact, self._on_made, options=options)
        self.changed.emit()

    def stop(self) -> None:
        """Give up what is under way; what was made before stays."""
        if self._job is not None:
            self._job.stop()

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
        path = Path(self._folder.path()) / name
        self._outside.print_to(self.artefact, path, options=self.options)

    def _on_choices(self) -> None:
        if self.artefact in EDITIONS:
            self.go_stale()

    def _on_made(self, made: Made | None) -> None:
        if made is None:  # cancelled: they are made when somebody looks again
            self._end_unmade()
            return
        self._job, self._is_asked_again = None, False
        if self._artefact_made == self.artefact:
            self.made, self.names = made.document, made.names
            self.printed.emit()
        if self.is_stale:
            self.wanted.emit()

    def _on_not_made(self, error: WcafeError) -> None:
        self._end_unmade()
        self.failed.emit(error)

    def _end_unmade(self) -> None:
        is_asked_again, self._is_asked_again = self._is_asked_again, False
        self._job, self.is_stale, self.is_given_up = None, True, True
        if is_asked_again:
            self.renew()
        else:
            self.changed.emit()

    def _on_paper(self, pages: int) -> None:
        self.told.emit(_("Sent to the printer, pages: {number}.").format(number=pages))

    def _on_outside(self, path: Path, _remark: str) -> None:
        open_file(path)
