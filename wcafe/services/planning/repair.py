"""What a plan that was composed anew changes for people, told before it is kept."""

from dataclasses import dataclass

from wcafe.domain.people import PersonId
from wcafe.domain.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairCost:
    """How a repair changes the rounds to come; repeat meetings are those of the whole plan."""

    moved: tuple[PersonId, ...]  # who goes to another table than the badge says, in some round
    seated: tuple[PersonId, ...]  # who had no seat in these rounds and has one now
    repeats_before: int
    repeats_after: int


def cost_of_repair(before: Plan, after: Plan, *, from_round: int) -> RepairCost:
    """Return what `after` in the place of `before` costs, from `from_round` (from 0) on."""
    rounds = range(from_round, min(before.rounds, after.rounds))
    moved, seated = [], []
    for person in after.people:
        old, new = before.itinerary(person), after.itinerary(person)
        if any(None not in (old[r], new[r]) and old[r] != new[r] for r in rounds):
            moved.append(person)
        if all(old[r] is None for r in rounds) and any(new[r] is not None for r in rounds):
            seated.append(person)
    return RepairCost(
        moved=tuple(moved),
        seated=tuple(seated),
        repeats_before=before.certificate.repeat_meetings,
        repeats_after=after.certificate.repeat_meetings,
    )
