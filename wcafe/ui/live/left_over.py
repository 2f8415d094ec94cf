"""How much of a step was left when another one was begun, so that going back continues there."""

import json

from wcafe.domain.cafe import Cafe
from wcafe.ui.settings import Settings


class LeftOver:
    """Seconds by the key of their step, of one café; below zero is overtime. Outlives a crash."""

    def __init__(self, settings: Settings, cafe: Cafe) -> None:
        self._settings = settings
        self._key = f"left {cafe.id}"
        self._seconds = _unpack(settings.text_of(self._key))

    def note(self, step: str, seconds: float) -> None:
        """Remember that `step` was left with so many `seconds`."""
        self._keep({**self._seconds, step: seconds})

    def forget(self) -> None:
        """Begin anew: the café starts with its first step."""
        self._keep({})

    def of(self, step: str) -> float | None:
        """Return the seconds that `step` was left with; None where it never was."""
        return self._seconds.get(step)

    def _keep(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds
        self._settings.keep_text(self._key, json.dumps(seconds))


def _unpack(kept: str) -> dict[str, float]:
    try:
        return {str(step): float(seconds) for step, seconds in json.loads(kept).items()}
    except (ValueError, TypeError, AttributeError):
        return {}
