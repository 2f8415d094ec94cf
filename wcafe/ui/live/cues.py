"""When a sound is due: once as the clock passes two minutes before the end, once at the end."""

from wcafe.domain.live import Clock
from wcafe.ui.sound import Sound

CALL_BEFORE = 120.0  # seconds before the end
_LATE = 20.0  # seconds after which a bell would only puzzle the room


class Cues:
    """Watches the seconds left go by, and remembers across a restart what was heard.

    A sound is due when its moment is passed, so a minute more that moves the end makes both
    moments come again, and a minute less can pass one at once.

    Args:
        heard: what `heard` said before wcafe was started again; empty if there is nothing.
    """

    def __init__(self, heard: str = "") -> None:
        self.heard = heard
        self._step: str | None = None
        self._before = float("inf")
        self._is_first = True

    def due(self, clock: Clock | None, left: float) -> Sound | None:
        """Return the sound whose moment was passed since the last call, if there is one.

        Args:
            clock: the clock now, None while none is set.
            left: seconds left on it.
        """
        if clock is None:
            self._step, self._is_first = None, False
            return None
        if self._is_first:
            self._before = self._seen_before(clock)
        elif clock.step != self._step:
            self._before = left
        before, self._before = self._before, left
        self._step, self._is_first = clock.step, False
        if not clock.is_running:
            return None
        sound = _sound_between(before, left)
        if sound is not None:
            self.heard = f"{sound} {_end_of(clock)}"
        return sound

    def _seen_before(self, clock: Clock) -> float:
        """Return the seconds left when wcafe ended, as far as the sounds tell."""
        moments = {Sound.CALL: CALL_BEFORE, Sound.BELL: 0.0}
        for sound, moment in moments.items():
            if self.heard == f"{sound} {_end_of(clock)}":
                return moment
        return float("inf")


def _sound_between(before: float, left: float) -> Sound | None:
    if left <= 0 < before:
        return Sound.BELL if left > -_LATE else None
    return Sound.CALL if left <= CALL_BEFORE < before else None


def _end_of(clock: Clock) -> str:
    return clock.deadline.isoformat() if clock.deadline is not None else ""
