"""Local search: one round in work at a time, improved by swaps of two people (`swaps`).

Then another round is taken up. A worse round is kept now and then, less and less often (annealing).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from wcafe.solver.measure import met_before, pairs_at_tables, repeats_and_coincidences
from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.search.exchanges import exchange_party
from wcafe.solver.search.prices import (
    MEET,
    ZONE,
    hard_price,
    pair_prices,
    round_prices,
    seat_prices,
    uneven_price,
)
from wcafe.solver.search.seating import parties_of, room_for, sit_down
from wcafe.solver.search.swaps import CANDIDATES, STEPS, InWork, best_swaps

_EXCHANGES = 0.25  # of the rounds taken up begin with a party that changes tables
HOT, COLD = 0.6 * MEET, 1.0  # temperatures of the annealing, as prices


class Search:
    """A plan being improved, in memory. Same model, start and generator: same plan.

    Args:
        model: the problem.
        rounds: the rounds in work; the others keep the seats of `start`.
        start: seats to begin with, of shape (R, P); NOBODY where any seat will do.
        rng: the only source of chance.
        is_roomy: may tables alike differ by more than one person? Only where rules force it.
        room: the seats to be used at each table, for each round, instead of those.
        stop: once it says yes, the seats are not priced any more, and nothing can be improved.
        meet: the price of a pair that meets once more.
        uneven: what two empty seats at one table cost, instead of `uneven_price`.
    """

    def __init__(
        self,
        model: Model,
        rounds: list[int],
        start: Ints,
        rng: np.random.Generator,
        *,
        is_roomy: bool = False,
        room: dict[int, list[int]] | None = None,
        stop: Callable[[], bool] = lambda: False,
        meet: int = MEET,
        uneven: int | None = None,
    ) -> None:
        self._model = model
        self._meet = meet
        self._uneven = uneven_price(model) if uneven is None else uneven
        self._rng = rng
        self._stop = stop
        self.rounds = rounds
        self.room = room or {r: room_for(model, r, is_roomy=is_roomy) for r in rounds}
        self._hard = hard_price(model)
        self._rules = pair_prices(model)
        self._price = self._rules + meet * met_before(model)
        self._counted = frozenset(model.problem.counted_rounds)
        self._seat_price = {r: seat_prices(model, r) for r in rounds}
        self._visits = np.zeros((model.tables, model.people), np.int32)
        self._pinned_visits = self._visits.copy()  # those of them that a pin asks for
        self._zones = [table.zone for table in model.problem.tables]
        self._parties = {r: parties_of(model, r) for r in rounds}
        self._seats = start.copy()
        self._waiting: list[int] = []  # rounds to be worked on before any comes again
        self._ghosts: dict[int, NDArray[np.intp]] = {}
        self.cost = 0
        for r in range(model.rounds):
            if r not in self.room:
                self._count(r, +1)
        self._sit_down()
        self.best_cost = self.cost
        self._keep()

    @property
    def best(self) -> Ints:
        """The best seats met, of shape (R, P)."""
        return self._best[0]

    @property
    def seconds_of_one_round(self) -> float:
        """About how long `anneal` takes; measured on two shared cores of 2026."""
        members = max(sum(room) for room in self.room.values())
        priced = min(members, CANDIDATES) * members
        return 2e-4 + 20e-9 * members**2 + STEPS * (3e-5 + 5e-9 * priced)

    def repeats_and_coincidences(self) -> tuple[int, int]:
        """Return both figures of the best plan met. Cost: O(R P²)."""
        return repeats_and_coincidences(self._model, self.best)

    def return_to_best(self) -> None:
        """Go on from the best plan met rather than from the last one."""
        if self.cost > self.best_cost:
            for r in self.rounds:
                self._count(r, -1)
            self._seats, self._ghosts = self._best[0].copy(), dict(self._best[1])
            self.cost = self.best_cost
            for r in self.rounds:
                self._count(r, +1)

    def start_anew(self) -> None:
        """Go on from a plan made by chance; the best one met stays known."""
        for r in self.rounds:
            self._count(r, -1)
            self._seats[r] = NOBODY
        self._sit_down()

    def _sit_down(self) -> None:
        """Seat every round in work, none of which is counted in."""
        self.cost = 0
        for r in self.rounds:
            wished, room = self._seats[r], self.room[r]
            row, ghosts = sit_down(self._model, r, room, wished, self._alone(r), self._rng)
            self._seats[r], self._ghosts[r] = row, ghosts
            if self._stop():
                continue
            self.cost += self._cost_of(r)
            self._count(r, +1)

    def _keep(self) -> None:
        self._best = self._seats.copy(), dict(self._ghosts)

    def anneal(self, share: float) -> None:
        """Work on one round; `share` of the cooling is over, from 0 to 1."""
        if not self._waiting:
            self._waiting = self._rng.permutation(self.rounds).tolist()
        r = self._waiting.pop()
        self._count(r, -1)
        work = self._take_up(r)
        change = 0
        if self._parties[r] and self._rng.random() < _EXCHANGES:
            change = exchange_party(work, self._parties[r], self._rng)
        table, more = best_swaps(work, self._rng, self._stop)
        change += more
        heat = HOT * (COLD / HOT) ** share
        if change <= 0 or self._rng.random() < np.exp(-change / heat):
            self._seats[r, work.people] = table[: len(work.people)]
            self._ghosts[r] = table[len(work.people) :]
            self.cost += change
        self._count(r, +1)
        if self.cost < self.best_cost:
            self.best_cost = self.cost
            self._keep()

    def _count(self, r: int, sign: int) -> None:
        """Count the meetings and visits of round r in (+1) or out (−1) of the prices."""
        model, row = self._model, self._seats[r]
        if r in self._counted:
            first, second = pairs_at_tables(row)
            self._price[first, second] += sign * self._meet
            self._price[second, first] += sign * self._meet
        if r in self._counted and model.problem.distinct_tables:
            going = np.flatnonzero(model.roams & (row != NOBODY))
            self._visits[row[going], going] += sign * self._hard
            pinned = going[model.pinned[r, going] == row[going]]
            self._pinned_visits[row[pinned], pinned] += sign * self._hard
        self._count_zones(row, sign)

    def _count_zones(self, row: Ints, sign: int) -> None:
        for zone in {zone for zone in self._zones if zone is not None}:
            alike = np.array([t for t, other in enumerate(self._zones) if other == zone])
            here = np.flatnonzero(np.isin(row, alike) & self._model.roams)
            self._visits[np.ix_(alike, here)] += sign * ZONE

    def _take_up(self, r: int) -> InWork:
        """Put round r in work; it must be counted out."""
        model = self._model
        people = np.flatnonzero(model.present[r])
        n, ghosts = len(people), len(self._ghosts[r])
        pair = np.full((n + ghosts, n + ghosts), 0, np.int32)
        price = self._price if r in self._counted else self._rules
        pair[:n, :n] = price if n == model.people else price[np.ix_(people, people)]
        pair[n:, n:] = self._uneven
        for members, extra in round_prices(model, r):
            there = np.searchsorted(people, np.intersect1d(members, people))
            pair[np.ix_(there, there)] += extra
        np.fill_diagonal(pair, 0)
        table = np.concatenate([self._seats[r, people], self._ghosts[r]]).astype(np.intp)
        at = np.zeros((model.tables, n + ghosts), np.int32)
        alone = self._alone(r)[:, people]
        at[:, :n] = alone
        order = np.argsort(table, kind="stable")
        used, first = np.unique(table[order], return_index=True)
        at[used] += np.add.reduceat(pair[order], first, axis=0)
        is_fixed = np.zeros(n + ghosts, bool)
        is_fixed[:n] = model.pinned[r, people] == table[:n]
        least = np.zeros(n + ghosts, np.int32)
        least[:n] = alone.min(axis=0)
        if model.problem.together:  # no other price of two people is below nothing
            least[:n] += np.minimum(pair[:n, :n], 0).sum(axis=1)
        return InWork(people, pair, at, table, np.flatnonzero(~is_fixed), least)

    def _alone(self, r: int) -> Ints:
        """Return what each table costs each person in round r, whoever else sits there; (T, P)."""
        prices = self._seat_price[r]
        if r in self._counted:
            prices = prices + self._visits
            pinned = np.flatnonzero(self._model.pinned[r] != NOBODY)
            at = self._model.pinned[r, pinned]
            # two pins to one table are nobody's mistake; another round there still is one
            prices[at, pinned] -= self._pinned_visits[at, pinned]
        return prices

    def _cost_of(self, r: int) -> int:
        """Return what round r, counted out, adds to the cost of the others."""
        row, ghosts = self._seats[r], np.bincount(self._ghosts[r])
        price = self._price if r in self._counted else self._rules
        cost = int(price[pairs_at_tables(row)].sum())
        for members, extra in round_prices(self._model, r):
            cost += extra * len(pairs_at_tables(row[members])[0])
        cost += self._uneven * int((ghosts * (ghosts - 1) // 2).sum())
        there = np.flatnonzero(row != NOBODY)
        return cost + int(self._alone(r)[row[there], there].sum())
