"""What is written of a plan that was composed, and of one that comes back."""

from dataclasses import replace
from typing import TYPE_CHECKING

from wcafe.domain.cafe import Cafe
from wcafe.domain.plan import Plan
from wcafe.errors import EditedElsewhere
from wcafe.services.badges import add_badges, hand_out, planned_faces
from wcafe.services.planning.composing import Composed

if TYPE_CHECKING:  # who composes a bare problem needs no database
    from wcafe.store import Work


def put_back(work: "Work", plan: Plan | None, cafe: Cafe | None) -> Plan | None:
    """Put `plan`, or none, in the place of the current one, and the tables of `cafe` if given.

    People it seats who are gone meanwhile are left out.
    """
    current = work.plans.current()
    if cafe is not None:
        work.cafes.save(replace(cafe, version=work.cafes.get().version))
    if plan is None:
        work.plans.remove()
        return None
    here = {person.id for person in work.people.all()}
    stays = [place for place, person in enumerate(plan.people) if person in here]
    return work.plans.save(
        replace(
            plan,
            people=tuple(plan.people[place] for place in stays),
            seats=tuple(tuple(row[place] for place in stays) for row in plan.seats),
            hosts={person: table for person, table in plan.hosts.items() if person in here},
            hosted={where: person for where, person in plan.hosted.items() if person in here},
            version=current.version if current else 0,
        )
    )


def keep_composed(work: "Work", composed: Composed, plan: Plan) -> Plan:
    """Keep the plan and the tables it was made for, unless what it was made from has changed.

    A plan that is repaired is taken to be on badges already, if nobody noted any.
    """
    before = composed.before
    people = work.people.all()
    if work.cafes.get() != before.cafe or people != before.people:
        raise EditedElsewhere
    if composed.is_repair:
        faces = planned_faces(before)
        if not hand_out(work, faces):  # who has taken over a joker route holds the spare badge
            add_badges(work, {person: faces[person] for person in composed.by_joker})
    if composed.cafe != before.cafe:
        work.cafes.save(composed.cafe)
    return work.plans.save(plan)
