"""A mended plan made better again, without a rule broken that now holds."""

from collections.abc import Callable

import numpy as np

from wcafe.solver.hard_rules import violations
from wcafe.solver.mend.mending import mend, room_to_keep, seconds_of_one_step
from wcafe.solver.mend.turns import shares_as_well, spread_turns, with_heirs
from wcafe.solver.model import Ints, Model
from wcafe.solver.search.cooling import Cooling
from wcafe.solver.search.finishing import add_way_home, rounds_to_search, search_of
from wcafe.solver.search.prices import least_cost
from wcafe.solver.solution import Bounds

_SHARE = 0.2  # of the effort that goes into mending, as far as there is so much to mend
_FEWEST_STEPS = 300


class Mending:
    """What a search does with a plan that breaks rules: mend it, then polish it.

    Args:
        model: the problem whose hard rules are to hold.
        bounds: what is proven, to stop at.
        rng: the only source of chance.
        cooling: the effort in all, and what of it polishing may use.
        stop: asked at each step.
    """

    def __init__(
        self,
        model: Model,
        bounds: Bounds,
        rng: np.random.Generator,
        cooling: Cooling,
        stop: Callable[[], bool],
    ) -> None:
        self._model = model
        self._bounds = bounds
        self._rng = rng
        self._cooling = cooling
        self._stop = stop
        self._known: dict[bytes, int] = {}  # asked more than once, and dear where many are broken

    @property
    def _steps(self) -> int:
        steps = int(_SHARE * self._cooling.effort / seconds_of_one_step(self._model))
        return max(steps, _FEWEST_STEPS)

    def count_broken(self, seats: Ints) -> int:
        told = seats.tobytes()
        if told not in self._known:
            self._known[told] = len(violations(self._model, seats))
        return self._known[told]

    def mend(self, seats: Ints) -> Ints:
        """Return `seats` with as few rules broken as could be had."""
        found = mend(self._model, seats, self._rng, self._steps, self._stop)
        return found if self.count_broken(found) < self.count_broken(seats) else seats

    def spread_turns(self, seats: Ints) -> Ints:
        """Return `seats` with fewer who host twice before all have, if they keep the hard rules."""
        if self.count_broken(seats):
            return seats
        spread = spread_turns(self._model, seats, self._rng, self._steps, self._stop)
        return seats if spread is seats else self.polish(spread)

    def polish(self, seats: Ints) -> Ints:
        """Return seats no worse than `seats`, which keep the hard rules, that keep them too."""
        model, rng = self._model, self._rng
        rounds = rounds_to_search(model)
        if not rounds:
            return seats
        room = {r: room_to_keep(model, r, seats[r]) for r in rounds}
        search = search_of(with_heirs(model, seats), rounds, seats, rng, room=room)
        target = least_cost(model, rounds, room, self._bounds.coincidences)
        self._cooling.run(search, target, is_warm=True)
        found = self.mend(add_way_home(model, search.best, rng, self._cooling, is_roomy=True))
        worth = [search_of(model, rounds, one, rng, is_roomy=True).cost for one in (found, seats)]
        is_kept = not self.count_broken(found) and worth[0] <= worth[1]
        return found if is_kept and shares_as_well(model, found, seats) else seats
