"""The agenda as it really goes: when past steps began, and the coming ones from now on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import Enum, auto
from math import ceil

from wcafe.domain.agenda import Step
from wcafe.domain.cafe import Cafe
from wcafe.domain.live import Clock

_OTHER_HOUR = 180  # minutes of delay from which this is a rehearsal, and no delay


class State(Enum):
    """Where a step is on its way."""

    DONE = auto()
    NOW = auto()
    COMING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One step of the agenda with the clock time it begins, or began, and was planned at."""

    step: Step
    begins: time
    planned: time
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How the café goes. Times are those of the clock on the wall.

    `ends` is when the step under way is over, None while no clock is set. `delay` is in
    minutes behind the programme, negative when ahead; None where it says nothing, as when the
    café is tried out at quite another hour.
    """

    stops: tuple[Stop, ...]
    here: int | None
    ends: time | None
    delay: int | None


def course_of(
    cafe: Cafe,
    steps: Sequence[Step],
    clock: Clock | None,
    now: datetime,
    began: Mapping[str, time],
) -> Course:
    """Return the course of `cafe`.

    Args:
        cafe: the café, which knows when it was to begin.
        steps: its programme.
        clock: the step under way and its end.
        now: the present, in the zone of the wall clock. An offset that this computer has at
            that moment means its zone, so that a night when clocks change is told right.
        began: when steps really began, by their keys; where nobody knows, the plan counts.
    """
    planned = [cafe.clock_time(step) for step in steps]
    here = next((n for n, s in enumerate(steps) if clock is not None and s.key == clock.step), None)
    if clock is None or here is None:
        stops = _stops(steps, planned, planned, here)
        return Course(stops=stops, here=here, ends=None, delay=None)
    ends = now.astimezone(UTC) + timedelta(seconds=max(clock.left_at(now), 0.0))
    base = steps[here].starts + steps[here].minutes
    delay = _delay(cafe.starts, base, ends, now)
    coming = [
        _on_the_wall(ends + timedelta(minutes=step.starts - base), now)
        for step in steps[here + 1 :]
    ]
    past = [began.get(s.key, p) for s, p in zip(steps[: here + 1], planned, strict=False)]
    return Course(
        stops=_stops(steps, [*past, *coming], planned, here),
        here=here,
        ends=_on_the_wall(ends, now),
        delay=delay if abs(delay) < _OTHER_HOUR else None,
    )


def _stops(
    steps: Sequence[Step], begins: Sequence[time], planned: Sequence[time], here: int | None
) -> tuple[Stop, ...]:
    def state(place: int) -> State:
        if here is None or place > here:
            return State.COMING
        return State.NOW if place == here else State.DONE

    return tuple(
        Stop(step=step, begins=begin, planned=plan, state=state(place))
        for place, (step, begin, plan) in enumerate(zip(steps, begins, planned, strict=True))
    )


def face(seconds: float) -> str:
    """Return what the timer shows: 12:24 left, or +1:05 over.

    >>> face(744.0), face(0.2), face(-65.4)
    ('12:24', '00:01', '+1:05')
    """
    if seconds > -1:
        whole = max(ceil(seconds), 0)
        return f"{whole // 60:02}:{whole % 60:02}"
    whole = int(-seconds)
    return f"+{whole // 60}:{whole % 60:02}"


def _delay(starts: time, minutes: int, ends: datetime, now: datetime) -> int:
    """Return the minutes by which `ends` is later than so many minutes after the nearest start."""
    zone = _zone(now)
    first = now.astimezone(zone).date()
    late: list[float] = []
    for day in (first - timedelta(days=1), first, first + timedelta(days=1)):
        start = datetime.combine(day, starts)
        start = start.astimezone() if zone is None else start.replace(tzinfo=zone)
        late.append((ends - start.astimezone(UTC)) / timedelta(minutes=1) - minutes)
    nearest = min(late, key=abs)
    return round(nearest)


def _on_the_wall(moment: datetime, now: datetime) -> time:
    """Return the nearest whole minute that the clock on the wall will show at `moment`."""
    nearest = (moment + timedelta(seconds=30)).astimezone(_zone(now))
    return nearest.time().replace(second=0, microsecond=0)


def _zone(now: datetime) -> tzinfo | None:
    """Return the zone of the wall clock, None for that of this computer."""
    return None if now.utcoffset() == now.astimezone().utcoffset() else now.tzinfo
