"""Changes that wait for their turn to be written, and who waits for each."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from wcafe.store.work import Work

T = TypeVar("T")
W = TypeVar("W")
Change = Callable[[Work], T]
ChangeAll = Callable[[Work, Sequence[W]], Sequence[T | BaseException]]
"""Makes many alike changes at once; what one of them raises is its outcome, and changes nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """One change, or one `wish` of those that are granted together."""

    done: Future[Any]
    change: Change[Any] | None = None
    change_all: ChangeAll[Any, Any] | None = None
    wish: Any = None


@dataclass(frozen=True, slots=True)
class Step:
    """A change as it is run, in a savepoint of its own, and who waits for each of its outcomes."""

    change: Change[Sequence[Any]]
    waiting: Sequence[Future[Any]]


def steps_of(group: Sequence[Job]) -> list[Step]:
    """Return what is to be run for a group: wishes that may be granted together are one step."""
    together: dict[ChangeAll[Any, Any], list[Job]] = {}
    alone = []
    for job in group:
        if job.change_all is not None:
            together.setdefault(job.change_all, []).append(job)
        elif job.change is not None:
            alone.append(_alone(job.change, job.done))
    return [*(_all_at_once(all_, jobs) for all_, jobs in together.items()), *alone]


def _alone(change: Change[Any], done: Future[Any]) -> Step:
    return Step(lambda work: [change(work)], [done])


def _all_at_once(change_all: ChangeAll[Any, Any], jobs: Sequence[Job]) -> Step:
    wishes = [job.wish for job in jobs]
    return Step(lambda work: change_all(work, wishes), [job.done for job in jobs])
