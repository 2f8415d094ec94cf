"""Run work on hostile bytes where it can do no harm: a process of its own, with limits.

A 4.7 kB XLSX may declare 17 billion cells (TRUST.md 15); the worker then dies, not the café.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar, cast

from wcafe.workers.ends import End, Unfinished
from wcafe.workers.told import Told, tried, unpacked
from wcafe.workers.worker import Worker, result_of

P = ParamSpec("P")
T = TypeVar("T")

_MEMORY = 350 << 20  # bytes of address space
_PROCESSOR = 10  # seconds
_WALL = 60  # seconds: a slow or busy machine is no reason to refuse a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a process may take: bytes of address space, seconds of the processor and in all."""

    memory: int
    processor: int
    wall: float


def fenced(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what `work` returns; raise the WcafeError that it raises.

    `work` must be a function of a module, and its arguments and result plain values; how large
    the result may be is for `work` to bound. No process is asked twice: nothing of what a file
    did to one meets the next.

    Raises:
        Unfinished: it failed or went past its limits, and says why.

    Cost: about 0.1 s for the new process.
    """
    usual = Limits(memory=_MEMORY, processor=_PROCESSOR, wall=_WALL)
    return fenced_within(usual, work, *args, **kwargs)


def fenced_within(limits: Limits, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do the same with other limits, for what needs more room than a list."""
    worker = Worker(has_one_thread=True)
    try:
        answer = worker.ask(_limited, limits.memory, limits.processor, work, args, kwargs)
        told = cast(Told, result_of(answer, limits.wall))
    except TimeoutError as error:
        raise Unfinished(End.TIME) from error
    finally:
        worker.end()
    return cast(T, unpacked(told))


def _limited(
    memory: int,
    processor: int,
    work: Callable[..., object],
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> Told:
    _limit(memory, processor)
    return tried(work, args, kwargs)


def _limit(memory: int, processor: int) -> None:
    """Bound this process: bytes of memory, seconds of the processor, and no file if it breaks.

    The processor's time has a second more as its hard limit: at that the system only kills, and
    does not say for what.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, soft, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, processor, processor + 1),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        _soft, most = resource.getrlimit(kind)
        if most != resource.RLIM_INFINITY:  # what is stricter already stays so
            soft, hard = min(soft, most), min(hard, most)
        resource.setrlimit(kind, (soft, hard))
