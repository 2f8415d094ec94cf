"""Pictures that come in: read in the background one after the other, told at the end."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wcafe.domain.photos import PhotoStatus
from wcafe.errors import WcafeError
from wcafe.services.opened import size_remark
from wcafe.services.photo_filing import TakenIn
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.tasks import Job
from wcafe.ui.words import _, desk_words, ngettext

_MOST_TOLD = 3  # pictures that are told one by one; of more their number


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrived:
    """What came in, and the error that ended it early."""

    taken: Sequence[TakenIn]
    error: WcafeError | None
    remarks: Sequence[str]


class PhotosArriving(QObject):
    """Takes pictures in. What was kept stays, whatever becomes of those behind it.

    Signals:
        arrived: some came in.
        told, warned: a sentence on what became of them; the latter where something was left out.
        failed: a WcafeError that ended it.
        busy: whether pictures are being read now.
    """

    arrived = Signal()
    told = Signal(str)
    warned = Signal(str)
    failed = Signal(object)
    busy = Signal(bool)

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def add(self, paths: Iterable[Path]) -> None:
        """Take in files, folders and scans; the window goes on meanwhile."""
        wanted, services = tuple(paths), self._desk.services
        if not wanted or self._job is not None:
            return
        filing = services.photos.filing

        def work(job: Job) -> _Arrived:
            found = filing.find(wanted)
            taken: list[TakenIn] = []
            error = None
            try:
                for each in filing.take_in(found):
                    taken.append(each)
                    job.say(_("{done} of {all}").format(done=len(taken), all=len(found)))
                    if job.is_stopped():
                        break
            except WcafeError as met:
                error = met
            return _Arrived(taken=taken, error=error, remarks=size_remark(services, desk_words()))

        self._job = self._desk.tasks.run(
            _("Reading photos…"), work, done=self._on_done, failed=self._on_failed
        )
        self.busy.emit(True)

    def stop(self) -> None:
        """Read no more pictures; those that came in stay."""
        if self._job is not None:
            self._job.stop()

    def _on_done(self, arrived: _Arrived) -> None:
        self._end()
        sentences = [*_outcome(arrived.taken), *arrived.remarks]
        is_short = arrived.remarks or any(each.error for each in arrived.taken)
        if sentences:
            (self.warned if is_short else self.told).emit(" ".join(sentences))
        if arrived.error is not None:
            self.failed.emit(arrived.error)

    def _on_failed(self, error: WcafeError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._job = None
        self.busy.emit(False)
        self.arrived.emit()


def _outcome(taken: Sequence[TakenIn]) -> list[str]:
    """Say what became of all pictures."""
    kept = [each for each in taken if each.photo is not None and not each.is_known]
    counts = Counter(each.status for each in kept)
    known = sum(each.is_known for each in taken)
    number = len(kept)
    told = [ngettext("{number} photo taken in.", "{number} photos taken in.", number)]
    told[0] = told[0].format(number=number)
    filed = counts[PhotoStatus.FILED]
    if number:
        told.append(
            ngettext("{number} filed itself.", "{number} filed themselves.", filed).format(
                number=filed
            )
        )
    if twice := counts[PhotoStatus.TWICE]:
        told.append(
            ngettext(
                "{number} shows a sheet that was here already.",
                "{number} show sheets that were here already.",
                twice,
            ).format(number=twice)
        )
    if open_ := number - filed - counts[PhotoStatus.TWICE]:
        told.append(
            ngettext("{number} is to be filed.", "{number} are to be filed.", open_).format(
                number=open_
            )
        )
    if known:
        told.append(
            ngettext(
                "{number} was here already and is not kept twice.",
                "{number} were here already and are not kept twice.",
                known,
            ).format(number=known)
        )
    unread = [each.error for each in taken if each.error is not None]
    told += [error.describe(desk_words()) for error in unread[:_MOST_TOLD]]
    if (more := len(unread) - _MOST_TOLD) > 0:
        told.append(
            ngettext(
                "{number} more file could not be read.",
                "{number} more files could not be read.",
                more,
            ).format(number=more)
        )
    return told
