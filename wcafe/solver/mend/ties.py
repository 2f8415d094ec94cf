"""What the hard rules ask of single places, as costs that are told anew when somebody moves.

A tie is one demand: of a person in a round, of a group in a round, of a table in a round, of
a person over the rounds. It costs 0 where it is kept, and less the nearer it is to being kept.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial

import numpy as np

from wcafe.solver.model import NOBODY, Ints, Model

Change = tuple[int, int, int]
"""Round, person, and the table to sit at."""


class Ties:
    """Seats as lists, and every tie of a problem with its cost. Counts from `from_round` on.

    Attributes:
        seats: seats[r][p], NOBODY where absent.
        here: here[r][t], the people at each table.
        cost: what each tie costs now.
        counted: the ties that break as many rules as they cost; the others break one or none.
        places: the (round, person) each tie is about; None for those of a table.
        table_of: the (round, table) of the ties of tables.
    """

    def __init__(self, model: Model, seats: Ints) -> None:
        self.model = model
        self.seats: list[list[int]] = seats.tolist()
        self.here = [[set[int]() for _ in range(model.tables)] for _ in self.seats]
        for r, row in enumerate(self.seats):
            for p, t in enumerate(row):
                if t != NOBODY:
                    self.here[r][t].add(p)
        self.rounds = range(model.problem.from_round, model.rounds)
        self.places: list[list[tuple[int, int]] | None] = []
        self.table_of: dict[int, tuple[int, int]] = {}
        self.counted: set[int] = set()
        self._told: list[Callable[[], int]] = []
        self._at: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        self._of_table: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        self._hands_over = model.problem.host_mode == "hand_over"
        willing = {p for p, guest in enumerate(model.problem.people) if guest.willing}
        self._willing = willing or set(range(model.people))
        self._told_at: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for pin in model.problem.pins:
            self._told_at[pin.round, model.index[pin.id]].append(pin.table)
        self._fits_all = [bool(row.all()) for row in model.allowed]
        self._tie_people()
        self._tie_groups()
        self._tie_tables()
        self.cost = [told() for told in self._told]

    def move(self, changes: Iterable[Change]) -> list[Change]:
        """Make `changes`, whose costs are not told anew yet; return what undoes them."""
        back = []
        for r, p, t in changes:
            was = self.seats[r][p]
            back.append((r, p, was))
            self.here[r][was].discard(p)
            self.here[r][t].add(p)
            self.seats[r][p] = t
        back.reverse()
        return back

    def touched(self, changes: Iterable[Change], back: Iterable[Change]) -> set[int]:
        """Return the ties that may cost something else after `changes`, undone by `back`."""
        found: set[int] = set()
        for r, p, t in (*changes, *back):
            found.update(self._at[r, p])
            when = range(r, self.model.rounds) if self._hands_over else (r,)
            for s in when:
                found.update(self._of_table[s, t])
        return found

    def cost_of(self, tie: int) -> int:
        return self._told[tie]()

    def breaches_of(self, tie: int) -> int:
        """Return how many hard rules the tie breaks now, as `rules` would count them."""
        return self.cost[tie] if tie in self.counted else min(self.cost[tie], 1)

    def people_of(self, tie: int) -> list[tuple[int, int]]:
        """Return the (round, person) that a tie is about as things stand."""
        places = self.places[tie]
        if places is not None:
            return places
        r, t = self.table_of[tie]
        return [(r, p) for p in sorted(self.here[r][t])]

    def _add(self, told: Callable[[], int], places: list[tuple[int, int]]) -> None:
        for place in places:
            self._at[place].append(len(self._told))
        self._told.append(told)
        self.places.append(places)

    def _tie_people(self) -> None:
        model, last = self.model, self.model.rounds - 1
        goes_home = model.problem.return_home and last > 0
        for r in self.rounds:
            for p in np.flatnonzero(model.present[r]).tolist():
                wrong = self._wrong(r, p)
                if any(wrong):
                    self.counted.add(len(self._told))
                    self._add(partial(self._misplaced, r, p, wrong), [(r, p)])
                moves_on = model.problem.carousel and r > 0 and model.roams[p]
                if moves_on and self.seats[r - 1][p] != NOBODY:
                    steps = [(s, p) for s in (r - 1, r) if s in self.rounds]
                    self._add(partial(self._lagging, r, p), steps)
        counted = [r for r in range(model.rounds) if not (goes_home and r == last)]
        for p in range(model.people):
            there = [r for r in counted if self.seats[r][p] != NOBODY and model.present[r, p]]
            to_come = [(r, p) for r in there if r in self.rounds]
            if model.problem.distinct_tables and model.roams[p] and not self._hands_over:
                self.counted.add(len(self._told))
                self._add(partial(self._coming_back, p, there), to_come)
            if goes_home and NOBODY not in (self.seats[0][p], self.seats[last][p]):
                ends = [(r, p) for r in (0, last) if r in self.rounds]
                self._add(partial(self._astray, p), ends)

    def _misplaced(self, r: int, p: int, wrong: list[int]) -> int:
        return wrong[self.seats[r][p]]

    def _lagging(self, r: int, p: int) -> int:
        """Does the seat of `p` in round r not follow from the one before, as in a carousel?"""
        return int(self.seats[r][p] != (self.seats[r - 1][p] + 1) % self.model.tables)

    def _coming_back(self, p: int, rounds: list[int]) -> int:
        return len(rounds) - len({self.seats[r][p] for r in rounds})

    def _astray(self, p: int) -> int:
        return int(self.seats[0][p] != self.seats[-1][p])

    def _wrong(self, r: int, p: int) -> list[int]:
        """Return how many rules on one person each table breaks, nothing where none does."""
        model, problem = self.model, self.model.problem
        guest = problem.people[p]
        told = self._told_at[r, p][:]
        told += [guest.fixed_table] if guest.fixed_table is not None else []
        if problem.host_mode == "stay" and guest.id in problem.hosts:
            told.append(problem.hosts[guest.id])
        if not told and self._fits_all[p]:
            return []
        return [
            int(not model.allowed[p, t]) + sum(t != table for table in told)
            for t in range(model.tables)
        ]

    def _tie_groups(self) -> None:
        model = self.model
        known: set[tuple[int, bool, frozenset[int]]] = set()
        for groups, is_apart in ((model.problem.apart, True), (model.problem.together, False)):
            for group in groups:
                for r in set(model.rounds_of(group)) & set(self.rounds):
                    there = [p for p in dict.fromkeys(model.members(group)) if model.present[r, p]]
                    key = r, is_apart, frozenset(there)
                    if len(there) > 1 and key not in known:
                        known.add(key)
                        told = self._crowding if is_apart else self._straying
                        self._add(partial(told, r, there), [(r, p) for p in there])

    def _crowding(self, r: int, people: list[int]) -> int:
        return len(people) - len({self.seats[r][p] for p in people})

    def _straying(self, r: int, people: list[int]) -> int:
        at = Counter(self.seats[r][p] for p in people)
        return len(people) - max(at.values())

    def _tie_tables(self) -> None:
        guests = self.model.problem.people
        speaks = any(guest.languages for guest in guests)
        asked = [self._misfit, *([self._babel] if speaks else [])]
        for r in self.rounds:
            more = [self._unhosted, self._returning] if self._hands_over and r > 0 else []
            for t in range(self.model.tables):
                for told in (*asked, *more):
                    self.table_of[len(self._told)] = (r, t)
                    if told == self._returning:
                        self.counted.add(len(self._told))
                    self._of_table[r, t].append(len(self._told))
                    self._told.append(partial(told, r, t))
                    self.places.append(None)

    def _misfit(self, r: int, t: int) -> int:
        here, most = len(self.here[r][t]), int(self.model.room[r, t])
        if here > most:
            return here - most
        least = self.model.problem.tables[t].fewest
        return min(here, least - here) if here < least else 0

    def _babel(self, r: int, t: int) -> int:
        """Return how few would have to leave for a language in common."""
        guests = self.model.problem.people
        spoken = [guests[p].languages for p in self.here[r][t] if guests[p].languages]
        speakers = Counter(language for languages in spoken for language in languages)
        return len(spoken) - max(speakers.values(), default=0)

    def _unhosted(self, r: int, t: int) -> int:
        before, now = self.here[r - 1][t], self.here[r][t]
        return int(bool(before and now) and not before & now & self._willing)

    def _returning(self, r: int, t: int) -> int:
        """Return who has been here before, save for the one who stays on to host."""
        problem, last = self.model.problem, self.model.rounds - 1
        if not problem.distinct_tables or (problem.return_home and r == last):
            return 0
        again = sum(
            bool(self.model.roams[p]) and any(p in self.here[s][t] for s in range(r))
            for p in self.here[r][t]
        )
        stayed = self.here[r - 1][t] & self.here[r][t] & self._willing
        is_spared = bool(stayed) and bool(self.model.roams[min(stayed)])
        return again - is_spared
