"""The running café: its clock, and where people really sat, which is not always as planned."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from wcafe.domain.people import PersonId

Seating = tuple[tuple[PersonId, int], ...]
"""Who sat where in one round: a person and a table from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The step under way and when it ends.

    It is a deadline and not a counter: a restart or a crash goes on at the right second.
    Exactly one of the two is set: `deadline` (UTC) while it runs, `left` (seconds) while it
    stands still.

    `began` (UTC) is when the round of the step began, or the step itself where it is of none;
    None where nobody knows. Pauses and minutes that are given do not move it.
    """

    step: str  # `Step.key`
    deadline: datetime | None = None
    left: float | None = None
    began: datetime | None = None

    def __post_init__(self) -> None:
        if (self.deadline is None) == (self.left is None):
            raise ValueError("a clock either runs or stands still")

    @property
    def is_running(self) -> bool:
        return self.deadline is not None

    def left_at(self, now: datetime) -> float:
        """Return the seconds left at `now`; below zero is overtime."""
        if self.deadline is not None:
            return (self.deadline - now).total_seconds()
        assert self.left is not None
        return self.left

    def pause(self, now: datetime) -> "Clock":
        return replace(self, deadline=None, left=self.left_at(now))

    def resume(self, now: datetime) -> "Clock":
        return replace(self, deadline=now + timedelta(seconds=self.left_at(now)), left=None)

    def follow_wall(self, seconds: float) -> "Clock":
        """Return this clock where the one on the wall was set by `seconds` while it runs."""
        began = self.began and self.began + timedelta(seconds=seconds)
        return replace(self.shift(seconds), began=began)

    def shift(self, seconds: float) -> "Clock":
        """Return this clock with `seconds` more, or fewer."""
        if self.deadline is not None:
            return replace(self, deadline=self.deadline + timedelta(seconds=seconds))
        assert self.left is not None
        return replace(self, left=self.left + seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """The clock if one was started, and actual seats, round by round.

    A round nobody recorded is absent, not empty. `is_over` says that the clock was put away once
    a round had begun, and not started again.
    """

    clock: Clock | None = None
    is_over: bool = False
    actual: tuple[tuple[int, Seating], ...] = ()
    version: int = 0

    def seating(self, round_: int) -> Seating | None:
        """Return who really sat where in `round_`, or None where that was not recorded."""
        return dict(self.actual).get(round_)

    def with_seating(self, round_: int, seating: Seating) -> "Live":
        others = {r: s for r, s in self.actual if r != round_}
        return replace(self, actual=tuple(sorted({**others, round_: seating}.items())))
