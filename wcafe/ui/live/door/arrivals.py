"""Who came while the window of the door was open, the last one first, and when."""

from collections.abc import Iterable
from datetime import datetime

from wcafe.domain.people import Person, PersonId


class Arrivals:
    """Remembers when this window saw somebody noted as here, whoever noted it.

    The file knows that somebody arrived, not when: of those who were here before the window
    was opened no time is known, and none is told.
    """

    def __init__(self) -> None:
        self._before: frozenset[PersonId] | None = None
        self._times: dict[PersonId, datetime] = {}

    def look(self, people: Iterable[Person], now: datetime) -> None:
        """Take note of who has arrived since the last look, and of who has not after all."""
        here = frozenset(person.id for person in people if person.arrived)
        if self._before is not None:
            self._times.update(dict.fromkeys(here - self._before, now))
        self._times = {person: at for person, at in self._times.items() if person in here}
        self._before = here

    def time_of(self, person: PersonId) -> datetime | None:
        return self._times.get(person)

    @property
    def newest(self) -> tuple[PersonId, ...]:
        return tuple(reversed(self._times))
