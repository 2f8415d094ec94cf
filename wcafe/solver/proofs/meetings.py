"""What people leave no room for: so many meetings, so few to have them with (SOLVER.md 4.1).

Each person has a list of the least that one more meeting can cost: nothing with somebody new,
as much as they have met before with anybody else, and one more each time after. All meetings of
a plan are taken from the cheap ends of these lists. The lists grow, so that is exact, save that
people are counted one by one though a meeting is always one of two.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wcafe.solver.counting import fill
from wcafe.solver.measure import met_before, repeats_and_coincidences, shared
from wcafe.solver.model import NOBODY, Bools, Ints, Model, speak_alike
from wcafe.solver.solution import Bounds


@dataclass(frozen=True, slots=True)
class Meetings:
    """Who could meet whom in some rounds to come, and how often they have met by then.

    Attributes:
        model: the problem.
        rounds: the rounds to come whose meetings count.
        could: (P, P), who could share a table in one of them.
        known: (P, P), how often each pair has met in earlier cafés and in rounds that are past;
            None where nobody has met anybody.
        so_far: repeats and coincidences of the rounds that are past.
    """

    model: Model
    rounds: list[int]
    could: Bools
    known: Ints | None
    so_far: tuple[int, int]

    @classmethod
    def to_come(cls, model: Model) -> "Meetings":
        """Return those of the rounds of `model` that are not past."""
        first = model.problem.from_round
        rounds = [r for r in model.problem.counted_rounds if r >= first]
        known = met_before(model) if model.problem.met_before else None
        for r in range(first):
            known = shared(model.past[r]) + (0 if known is None else known)
        so_far = repeats_and_coincidences(model, model.past) if first else (0, 0)
        return cls(model, rounds, _possible_partners(model, rounds), known, so_far)

    def bounds_of(self, who: Bools) -> Bounds:
        """Return the least repeats and coincidences of a plan, by the meetings among `who`.

        That is everybody, or the travellers, whose meetings with a host who stays are one each
        where no table is seen twice.
        """
        meetings, room = self._count(who)
        could = self.could[who][:, who]
        if self.known is None:
            partners = could.sum(axis=1)
            new = int(np.minimum(room, partners).sum())
            cost = fill(meetings, room.tolist(), partners.tolist())
        else:
            known = self.known[who][:, who]
            new = int(np.minimum(room, (could & (known == 0)).sum(axis=1)).sum())
            costs = self._least_costs(who, room, grows=True)
            cost = int(costs[:meetings].sum())
        repeats, coincidences = self.so_far
        return Bounds(
            repeats=repeats - (-max(meetings - new, 0) // 2),
            coincidences=coincidences - (-cost // 2),
        )

    def again_at_least(self, who: Bools) -> int:
        """Return the fewest coincidences with meetings of earlier cafés, beside those in this one.

        A pair that had met k times and meets m times here has k m of these and C(m, 2) of those.
        """
        if not self.model.problem.met_before or self.model.problem.from_round:
            return 0
        meetings, room = self._count(who)
        return -(-int(self._least_costs(who, room, grows=False)[:meetings].sum()) // 2)

    def _count(self, who: Bools) -> tuple[int, NDArray[np.int_]]:
        """Return twice the fewest pairs of `who` to share a table, and the most for each person."""
        model = self.model
        others = seats_taken_by_others(model, who)
        meetings = 0
        room = np.zeros(model.people, int)
        for r in self.rounds:
            here = model.present[r] & who
            seats = np.maximum(model.room[r] - others[r], 0)
            meetings += 2 * fill(int(here.sum()), seats.tolist(), [1] * model.tables)
            room[here] += max(int(seats.max(initial=0)) - 1, 0)
        return meetings, room[who]

    def _least_costs(self, who: Bools, room: NDArray[np.int_], *, grows: bool) -> Ints:
        """Return what meetings cost at the least, the cheapest first, of all persons together.

        With `grows` each meeting of a pair makes the next one dearer.
        """
        assert self.known is not None
        known, could = self.known[who][:, who], self.could[who][:, who]
        present = self.model.present[self.rounds][:, who]
        times = np.arange(len(self.rounds), dtype=np.int32)
        has_new = (could & (known == 0)).sum(axis=1) >= room  # enough people who were never met
        told = [np.zeros(int(room[has_new].sum()), np.int32)]
        for p in np.flatnonzero(~has_new).tolist():
            others, most = np.flatnonzero(could[p]), int(room[p])
            if len(others) > most:  # one meeting each with the cheapest is enough to choose from
                others = others[np.argpartition(known[p, others], most)[:most]]
            often = (present[:, others] & present[:, [p]]).sum(axis=0)  # rounds they could share
            is_open = times < often[:, None]
            costs = (known[p, others][:, None] + times * grows)[is_open]
            told.append(np.partition(costs, most)[:most] if len(costs) > most else costs)
        return np.sort(np.concatenate(told).astype(np.int64))


def seats_taken_by_others(model: Model, who: Bools) -> Ints:
    """Return the seats taken at each table by people who stay there and are not of `who`."""
    taken = np.zeros((model.rounds, model.tables), np.int32)
    for r in range(model.rounds):
        staying = (model.stays[r] != NOBODY) & ~who
        taken[r] = np.bincount(model.stays[r][staying], minlength=model.tables)
    return taken


def _possible_partners(model: Model, rounds: list[int]) -> Bools:
    """Return who could share a table with whom in some of `rounds`; shape (P, P)."""
    times, kind = np.unique(model.present[rounds], axis=1, return_inverse=True)
    both = times[:, :, None] & times[:, None, :]  # of those who come at the same times
    could = np.asarray(both.any(axis=0), bool)[np.ix_(kind.ravel(), kind.ravel())]
    for group in model.problem.apart:
        if group.rounds is None:
            members = model.members(group)
            could[np.ix_(members, members)] = False
    stays_at = model.stays.max(axis=0)
    staying = stays_at != NOBODY
    could &= (stays_at[:, None] == stays_at[None, :]) | ~(staying[:, None] & staying[None, :])
    could &= speak_alike(model)
    np.fill_diagonal(could, False)
    return could
