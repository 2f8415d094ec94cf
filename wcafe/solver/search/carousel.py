"""Search for a carousel: whole movers change lanes, alone or in exchange, and all is priced.

The same annealing as `improve`, over another neighbourhood: no seat can change by itself, as the
rounds of a mover follow from each other. See `movers`.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from math import exp

import numpy as np
from numpy.typing import NDArray

from wcafe.solver.measure import met_before, repeats_and_coincidences
from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.search.improve import COLD, HOT
from wcafe.solver.search.movers import Place, lanes_of, movers_of
from wcafe.solver.search.prices import (
    MEET,
    ZONE,
    hard_price,
    pair_prices,
    round_prices,
    seat_prices,
    uneven_price,
)

_TRIED = 40  # changes that are tried before another temperature is set
_EXCHANGES = 0.7  # of the changes


class Carousel:
    """A carousel being improved. Same model, start and generator: same plan.

    Args:
        model: the problem.
        start: seats to begin with, of shape (R, P), those of the past among them.
        rng: the only source of chance.
        room: the seats at each table in each round to come where tables are as even as can be.
    """

    def __init__(
        self, model: Model, start: Ints, rng: np.random.Generator, room: dict[int, list[int]]
    ) -> None:
        self._model = model
        self._rng = rng
        self.room = room
        self._hard = hard_price(model)
        self._uneven = uneven_price(model)
        self._rules = _fast(pair_prices(model))
        self._met = _fast(met_before(model))
        self._prices = {r: seat_prices(model, r) for r in room}
        self._price_at = {r: _fast(prices) for r, prices in self._prices.items()}
        self._extra = {r: _pairs_of_round(model, r) for r in room}
        self._counted = frozenset(model.problem.counted_rounds)
        self._most = model.room
        last = model.rounds - 1
        self._ends = {0: last, last: 0} if model.problem.return_home and last > 0 else {}
        self._zones = [table.zone for table in model.problem.tables]
        self._seats: list[list[int]] = np.full_like(start, NOBODY).tolist()
        self._here = [[set[int]() for _ in range(model.tables)] for _ in self._seats]
        self._visits: Counter[tuple[int, object]] = Counter()  # of tables and zones, by person
        self._sizes = _prices_of_sizes(model, room)
        self.cost = sum(prices[0] for tables in self._sizes.values() for prices in tables)
        self._keep_past(start)
        self._keep_staying()
        self._movers = movers_of(model)
        self._free = [k for k, mover in enumerate(self._movers) if mover.lane is None]
        self._lanes = [0] * len(self._movers)
        self._find_lanes(range(len(self._movers)), lanes_of(model, self._movers, start))
        self.best_cost, self._best = self.cost, self._lanes[:]

    @property
    def best(self) -> Ints:
        """The best seats met, of shape (R, P)."""
        seats = np.array(self._seats, np.int32)
        for mover, lane in zip(self._movers, self._best, strict=True):
            for r, p in mover.places:
                seats[r, p] = (lane + r) % self._model.tables
        return seats

    @property
    def seconds_of_one_round(self) -> float:
        """About how long `anneal` takes; measured on two shared cores of 2026."""
        places = sum(len(mover.places) for mover in self._movers) / max(len(self._movers), 1)
        at_table = self._model.people / self._model.tables
        return _TRIED * max(places, 1.0) * (4e-6 + 1.5e-6 * at_table)

    def repeats_and_coincidences(self) -> tuple[int, int]:
        """Return both figures of the best plan met. Cost: O(R P²)."""
        return repeats_and_coincidences(self._model, self.best)

    def return_to_best(self) -> None:
        """Go on from the best plan met rather than from the last one."""
        for k, lane in enumerate(self._best):
            if lane != self._lanes[k]:
                self._change({k: lane})

    def start_anew(self) -> None:
        """Go on from a plan made by chance; the best one met stays known."""
        for k in self._free:
            self._leave(k)
        self._find_lanes(self._rng.permutation(self._free).tolist(), None)

    def anneal(self, share: float) -> None:
        """Try some changes; `share` of the cooling is over, from 0 to 1."""
        tables, free = self._model.tables, self._free
        if not free or tables < 2:
            return
        heat = HOT * (COLD / HOT) ** share
        chances = self._rng.random((_TRIED, 4)).tolist()
        for how, who, where, limit in chances:
            one = free[int(who * len(free))]
            lane = self._lanes[one]
            if how < _EXCHANGES:
                other = free[int(where * len(free))]
                changes = {one: self._lanes[other], other: lane}
            else:
                changes = {one: (lane + 1 + int(where * (tables - 1))) % tables}
            if changes[one] == lane:
                continue
            cost, back = self.cost, {k: self._lanes[k] for k in changes}
            self._change(changes)
            if self.cost > cost and limit >= exp((cost - self.cost) / heat):
                self._change(back)
            elif self.cost < self.best_cost:
                self.best_cost, self._best = self.cost, self._lanes[:]

    def _change(self, lanes: dict[int, int]) -> None:
        for k in lanes:
            self._leave(k)
        for k, lane in lanes.items():
            self._enter(k, lane)

    def _enter(self, k: int, lane: int) -> None:
        self._lanes[k] = lane
        for r, p in self._movers[k].places:
            self._sit(r, p, (lane + r) % self._model.tables)

    def _leave(self, k: int) -> None:
        for r, p in reversed(self._movers[k].places):
            self._stand(r, p)

    def _find_lanes(self, some: Iterable[int], wished: list[int | None] | None) -> None:
        """Let movers enter the lanes they wish, then the others one by one where most is free."""
        rest = []
        for k in some:
            lane = wished[k] if wished else None
            if lane is None:
                rest.append(k)
            else:
                self._enter(k, lane)
        rest.sort(key=lambda k: -len(self._movers[k].places))
        load = {r: np.array([len(here) for here in self._here[r]]) for r in self.room}
        for k in rest:
            places = self._movers[k].places
            self._enter(k, self._freest_lane(places, load))
            for r, p in places:
                load[r][self._seats[r][p]] += 1

    def _freest_lane(self, places: tuple[Place, ...], load: dict[int, NDArray[np.int_]]) -> int:
        """Return the lane with the least price of seats, and of tables fuller than the others."""
        lanes = np.arange(self._model.tables)
        price = self._rng.random(len(lanes))
        for r, people in _by_round(places).items():
            tables = (lanes + r) % self._model.tables
            number = load[r] + len(people)
            free = np.array(self.room[r]) - number
            crowded = self._hard * np.maximum(number - self._most[r], 0)
            price += (crowded + self._uneven * np.maximum(-free, 0) - 10 * free)[tables]
            price += self._prices[r][:, people].sum(axis=1)[tables]
        return int(price.argmin())

    def _keep_past(self, start: Ints) -> None:
        """Count the meetings and visits of rounds that are past; no rule is about them."""
        for r in range(self._model.problem.from_round):
            for p in np.flatnonzero(start[r] != NOBODY).tolist():
                t = int(start[r, p])
                self.cost += MEET * self._meet(r, p, t, +1)
                self._seats[r][p] = t
                self._here[r][t].add(p)
                if self._model.present[r, p]:
                    self._visit(r, p, t, +1)

    def _keep_staying(self) -> None:
        for p in np.flatnonzero(~self._model.roams).tolist():
            for r in self.room:
                if self._model.present[r, p]:
                    self._sit(r, p, int(self._model.pinned[r, p]))

    def _sit(self, r: int, p: int, t: int) -> None:
        """Seat `p` at table t in round r, and add what it costs beside all who sit already."""
        here, sizes = self._here[r][t], self._sizes[r][t]
        self.cost += self._price(r, p, t) + MEET * self._meet(r, p, t, +1)
        self.cost += self._visit(r, p, t, +1) + sizes[len(here) + 1] - sizes[len(here)]
        here.add(p)
        self._seats[r][p] = t

    def _stand(self, r: int, p: int) -> None:
        """Take back what `_sit` did."""
        t = self._seats[r][p]
        here, sizes = self._here[r][t], self._sizes[r][t]
        here.remove(p)
        self._seats[r][p] = NOBODY
        self.cost -= self._price(r, p, t) + MEET * self._meet(r, p, t, -1)
        self.cost -= self._visit(r, p, t, -1) + sizes[len(here) + 1] - sizes[len(here)]

    def _price(self, r: int, p: int, t: int) -> int:
        """Return the price of the seat itself, and of those at the table in this round alone."""
        price = self._price_at[r][t, p]
        for q in self._here[r][t]:
            price += self._rules[p, q]
        if extra := self._extra[r].get(p):
            price += sum(extra.get(q, 0) for q in self._here[r][t])
        if r in self._ends and self._seats[self._ends[r]][p] not in (NOBODY, t):
            price += self._hard  # does not return home
        return price

    def _meet(self, r: int, p: int, t: int, sign: int) -> int:
        """Count the meetings of `p` at the table in or out; return how many were met before."""
        if r not in self._counted:
            return 0
        before = 0
        for q in self._here[r][t]:
            met = self._met[p, q]
            before += met if sign > 0 else met - 1
            self._met[p, q] = self._met[q, p] = met + sign
        return before

    def _visit(self, r: int, p: int, t: int, sign: int) -> int:
        """Count a visit of a traveller in or out; return the price of having been there before."""
        if not self._model.roams[p]:
            return 0
        price = 0
        if self._model.problem.distinct_tables and r in self._counted:
            price += self._hard * self._again((p, t), sign)
        if (zone := self._zones[t]) is not None:
            price += ZONE * self._again((p, zone), sign)
        return price

    def _again(self, visit: tuple[int, object], sign: int) -> int:
        self._visits[visit] += sign
        return self._visits[visit] - (sign > 0)


def _prices_of_sizes(model: Model, room: dict[int, list[int]]) -> dict[int, list[list[int]]]:
    """Return for each round and table what each number of people costs there."""
    hard, uneven = hard_price(model), uneven_price(model)
    known: dict[tuple[int, int, int], list[int]] = {}  # tables are much alike

    def price(number: int, even: int, most: int, fewest: int) -> int:
        broken = max(number - most, 0) + min(number, max(fewest - number, 0))
        return hard * broken + uneven * ((even - number) * (even - number - 1) // 2)

    prices: dict[int, list[list[int]]] = {}
    for r, seats in room.items():
        prices[r] = []
        for even, most, table in zip(
            seats, model.room[r].tolist(), model.problem.tables, strict=True
        ):
            kind = even, most, table.fewest
            if kind not in known:
                known[kind] = [price(number, *kind) for number in range(model.people + 1)]
            prices[r].append(known[kind])
    return prices


def _fast(numbers: Ints) -> memoryview:
    """Return a view of `numbers` whose single ones are read several times as fast."""
    return np.ascontiguousarray(numbers, np.int32).data


def _by_round(places: tuple[Place, ...]) -> dict[int, list[int]]:
    people: dict[int, list[int]] = {}
    for r, p in places:
        people.setdefault(r, []).append(p)
    return people


def _pairs_of_round(model: Model, r: int) -> dict[int, dict[int, int]]:
    """Return what pairs cost in round r alone, each of them both ways."""
    prices: dict[int, dict[int, int]] = {}
    for members, price in round_prices(model, r):
        for one, other in combinations(members, 2):
            for p, q in ((one, other), (other, one)):
                row = prices.setdefault(p, {})
                row[q] = row.get(q, 0) + price
    return prices
