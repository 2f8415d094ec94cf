"""Noting who has come: a plan does not grow old by what latecomers have missed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from wcafe.domain.people import Person
from wcafe.domain.plan import basis
from wcafe.domain.presence import checked_in
from wcafe.services.cafe import CafeService, Snapshot
from wcafe.services.changes import Changed, Changes, Part

if TYPE_CHECKING:  # who composes a bare problem needs no database
    from wcafe.store import Store, Work


def as_arrived(person: Person, snapshot: Snapshot, *, is_late: bool = True) -> Person:
    """Return `person` as somebody who stands at the door now, or is back.

    Who is late has missed the rounds that are over. With `is_late` false they were there, and
    were not noted before.
    """
    rounds = len(snapshot.cafe.rounds)
    over = snapshot.over if is_late else frozenset[int]()
    return checked_in(person, snapshot.asked, rounds, over=over)


class CheckInService:
    """Keep who is here, who is not any more, and who never came."""

    def __init__(self, store: "Store", cafes: CafeService, changes: Changes) -> None:
        self._store = store
        self._cafes = cafes
        self._changes = changes

    def keep(self, people: Iterable[Person], *, by: object | None = None) -> tuple[Person, ...]:
        """Keep `people`, whose presence has changed, in one go; for undo as well.

        What is past changes no seat: a plan that was up to date stays so, where the rounds that
        are to come have the same people as before.

        Raises:
            EditedElsewhere: one of them is older than the one kept; and nothing changed.
        """
        kept = tuple(people)
        begun = self._cafes.snapshot().rounds_begun
        saved, is_rebased = self._store.write(lambda work: _keep(work, kept, begun))
        parts = Part.PEOPLE | Part.PLAN if is_rebased else Part.PEOPLE
        self._changes.tell(Changed(parts, by, frozenset(person.id for person in saved)))
        return saved


def _keep(work: "Work", people: tuple[Person, ...], begun: int) -> tuple[tuple[Person, ...], bool]:
    """Return those kept, and whether the plan was made to hold for them too."""
    before, plan, cafe = work.people.all(), work.plans.current(), work.cafes.get()
    saved = work.people.save(people)
    if plan is None or plan.is_stale(cafe, before):
        return saved, False
    after = work.people.all()
    coming = range(begun, len(cafe.rounds))
    if not plan.is_stale(cafe, after) or _ahead(before, coming) != _ahead(after, coming):
        return saved, False
    work.plans.save(replace(plan, made_for=basis(cafe, after)))
    return saved, True


def _ahead(people: Iterable[Person], coming: range) -> list[tuple[Person, list[int]]]:
    """Return all of `people` with the coming rounds they attend, and nothing of the past ones."""
    return [
        (
            replace(person, present=None, arrived=False, version=0),
            [round_ for round_ in coming if person.attends(round_)],
        )
        for person in people
    ]
