"""How long to search and how boldly: cycles from hot to cold, each longer than the last.

Effort is counted in estimated seconds, from the sizes of the arrays, and not by a clock: the
same problem, seed and effort make the same plan on a slow machine and on a fast one.
"""

from collections.abc import Callable
from typing import Protocol

from wcafe.solver.model import Ints
from wcafe.solver.search.prices import HARD
from wcafe.solver.solution import Bounds, Standing

_FIRST, _GROWTH = 0.05, 1.6  # seconds of the first cycle, and how much longer each next one is
_TELL = 0.06  # seconds of effort at most from one word of progress to the next
_IN_VAIN = 0.5  # seconds of effort at most where the rules are proved to collide
_LUKEWARM = 0.5  # where a cycle begins that starts from a good plan, 0 hot … 1 cold


class Improvable(Protocol):
    """A plan being improved: a `Search`, or a `Carousel`."""

    cost: int
    best_cost: int
    room: dict[int, list[int]]

    @property
    def best(self) -> Ints: ...

    @property
    def seconds_of_one_round(self) -> float: ...

    def repeats_and_coincidences(self) -> tuple[int, int]: ...

    def return_to_best(self) -> None: ...

    def start_anew(self) -> None: ...

    def anneal(self, share: float) -> None: ...


class Cooling:
    """Spends an effort on searches.

    Args:
        effort: seconds in all, as estimated by `_seconds_of`.
        bounds: what is proven, for `on_better`.
        stop: asked before each round is taken up.
        on_better: hears how far it is, many times a second.
        is_vain: asked once, about a plan that breaks a rule when `_IN_VAIN` is half spent.
        is_late: asked about a plan that may break a rule; the search ends where it says yes.

    Attributes:
        effort: seconds in all; less once the search is known to be in vain, as then it looks for
            the fewest violations only.
        stop: as it was given.
    """

    def __init__(
        self,
        effort: float,
        bounds: Bounds,
        stop: Callable[[], bool],
        on_better: Callable[[Standing], object] | None,
        is_vain: Callable[[Ints], bool] = lambda _seats: False,
        is_late: Callable[[Ints], bool] = lambda _seats: False,
    ) -> None:
        self.effort = effort
        self._is_vain = is_vain
        self._is_late = is_late
        self._is_asked = False
        self._spent = 0.0
        self._bounds = bounds
        self.stop = stop
        self._on_better = on_better
        self._told_at = -_TELL
        self._figures = (-1, 0, 0)  # cost, repeats and coincidences of the plan last told

    def run(
        self,
        search: Improvable,
        target: int,
        *,
        is_warm: bool,
        is_bound: bool = True,
        share: float = 0.5,
    ) -> bool:
        """Improve `search` until its cost is `target`, or the effort is spent.

        Half the effort at a time; the second half only while the first has brought no harm.
        A search with a warm start that is not bound to it begins anew two times of three.

        Returns:
            Was a better plan found than the one the search began with?
        """
        begun = search.best_cost
        step = search.seconds_of_one_round
        cycle = _FIRST
        cycles = 0
        begun_at = self._spent
        end = begun_at + share * self.effort
        while self._spent < end and search.best_cost > target:
            length = min(cycle, end - self._spent)
            used = 0.0
            coldest = _LUKEWARM if is_warm and cycles == 0 else 0.0
            while used < length and search.best_cost > target:
                may_break_rules = search.best_cost >= target + HARD
                if self.stop() or (may_break_rules and self._is_late(search.best)):
                    return search.best_cost < begun
                search.anneal(coldest + (1.0 - coldest) * used / length)
                used += step
                if self._is_found_vain(search, target, self._spent + used):
                    end = min(end, begun_at + share * self.effort)
                    length = min(length, used)
                self._tell(search, self._spent + used)
            self._spent += used
            cycle *= _GROWTH
            cycles += 1
            if cycles % 2 == 1 and not is_warm and search.best_cost >= target + HARD:
                search.start_anew()  # a rule is still broken: another beginning may keep it
            elif is_warm and not is_bound and cycles % 3:
                search.start_anew()  # near a good plan there may be no better one
            elif cycles % 3 == 0 or is_warm:
                search.return_to_best()
        return search.best_cost < begun

    def doubt(self, seats: Ints) -> bool:
        """Ask, if nobody has yet, whether `seats` break a rule that no plan can keep."""
        is_vain = not self._is_asked and self._is_vain(seats)
        self._is_asked = True
        if is_vain:
            self.effort = min(self.effort, _IN_VAIN)
        return is_vain

    def _is_found_vain(self, search: Improvable, target: int, spent: float) -> bool:
        """Has it just been proved that no search can keep all rules?"""
        if self._is_asked or spent < _IN_VAIN / 2 or search.best_cost < target + HARD:
            return False
        return self.doubt(search.best)

    def _tell(self, search: Improvable, spent: float) -> None:
        """Say how far it is, unless that was said a moment ago."""
        if self._on_better is None or spent < self._told_at + _TELL:
            return
        if self._figures[0] != search.best_cost:
            self._figures = (search.best_cost, *search.repeats_and_coincidences())
        self._told_at = spent
        done = min(spent / self.effort, 1.0)
        repeats, coincidences = self._figures[1:]
        bounds = self._bounds.beside(repeats, coincidences, keeps_rules=False)
        self._on_better(Standing(done, repeats, coincidences, bounds))
