"""Every tie of a problem on one board, with its cost; see `costs`."""

from collections import defaultdict
from collections.abc import Iterable

from wcafe.solver.costs import Board, Change, Place
from wcafe.solver.hard_rules import ties_on
from wcafe.solver.model import Ints, Model


class Ties:
    """The ties of a problem by number, and what each costs as people move.

    Attributes:
        board: the seats.
        cost: what each tie costs now.
        table_of: the (round, table) of the ties of tables.
    """

    def __init__(self, model: Model, seats: Ints) -> None:
        self.board = Board(model, seats)
        self._ties = ties_on(self.board)
        self.table_of: dict[int, tuple[int, int]] = {}
        self._at: defaultdict[Place, list[int]] = defaultdict(list)
        self._of_table: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for number, tie in enumerate(self._ties):
            for place in tie.places or ():
                self._at[place].append(number)
            if tie.table is not None:
                self.table_of[number] = tie.table
                self._of_table[tie.table].append(number)
        self.cost = [tie.cost() for tie in self._ties]

    def find_touched(self, changes: Iterable[Change], back: Iterable[Change]) -> set[int]:
        """Return the ties that may cost something else after `changes`, undone by `back`."""
        found: set[int] = set()
        for r, p, t in (*changes, *back):
            found.update(self._at[r, p])
            when = range(r, self.board.model.rounds) if self.board.hands_over else (r,)
            for s in when:
                found.update(self._of_table[s, t])
        return found

    def cost_of(self, tie: int) -> int:
        return self._ties[tie].cost()

    def count_broken(self, tie: int) -> int:
        """Return how many hard rules the tie breaks now, as `rules` would count them."""
        return self.cost[tie] if self._ties[tie].is_counted else min(self.cost[tie], 1)

    def people_of(self, tie: int) -> list[Place]:
        """Return the (round, person) that a tie is about as things stand."""
        places = self._ties[tie].places
        if places is not None:
            return places
        r, t = self.table_of[tie]
        return [(r, p) for p in sorted(self.board.here[r][t])]
