"""What the hard rules ask of single places, as costs that are told anew when somebody moves.

One function a rule, or one for several where a single cost stands for them all. A tie is one
demand: of a person in a round, of a person over the rounds, of a group in a round, of a table in
a round. It costs 0 where it is kept, and less the nearer it is to being kept.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.problem import Group

Place = tuple[int, int]
"""Round and person."""

Change = tuple[int, int, int]
"""Round, person, and the table to sit at."""

_SEAT, _PERSON, _GROUP, _TABLE = range(4)  # in which order ties are numbered


@dataclass(frozen=True, slots=True)
class Tie:
    """One demand on a board.

    Attributes:
        order: ties are numbered by it, those alike as they come.
        cost: tells what it costs now.
        places: what it is about; of a table whoever sits there.
        table: round and table, of a tie of a table.
        is_counted: it breaks as many rules as it costs; any other breaks one or none.
    """

    order: tuple[int, ...]
    cost: Callable[[], int]
    places: list[Place] | None
    table: tuple[int, int] | None = None
    is_counted: bool = False


class Board:
    """Seats as lists, of people who move. Rules bind `rounds`, those from `from_round` on.

    Attributes:
        seats: seats[r][p], NOBODY where absent.
        here: here[r][t], the people at each table.
        willing: who may be asked to host.
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
        self.hands_over = model.problem.host_mode == "hand_over"
        willing = {p for p, guest in enumerate(model.problem.people) if guest.willing}
        self.willing = willing or set(range(model.people))

    def move(self, changes: Iterable[Change]) -> list[Change]:
        """Make `changes`; return what undoes them."""
        back = []
        for r, p, t in changes:
            was = self.seats[r][p]
            back.append((r, p, was))
            self.here[r][was].discard(p)
            self.here[r][t].add(p)
            self.seats[r][p] = t
        back.reverse()
        return back

    def attends(self, r: int, p: int) -> bool:
        return bool(self.model.present[r, p])


def cost_of_seats(board: Board) -> Iterator[Tie]:
    """A host at the hosted table, who stays at the fixed one, a pin, needs: one tie a seat."""
    model, problem = board.model, board.model.problem
    told_at: defaultdict[Place, list[int]] = defaultdict(list)
    for pin in problem.pins:
        told_at[pin.round, model.index[pin.id]].append(pin.table)
    for p, guest in enumerate(problem.people):
        kept = [guest.fixed_table] if guest.fixed_table is not None else []
        if problem.host_mode == "stay" and guest.id in problem.hosts:
            kept.append(problem.hosts[guest.id])
        fits = model.allowed[p].tolist()
        for r in board.rounds:
            told = [*told_at.get((r, p), ()), *kept]
            if not board.attends(r, p) or (not told and all(fits)):
                continue
            wrong = [
                int(not fits[t]) + sum(t != table for table in told) for t in range(model.tables)
            ]
            if any(wrong):
                cost = partial(_rules_broken, board, r, p, wrong)
                yield Tie((_SEAT, r, p), cost, [(r, p)], is_counted=True)


def _rules_broken(board: Board, r: int, p: int, wrong: list[int]) -> int:
    return wrong[board.seats[r][p]]


def cost_of_carousel(board: Board) -> Iterator[Tie]:
    """Each seat follows from the one before."""
    if not board.model.problem.carousel:
        return
    for r in board.rounds:
        for p in np.flatnonzero(board.model.present[r] & board.model.roams).tolist():
            if r > 0 and board.seats[r - 1][p] != NOBODY:
                steps = [(s, p) for s in (r - 1, r) if s in board.rounds]
                yield Tie((_SEAT, r, p), partial(_lags, board, r, p), steps)


def _lags(board: Board, r: int, p: int) -> int:
    return int(board.seats[r][p] != (board.seats[r - 1][p] + 1) % board.model.tables)


def cost_of_distinct_tables(board: Board) -> Iterator[Tie]:
    """Nobody comes back; where hosting is handed over, save for the one who stays on to host."""
    model, problem, last = board.model, board.model.problem, board.model.rounds - 1
    if not problem.distinct_tables:
        return
    counted = [r for r in range(model.rounds) if not (problem.return_home and 0 < r == last)]
    if board.hands_over:
        for r in board.rounds:
            for t in range(model.tables if r > 0 and r in counted else 0):
                cost = partial(_returning, board, r, t)
                yield Tie((_TABLE, r, t, 1), cost, None, (r, t), is_counted=True)
        return
    for p in np.flatnonzero(model.roams).tolist():
        there = [r for r in counted if board.seats[r][p] != NOBODY and board.attends(r, p)]
        to_come = [(r, p) for r in there if r in board.rounds]
        cost = partial(_coming_back, board, p, there)
        yield Tie((_PERSON, p), cost, to_come, is_counted=True)


def _coming_back(board: Board, p: int, rounds: list[int]) -> int:
    return len(rounds) - len({board.seats[r][p] for r in rounds})


def _returning(board: Board, r: int, t: int) -> int:
    """Return how many have been here before, save for the one who stays on to host."""
    roams = board.model.roams
    again = sum(
        bool(roams[p]) and any(p in board.here[s][t] for s in range(r)) for p in board.here[r][t]
    )
    stayed = board.here[r - 1][t] & board.here[r][t] & board.willing
    is_spared = bool(stayed) and bool(roams[min(stayed)])
    return again - is_spared


def cost_of_return_home(board: Board) -> Iterator[Tie]:
    """The last table is the first."""
    last = board.model.rounds - 1
    if not board.model.problem.return_home or last == 0:
        return
    for p in range(board.model.people):
        if NOBODY not in (board.seats[0][p], board.seats[last][p]):
            ends = [(r, p) for r in (0, last) if r in board.rounds]
            yield Tie((_PERSON, p), partial(_is_astray, board, p), ends)


def _is_astray(board: Board, p: int) -> int:
    return int(board.seats[0][p] != board.seats[-1][p])


def cost_of_apart(board: Board) -> Iterator[Tie]:
    """One too many for each who shares a table with another of the group."""
    return _cost_of_groups(board, board.model.problem.apart, _crowding)


def cost_of_together(board: Board) -> Iterator[Tie]:
    """One for each who is not where most of the group are."""
    return _cost_of_groups(board, board.model.problem.together, _straying)


def _cost_of_groups(
    board: Board, groups: Iterable[Group], cost: Callable[[Board, int, list[int]], int]
) -> Iterator[Tie]:
    known: set[tuple[int, frozenset[int]]] = set()
    for group in groups:
        for r in set(board.model.rounds_of(group)) & set(board.rounds):
            members = dict.fromkeys(board.model.members(group))
            there = [p for p in members if board.attends(r, p)]
            key = r, frozenset(there)
            if len(there) > 1 and key not in known:
                known.add(key)
                yield Tie((_GROUP,), partial(cost, board, r, there), [(r, p) for p in there])


def _crowding(board: Board, r: int, people: list[int]) -> int:
    return len(people) - len({board.seats[r][p] for p in people})


def _straying(board: Board, r: int, people: list[int]) -> int:
    at = Counter(board.seats[r][p] for p in people)
    return len(people) - max(at.values())


def cost_of_sizes(board: Board) -> Iterator[Tie]:
    """How many are too many at a table, or missing, or too few to stay."""
    return _cost_of_tables(board, _misfit)


def cost_of_shared_language(board: Board) -> Iterator[Tie]:
    """How few would have to leave a table for a language in common."""
    if any(guest.languages for guest in board.model.problem.people):
        yield from _cost_of_tables(board, _babel)


def _cost_of_tables(board: Board, cost: Callable[[Board, int, int], int]) -> Iterator[Tie]:
    for r in board.rounds:
        for t in range(board.model.tables):
            yield Tie((_TABLE, r, t, 0), partial(cost, board, r, t), None, (r, t))


def _misfit(board: Board, r: int, t: int) -> int:
    here, most = len(board.here[r][t]), int(board.model.room[r, t])
    if here > most:
        return here - most
    least = board.model.problem.tables[t].fewest
    return min(here, least - here) if here < least else 0


def _babel(board: Board, r: int, t: int) -> int:
    guests = board.model.problem.people
    spoken = [guests[p].languages for p in board.here[r][t] if guests[p].languages]
    speakers = Counter(language for languages in spoken for language in languages)
    return len(spoken) - max(speakers.values(), default=0)


def cost_of_hand_over(board: Board) -> Iterator[Tie]:
    """Somebody willing stays on at a table used in two rounds running."""
    if not board.hands_over:
        return
    for r in board.rounds:
        for t in range(board.model.tables if r > 0 else 0):
            yield Tie((_TABLE, r, t, 1), partial(_lacks_host, board, r, t), None, (r, t))


def _lacks_host(board: Board, r: int, t: int) -> int:
    before, now = board.here[r - 1][t], board.here[r][t]
    return int(bool(before and now) and not before & now & board.willing)
