"""A list is read in the background, and again with each decision: only the last answer counts."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from wcafe.errors import WcafeError
from wcafe.ui.tasks import Job, Tasks

T = TypeVar("T")


class Asking:
    """Asks one question after the other.

    Args:
        tasks: where the work is done.
        stopped: told when somebody cancelled the last question.
    """

    def __init__(self, tasks: Tasks, stopped: Callable[[], object]) -> None:
        self._tasks = tasks
        self._stopped = stopped
        self._asked = 0

    def ask(
        self,
        title: str,
        work: Callable[[Job], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[WcafeError], object],
    ) -> None:
        """Begin `work`; whatever was asked before is not answered any more."""
        self._asked += 1
        holder: list[Job] = []
        answered = partial(self._on_answer, self._asked, holder)
        job = self._tasks.run(
            title,
            work,
            done=lambda found: answered(partial(done, found)),
            failed=lambda error: answered(partial(failed, error)),
        )
        holder.append(job)

    def forget(self) -> None:
        """Want no answer any more."""
        self._asked += 1

    def _on_answer(self, asked: int, holder: list[Job], answer: Callable[[], object]) -> None:
        if asked != self._asked:
            return
        if holder and holder[0].is_stopped():
            self._stopped()
        else:
            answer()
