"""All hard rules in one table: who breaks each, how it is asked for, what it costs to break it.

A new rule is a line here and three functions that share no code: its judge in `rules`, its
clauses in `clauses`, its ties in `costs`; and a field in `problem`, which `problem_json` reads.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Never

from wcafe.solver import clauses, costs, rules
from wcafe.solver.clauses import Clause
from wcafe.solver.costs import Board, Tie
from wcafe.solver.model import Ints, Model
from wcafe.solver.problem import Problem
from wcafe.solver.solution import Violation


@dataclass(frozen=True, slots=True)
class HardRule:
    """One hard rule.

    Attributes:
        judge: tells who breaks it.
        clauses: tells each demand by itself, for the proof that some collide.
        ties: tells what the demands cost, for the search for the hard rules alone.
        fields: of a problem, a guest or a table, by which it is asked for.
        rank: where rules collide, it is tried without those of low rank first.
    """

    judge: Callable[[Model, Ints], Iterator[Violation]]
    clauses: Callable[[Problem], Iterator[Clause]]
    ties: Callable[[Board], Iterator[Tie]]
    fields: tuple[str, ...]
    rank: int


def _nothing(_of: object) -> Iterator[Never]:
    yield from ()


HARD_RULES: Mapping[str, HardRule] = {
    # Nobody gives way in it, and no search breaks it: seats are given to those who attend, all of
    # them, and who attends a round for which there is no chair is told before (`TooFewSeats`).
    "presence": HardRule(rules.presence, _nothing, _nothing, fields=("present",), rank=0),
    "sizes": HardRule(
        rules.sizes,
        clauses.clauses_of_sizes,
        costs.cost_of_sizes,
        fields=("most", "fewest", "closed"),
        rank=5,
    ),
    "hosts": HardRule(
        rules.hosts,
        clauses.clauses_of_hosts,
        costs.cost_of_seats,
        fields=("host_mode", "hosts"),
        rank=9,
    ),
    "hand_over": HardRule(
        rules.hand_over,
        clauses.clauses_of_hand_over,
        costs.cost_of_hand_over,
        fields=("host_mode", "willing"),
        rank=3,
    ),
    "fixed_table": HardRule(
        rules.fixed_table,
        clauses.clauses_of_guests,
        costs.cost_of_seats,
        fields=("fixed_table",),
        rank=10,
    ),
    "pins": HardRule(
        rules.pins,
        clauses.clauses_of_pins,
        costs.cost_of_seats,
        fields=("pins",),
        rank=8,
    ),
    "distinct_tables": HardRule(
        rules.distinct_tables,
        clauses.clauses_of_distinct_tables,
        costs.cost_of_distinct_tables,
        fields=("distinct_tables",),
        rank=0,
    ),
    "apart": HardRule(
        rules.apart,
        clauses.clauses_of_apart,
        costs.cost_of_apart,
        fields=("apart",),
        rank=6,
    ),
    "together": HardRule(
        rules.together,
        clauses.clauses_of_together,
        costs.cost_of_together,
        fields=("together",),
        rank=7,
    ),
    "shared_language": HardRule(
        rules.shared_language,
        clauses.clauses_of_shared_language,
        costs.cost_of_shared_language,
        fields=("languages",),
        rank=4,
    ),
    "needs": HardRule(
        rules.needs,
        clauses.clauses_of_guests,
        costs.cost_of_seats,
        fields=("needs", "features"),
        rank=10,
    ),
    "return_home": HardRule(
        rules.return_home,
        clauses.clauses_of_return_home,
        costs.cost_of_return_home,
        fields=("return_home",),
        rank=1,
    ),
    "carousel": HardRule(
        rules.carousel,
        clauses.clauses_of_carousel,
        costs.cost_of_carousel,
        fields=("carousel",),
        rank=2,
    ),
}
"""By the name a violation has, in the order in which violations are told."""


def violations(model: Model, seats: Ints) -> tuple[Violation, ...]:
    """Return where `seats` break a hard rule, each place once, though a rule be given twice."""
    found = (each for rule in HARD_RULES.values() for each in rule.judge(model, seats))
    once: dict[object, Violation] = {}
    for each in found:
        key = each.rule, frozenset(each.who), each.rounds, each.facts.get("table")
        once.setdefault(key, each)
    return tuple(once.values())


def clauses_of(problem: Problem) -> Iterator[Clause]:
    """Yield every demand that could give way: those of whole cafés, of tables, of people."""
    ranked = sorted(HARD_RULES.values(), key=lambda rule: rule.rank)
    for ask in dict.fromkeys(rule.clauses for rule in ranked):
        yield from ask(problem)


def ties_on(board: Board) -> list[Tie]:
    """Return every tie of the problem of `board`, those of seats first."""
    kinds = dict.fromkeys(rule.ties for rule in HARD_RULES.values())
    return sorted((tie for tell in kinds for tie in tell(board)), key=lambda tie: tie.order)
