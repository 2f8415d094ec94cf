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

    def give_back(self, person: PersonId, plan: Plan, *, by: object | None = None) -> Plan:
        """Take `person` out again and put `plan` back, as it was before; for undo."""

        def put_back(work: "Work") -> Plan:
            current = work.plans.current()
            work.people.remove([person])
            return work.plans.save(replace(plan, version=current.version if current else 0))

        saved = self._store.write(put_back)
        self._changes.tell(Changed(Part.PEOPLE | Part.PLAN, by, frozenset({person})))
        return saved


def _take_seats(snapshot: Snapshot, person: Person) -> Snapshot:
    """Return the café in whose plan `person` has the seats of the joker route of the same id."""
    free = {joker.id: joker for joker in snapshot.plan.free_jokers} if snapshot.plan else {}
    if snapshot.plan is None or person.id not in free:
        raise EditedElsewhere
    rounds = [r for r in range(snapshot.plan.rounds) if person.attends(r)]
    with_person = with_seats(snapshot, free[person.id], person, rounds)
    plan = with_person.plan
    assert plan is not None
    worth = certify(*problem_and_seats(with_person))
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
    if not snapshot.is_plan_stale:
        made_for = basis(with_person.cafe, with_person.people)
    plan = replace(plan, id=PlanId(new_id()), certificate=certificate, made_for=made_for)
    return replace(with_person, plan=plan)
