"""Long computing in a process of its own, as Python lets but one thread of a process compute.

In a thread it would take its turns with the window, and each look of Python for what is not
used any more would stop both.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import ParamSpec, TypeVar, cast

from wcafe.errors import WcafeError
from wcafe.workers.worker import Worker, result_of

P = ParamSpec("P")
T = TypeVar("T")

_Told = tuple[object, tuple[type[WcafeError], dict[str, object]] | None]
"""What came of it, and the kind and the facts of the WcafeError it raised."""

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
        the process not begin, or end in the middle, `work` is done here. Cost: about a second
        for the first work, some milliseconds later.
        """
        with self._one_at_a_time:
            try:
                self._worker = self._worker or Worker()
                answer = self._worker.ask(_tried, work, args, kwargs)
                while (told := _look(answer)) is None:
                    if is_stopped():
                        self._end()
                        return None
            except (OSError, EOFError):
                self._end()
                return work(*args, **kwargs)
        result, refused = told
        if refused is not None:
            error, facts = refused
            raise error(**facts)
        return cast(T, result)

    def close(self) -> None:
        with self._one_at_a_time:
            self._end()

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None


def _look(answer: "Future[bytes]") -> _Told | None:
    """Return what was told; None as long as there is no answer."""
    try:
        return cast(_Told, result_of(answer, _LOOK))
    except TimeoutError:
        return None


def _tried(
    work: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]
) -> _Told:
    try:
        return work(*args, **kwargs), None
    except WcafeError as error:
        return None, (type(error), error.facts)
