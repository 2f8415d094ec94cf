"""Long computing in a process of its own, as Python lets but one thread of a process compute.

In a thread it would take its turns with the window, and each look of Python for what is not
used any more would stop both.
"""

import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar, cast

from wcafe.errors import WcafeError

P = ParamSpec("P")
T = TypeVar("T")

_LOOK = 0.1  # seconds between two looks whether it is still wanted


class Apart:
    """One process, begun when first needed and kept for the next work. Safe between threads."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._worker: tuple[BaseProcess, Connection] | None = None

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
                _process, pipe = self._worker = self._worker or _begin()
                pipe.send((work, args, kwargs))
                while not pipe.poll(_LOOK):
                    if is_stopped():
                        self._end()
                        return None
                result, refused = pipe.recv()
            except (OSError, EOFError):
                self._end()
                return work(*args, **kwargs)
        if refused is not None:
            error, facts = refused
            raise error(**facts)
        return cast(T, result)

    def close(self) -> None:
        with self._one_at_a_time:
            self._end()

    def _end(self) -> None:
        if self._worker is None:
            return
        process, pipe = self._worker
        self._worker = None
        process.kill()
        process.join()
        process.close()
        pipe.close()


def _begin() -> tuple[BaseProcess, Connection]:
    spawn = multiprocessing.get_context("spawn")  # fork would take threads' locks with it
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _serve(asked: Connection) -> None:
    """Do what is asked until nobody is there to ask; a bug ends the process."""
    while True:
        try:
            work, args, kwargs = asked.recv()
        except EOFError:
            return
        try:
            result, refused = work(*args, **kwargs), None
        except WcafeError as error:
            result, refused = None, (type(error), error.facts)
        asked.send((result, refused))
