"""Run work on hostile bytes where it can do no harm: a process of its own, with limits.

A 4.7 kB XLSX may declare 17 billion cells (TRUST.md 15); the worker then dies, not the café.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from wcafe.workers.told import Told, tried, unpacked
from wcafe.workers.worker import Worker, result_of

P = ParamSpec("P")
T = TypeVar("T")

_MEMORY = 350 << 20  # bytes of address space
_PROCESSOR = 10  # seconds
_WALL = 60  # seconds: a slow or busy machine is no reason to refuse a list


def fenced(work: Callable[P, T | None], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """Return what `work` returns, or None if it failed or went past its limits.

    Raises the WcafeError that `work` raises. `work` must be a function of a module, and its
    arguments and result plain values; how large the result may be is for `work` to bound.
    Cost: about 0.1 s for the new process.
    """
    worker = Worker()
    try:
        told = cast(Told, result_of(worker.ask(_limited, work, args, kwargs), _WALL))
    except (OSError, EOFError):
        return None
    finally:
        worker.end()
    return cast(T | None, unpacked(told))


def _limited(
    work: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]
) -> Told:
    _limit()
    try:
        return tried(work, args, kwargs)
    except MemoryError:
        return None, None


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _PROCESSOR),
        (resource.RLIMIT_CORE, 0),
    ):
        _soft, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:  # what is stricter already stays so
            most = min(most, hard)
        resource.setrlimit(kind, (most, most))
