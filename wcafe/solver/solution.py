"""What the solver gives back: seats, what they are worth, what is proven, what is broken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from wcafe.i18n import ENGLISH, N_, Words

Seats = tuple[tuple[int | None, ...], ...]
"""seats[r][p] is the table of person p in round r, None when absent."""


WITHOUT_HOST = N_("Tables without a host, by number: {tables}.")
WITHOUT_HOST_IN = N_("Tables without a host in round {round}, by number: {tables}.")
HOST_AWAY = N_("The host of table {table} is away in round {rounds}.")
HOST_OFTEN_AWAY = N_("The host of table {table} is away in rounds {rounds}.")
"""The notices of tables that nobody hosts."""
HOSTS_TWICE = N_(
    "Some host twice before all who are willing have: {turns} turns to host, {people} people for "
    "them, though {could} could take one each."
)
HOSTS_ALONE = N_(
    "One person takes all {turns} turns to host, though {could} who are willing could take one "
    "each."
)
"""The notices of turns that are not shared among as many as could take one."""

NOT_FOUND = N_(
    "It is not proved that the rules collide: a plan that keeps them all was not found in the time."
)
"""The notice of a plan that breaks a rule, though there may be one that does not."""


@dataclass(frozen=True, slots=True)
class Told:
    """A hard rule in one sentence: which, about whom, in which rounds (none named: all)."""

    rule: str
    who: tuple[str, ...]
    rounds: tuple[int, ...]
    template: str  # a sentence marked for the translators, with gaps for `facts`
    facts: Mapping[str, object] = field(default_factory=dict)

    def describe(
        self, words: Words = ENGLISH, names: Callable[[str], str] = lambda person: person
    ) -> str:
        """Say it, with `names` giving what people are called."""
        told = {
            "person": ", ".join(names(person) for person in self.who),
            "round": ", ".join(str(round_ + 1) for round_ in self.rounds),
        }
        return words.gettext(self.template).format_map({**told, **self.facts})


class Violation(Told):
    """A hard rule that does not hold: for whom, when, and why."""

    __slots__ = ()


class Demand(Told):
    """A hard rule as the facilitator asked for it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the facilitator should know about how a plan came to be.

    Attributes:
        template: the sentence, with gaps for `facts`, and `{person}` for the names of `who`.
        facts: numbers and words; no ids, which nobody can read.
        who: the ids of those it is about.
    """

    template: str
    facts: Mapping[str, object] = field(default_factory=dict)
    who: tuple[str, ...] = ()

    def describe(
        self, words: Words = ENGLISH, names: Callable[[str], str] = lambda person: person
    ) -> str:
        facts = {"person": ", ".join(map(names, self.who)), **self.facts}
        return words.gettext(self.template).format_map(facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Rules that cannot hold together, as proved, and what would let them hold."""

    demands: tuple[Demand, ...]
    ways_out: tuple[Notice, ...]

    def describe(
        self, words: Words = ENGLISH, names: Callable[[str], str] = lambda person: person
    ) -> list[str]:
        """Say which rules collide in one sentence, then the ways out, one each."""
        rules = " ".join(demand.describe(words, names) for demand in self.demands)
        sentence = words.gettext(N_("These rules cannot hold together: {rules}"))
        return [
            sentence.format(rules=rules),
            *(way.describe(words, names) for way in self.ways_out),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What no plan that keeps the hard rules can be better than (SOLVER.md 4)."""

    repeats: int
    coincidences: int
    reason: str = field(default="", compare=False)  # why: a sentence marked for translators

    def beside(self, repeats: int, coincidences: int, *, keeps_rules: bool) -> "Bounds":
        """Return what may be told beside a plan with these figures: never more than they are.

        A plan that breaks a rule may be better than any that keeps them all. If one that keeps
        them is better, the bounds are wrong, and nothing is proven.
        """
        is_below = repeats < self.repeats or coincidences < self.coincidences
        if keeps_rules:
            return Bounds(repeats=0, coincidences=0) if is_below else self
        return Bounds(
            repeats=min(self.repeats, repeats),
            coincidences=min(self.coincidences, coincidences),
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a search has come, told several times a second."""

    share: float  # of the effort, 0 … 1
    repeats: int
    coincidences: int
    bounds: Bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What seats are worth, what is proven of any, and which hard rules they break.

    `balance` is 1 where an attribute is as mixed as can be.
    """

    repeat_meetings: int
    coincidences: int
    bounds: Bounds
    violations: tuple[Violation, ...]
    balance: Mapping[str, float]

    @property
    def is_proven_optimal(self) -> bool:
        return (
            not self.violations
            and self.repeat_meetings == self.bounds.repeats
            and self.coincidences == self.bounds.coincidences
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution(Worth):
    """A plan and its certificate."""

    seats: Seats
    hosts: Mapping[str, int]
    notices: tuple[Notice, ...]
    seconds: float
    method: str
    seed: int
    conflicts: tuple[Conflict, ...] = ()  # where rules are broken and a proof was found

    @property
    def conflict(self) -> Conflict | None:
        """The conflict of the fewest rules, if any is proved."""
        return self.conflicts[0] if self.conflicts else None
