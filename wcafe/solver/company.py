"""Who comes along when somebody keeps a table: those kept together with the one who stays."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from wcafe.solver.problem import Group, Guest, Problem


def attends(guest: Guest, round_: int) -> bool:
    return guest.present is None or round_ in guest.present


class Company:
    """The groups of a problem by person, to ask who may keep which table."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._guest = {guest.id: guest for guest in problem.people}
        self._groups: defaultdict[str, list[Group]] = defaultdict(list)
        for group in problem.together:
            for person in group.ids:
                self._groups[person].append(group)

    def may_sit(
        self, guest: Guest, t: int, rounds: Sequence[int], seats: Mapping[tuple[str, int], int]
    ) -> bool:
        """May `guest` sit at table t in `rounds` as far as `seats` that are given say?

        Not with needs the table does not meet, and not where somebody who sits with the guest then
        has to be elsewhere, or would come to the table twice.
        """
        problem = self.problem
        if not self._may_be(guest, t, rounds, seats):
            return False
        for other, there in self._comes_along(guest, rounds):
            times = [r for r in there if not problem.return_home or r < problem.rounds - 1]
            is_back = problem.distinct_tables and other.fixed_table is None and len(times) > 1
            if is_back or not self._may_be(other, t, there, seats):
                return False
        return True

    def seats_of(self, guest: Guest, t: int, rounds: Sequence[int]) -> dict[tuple[str, int], int]:
        """Return the seats that follow where `guest` sits at table t in `rounds`."""
        seats = {(guest.id, r): t for r in rounds}
        for other, there in self._comes_along(guest, rounds):
            seats |= {(other.id, r): t for r in there}
        return seats

    def _comes_along(
        self, guest: Guest, rounds: Sequence[int]
    ) -> Iterator[tuple[Guest, list[int]]]:
        """Yield who sits with `guest` in some of `rounds`, and in which."""
        for group in self._groups[guest.id]:
            for person in group.ids:
                other = self._guest[person]
                there = [
                    r
                    for r in rounds
                    if (group.rounds is None or r in group.rounds)
                    and attends(guest, r)
                    and attends(other, r)
                ]
                if other is not guest and there:
                    yield other, there

    def _may_be(
        self, guest: Guest, t: int, rounds: Sequence[int], seats: Mapping[tuple[str, int], int]
    ) -> bool:
        return (
            guest.fixed_table in (None, t)
            and guest.needs <= self.problem.tables[t].features
            and all(seats.get((guest.id, r), t) == t for r in rounds)
        )
