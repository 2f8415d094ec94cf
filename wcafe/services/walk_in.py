"""Somebody who is not on the list takes over a joker route: nobody else's seat changes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Joker, Plan, PlanId, basis
from wcafe.domain.text import new_id
from wcafe.errors import EditedElsewhere
from wcafe.services.badges import planned_faces
from wcafe.services.cafe import CafeService, Snapshot
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.planning.problem import problem_and_seats
from wcafe.solver import certify, judge

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
        by_need = sorted(free, key=lambda joker: (_company(snapshot, joker, rounds), joker.number))
        return next((joker for joker in by_need if _holds(snapshot, joker, rounds)), None)

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


def stops_of(joker: Joker, coming: Iterable[int]) -> list[tuple[int, int]]:
    """Return the rounds and tables, from 0, that the route has in the `coming` rounds."""
    rounds = [r for r in sorted(coming) if r < len(joker.route)]
    return [(r, table) for r in rounds if (table := joker.route[r]) is not None]


def _company(snapshot: Snapshot, joker: Joker, rounds: Sequence[int]) -> list[int]:
    """Return how many people the route meets at its tables, the fullest first."""
    assert snapshot.plan is not None
    known = {person.id: person for person in snapshot.people}
    return sorted(
        (
            sum(known[p].attends(r) for p in snapshot.plan.at_table(table, r) if p in known)
            for r, table in stops_of(joker, rounds)
        ),
        reverse=True,
    )


def _holds(snapshot: Snapshot, joker: Joker, rounds: Sequence[int]) -> bool:
    """Can somebody take over the route now, so that no rule is broken that holds now?"""
    if len(stops_of(joker, rounds)) < len(rounds):
        return False
    somebody = Person(id=joker.id, given="?", present=frozenset(rounds))
    known = judge(*problem_and_seats(snapshot))
    after = judge(*problem_and_seats(_with(snapshot, somebody)))
    return not [violation for violation in after if violation not in known]


def _take_seats(snapshot: Snapshot, person: Person) -> Snapshot:
    """Return the café in whose plan `person` has the seats of the joker route of the same id."""
    with_person = _with(snapshot, person)
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


def _with(snapshot: Snapshot, person: Person) -> Snapshot:
    """Return the café with `person` in it and in its plan, on the joker route of the same id."""
    plan = snapshot.plan
    free = {joker.id: joker for joker in plan.free_jokers} if plan else {}
    if plan is None or person.id not in free:
        raise EditedElsewhere
    route = free[person.id].route
    seats = tuple(
        (*row, table if person.attends(r) else None)
        for r, (row, table) in enumerate(zip(plan.seats, route, strict=True))
    )
    return replace(
        snapshot,
        people=(*snapshot.people, person),
        plan=replace(plan, people=(*plan.people, person.id), seats=seats),
    )
