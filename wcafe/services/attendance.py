"""Who was at the café, as check-in knows it: those alone get a certificate of it."""

from collections.abc import Iterable

from wcafe.domain.people import Person
from wcafe.services.cafe import Snapshot


def seen(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return those whom somebody saw arrive, in alphabetical order; whoever left later too."""
    return tuple(sorted((p for p in people if p.arrived), key=lambda person: person.sort_key))


def rounds_noted(person: Person, snapshot: Snapshot) -> tuple[int, ...]:
    """Return the rounds, from 0, for which it was noted that `person` was there.

    That is where their seat was recorded; of other rounds that have begun, those that were noted
    for them alone. That somebody meant to come to all says nothing of any.
    """
    noted = []
    for round_ in range(len(snapshot.cafe.rounds)):
        seating = snapshot.live.seating(round_)
        if seating is not None:
            is_noted = any(each == person.id for each, _table in seating)
        else:
            has_begun = round_ < snapshot.rounds_begun
            is_noted = has_begun and person.present is not None and round_ in person.present
        if is_noted:
            noted.append(round_)
    return tuple(noted)
