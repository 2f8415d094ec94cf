"""The plan: compose it, repair it, judge it. The solver computes; then one short write."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from wcafe.domain.cafe import Cafe
from wcafe.domain.people import PersonId, participants
from wcafe.domain.plan import Plan
from wcafe.i18n import Words
from wcafe.services.cafe import CafeService
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.planning.composing import Composed, Outcome, compose, solve_bare, solve_problem
from wcafe.services.planning.hosts import find_misplaced
from wcafe.services.planning.keeping import keep_composed, put_back
from wcafe.services.planning.order import Order, Wishes
from wcafe.services.planning.problem import problem_and_seats
from wcafe.services.planning.rehearsal import DRAWS, Rehearsed, rehearse_plan
from wcafe.services.planning.repair import RepairCost, cost_of_repair
from wcafe.services.planning.swap import SwapCost, cost_of_swap, swap_seats
from wcafe.solver import Notice, Violation, judge

if TYPE_CHECKING:  # who composes a bare problem needs no database
    from wcafe.store import Store

__all__ = [
    "Composed",
    "Outcome",
    "PlanService",
    "Rehearsed",
    "RepairCost",
    "SwapCost",
    "Violation",
    "cost_of_repair",
    "solve_bare",
    "solve_problem",
]


class PlanService:
    """Compose and judge the plan of a café."""

    def __init__(
        self,
        store: "Store",
        cafes: CafeService,
        changes: Changes,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._store = store
        self._cafes = cafes
        self._changes = changes
        self._clock = clock
        self._sound: Plan | None = None  # kept as the solver made it, which judged it

    def compose(
        self,
        *,
        stop: Callable[[], bool] = lambda: False,
        by: object | None = None,
        **wishes: Unpack[Wishes],
    ) -> Outcome:
        """Compose a plan and keep it, or repair the current one; arguments as for `compute`.

        A plan that breaks a hard rule is returned and not kept. No transaction waits for the
        solver: should the café have changed in the meantime, nothing is kept.

        Raises:
            NobodyToSeat, TooFewSeats, TooFewSpareSeats, NoPlanYet, NoSuchRound: before any search.
            EditedElsewhere: people, tables or the plan changed while it was composed.
        """
        composed = self.compute(stop=stop, **wishes)
        if composed.plan is not None:
            self.keep(composed, by=by)
        return composed.outcome

    def compute(
        self,
        *,
        stop: Callable[[], bool] = lambda: False,
        on_better: Callable[[int, int], object] | None = None,
        **wishes: Unpack[Wishes],
    ) -> Composed:
        """Compose a plan and keep nothing; errors as for `compose`, before any search.

        Args:
            stop: asked many times a second; yes ends it with the best plan so far.
            on_better: hears the repeat meetings of the best plan so far and their proven
                minimum, in this thread, a few times a second.
            wishes: what the plan is to be; see `Order`.
        """
        return compose(
            self._cafes.snapshot(),
            Order(**wishes),
            stop=stop,
            on_better=on_better,
            clock=self._clock,
        )

    def keep(self, composed: Composed, *, by: object | None = None) -> Plan:
        """Keep a plan that `compute` made, with the tables it was made for.

        If it is a repair and nobody holds a badge, people do from now on: those of before.

        Raises:
            EditedElsewhere: people, tables or the plan changed while it was composed.
        """
        plan = composed.plan
        if plan is None:
            raise ValueError("a plan that breaks a hard rule is not kept")
        saved = self._store.write(lambda work: keep_composed(work, composed, plan))
        self._sound = saved
        self._changes.tell(Changed(Part.PLAN | Part.CAFE, by))
        return saved

    def restore(
        self, plan: Plan | None, *, cafe: Cafe | None = None, by: object | None = None
    ) -> Plan | None:
        """Put an earlier plan, or none, in the place of the current one, as undo does.

        Args:
            plan: the plan; people it seats who are gone meanwhile are left out.
            cafe: the café whose tables it was made for, if those are to come back too.
            by: who asks.
        """
        saved = self._store.write(lambda work: put_back(work, plan, cafe))
        self._changes.tell(Changed(Part.PLAN | Part.CAFE if cafe else Part.PLAN, by))
        return saved

    def swap_cost(self, first: PersonId, second: PersonId, round_: int) -> SwapCost:
        """Return what it would cost to let two people change seats in `round_`, from 0.

        Raises:
            CannotSwap, NoSuchRound
        """
        return cost_of_swap(self._cafes.snapshot(), first, second, round_)

    def swap(
        self, first: PersonId, second: PersonId, round_: int, *, by: object | None = None
    ) -> Plan:
        """Let two people change seats in `round_`, from 0, whatever it costs, and keep that.

        Raises:
            CannotSwap, NoSuchRound, EditedElsewhere
        """
        plan = swap_seats(self._cafes.snapshot(), first, second, round_)
        saved = self._store.write(lambda work: work.plans.save(plan))
        self._changes.tell(Changed(Part.PLAN, by))
        return saved

    def rehearse(
        self, *, draws: int = DRAWS, seed: int = 1, stop: Callable[[], bool] = lambda: False
    ) -> Rehearsed | None:
        """Return what absences would do to the plan; None if `stop` said yes before the end.

        Raises:
            NoPlanYet
        """
        snapshot = self._cafes.snapshot()
        return rehearse_plan(snapshot, draws=draws, seed=seed, stop=stop)

    def why(self, violation: Violation, words: Words) -> str:
        """Return in `words` which rule is broken, for whom and when."""
        with self._store.read() as work:
            names = {person.id: person.name for person in work.people.all()}
        return violation.describe(words, lambda person: names.get(PersonId(person), person))

    def misplaced(self) -> tuple[Notice, ...]:
        """Return who is to host, or to stay at, a table that is not there."""
        with self._store.read() as work:
            return tuple(find_misplaced(participants(work.people.all()), work.cafes.get()))

    def violations(self) -> tuple[Violation, ...]:
        """Return the hard rules the kept plan breaks for the café as it is now."""
        now = self._cafes.snapshot()
        if now.plan is None or not participants(now.people) or not now.cafe.tables:
            return ()
        if now.plan == self._sound and not now.is_plan_stale:
            return ()
        return judge(*problem_and_seats(now))
