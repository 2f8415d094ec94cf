"""Since when a round is under way."""

from datetime import datetime, timedelta

from wcafe.domain.agenda import StepKind
from wcafe.domain.moment import Moment


class RoundBegun:
    """Remembers when a round began, as told at first sight: pauses come later and move nothing."""

    def __init__(self) -> None:
        self._round: int | None = None
        self._at: datetime | None = None

    def look(self, moment: Moment, now: datetime) -> datetime | None:
        """Return when the round under way began; None where none is."""
        round_ = moment.round if moment.expects_notes else None
        if round_ is None or round_ != self._round:
            self._at = began(moment, now)
        self._round = round_
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
