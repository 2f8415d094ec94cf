"""Mending a plan that breaks hard rules, when the search that weighs everything could not.

Nothing but the rules counts here. A broken tie is taken by chance, and whoever it is about is
moved, exchanged with somebody, or moved with a whole party, as it costs least; what stays
broken grows dearer each time nothing helps (breakout local search, P. Morris 1993).
"""

from collections.abc import Callable, Iterator

import numpy as np

from wcafe.solver.costs import Change
from wcafe.solver.mend.ties import Ties
from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.search.seating import parties_of

_LOOKED_AT = 40  # people to exchange with, or to fetch, and tables, at each step
_AT_ONCE = 12  # steps made in any case: mostly they are enough
_MOVED = 0.4  # what a seat that changes in a repair weighs against a rule that is broken
_TENURE = 6  # steps somebody does not go back to a table just left


def mend(
    model: Model, seats: Ints, rng: np.random.Generator, steps: int, stop: Callable[[], bool]
) -> Ints:
    """Return the seats nearest to keeping all hard rules met in `steps` from `seats` on.

    Everybody present must have a seat. Cost: `steps` times about 100 moves looked at.
    """
    mender = _Mender(model, seats, rng)
    fewest, best = mender.count_broken(), seats
    for step in range(steps):
        if fewest == 0 or (step >= _AT_ONCE and stop()):
            break
        mender.step()
        if (number := mender.count_broken()) < fewest:
            fewest, best = number, np.array(mender.board.seats, np.int32)
    return best


def seconds_of_one_step(model: Model) -> float:
    """Return about how long a step takes; measured on two shared cores of 2026."""
    return 2e-5 * (min(model.people, _LOOKED_AT) + min(model.tables, _LOOKED_AT))


def room_to_keep(model: Model, r: int, row: Ints) -> list[int]:
    """Return seats a table so that a search from `row` on leaves the sizes within their limits.

    A table that takes no fewer than some number keeps the size it has.
    """
    sizes = np.bincount(row[row != NOBODY], minlength=model.tables).tolist()
    return [
        size if table.fewest else max(int(most), size)
        for size, table, most in zip(sizes, model.problem.tables, model.room[r], strict=True)
    ]


class _Mender:
    """Seats on their way; see `mend`."""

    def __init__(self, model: Model, seats: Ints, rng: np.random.Generator) -> None:
        self.ties = Ties(model, seats)
        self.board = self.ties.board
        self._model = model
        self._rng = rng
        self._weight = [1] * len(self.ties.cost)
        self._broken = {tie for tie, cost in enumerate(self.ties.cost) if cost}
        self._tabu: dict[Change, int] = {}
        self._now = 0
        self._parties = {r: parties_of(model, r) for r in self.board.rounds}

    def count_broken(self) -> int:
        return sum(self.ties.count_broken(tie) for tie in self._broken)

    def step(self) -> None:
        """Make the best move that a broken tie, taken by chance, suggests."""
        self._now += 1
        broken = sorted(self._broken)
        tie = broken[int(self._rng.integers(len(broken)))]
        best: tuple[float, list[Change]] | None = None
        for changes in self._suggest(tie):
            if any(self._tabu.get(change, 0) > self._now for change in changes):
                continue
            gain = self._change_of(changes) + float(self._rng.random()) / 2
            gain += _MOVED * sum(self._moves(r, p, t) for r, p, t in changes)
            if best is None or gain < best[0]:
                best = gain, changes
        if best is None or best[0] >= 0:
            for tie in broken:
                self._weight[tie] += 1
        if best is not None:
            self._make(best[1])

    def _moves(self, r: int, p: int, t: int) -> int:
        """Return 1 if a repair moves `p` from the seat told before, −1 if it moves back, else 0."""
        before = self._model.problem.previous
        if before is None or before[r][p] is None:
            return 0
        return int(t != before[r][p]) - int(self.board.seats[r][p] != before[r][p])

    def _make(self, changes: list[Change]) -> None:
        back = self.board.move(changes)
        for tie in self.ties.find_touched(changes, back):
            cost = self.ties.cost[tie] = self.ties.cost_of(tie)
            (self._broken.add if cost else self._broken.discard)(tie)
        for left in back:
            self._tabu[left] = self._now + _TENURE

    def _change_of(self, changes: list[Change]) -> int:
        ties = self.ties
        back = self.board.move(changes)
        change = sum(
            self._weight[tie] * (ties.cost_of(tie) - ties.cost[tie])
            for tie in ties.find_touched(changes, back)
        )
        self.board.move(back)
        return change

    def _suggest(self, tie: int) -> Iterator[list[Change]]:
        """Yield moves of one of those the tie is about, or to a table that has too few."""
        people = self.ties.people_of(tie)
        table = self.ties.table_of.get(tie)
        if table is not None and self._rng.random() < 0.5:
            r, t = table
            for p in self._some(self._elsewhere(r, t)):
                yield from self._ways(r, p, t)
            return
        if not people:
            return
        r, p = people[int(self._rng.integers(len(people)))]
        here = self.board.seats[r][p]
        for t in self._some(list(range(self._model.tables))):
            if t != here:
                yield from self._ways(r, p, t)
        for q in self._some(self._elsewhere(r, here)):
            yield [*self._route(r, p, self.board.seats[r][q]), *self._route(r, q, here)]
        yield from self._over_the_rounds(r, p)

    def _over_the_rounds(self, r: int, p: int) -> Iterator[list[Change]]:
        """Yield moves of `p` in several rounds: two tables exchanged, or all with somebody."""
        seats = self.board.seats
        rounds = [s for s in self.board.rounds if seats[s][p] != NOBODY]
        for s in rounds:
            if seats[s][p] != seats[r][p]:
                yield [(r, p, seats[s][p]), (s, p, seats[r][p])]
        for q in self._some(self._elsewhere(r, seats[r][p])):
            both = [s for s in rounds if seats[s][q] != NOBODY]
            yield [one for s in both for one in ((s, p, seats[s][q]), (s, q, seats[s][p]))]

    def _elsewhere(self, r: int, t: int) -> list[int]:
        return [p for p, at in enumerate(self.board.seats[r]) if at not in (NOBODY, t)]

    def _some(self, numbers: list[int]) -> list[int]:
        if len(numbers) <= _LOOKED_AT:
            return numbers
        return [numbers[k] for k in self._rng.choice(len(numbers), _LOOKED_AT, replace=False)]

    def _ways(self, r: int, p: int, t: int) -> Iterator[list[Change]]:
        """Yield the ways to bring `p` to table t in round r: alone, with the party, in exchange."""
        yield self._route(r, p, t)
        for party in self._parties[r]:
            if p in party:
                moving = [q for q in party if self.board.seats[r][q] != t]
                changes = [change for q in moving for change in self._route(r, q, t)]
                yield changes
                others = sorted(self.board.here[r][t] - set(party))
                room = int(self._model.room[r, t]) - len(others) - len(party)
                if 0 < -room <= len(others):
                    leaving = self._rng.choice(others, -room, replace=False).tolist()
                    here = self.board.seats[r][p]
                    yield [*changes, *(one for q in leaving for one in self._route(r, q, here))]

    def _route(self, r: int, p: int, t: int) -> list[Change]:
        """Return the move of `p` to t in round r, and those that have to go with it."""
        problem, seats, last = self._model.problem, self.board.seats, self._model.rounds - 1
        if problem.carousel and self._model.roams[p]:
            changes = [(r, p, t)]
            for way in (-1, 1):
                s = r + way
                while s in self.board.rounds and seats[s][p] != NOBODY:
                    changes.append((s, p, (t + s - r) % self._model.tables))
                    s += way
            return changes
        ends = (0, last)
        is_way_home = problem.return_home and last > 0 and r in ends and self.board.rounds[0] == 0
        if is_way_home and NOBODY not in (seats[0][p], seats[last][p]):
            return [(s, p, t) for s in ends]
        return [(r, p, t)]
