"""Seats for those whom a rule names, tried one after the other until none is left to try."""

from collections.abc import Callable

import numpy as np

from wcafe.solver.hard_rules import violations
from wcafe.solver.model import NOBODY, Bools, Model, speak_alike
from wcafe.solver.search.seating import parties_of

_MOST_PLACES = 1500  # people times rounds; with more, nothing is tried
_FEW_PLACES = 60  # with no more than so many, everybody is seated and all rules are judged


class Places:
    """The search: one place a party and round, with the tables it may still take as bits.

    Parties are people who sit together in a round. A place is taken where the fewest tables
    are left; empty tables that are alike in every way are tried once.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        to_come = model.rounds - model.problem.from_round
        self._is_whole = model.people * to_come <= _FEW_PLACES
        self._is_broken = False
        self.who: list[list[int]] = []
        self.round: list[int] = []
        self.tables: list[int] = []
        self._at: dict[tuple[int, int], int] = {}
        self._told: set[int] = set()  # tables that a rule names
        rounds = range(model.problem.from_round, model.rounds)
        named = self._people_named()
        if len(named) * len(rounds) > _MOST_PLACES:
            return
        for r in rounds:
            self._open(r, named)
        self._foes = [set[int]() for _ in self.who]
        self._kin: list[list[tuple[int, int]]] = [[] for _ in self.who]
        self._set_apart()
        self._tie_rounds()
        self._free = {(r, t): int(model.room[r, t]) for r in rounds for t in range(model.tables)}
        self._used = [0] * model.tables
        self._kind = self._kinds()
        self._trail: list[tuple[int, int]] = []

    def can_hold(self, steps: int, stop: Callable[[], bool]) -> bool | None:
        """Return False if all seats were tried, within `steps` and before a stop, and none fit.

        True where seats for everybody were found that keep all rules; None if it is not known.
        """
        if self._is_broken or self._is_crowded():
            return False
        if not self.who:
            return None
        taken: list[tuple[int, int, int]] = []  # place, table, length of the trail before
        waiting = set(range(len(self.who)))
        left = [self._choices(self._next(waiting))]
        for _step in range(steps):
            if stop():
                break
            place, tables = left[-1]
            if not tables:
                left.pop()
                if not taken:
                    return False
                self._leave(*taken[-1])
                waiting.add(taken.pop()[0])
                continue
            table = tables.pop()
            before = len(self._trail)
            taken.append((place, table, before))
            waiting.discard(place)
            if not self._take(place, table, waiting):
                self._leave(*taken.pop())
                waiting.add(place)
            elif not waiting:
                if not self._is_whole:
                    return None  # those whom no rule names have not been asked
                if self._holds(taken):
                    return True
                self._leave(*taken.pop())
                waiting.add(place)
            else:
                left.append(self._choices(self._next(waiting)))
        return None

    def _holds(self, taken: list[tuple[int, int, int]]) -> bool:
        """Do all the rules hold, those too that the search does not know, if everybody sits?"""
        seats = self._model.past.copy()
        for place, table, _before in taken:
            seats[self.round[place], self.who[place]] = table
        return not violations(self._model, seats)

    def _is_crowded(self) -> bool:
        """Are there, in one round, more parties all apart from each other than tables for them?"""
        for r in set(self.round):
            here = [k for k in range(len(self.who)) if self.round[k] == r]
            clique: list[int] = []
            may = 0
            for k in sorted(here, key=lambda k: (-len(self._foes[k]), k)):
                if all(other in self._foes[k] for other in clique):
                    clique.append(k)
                    may |= self.tables[k]
            if len(clique) > may.bit_count():
                return True
        return False

    def _people_named(self) -> list[int]:
        """Return the people a rule names, and one of each kind of traveller who sees new tables."""
        model, problem = self._model, self._model.problem
        if self._is_whole:
            return list(range(model.people))
        named = {p for g in (*problem.apart, *problem.together) for p in model.members(g)}
        named |= {model.index[pin.id] for pin in problem.pins}
        named |= {int(p) for p in np.flatnonzero((model.stays != NOBODY).any(axis=0))}
        named |= {int(p) for p in np.flatnonzero(~model.allowed.all(axis=1))}
        if problem.distinct_tables or problem.carousel:
            kinds = np.vstack([model.present, model.past]).T
            named |= set(np.unique(kinds, axis=0, return_index=True)[1].tolist())
        return sorted(named)

    def _open(self, r: int, named: list[int]) -> None:
        grouped = [set(party) for party in parties_of(self._model, r)]
        alone = [p for p in named if not any(p in party for party in grouped)]
        for party in [*(sorted(party) for party in grouped), *([p] for p in alone)]:
            here = [p for p in party if self._model.present[r, p]]
            if not here:
                continue
            may = (1 << self._model.tables) - 1
            for p in here:
                may &= self._may(r, p)
                self._at[r, p] = len(self.who)
            may &= _bits(self._model.room[r] >= len(here))
            self.who.append(here)
            self.round.append(r)
            self.tables.append(may)
            self._is_broken |= not may

    def _may(self, r: int, p: int) -> int:
        """Return the tables that the rules on one person leave open, as bits."""
        model, problem = self._model, self._model.problem
        guest = problem.people[p]
        told = [pin.table for pin in problem.pins if pin.id == guest.id and pin.round == r]
        told += [guest.fixed_table] if guest.fixed_table is not None else []
        if problem.host_mode == "stay" and guest.id in problem.hosts:
            told.append(problem.hosts[guest.id])
        self._told |= set(told)
        may = _bits(model.allowed[p])
        for table in told:
            may &= 1 << table
        been = [int(t) for t in model.past[model.present[:, p], p] if t != NOBODY]
        if self._sees_new(r, p):
            for table in been:
                may &= ~(1 << table)
        self._told |= set(been)
        before = int(model.past[r - 1, p]) if r == problem.from_round > 0 else NOBODY
        if problem.carousel and model.roams[p] and before != NOBODY:
            may &= 1 << (before + 1) % model.tables
        home = int(model.past[0, p])
        if self._is_way_home(r) and home != NOBODY:
            may &= 1 << home
        return may

    def _sees_new(self, r: int, p: int) -> bool:
        problem = self._model.problem
        is_bound = problem.distinct_tables and problem.host_mode != "hand_over"
        return is_bound and bool(self._model.roams[p]) and not self._is_way_home(r)

    def _is_way_home(self, r: int) -> bool:
        return self._model.problem.return_home and 0 < r == self._model.rounds - 1

    def _set_apart(self) -> None:
        model = self._model
        for group in model.problem.apart:
            for r in model.rounds_of(group):
                members = [self._at[r, p] for p in model.members(group) if (r, p) in self._at]
                places = set(members)
                self._is_broken |= len(places) < len(members)  # two are kept together
                for place in places:
                    self._foes[place] |= places - {place}
        if any(guest.languages for guest in model.problem.people):
            alike = speak_alike(model)
            for (r, a), one in self._at.items():
                for b in np.flatnonzero(~alike[a]).tolist():
                    if (r, b) in self._at:
                        self._part(one, self._at[r, b])

    def _part(self, one: int, other: int) -> None:
        self._is_broken |= one == other
        self._foes[one].add(other)
        self._foes[other].add(one)

    def _tie_rounds(self) -> None:
        """Tie places of one person: another each round, home, or the next one."""
        model, last = self._model, self._model.rounds - 1
        for (r, p), one in self._at.items():
            for s in range(r + 1, model.rounds):
                other = self._at.get((s, p))
                if other is None:
                    continue
                if self._is_way_home(s) and r == 0:
                    self._tie(one, other, 0)
                elif self._sees_new(r, p) and self._sees_new(s, p):
                    self._foes[one].add(other)
                    self._foes[other].add(one)
                if model.problem.carousel and s == r + 1 and model.roams[p] and s <= last:
                    self._tie(one, other, 1)

    def _tie(self, one: int, other: int, shift: int) -> None:
        self._kin[one].append((other, shift))
        self._kin[other].append((one, -shift))

    def _kinds(self) -> list[int]:
        """Return a number for each table; tables of one number are alike in every way."""
        model = self._model
        kinds: dict[object, int] = {}
        numbers = []
        for t in range(model.tables):
            is_told = t in self._told or model.problem.carousel
            kind = (
                t
                if is_told
                else (
                    model.problem.tables[t].fewest,
                    tuple(model.room[:, t].tolist()),
                    model.allowed[:, t].tobytes(),
                )
            )
            numbers.append(kinds.setdefault(kind, t))
        return numbers

    def _next(self, waiting: set[int]) -> int:
        return min(
            waiting,
            key=lambda k: (self.tables[k].bit_count(), -len(self.who[k]), -len(self._foes[k]), k),
        )

    def _choices(self, place: int) -> tuple[int, list[int]]:
        tables, fresh = [], set()
        for t in range(self._model.tables):
            if not self.tables[place] >> t & 1:
                continue
            if not self._used[t]:
                if self._kind[t] in fresh:
                    continue
                fresh.add(self._kind[t])
            tables.append(t)
        r = self.round[place]
        return place, sorted(tables, key=lambda t: (self._free[r, t], -t))

    def _take(self, place: int, table: int, waiting: set[int]) -> bool:
        """Seat a party; return False if that leaves another one without a table."""
        r, size = self.round[place], len(self.who[place])
        self._free[r, table] -= size
        self._used[table] += 1
        for other in self._foes[place]:
            if other in waiting and not self._keep(other, ~(1 << table)):
                return False
        for other, shift in self._kin[place]:
            there = (table + shift) % self._model.tables
            if other in waiting and not self._keep(other, 1 << there):
                return False
        free = self._free[r, table]
        return all(
            self.round[k] != r or len(self.who[k]) <= free or self._keep(k, ~(1 << table))
            for k in waiting
        )

    def _keep(self, place: int, tables: int) -> bool:
        kept = self.tables[place] & tables
        if kept != self.tables[place]:
            self._trail.append((place, self.tables[place]))
            self.tables[place] = kept
        return bool(kept)

    def _leave(self, place: int, table: int, before: int) -> None:
        while len(self._trail) > before:
            other, tables = self._trail.pop()
            self.tables[other] = tables
        self._free[self.round[place], table] += len(self.who[place])
        self._used[table] -= 1


def _bits(holds: Bools) -> int:
    """Return a number whose bit t is set where `holds[t]`."""
    return int.from_bytes(np.packbits(holds, bitorder="little").tobytes(), "little")
