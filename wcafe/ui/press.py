"""The press: printed matter, reports and exports, made in the background and written whole."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from wcafe.services.files import write_file
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.printed import NothingPlanned, Printed, make_pdf
from wcafe.ui.tasks import Job
from wcafe.ui.words import _

_FEW = 100  # people and notes whose pages are made at once, in the thread of the task


class Press(QObject):
    """Makes files of the café as it is now.

    Signals:
        written: the path of a file that is complete.
        boxed: characters that were printed as a box.
        failed: a WcafeError.
    """

    written = Signal(object)
    boxed = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def print_to(self, artefact: str, path: Path) -> None:
        """Write `artefact`, one of PRODUCT.md's names or `synthesis`, to `path`."""

        def work(job: Job) -> Printed | None:
            document = self._make(job, artefact)
            if document is None or job.is_stopped():
                return None
            write_file(path, document.pdf)
            return document

        self._desk.tasks.run(
            _("Printing…"), work, done=lambda made: self._done(path, made), failed=self.failed.emit
        )

    def preview(self, artefact: str, shown: Callable[[Printed | None], object]) -> None:
        """Make `artefact` without a file and hand it to `shown`; None if it was cancelled."""
        self._desk.tasks.run(
            _("Preparing the pages…"),
            lambda job: self._make(job, artefact),
            done=shown,
            failed=self.failed.emit,
        )

    def export_to(self, path: Path, *, what: str = "notes") -> None:
        """Write the harvest (or `people`, `plan`) in the format that `path` ends in."""

        def work(job: Job) -> bool:
            from wcafe.exports import exported

            snapshot = self._desk.services.cafes.snapshot()
            if what == "plan" and snapshot.plan is None:
                raise NothingPlanned
            format_ = path.suffix.lower().removeprefix(".")
            made = exported(format_, snapshot, what=what)
            if job.is_stopped():
                return False
            write_file(path, made)
            return True

        self._desk.tasks.run(
            _("Exporting…"),
            work,
            done=lambda is_written: self.written.emit(path) if is_written else None,
            failed=self.failed.emit,
        )

    def _make(self, job: Job, artefact: str) -> Printed | None:
        snapshot = self._desk.services.cafes.snapshot()
        if len(snapshot.people) + len(snapshot.notes) <= _FEW:
            return make_pdf(artefact, snapshot)
        return self._desk.tasks.apart.run(job.is_stopped, make_pdf, artefact, snapshot)

    def _done(self, path: Path, made: Printed | None) -> None:
        if made is None:  # cancelled
            return
        self.written.emit(path)
        if made.unprintable:
            self.boxed.emit(" ".join(sorted(made.unprintable)))


def open_folder(path: Path) -> None:
    """Show the folder of `path` in the computer's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
