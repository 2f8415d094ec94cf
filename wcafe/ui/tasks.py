"""Slow work off the GUI thread; its progress and its outcome back on it."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from wcafe.errors import WcafeError
from wcafe.workers.lasting import LastingWorker

T = TypeVar("T")


class Job:
    """One piece of work under way. Safe to share between threads."""

    def __init__(self, title: str, say: Callable[["Job", str], None]) -> None:
        self.title = title
        self._stop = threading.Event()
        self._say = say
        self._end_waiting: Callable[[], object] = lambda: None

    def when_stopped(self, stop: Callable[[], object]) -> None:
        """Let `stop` end what the work waits for; it is called in the thread that asks."""
        self._end_waiting = stop
        if self.is_stopped():
            stop()

    def stop(self) -> None:
        """Ask the work to end early with the best it has."""
        self._stop.set()
        self._end_waiting()

    def is_stopped(self) -> bool:
        return self._stop.is_set()

    def say(self, words: str) -> None:
        """Tell how far the work is."""
        self._say(self, words)


class Tasks(QObject):
    """Run functions in the background.

    `work` runs in another thread: give it values, let it return values, keep widgets and
    sessions out of it. `done` and `failed` run in the GUI thread. What computes for seconds
    in Python does so in the `worker`, asked by its thread.

    Signals:
        started, ended: a Job. said: a Job and how far it is.
    """

    started = Signal(object)
    said = Signal(object, str)
    ended = Signal(object)
    _finished = Signal(object, object, object, object)
    _looked = Signal(object, object)

    def __init__(
        self, parent: QObject | None = None, *, wait_until_told: Callable[[], object] = lambda: None
    ) -> None:
        super().__init__(parent)
        # work is not over before what it changed can be seen at once
        self._wait_until_told = wait_until_told
        self._workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="task")
        self._looking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="look")
        self._running: list[Job] = []
        self.worker = LastingWorker()
        # later also for work that ends before `run` does: who asked is not ready for it yet
        self._finished.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._looked.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        title: str,
        work: Callable[[Job], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[WcafeError], object],
    ) -> Job:
        """Begin `work`; `title` is what the status bar says meanwhile."""
        job = Job(title, self.said.emit)
        self._running.append(job)
        self.started.emit(job)
        future = self._workers.submit(partial(self._do, work), job)
        future.add_done_callback(lambda it: self._finished.emit(job, it, done, failed))
        return job

    def look(self, work: Callable[[], T], shown: Callable[[T], object]) -> None:
        """Do a short `work` that nothing is said of, such as to decode what is about to be seen.

        `shown` is given what comes of it, in the GUI thread. It must not fail.
        """
        self._looking.submit(lambda: self._looked.emit(shown, work()))

    @property
    def running(self) -> tuple[Job, ...]:
        return tuple(self._running)

    def close(self) -> None:
        """Ask what runs to stop and wait for it; forget what waits."""
        for job in self._running:
            job.stop()
        self._workers.shutdown(wait=True, cancel_futures=True)
        self._looking.shutdown(wait=True, cancel_futures=True)
        self.worker.close()

    def _do(self, work: Callable[[Job], T], job: Job) -> T:
        try:
            return work(job)
        finally:
            self._wait_until_told()

    @Slot(object, object)
    def _show(self, shown: Any, found: Any) -> None:
        shown(found)

    @Slot(object, object, object, object)
    def _hand_over(self, job: Job, future: Future[Any], done: Any, failed: Any) -> None:
        self._running.remove(job)
        self.ended.emit(job)
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, WcafeError):
            failed(error)
        else:
            raise error  # a bug: let the crash window have it
