"""The running café: its clock, and who really sat where."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from wcafe.domain.agenda import Step, StepKind, programme
from wcafe.domain.live import Clock, Live, Seating
from wcafe.domain.moment import Moment
from wcafe.errors import NoSuchRound
from wcafe.services.changes import Changed, Changes, Part
from wcafe.store import Store, Work

_PARTS = (StepKind.TALK, StepKind.HARVEST, StepKind.MOVE)  # of a round, in order


class LiveService:
    """Run the café. A wish that makes no sense now, such as a pause of a pause, changes nothing."""

    def __init__(self, store: Store, changes: Changes, now: Callable[[], datetime]) -> None:
        self._store = store
        self._changes = changes
        self._now = now

    def get(self) -> Live:
        with self._store.read() as work:
            return work.live.get()

    def start(self, step: str | None = None, *, by: object | None = None) -> Live:
        """Begin the step of that key, or the first one, with all its minutes."""

        def begin(clock: Clock | None, steps: tuple[Step, ...], now: datetime) -> Clock | None:
            keys = [each.key for each in steps]
            place = keys.index(step) if step in keys else 0
            is_anew = bool(steps) and steps[place].kind is StepKind.TALK
            return _begin(steps, place, now, None if is_anew else clock)

        return self._turn(begin, by)

    def pause(self, *, by: object | None = None) -> Live:
        return self._turn(
            lambda clock, _steps, now: clock.pause(now) if clock and clock.is_running else clock,
            by,
        )

    def resume(self, *, by: object | None = None) -> Live:
        return self._turn(
            lambda clock, _, now: clock.resume(now) if clock and not clock.is_running else clock,
            by,
        )

    def shift(self, minutes: int, *, by: object | None = None) -> Live:
        """Give the step under way `minutes` more, or fewer; those after it follow."""
        return self._turn(lambda clock, _, _now: clock and clock.shift(60 * minutes), by)

    def follow_wall(self, seconds: float, *, by: object | None = None) -> Live:
        """The clock on the wall was set by `seconds`: what is left of a running step stays."""
        return self._turn(
            lambda clock, _, _now: (
                clock.follow_wall(seconds) if clock and clock.is_running else clock
            ),
            by,
        )

    def next(self, *, by: object | None = None) -> Live:
        """Begin the step after the one under way; after the last one the clock is put away."""
        return self._turn(lambda clock, steps, now: _beside(clock, steps, 1, now), by)

    def previous(self, left: float | None = None, *, by: object | None = None) -> Live:
        """Go back to the step before: on with `left` seconds of it, or with all its minutes."""

        def go_back(clock: Clock | None, steps: tuple[Step, ...], now: datetime) -> Clock | None:
            before = _beside(clock, steps, -1, now)
            if before is None or left is None:
                return before
            began = before.began if _is_one_round(before, clock, steps) else None  # nobody knows
            return replace(before, deadline=now + timedelta(seconds=left), began=began)

        return self._turn(go_back, by)

    def stop(self, *, by: object | None = None) -> Live:
        """Put the clock away."""
        return self._turn(lambda _clock, _steps, _now: None, by)

    def set_clock(self, clock: Clock | None, *, by: object | None = None) -> Live:
        """Put `clock` in the place of the one kept, as undo does."""
        return self._turn(lambda _clock, _steps, _now: clock, by)

    def record_seats(self, round_: int, seating: Seating, *, by: object | None = None) -> Live:
        """Keep who really sat where in `round_`, from 0. The plan stays as it is.

        Raises:
            NoSuchRound: the café has fewer rounds.
        """

        def record(work: Work) -> Live:
            rounds = len(work.cafes.get().rounds)
            if not 0 <= round_ < rounds:
                raise NoSuchRound(number=round_ + 1, rounds=rounds)
            return work.live.save(work.live.get().with_seating(round_, seating))

        live = self._store.write(record)
        self._changes.tell(Changed(Part.LIVE, by))
        return live

    def _turn(
        self,
        turned: Callable[[Clock | None, tuple[Step, ...], datetime], Clock | None],
        by: object | None,
    ) -> Live:
        now = self._now()

        def turn(work: Work) -> tuple[Live, bool]:
            live = work.live.get()
            cafe = work.cafes.get()
            steps = programme(cafe)
            clock = turned(live.clock, steps, now)
            if clock == live.clock:
                return live, False
            had_rounds = Moment(cafe=cafe, steps=steps, clock=live.clock).has_begun
            return work.live.save(
                replace(live, clock=clock, is_over=clock is None and had_rounds)
            ), True

        live, has_changed = self._store.write(turn)
        if has_changed:
            self._changes.tell(Changed(Part.LIVE, by))
        return live


def _begin(
    steps: tuple[Step, ...], place: int, now: datetime, before: Clock | None
) -> Clock | None:
    """Return the clock of a step that begins now, after or instead of that of `before`."""
    if not 0 <= place < len(steps):
        return None
    step = steps[place]
    begun = Clock(step=step.key, deadline=now + timedelta(minutes=step.minutes), began=now)
    if before is not None and _is_one_round(begun, before, steps):
        return replace(begun, began=before.began)
    return begun


def _is_one_round(one: Clock, other: Clock | None, steps: tuple[Step, ...]) -> bool:
    rounds = {each.key: each.round for each in steps}
    round_ = rounds.get(one.step)
    return round_ is not None and other is not None and rounds.get(other.step) == round_


def _beside(clock: Clock | None, steps: tuple[Step, ...], by: int, now: datetime) -> Clock | None:
    """Return the clock of the step after (1) or before (-1) that of `clock`, else the first."""
    if clock is None:
        return _begin(steps, 0, now, None)
    after = _place_after(clock.step, steps)
    is_there = clock.step in {step.key for step in steps}
    return _begin(steps, after if by > 0 else max(after - 1 - is_there, 0), now, clock)


def _place_after(key: str, steps: tuple[Step, ...]) -> int:
    """Return where the step after that of `key` stands, also if its minutes were taken away.

    Where a line stood that is gone nobody knows: then it is the first step.
    """
    keys = [step.key for step in steps]
    if key in keys:
        return keys.index(key) + 1
    part, _colon, number = key.partition(":")
    if part not in _PARTS:
        return 0
    last = sum(step.kind is StepKind.TALK for step in steps) - 1
    gone = min((int(number), _PARTS.index(StepKind(part))), (last, len(_PARTS) - 1))
    return next((n for n, step in enumerate(steps) if _moment(step) > gone), len(steps))


def _moment(step: Step) -> tuple[int, int]:
    """Return a step's round and its part of it; a line comes after all parts."""
    if step.line is not None:
        return step.line.after - 1, len(_PARTS)
    assert step.round is not None
    return step.round, _PARTS.index(step.kind)
