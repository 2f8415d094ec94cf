"""The no-show rehearsal as a piece of background work that can be cancelled."""

from PySide6.QtCore import QObject, Signal, SignalInstance

from wcafe.services.plan import Rehearsed
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.tasks import Job
from wcafe.ui.words import _


class Rehearsing(QObject):
    """Draws who stays away, off the GUI thread.

    Signals:
        found: a Rehearsed, or None where it was cancelled.
        failed: a WcafeError to tell the facilitator about.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._asked = 0  # how often; what an earlier one comes to is nobody's any more

    def begin(self) -> None:
        self.cancel()
        self._asked += 1
        asked, plans = self._asked, self._desk.services.plans

        def work(job: Job) -> Rehearsed | None:
            return plans.rehearse(stop=job.is_stopped)

        title = _("Rehearsing absences…")
        self._job = self._desk.tasks.run(
            title,
            work,
            done=lambda found: self._on_ended(self.found, found, asked),
            failed=lambda error: self._on_ended(self.failed, error, asked),
        )

    def cancel(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _on_ended(self, signal: SignalInstance, outcome: object, asked: int) -> None:
        if asked == self._asked:
            self._job = None
            signal.emit(outcome)
