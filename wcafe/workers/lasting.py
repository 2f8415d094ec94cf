"""Long computing in a process of its own, as Python lets but one thread of a process compute.

In a thread it would take its turns with the window, and each look of Python for what is not
used any more would stop both.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import ParamSpec, TypeVar, cast

from wcafe.errors import Stopped
from wcafe.workers.ends import End, Unfinished
from wcafe.workers.told import Told, tried, unpacked
from wcafe.workers.worker import Worker, result_of

P = ParamSpec("P")
T = TypeVar("T")

_LOOK = 0.1  # seconds between two looks whether it is still wanted


class LastingWorker:
    """One process, begun when first needed and kept for the next work. Safe between threads."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._worker: Worker | None = None

    def run(
        self,
        is_stopped: Callable[[], bool],
        work: Callable[P, T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T | None:
        """Return what `work` returns, or None if it was stopped; raise the WcafeError it raises.

        `work` must be a function of a module, and its arguments and result plain values. Should
        the process not begin, or break over it, `work` is done here, where a bug is reported.
        Cost: about a second for the first work, some milliseconds later.

        Raises:
            Stopped: the system ended the process, or it had no memory left. Done here, the
                same might end the whole program.
        """
        with self._one_at_a_time:
            if self._worker is not None and not self._worker.is_alive:
                self._end()  # somebody ended it while it had nothing to do
            try:
                self._worker = self._worker or Worker()
                answer = self._worker.ask(tried, work, args, kwargs)
                while (told := _look(answer)) is None:
                    if is_stopped():
                        self._end()
                        return None
            except Unfinished as unfinished:
                self._end()
                if unfinished.end in (End.KILLED, End.MEMORY):
                    raise Stopped(reason=unfinished.end.reason) from unfinished
                return work(*args, **kwargs)
        return cast(T, unpacked(told))

    def close(self) -> None:
        with self._one_at_a_time:
            self._end()

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None


def _look(answer: "Future[bytes]") -> Told | None:
    """Return what was told; None as long as there is no answer."""
    try:
        return cast(Told, result_of(answer, _LOOK))
    except TimeoutError:
        return None
