"""A problem in parts: people whom rules tie to each other, each part a problem of its own.

A plan for everybody is one for each part: others only take seats away. So rules of a part that
cannot hold alone cannot hold at all, and a part has few people, so that all can be tried.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace

from wcafe.solver.problem import Group, Guest, Problem

Ties = Callable[[Problem], Iterable[tuple[Hashable, Iterable[str]]]]
"""What ties people: yields something that is shared, and the ids of some who share it."""


def by_groups(problem: Problem) -> Iterator[tuple[Hashable, Iterable[str]]]:
    """Those who are kept together or apart."""
    for number, group in enumerate((*problem.together, *problem.apart)):
        yield ("group", number), group.ids


def by_places(problem: Problem) -> Iterator[tuple[Hashable, Iterable[str]]]:
    """Those too who are told to sit at one table, or need the same of it."""
    yield from by_groups(problem)
    for pin in problem.pins:
        yield ("table", pin.table), (pin.id,)
    if problem.host_mode == "stay":
        for host, table in problem.hosts.items():
            yield ("table", table), (host,)
    for guest in problem.people:
        if guest.fixed_table is not None:
            yield ("table", guest.fixed_table), (guest.id,)
        for need in guest.needs:
            yield ("need", need), (guest.id,)


def parts_of(problem: Problem, ties: Ties) -> Iterator[Problem]:
    """Yield the parts of `problem`, those with the fewest people first."""
    root = {guest.id: guest.id for guest in problem.people}

    def find(person: str) -> str:
        while root[person] != person:
            root[person] = root[root[person]]
            person = root[person]
        return person

    first: dict[Hashable, str] = {}
    for shared, some in ties(problem):
        for person in some:
            root[find(person)] = find(first.setdefault(shared, person))
    members: defaultdict[str, list[int]] = defaultdict(list)
    for place, guest in enumerate(problem.people):
        members[find(guest.id)].append(place)
    rules = _Rules(problem)
    for places in sorted(members.values(), key=len):
        yield rules.part(places)


class _Rules:
    """The rules of a problem by the people they name."""

    def __init__(self, problem: Problem) -> None:
        tables = tuple(replace(table, fewest=0) for table in problem.tables)
        hands_over = problem.host_mode == "hand_over"
        self._problem = problem
        self._bare = replace(
            problem,
            tables=tables,
            people=(),
            host_mode="none" if hands_over else problem.host_mode,
            hosts={},
            distinct_tables=problem.distinct_tables and not hands_over,
            apart=(),
            together=(),
            pins=(),
            previous=None,
            met_before=(),
        )
        self._apart = _by_member(problem.apart)
        self._together = _by_member(problem.together)
        self._pins = defaultdict(list)
        for pin in problem.pins:
            self._pins[pin.id].append(pin)

    def part(self, places: list[int]) -> Problem:
        problem = self._problem
        people = tuple(problem.people[place] for place in places)
        ids = [guest.id for guest in people]
        previous = problem.previous
        if previous is not None:
            previous = tuple(tuple(row[place] for place in places) for row in previous)
        return replace(
            self._bare,
            people=people,
            hosts={i: problem.hosts[i] for i in ids if i in problem.hosts},
            apart=_once(group for i in ids for group in self._apart.get(i, ())),
            together=_once(group for i in ids for group in self._together.get(i, ())),
            pins=tuple(pin for i in ids for pin in self._pins.get(i, ())),
            previous=previous,
        )


def kind_of(part: Problem) -> Hashable:
    """Return what is alike in parts that differ in names alone."""
    place = {guest.id: number for number, guest in enumerate(part.people)}

    def named(groups: tuple[Group, ...]) -> Hashable:
        return tuple((tuple(place[i] for i in group.ids), group.rounds) for group in groups)

    return (
        tuple(_needs_of(guest) for guest in part.people),
        tuple(sorted((place[host], table) for host, table in part.hosts.items())),
        tuple((place[pin.id], pin.round, pin.table) for pin in part.pins),
        named(part.apart),
        named(part.together),
        part.previous and part.previous[: part.from_round],
    )


def _needs_of(guest: Guest) -> Hashable:
    return guest.languages, guest.needs, guest.present, guest.fixed_table


def _by_member(groups: Iterable[Group]) -> dict[str, list[Group]]:
    found: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for person in group.ids:
            found[person].append(group)
    return found


def _once(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple({id(group): group for group in groups}.values())
