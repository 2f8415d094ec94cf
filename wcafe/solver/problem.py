"""A seating problem as a value: rounds, tables, people and the rules that bind them.

Everything counts from 0. The JSON form is PRODUCT.md's; `read_problem` reads it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Literal

HostMode = Literal["stay", "hand_over", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSpec:
    """One table: how many may sit there, what it offers, when it is closed."""

    most: int
    fewest: int = 0
    features: frozenset[str] = frozenset()
    zone: str | None = None
    closed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """One person to seat. No `present` means all rounds, no languages means any."""

    id: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    languages: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    present: frozenset[int] | None = None
    fixed_table: int | None = None
    willing: bool = False
    choices: tuple[str, ...] = ()  # zones, the best first
    printed: bool = False  # the badge is on paper, so a changed seat costs more


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People to keep apart or together, in some rounds or in all."""

    ids: tuple[str, ...]
    rounds: frozenset[int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The organiser fixed this seat."""

    id: str
    round: int
    table: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """All of a problem. `previous` has the shape (rounds, people); None where nobody knows."""

    rounds: int
    tables: tuple[TableSpec, ...]
    people: tuple[Guest, ...]
    host_mode: HostMode = "none"
    hosts: Mapping[str, int] = field(default_factory=dict)
    fills_hosts: bool = False  # the willing host the tables that nobody of `hosts` does
    distinct_tables: bool = False
    return_home: bool = False
    carousel: bool = False
    apart: tuple[Group, ...] = ()
    together: tuple[Group, ...] = ()
    pins: tuple[Pin, ...] = ()
    balance: Mapping[str, float] = field(default_factory=dict)
    max_same: Mapping[str, int] = field(default_factory=dict)
    previous: tuple[tuple[int | None, ...], ...] | None = None
    from_round: int = 0
    met_before: tuple[tuple[str, str, int], ...] = ()

    @property
    def counted_rounds(self) -> range:
        """The rounds whose meetings count: not the last one where everybody returns home."""
        return range(self.rounds - 1 if self.return_home and self.rounds > 1 else self.rounds)


_NOTHING_ASKED = Problem(rounds=0, tables=(), people=()), TableSpec(most=0), Guest(id="")
_ALWAYS_SAID = frozenset({"rounds", "tables", "people", "most", "id"})


def asks_more_than(*heeded: str) -> Callable[[Problem], bool]:
    """Return what tells whether a problem, its tables or guests ask for more than `heeded` fields.

    They do where any other field is unlike what it is if nobody says anything. Whoever makes
    plans of one kind names what it takes heed of, so a rule that comes later is not overlooked.
    """
    readers = []
    for nothing in _NOTHING_ASKED:
        names = {each.name for each in fields(nothing)} - {*heeded, *_ALWAYS_SAID}
        readers.append(attrgetter(*sorted(names)))
    unsaid = [read(nothing) for read, nothing in zip(readers, _NOTHING_ASKED, strict=True)]

    def asks_more(problem: Problem) -> bool:
        levels = zip(readers, unsaid, ((problem,), problem.tables, problem.people), strict=True)
        return any(read(one) != nothing for read, nothing, some in levels for one in some)

    return asks_more
