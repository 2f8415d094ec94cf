"""Naming who hosts a table: what that makes of the plan and of badges, told before it is kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wcafe.domain.hosts import hosting
from wcafe.domain.people import Person, PersonId, participants
from wcafe.errors import EditedElsewhere, NoRoundToCome, NotFound
from wcafe.services.badges import add_badges, changed_badges, hand_out, planned_faces
from wcafe.services.cafe import CafeService, Snapshot
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.plan import Composed, PlanService

if TYPE_CHECKING:
    from wcafe.store import Store, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class TableHost:
    """Who hosts one table in the rounds to come, if anybody: named, or picked by the plan."""

    table: int  # from 0
    person: PersonId | None = None
    is_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HostProposal:
    """Another host that is not kept yet, and what it changes.

    Attributes:
        before: the café as it is.
        named: the people whose host's table changes, as they are to be.
        composed: the plan repaired for it; None where there is no plan yet.
        badges: whose badge it costs, beside those that are to be made again anyway.
    """

    before: Snapshot
    named: tuple[Person, ...]
    composed: Composed | None = None
    badges: tuple[PersonId, ...] = ()

    @property
    def is_possible(self) -> bool:
        return self.composed is None or self.composed.plan is not None


def table_hosts(snapshot: Snapshot) -> tuple[TableHost, ...]:
    """Return the host of each table in the next round to come, or in the last one."""
    guests = {g.id: g for g in participants(snapshot.people) if any(map(g.attends, snapshot.asked))}
    named = {g.host_of: g.id for g in guests.values() if g.host_of is not None}
    planned: dict[int, PersonId] = {}
    if snapshot.plan is not None:
        turns = hosting(snapshot.plan, snapshot.cafe, snapshot.people)
        first = min(snapshot.asked)
        planned = {
            table: person
            for (round_, table), person in turns.items()
            if round_ == first and person in guests and guests[person].host_of in (None, table)
        }
    return tuple(
        TableHost(table=t, person=named.get(t, planned.get(t)), is_named=t in named)
        for t in range(len(snapshot.cafe.tables))
    )


def with_host(snapshot: Snapshot, table: int, person: PersonId) -> tuple[Person, ...]:
    """Return the people who change, if `person` alone is named to host `table`, from 0.

    Raises:
        NotFound: there is no such person any more.
    """
    guests = participants(snapshot.people)
    if person not in {guest.id for guest in guests}:
        raise NotFound
    wanted = {g.id: None for g in guests if g.host_of == table} | {person: table}
    return tuple(
        replace(guest, host_of=wanted[guest.id])
        for guest in guests
        if guest.id in wanted and guest.host_of != wanted[guest.id]
    )


class HostService:
    """Propose another host, and keep it with the plan that goes with it."""

    def __init__(
        self,
        store: "Store",
        cafes: CafeService,
        plans: PlanService,
        changes: Changes,
    ) -> None:
        self._store = store
        self._cafes = cafes
        self._plans = plans
        self._changes = changes

    def propose(
        self,
        table: int,
        person: PersonId,
        *,
        seconds: float,
        stop: Callable[[], bool] = lambda: False,
    ) -> HostProposal:
        """Return what it would change to let `person` host `table`, from 0; nothing is kept.

        Raises:
            NotFound, NoRoundToCome, TooFewSeats
        """
        before = self._cafes.snapshot()
        named = with_host(before, table, person)
        if before.plan is None:
            return HostProposal(before=before, named=named)
        if not before.coming:
            raise NoRoundToCome
        changed = {each.id: each for each in named}
        people = tuple(changed.get(each.id, each) for each in before.people)
        asked = replace(before, people=people)
        composed = self._plans.compute_for(
            asked, seconds=seconds, from_round=before.rounds_begun, is_repair=True, stop=stop
        )
        after = replace(asked, plan=composed.plan or before.plan, cafe=composed.cafe)
        known = set(changed_badges(before))
        badges = tuple(each for each in changed_badges(after) if each not in known)
        return HostProposal(before=before, named=named, composed=composed, badges=badges)

    def keep(self, proposal: HostProposal, *, by: object | None = None) -> None:
        """Keep who hosts, with the plan that was repaired for it, in one go.

        Raises:
            EditedElsewhere: the café changed meanwhile; and nothing is kept.
        """
        if not proposal.is_possible:
            raise ValueError("a plan that breaks a hard rule is not kept")
        self._store.write(lambda work: _keep(work, proposal))
        self._changes.tell(Changed(Part.PEOPLE | Part.PLAN | Part.CAFE, by))


def _keep(work: "Work", proposal: HostProposal) -> None:
    before, composed = proposal.before, proposal.composed
    if work.cafes.get() != before.cafe or work.people.all() != before.people:
        raise EditedElsewhere
    work.people.save(proposal.named)
    if composed is None or composed.plan is None:
        return
    faces = planned_faces(composed.before)
    is_handed_out = bool(before.rounds_begun) and hand_out(work, faces)
    if not is_handed_out and work.badges.faces():
        add_badges(work, {person: faces[person] for person in composed.by_joker})
    if composed.cafe != before.cafe:
        work.cafes.save(composed.cafe)
    work.plans.save(composed.plan)
