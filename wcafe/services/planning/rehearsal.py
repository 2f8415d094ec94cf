"""The no-show rehearsal of a café: what absences would do to its plan, and to other tables."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from wcafe.domain.people import expected, participants
from wcafe.errors import NoPlanYet
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.planning.hosts import kept_hosts
from wcafe.services.planning.problem import planned_seats, problem_of
from wcafe.solver import Rehearsal, most_robust, rehearse_tables

__all__ = ["DRAWS", "Rehearsal", "Rehearsed", "rehearse_plan"]

DRAWS = 100  # of each share of absences


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """What was found for one table fewer, for the plan, and for one table more.

    Attributes:
        planned: how many tables the plan has.
        people: how many people have a seat in it.
        draws: how often each share of absences was drawn.
        lines: the figures, by tables and then by share.
        missing: numbers of tables at which not everybody can sit as the rules have it.
    """

    planned: int
    people: int
    draws: int
    lines: tuple[Rehearsal, ...]
    missing: tuple[int, ...]

    @property
    def best(self) -> int | None:
        """The number of tables that stands absences best; None if there was no plan to ask."""
        return most_robust(self.lines) if self.lines else None

    def of(self, tables: int) -> tuple[Rehearsal, ...]:
        return tuple(line for line in self.lines if line.tables == tables)

    def verdict(self, words: Words) -> str:
        """Say in one sentence which number of tables stands absences best, if there is one."""
        plural, best = words.ngettext, self.best
        if best is None:
            return ""
        if best == self.planned:
            told = plural(
                "The {number} table of the plan stands absences best.",
                "The {number} tables of the plan stand absences best.",
                best,
            )
        else:
            told = plural(
                "{number} table stands absences best; the plan has {planned}.",
                "{number} tables stand absences best; the plan has {planned}.",
                best,
            )
        return told.format(number=best, planned=self.planned)

    def lacking(self, words: Words) -> str:
        """Say which numbers of tables were left out, and why; nothing if none was."""
        sentence = words.gettext(
            "Numbers of tables not shown, as seats and rules do not allow them: {tables}."
        )
        numbers = ", ".join(map(str, self.missing))
        return sentence.format(tables=numbers) if self.missing else ""


def rehearse_plan(
    snapshot: Snapshot,
    *,
    draws: int = DRAWS,
    seed: int = 1,
    effort: float = 1.0,
    stop: Callable[[], bool] = lambda: False,
) -> Rehearsed | None:
    """Rehearse the plan of the café; None if `stop` said yes before the end.

    All are as likely to stay away: a café does not know who came to earlier ones. Where the
    café has changed since the plan was made, one is composed for this alone.

    Raises:
        NoPlanYet
    """
    cafe, plan = snapshot.cafe, snapshot.plan
    if plan is None or not cafe.tables:
        raise NoPlanYet
    problem, _notices = problem_of(snapshot, cafe)
    problem = replace(problem, hosts=kept_hosts(snapshot, cafe, from_round=0))
    guests = participants(snapshot.people)
    seats = planned_seats(snapshot, cafe, guests)
    lines = rehearse_tables(
        problem,
        planned=None if snapshot.is_plan_stale else seats,
        draws=draws,
        seed=seed,
        effort=effort,
        spare=len(plan.free_jokers),
        stop=stop,
    )
    if stop():
        return None
    found = {line.tables for line in lines}
    tables = len(cafe.tables)
    return Rehearsed(
        planned=tables,
        people=len(expected(guests, len(cafe.rounds))),
        draws=draws,
        lines=lines,
        missing=tuple(n for n in (tables - 1, tables, tables + 1) if n > 0 and n not in found),
    )
