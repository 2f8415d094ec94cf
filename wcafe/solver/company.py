"""Who comes along when somebody keeps a table: those kept together with the one who stays."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from wcafe.solver.problem import Group, Guest, Problem


def attends(guest: Guest, round_: int) -> bool:
    return guest.present is None or round_ in guest.present


class Company:
    """The seats that are given in advance, to ask who may keep which table beside them.

    Those are pins, fixed tables, and what `keep` is told.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._guest = {guest.id: guest for guest in problem.people}
        self._groups: defaultdict[str, list[Group]] = defaultdict(list)
        for group in problem.together:
            for person in group.ids:
                self._groups[person].append(group)
        self._seats = {(pin.id, pin.round): pin.table for pin in problem.pins}
        for guest in problem.people:
            if guest.fixed_table is not None:
                rounds = (r for r in range(problem.rounds) if attends(guest, r))
                self._seats |= {(guest.id, r): guest.fixed_table for r in rounds}
        self._taken = Counter((r, t) for (_person, r), t in self._seats.items())

    def may_sit(self, guest: Guest, t: int, rounds: Sequence[int]) -> bool:
        """May `guest` sit at table t in those of `rounds` attended, beside what is given?

        Not with needs the table does not meet or where it is full, and not where somebody who sits
        with the guest then has to be elsewhere, or would have to stay though all move.
        """
        problem = self.problem
        coming = Counter(
            r for r in rounds if attends(guest, r) and (guest.id, r) not in self._seats
        )
        if not self._may_be(guest, t, rounds):
            return False
        for other, there in self._comes_along(guest, rounds):
            times = [r for r in there if not problem.return_home or r < problem.rounds - 1]
            moves = problem.carousel or problem.distinct_tables
            if moves and other.fixed_table is None and len(times) > 1:
                return False
            if not self._may_be(other, t, there):
                return False
            coming.update(r for r in there if (other.id, r) not in self._seats)
        most = problem.tables[t].most
        return all(self._taken[r, t] + number <= most for r, number in coming.items())

    def keep(self, guest: Guest, t: int, rounds: Sequence[int]) -> None:
        """Give the seats that follow where `guest` sits at table t in `rounds`."""
        come = [(guest, [r for r in rounds if attends(guest, r)])]
        for other, there in [*come, *self._comes_along(guest, rounds)]:
            new = [r for r in there if (other.id, r) not in self._seats]
            self._seats |= {(other.id, r): t for r in new}
            self._taken.update((r, t) for r in new)

    def _comes_along(
        self, guest: Guest, rounds: Sequence[int]
    ) -> Iterator[tuple[Guest, list[int]]]:
        """Yield, once each, who sits with `guest` in some of `rounds`, and in which."""
        along: defaultdict[str, list[int]] = defaultdict(list)
        for r in rounds:
            waiting = [guest.id] if attends(guest, r) else []
            reached = set(waiting)
            while waiting:
                for group in self._groups[waiting.pop()]:
                    if group.rounds is None or r in group.rounds:
                        here = {person for person in group.ids if attends(self._guest[person], r)}
                        waiting += sorted(here - reached)
                        reached |= here
            for person in sorted(reached - {guest.id}):
                along[person].append(r)
        for person, there in along.items():
            yield self._guest[person], there

    def _may_be(self, guest: Guest, t: int, rounds: Sequence[int]) -> bool:
        return (
            guest.fixed_table in (None, t)
            and guest.needs <= self.problem.tables[t].features
            and all(self._seats.get((guest.id, r), t) == t for r in rounds)
        )
