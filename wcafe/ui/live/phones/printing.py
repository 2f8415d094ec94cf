"""The codes on paper: made in the background, and written whole."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wcafe.domain.artefact import Document
from wcafe.errors.phones import StationClosed
from wcafe.services.cafe import Snapshot
from wcafe.services.files import write_file
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.remarks import remark_of
from wcafe.ui.tasks import Job
from wcafe.ui.words import _


class CardsPress(QObject):
    """Prints a card a table.

    Signals:
        written: the path of the file, and what to know about it, or nothing.
        failed: a WcafeError.
    """

    written = Signal(object, str)
    failed = Signal(object)

    def __init__(self, presenter: PhonesPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter

    def propose_path(self) -> Path:
        """Return where the file would go, beside the café's."""
        place = self._presenter.desk.services.place
        ending = _("phone codes")
        return place.folder / f"{place.stem} – {ending}.pdf"

    def write(self, path: Path) -> None:
        """Write the codes of all tables into `path`; they say the address that is open now."""
        services = self._presenter.desk.services
        serving = self._presenter.serving
        if serving is None:
            self.failed.emit(StationClosed())
            return
        network = self._presenter.network

        def work(job: Job) -> Document | None:
            snapshot = services.cafes.snapshot().for_paper(has_notes=False)
            codes = services.phones.way_in.codes()
            ways = {table: serving.way_in(code) for table, code in codes.items()}
            address = serving.url.removeprefix("http://")
            tasks = self._presenter.desk.tasks
            made: Document | None = tasks.worker.run(
                job.is_stopped, make_cards, ways, snapshot, address, network
            )
            if made is not None and not job.is_stopped():
                write_file(path, made.pdf)
                return made
            return None

        self._presenter.desk.tasks.run(
            _("Printing…"), work, done=partial(self._done, path), failed=self.failed.emit
        )

    def _done(self, path: Path, made: Document | None) -> None:
        if made is not None:
            self.written.emit(path, remark_of(made))


def make_cards(ways: dict[int, str], snapshot: Snapshot, address: str, network: str) -> Document:
    """Return the cards; a process apart does it."""
    from wcafe.reports.artefacts import make_phone_cards  # ReportLab takes its time to load

    now = datetime.now().astimezone()
    return make_phone_cards(ways, snapshot, now, address=address, network=network)
