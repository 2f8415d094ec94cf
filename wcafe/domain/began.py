"""When each step of the agenda really began, remembered for the card beside the clock."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, time


class Began:
    """Moments by the key of their step.

    The café keeps when the step under way ends, when its round began, and nothing of those
    before; the desk that rings the bell remembers them, and so still knows them after a crash.
    """

    def __init__(self, kept: str = "") -> None:
        self._moments = _unpack(kept)

    def begin(self, step: str, now: datetime, *, is_first: bool) -> None:
        """Note that `step` begins; with `is_first` nothing that was noted before counts."""
        self._moments = {**({} if is_first else self._moments), step: now}

    def knows(self, step: str) -> bool:
        return step in self._moments

    def times(self) -> Mapping[str, time]:
        """Return the moments as the clock on the wall showed them."""
        return {step: _wall_time(moment) for step, moment in self._moments.items()}

    def pack(self) -> str:
        """Return these moments as the settings keep them."""
        return json.dumps({step: moment.isoformat() for step, moment in self._moments.items()})


def _wall_time(moment: datetime) -> time:
    return moment.astimezone().time().replace(second=0, microsecond=0)


def _unpack(kept: str) -> dict[str, datetime]:
    try:
        return {
            str(step): datetime.fromisoformat(moment).astimezone(UTC)
            for step, moment in json.loads(kept).items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}
