"""Two people change seats: what it would cost, and the plan that comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wcafe.domain.people import PersonId
from wcafe.domain.plan import Plan, PlanId
from wcafe.domain.text import new_id
from wcafe.errors import NoSuchRound, WcafeError
from wcafe.i18n import N_
from wcafe.services.cafe import Snapshot
from wcafe.services.planning.problem import problem_and_seats
from wcafe.solver import Violation, judge, weigh

Seats = Sequence[Sequence[int | None]]


class CannotSwap(WcafeError):
    """Two people who cannot change seats."""

    template = N_("Choose two people who sit at different tables in that round.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapCost:
    """Repeat meetings of the whole plan before and after; hard rules broken only after."""

    repeats_before: int
    repeats_after: int
    violations: tuple[Violation, ...]


def cost_of_swap(snapshot: Snapshot, first: PersonId, second: PersonId, round_: int) -> SwapCost:
    """Return what it would cost to let `first` and `second` change seats in `round_`, from 0.

    Raises:
        CannotSwap, NoSuchRound
    """
    _plan_of(snapshot)
    problem, seats = problem_and_seats(snapshot)
    order = [guest.id for guest in problem.people]
    after = _exchange(seats, order, first, second, round_)
    known = judge(problem, seats)
    return SwapCost(
        repeats_before=weigh(problem, seats)[0],
        repeats_after=weigh(problem, after)[0],
        violations=tuple(
            violation for violation in judge(problem, after) if violation not in known
        ),
    )


def swap_seats(snapshot: Snapshot, first: PersonId, second: PersonId, round_: int) -> Plan:
    """Return the plan with the seats of two people exchanged and its figures counted anew.

    Raises:
        CannotSwap, NoSuchRound
    """
    plan = _plan_of(snapshot)
    seats = _exchange(plan.seats, plan.people, first, second, round_)
    problem, judged_seats = problem_and_seats(replace(snapshot, plan=replace(plan, seats=seats)))
    repeats, coincidences, shares = weigh(problem, judged_seats)
    before = plan.certificate
    is_best = (repeats, coincidences) == (before.lower_bound, before.coincidences_bound)
    certificate = replace(
        before,
        repeat_meetings=repeats,
        coincidences=coincidences,
        balance=tuple(shares.items()),
        proven_optimal=is_best and not judge(problem, judged_seats),
    )
    return replace(plan, id=PlanId(new_id()), seats=seats, certificate=certificate)


def _plan_of(snapshot: Snapshot) -> Plan:
    if snapshot.plan is None or not snapshot.cafe.tables:
        raise CannotSwap
    return snapshot.plan


def _exchange(
    seats: Seats,
    people: Sequence[str],
    first: PersonId,
    second: PersonId,
    round_: int,
) -> tuple[tuple[int | None, ...], ...]:
    if not 0 <= round_ < len(seats):
        raise NoSuchRound(number=round_ + 1, rounds=len(seats))
    if first not in people or second not in people:
        raise CannotSwap
    row = list(seats[round_])
    one, other = people.index(first), people.index(second)
    if row[one] is None or row[other] is None or row[one] == row[other]:
        raise CannotSwap
    row[one], row[other] = row[other], row[one]
    return tuple(tuple(row) if r == round_ else tuple(seats[r]) for r in range(len(seats)))
