"""How the café goes, with the moments its steps began at as this desk remembers them."""

from collections.abc import Sequence
from datetime import datetime

from wcafe.domain.agenda import Step
from wcafe.domain.began import Began
from wcafe.domain.cafe import Cafe
from wcafe.domain.course import Course, course_of
from wcafe.domain.live import Clock
from wcafe.ui.settings import Settings


class KeptCourse:
    """The course of one café. When a step began outlives a crash; undo leaves it."""

    def __init__(self, settings: Settings, cafe: Cafe) -> None:
        self._settings = settings
        self._key = f"began {cafe.id}"
        self._began = Began(settings.text_of(self._key))

    def knows(self, step: str) -> bool:
        """Is it remembered when `step`, a key, began?"""
        return self._began.knows(step)

    def begin(self, step: str, moment: datetime, *, is_first: bool) -> None:
        """Remember that `step` began at `moment`; with `is_first` forget what was before."""
        self._began.begin(step, moment, is_first=is_first)
        self._settings.keep_text(self._key, self._began.pack())

    def at(self, cafe: Cafe, steps: Sequence[Step], clock: Clock | None, now: datetime) -> Course:
        """Return how `cafe` goes, at `now` on the clock on the wall."""
        return course_of(cafe, steps, clock, now, self._began.times())
