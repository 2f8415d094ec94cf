"""A problem as arrays, checked: what every other module of the solver computes with."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wcafe.errors import TooFewSeats, TooFewSeatsInRound
from wcafe.solver.limits import check_numbers
from wcafe.solver.problem import Group, Problem
from wcafe.solver.references import check_references
from wcafe.solver.solution import Seats

Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]

NOBODY = -1  # no table: absent, or not known


@dataclass(frozen=True, slots=True)
class Model:
    """Arrays of a problem with R rounds, P people, T tables. Nobody changes them.

    Attributes:
        problem: what it was made from.
        index: the place of each id, 0…P−1.
        present: (R, P), who is there.
        room: (R, T), seats of the tables that are open, 0 of the others.
        stays: (R, P), the table a host or a person with a fixed table keeps, else NOBODY.
        pinned: (R, P), the table a pin gives, or `stays`, else NOBODY.
        roams: (P,), who is bound by distinct tables: neither host nor fixed.
        allowed: (P, T), where somebody's needs can be met.
        past: (R, P), the seats of rounds before `from_round`, NOBODY elsewhere.
    """

    problem: Problem
    index: dict[str, int]
    present: Bools
    room: Ints
    stays: Ints
    pinned: Ints
    roams: Bools
    allowed: Bools
    past: Ints

    @property
    def rounds(self) -> int:
        return len(self.present)

    @property
    def people(self) -> int:
        return len(self.index)

    @property
    def tables(self) -> int:
        return len(self.problem.tables)

    def members(self, group: Group) -> list[int]:
        return [self.index[person] for person in group.ids]

    def rounds_of(self, group: Group) -> list[int]:
        return sorted(group.rounds) if group.rounds is not None else list(range(self.rounds))


def build_model(problem: Problem) -> Model:
    """Check `problem` and turn it into arrays.

    Raises:
        BadRounds, BadTables, BadPeople: numbers nobody can plan for.
        BadProblem: an index or id that is not there.
    """
    check_numbers(problem.rounds, len(problem.tables), len(problem.people))
    rounds, people = problem.rounds, len(problem.people)
    check_references(problem)
    index = {guest.id: place for place, guest in enumerate(problem.people)}
    present = np.ones((rounds, people), bool)
    for place, guest in enumerate(problem.people):
        if guest.present is not None:
            present[:, place] = [r in guest.present for r in range(rounds)]
    room = np.array(
        [
            [0 if r in t.closed else min(t.most, people) for t in problem.tables]
            for r in range(rounds)
        ],
        np.int32,
    )
    stays = np.full((rounds, people), NOBODY, np.int32)
    for place, guest in enumerate(problem.people):
        if guest.fixed_table is not None:
            stays[:, place] = guest.fixed_table
    if problem.host_mode == "stay":
        for person, table in problem.hosts.items():
            stays[:, index[person]] = table
    pinned = stays.copy()
    for pin in problem.pins:
        pinned[pin.round, index[pin.id]] = pin.table
    stays[~present] = NOBODY
    pinned[~present] = NOBODY
    offers = [table.features for table in problem.tables]
    offered = {
        needs: np.array([needs <= features for features in offers], bool)
        for needs in {guest.needs for guest in problem.people}
    }
    allowed = np.array([offered[guest.needs] for guest in problem.people], bool)
    past = np.full((rounds, people), NOBODY, np.int32)
    if problem.previous is not None:
        past[: problem.from_round] = as_array(problem.previous)[: problem.from_round]
    roams = ~(stays != NOBODY).any(axis=0)
    return Model(problem, index, present, room, stays, pinned, roams, allowed, past)


def as_array(seats: Seats) -> Ints:
    """Return `seats` as they are told, None where somebody is absent, as an array: NOBODY there."""
    return np.array([[NOBODY if t is None else t for t in row] for row in seats], np.int32)


def require_seats(model: Model) -> None:
    """Raise TooFewSeats if a round has more people than seats: the first where rounds differ."""
    counts = [
        (int(here.sum()), int(room.sum()))
        for here, room in zip(model.present, model.room, strict=True)
    ]
    for number, (people, seats) in enumerate(counts, start=1):
        if people > seats:
            if len(set(counts)) == 1:
                raise TooFewSeats(people=people, seats=seats)
            raise TooFewSeatsInRound(round=number, people=people, seats=seats)


def speak_alike(model: Model) -> Bools:
    """Return who has a language in common with whom; shape (P, P). None named means any."""
    spoken = [guest.languages for guest in model.problem.people]
    if not any(spoken):
        return np.ones((model.people, model.people), bool)
    sets = sorted(set(spoken), key=sorted)
    which = np.array([sets.index(languages) for languages in spoken])
    alike = np.array([[not a or not b or bool(a & b) for b in sets] for a in sets], bool)
    return np.asarray(alike[np.ix_(which, which)], bool)
