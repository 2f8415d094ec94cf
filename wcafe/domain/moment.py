"""Where the café stands: the step under way, what comes next, the question on the tables."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from wcafe.domain.agenda import Step, StepKind
from wcafe.domain.cafe import Cafe, Mode
from wcafe.domain.live import Clock

LAST_MINUTES = 300.0  # seconds at the end of a round without a harvest in which notes are due


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A café, the steps of its agenda and the clock, if one is set.

    `is_over` says that the café is over, which no clock remembers.
    """

    cafe: Cafe
    steps: tuple[Step, ...]
    clock: Clock | None
    is_over: bool = False

    @property
    def step(self) -> Step | None:
        """The step under way; None without a clock, or if the agenda lost it meanwhile."""
        key = self.clock.step if self.clock is not None else None
        return next((step for step in self.steps if step.key == key), None)

    @property
    def next_step(self) -> Step | None:
        """The step that comes next; the first one before the start."""
        here = self.step
        place = self.steps.index(here) + 1 if here is not None else 0
        return self.steps[place] if place < len(self.steps) else None

    @property
    def previous_step(self) -> Step | None:
        here = self.step
        place = self.steps.index(here) if here is not None else 0
        return self.steps[place - 1] if place else None

    @property
    def round(self) -> int | None:
        """The round under way, or the last one that was; None before the first."""
        step = self.step
        if step is None:
            return None
        if step.line is None:
            return step.round
        begun = min(step.line.after, len(self.cafe.rounds))
        return begun - 1 if begun else None

    @property
    def coming(self) -> frozenset[int]:
        """The rounds that have not begun."""
        begun = self.round + 1 if self.round is not None else 0
        return frozenset(range(begun, len(self.cafe.rounds)))

    @property
    def over(self) -> frozenset[int]:
        """The rounds at whose tables nobody sits any more; none without a clock."""
        round_ = self.round
        if self.step is None or round_ is None:
            return frozenset()
        return frozenset(range(round_ if self.expects_notes else round_ + 1))

    @property
    def expects_notes(self) -> bool:
        """Are the tables at work now?"""
        return self.step is not None and self.step.kind in (StepKind.TALK, StepKind.HARVEST)

    @property
    def has_begun(self) -> bool:
        """Has a round begun?"""
        return self.round is not None

    @property
    def changes_tables(self) -> bool:
        """Are people on their way to the tables of another round?"""
        return self.step is not None and self.step.kind is StepKind.MOVE and bool(self.coming)

    def began(self, now: datetime) -> datetime | None:
        """Return when the round under way began; None where none is.

        Where the clock does not know, it is told by the minutes of the agenda, without pauses.
        """
        step, clock = self.step, self.clock
        if step is None or clock is None or not self.expects_notes:
            return None
        if clock.began is not None:
            return clock.began
        elapsed = max(60 * step.minutes - clock.left_at(now), 0.0)
        talked = [
            each.minutes
            for each in self.steps
            if step.kind is StepKind.HARVEST
            and each.kind is StepKind.TALK
            and each.round == step.round
        ]
        return now - timedelta(seconds=elapsed, minutes=sum(talked))

    def misses_notes(self, left: float) -> bool:
        """Return whether a table without a note is worth a look, `left` seconds before the end.

        While people talk nobody writes. It is from the harvest of a round on, or in the last
        minutes of a round that has none.
        """
        step = self.step
        if step is None or step.round is None:
            return False
        if step.kind is StepKind.TALK:
            return not self.cafe.round_at(step.round).harvest and left <= LAST_MINUTES
        return True

    @property
    def has_own_questions(self) -> bool:
        """Does each table have a question of its own?"""
        return self.cafe.questions.mode not in (Mode.SAME, Mode.PER_ROUND)

    @property
    def question(self) -> str:
        """The question of the round; empty where there is none, or one for each table."""
        step = self.step
        if step is None or step.round is None or self.has_own_questions:
            return ""
        return self.cafe.question(0, step.round)
