"""Since when a round is under way."""

from datetime import datetime, timedelta

from wcafe.domain.agenda import StepKind
from wcafe.domain.moment import Moment


class RoundBegun:
    """Remembers when a round was seen to begin; of one that had begun before, the clock tells."""

    def __init__(self) -> None:
        self._round: int | None = None
        self._at: datetime | None = None
        self._has_looked = False

    def look(self, moment: Moment, now: datetime) -> datetime | None:
        """Return when the round under way began; None where none is."""
        round_ = moment.round if moment.expects_notes else None
        if round_ != self._round or not self._has_looked:
            is_new = self._has_looked and moment.step and moment.step.kind is StepKind.TALK
            self._at = None if round_ is None else now if is_new else began(moment, now)
        self._round, self._has_looked = round_, True
        return self._at


def began(moment: Moment, now: datetime) -> datetime | None:
    """Return when the round began, as its clock and the agenda tell; pauses are not in it."""
    step, clock = moment.step, moment.clock
    if step is None or clock is None or not moment.expects_notes:
        return None
    elapsed = max(60 * step.minutes - clock.left_at(now), 0.0)
    before = [
        each.minutes
        for each in moment.steps
        if step.kind is StepKind.HARVEST and each.kind is StepKind.TALK and each.round == step.round
    ]
    return now - timedelta(seconds=elapsed, minutes=sum(before))
