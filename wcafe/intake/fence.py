"""Run work on hostile bytes where it can do no harm: a process of its own, with limits.

A 4.7 kB XLSX may declare 17 billion cells (TRUST.md 15); the worker then dies, not the café.
"""

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_MEMORY = 512_000_000  # bytes of address space
_PROCESSOR = 10  # seconds
_WALL = 60  # seconds: a slow or busy machine is no reason to refuse a list


def fenced(work: Callable[P, T | None], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """Return what `work` returns, or None if it failed or went past its limits.

    `work` must be a function of a module, and its arguments and result plain values.
    Cost: about 0.15 s for the new process.
    """
    spawn = multiprocessing.get_context("spawn")  # fork would take threads' locks with it
    ours, theirs = spawn.Pipe(duplex=False)
    worker = spawn.Process(target=_run, args=(theirs, work, args, kwargs), daemon=True)
    worker.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(_WALL) else None
    except EOFError:
        return None
    finally:
        worker.kill()
        worker.join()
        worker.close()
        ours.close()


def _run(
    answer: Connection,
    work: Callable[..., object],
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> None:
    _limit()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # its last words are no sentence for a person
    try:
        result = work(*args, **kwargs)
    except MemoryError:
        result = None
    answer.send(result)
    answer.close()


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR, _PROCESSOR))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
