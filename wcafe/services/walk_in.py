"""Somebody who is not on the list takes over a joker route: nobody else's seat changes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Joker, Plan, PlanId, basis
from wcafe.domain.text import new_id
from wcafe.errors import EditedElsewhere
from wcafe.services.badges import planned_faces
from wcafe.services.cafe import CafeService, Snapshot
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.planning.arrivals import by_company, taken_over_by, with_seats
from wcafe.services.planning.problem import problem_and_seats
from wcafe.solver import certify

if TYPE_CHECKING:  # who composes a bare problem needs no database
    from wcafe.store import Store, Work


class WalkInService:
    """Offer free joker routes, hand one over, take it back."""

    def __init__(self, store: "Store", cafes: CafeService, changes: Changes) -> None:
        self._store = store
        self._cafes = cafes
        self._changes = changes

    def offer(self, coming: Iterable[int]) -> Joker | None:
        """Return the free joker route that is best for the `coming` rounds (from 0), if any.

        None of its seats breaks a rule. Those where the fewest people sit go first.
        """
        rounds = sorted(coming)
        snapshot = self._cafes.snapshot()
        plan = snapshot.plan
        if plan is None or not rounds:
            return None
        here = {person.id for person in snapshot.people}
        free = [joker for joker in plan.free_jokers if joker.id not in here]
        for joker in by_company(snapshot, free, rounds):
            somebody = Person(id=joker.id, given="?", present=frozenset(rounds))
            if taken_over_by(snapshot, joker, somebody, rounds) is not None:
                return joker
        return None

    def take(self, person: Person, *, by: object | None = None) -> Plan:
        """Keep `person`, who is new, with the seats of the joker route of the same id.

        Where badges are printed they hold the spare one, on which their name is written.

        Raises:
            EditedElsewhere: that route is not there any more, or not free.
        """
        snapshot = self._cafes.snapshot()
        after = _take_seats(snapshot, person)
        plan = after.plan
        assert plan is not None
        spare = {each: face for each, face in planned_faces(after).items() if each == person.id}

        def keep(work: "Work") -> Plan:
            work.people.save([person])
            if held := work.badges.faces():
                work.badges.replace({**held, **spare})
            return work.plans.save(plan)

        saved = self._store.write(keep)
        self._changes.tell(Changed(Part.PEOPLE | Part.PLAN, by, frozenset({person.id})))
        return saved

    def release(self, person: PersonId, *, by: object | None = None) -> Plan:
        """Take a walk-in out again: their route is free, and nobody else's seat changes.

        Raises:
            EditedElsewhere: they have no joker route any more.
        """
        plan = _leave_seats(self._cafes.snapshot(), person).plan
        assert plan is not None

        def keep(work: "Work") -> Plan:
            work.people.remove([person])
            return work.plans.save(plan)

        saved = self._store.write(keep)
        self._changes.tell(Changed(Part.PEOPLE | Part.PLAN, by, frozenset({person})))
        return saved

    def give_back(self, person: PersonId, plan: Plan, *, by: object | None = None) -> Plan:
        """Take `person` out again and put `plan` back, as it was before; for undo."""

        def put_back(work: "Work") -> Plan:
            current = work.plans.current()
            work.people.remove([person])
            return work.plans.save(replace(plan, version=current.version if current else 0))

        saved = self._store.write(put_back)
        self._changes.tell(Changed(Part.PEOPLE | Part.PLAN, by, frozenset({person})))
        return saved


def _leave_seats(snapshot: Snapshot, person: PersonId) -> Snapshot:
    """Return the café without `person`, whose seats are those of a free joker route again."""
    plan = snapshot.plan
    if plan is None or person not in {joker.id for joker in plan.jokers}.intersection(plan.people):
        raise EditedElsewhere
    place = plan.people.index(person)
    people = tuple(each for each in snapshot.people if each.id != person)
    without = replace(
        plan,
        people=plan.people[:place] + plan.people[place + 1 :],
        seats=tuple(row[:place] + row[place + 1 :] for row in plan.seats),
        hosts={host: table for host, table in plan.hosts.items() if host != person},
    )
    return _weighed(replace(snapshot, people=people, plan=without), snapshot)


def _take_seats(snapshot: Snapshot, person: Person) -> Snapshot:
    """Return the café in whose plan `person` has the seats of the joker route of the same id."""
    free = {joker.id: joker for joker in snapshot.plan.free_jokers} if snapshot.plan else {}
    if snapshot.plan is None or person.id not in free:
        raise EditedElsewhere
    rounds = [r for r in range(snapshot.plan.rounds) if person.attends(r)]
    return _weighed(with_seats(snapshot, free[person.id], person, rounds), snapshot)


def _weighed(after: Snapshot, before: Snapshot) -> Snapshot:
    """Return the café of `after` with what its plan is worth now; it is as stale as `before`."""
    plan = after.plan
    assert plan is not None
    worth = certify(*problem_and_seats(after))
    certificate = replace(
        plan.certificate,
        repeat_meetings=worth.repeat_meetings,
        lower_bound=worth.bounds.repeats,
        coincidences=worth.coincidences,
        coincidences_bound=worth.bounds.coincidences,
        balance=tuple(worth.balance.items()),
        proven_optimal=worth.is_proven_optimal,
    )
    made_for = plan.made_for
    if not before.is_plan_stale:
        made_for = basis(after.cafe, after.people)
    plan = replace(plan, id=PlanId(new_id()), certificate=certificate, made_for=made_for)
    return replace(after, plan=plan)
