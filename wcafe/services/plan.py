"""The plan: compose it, repair it, judge it. The solver computes; then one short write."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from wcafe.domain.cafe import Cafe
from wcafe.domain.people import Person, PersonId, seated
from wcafe.domain.plan import Certificate, Plan, PlanId, basis
from wcafe.domain.text import new_id
from wcafe.errors import EditedElsewhere, NobodyToSeat, NoPlanYet, NoSuchRound
from wcafe.i18n import ENGLISH, N_, Words
from wcafe.services.cafe import CafeService, Snapshot
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.problem import hosts_of, planned_seats, problem_of, spoken
from wcafe.solver import (
    Guest,
    Notice,
    Problem,
    Solution,
    TableSpec,
    Violation,
    check_numbers,
    judge,
    language_circles,
    read_problem,
    solve,
)
from wcafe.store import Store, Work

Breach = Violation
"""A hard rule that does not hold, for faces, which do not know the solver."""

_SHARE = 0.6  # of the seconds asked for that the search counts on: a slow moment changes nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A composed plan as it is told: `ids` in the order of `seats`; all counts from 0."""

    ids: tuple[str, ...]
    tables: int
    solution: Solution
    names: Mapping[str, str]
    notices: tuple[Notice, ...] = ()

    def why(self, breach: Violation, words: Words) -> str:
        return breach.describe(words, lambda person: self.names.get(person, person))


class PlanService:
    """Compose and judge the plan of a café."""

    def __init__(
        self,
        store: Store,
        cafes: CafeService,
        changes: Changes,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._store = store
        self._cafes = cafes
        self._changes = changes
        self._clock = clock

    def compose(
        self,
        *,
        seconds: float = 2.0,
        seed: int = 1,
        from_round: int = 0,
        words: Words = ENGLISH,
        stop: Callable[[], bool] = lambda: False,
        by: object | None = None,
    ) -> Outcome:
        """Compose a plan and keep it; from `from_round` (from 0) on, repair the current one.

        A plan that breaks a hard rule is returned and not kept. No transaction waits for the
        solver: should the café have changed in the meantime, nothing is kept.

        Raises:
            NobodyToSeat, TooFewSeats, NoPlanYet, NoSuchRound: before any search.
            EditedElsewhere: people, tables or the plan changed while it was composed.
        """
        before = self._cafes.snapshot()
        guests, rounds = seated(before.people), len(before.cafe.rounds)
        if not guests:
            raise NobodyToSeat
        if not 0 <= from_round < rounds:
            raise NoSuchRound(number=from_round + 1, rounds=rounds)
        if from_round and before.plan is None:
            raise NoPlanYet(path=self._store.path)
        parties = _parties(guests, rounds)
        if from_round == 0:
            cafe = before.cafe.with_tables_for(*parties)
        else:
            cafe = before.cafe.with_chairs_for(sum(parties))
        problem, notices = problem_of(before, cafe, from_round=from_round)
        if from_round and cafe != before.cafe:
            notices = (
                *notices,
                Notice(N_("There is no seat left: put one more chair at each table.")),
            )
        solution = _timed(problem, seconds, seed, stop, self._clock)
        outcome = Outcome(
            ids=tuple(guest.id for guest in problem.people),
            tables=len(problem.tables),
            solution=solution,
            names={person.id: person.name for person in guests},
            notices=(*notices, *solution.notices),
        )
        if not solution.violations:
            plan = _plan_of(outcome, before.plan, basis(cafe, before.people), words)
            self._store.write(lambda work: _keep(work, before, cafe, plan))
            self._changes.tell(Changed(Part.PLAN | Part.CAFE, by))
        return outcome

    def breaches(self) -> tuple[Violation, ...]:
        """Return the hard rules the kept plan breaks for the café as it is now."""
        now = self._cafes.snapshot()
        guests = seated(now.people)
        if now.plan is None or not guests or not now.cafe.tables:
            return ()
        problem, _notices = problem_of(now, now.cafe)
        problem = replace(problem, hosts=hosts_of(now, now.cafe, keeps_planned=True))
        return judge(problem, planned_seats(now, now.cafe, guests))


def solve_bare(
    *,
    tables: int,
    seats: int,
    rounds: int,
    people: int | None = None,
    seconds: float = 2.0,
    seed: int = 1,
) -> Outcome:
    """Solve without a café or rules: no hosts, tables may be seen again, people numbered from 0.

    Raises:
        TooFewSeats, BadTables, BadRounds, BadPeople
    """
    count = tables * seats if people is None else people
    check_numbers(rounds, tables, count)
    guests = tuple(Guest(id=str(n)) for n in range(count))
    specs = tuple(TableSpec(most=seats) for _ in range(tables))
    return _solved(Problem(rounds=rounds, tables=specs, people=guests), seconds, seed)


def solve_problem(data: object, *, seconds: float = 2.0, seed: int = 1) -> Outcome:
    """Solve the problem that `data`, parsed JSON, describes. Raises BadProblem and the above."""
    return _solved(read_problem(data), seconds, seed)


def _solved(problem: Problem, seconds: float, seed: int) -> Outcome:
    solution = _timed(problem, seconds, seed, lambda: False, time.perf_counter)
    return Outcome(
        ids=tuple(guest.id for guest in problem.people),
        tables=len(problem.tables),
        solution=solution,
        names={},
        notices=solution.notices,
    )


def _timed(
    problem: Problem,
    seconds: float,
    seed: int,
    stop: Callable[[], bool],
    clock: Callable[[], float],
) -> Solution:
    """Solve with an effort that a machine of our kind spends well within `seconds`."""
    deadline = clock() + seconds
    return solve(
        problem,
        seed=seed,
        effort=_SHARE * seconds,
        stop=lambda: stop() or clock() > deadline,
        clock=clock,
    )


def _parties(guests: tuple[Person, ...], rounds: int) -> list[int]:
    """Return how many people there are at most in one round, for each circle of languages."""
    circles = language_circles([spoken(guest) for guest in guests])
    return [
        max(sum(guests[p].attends(r) for p in circle) for r in range(rounds)) for circle in circles
    ]


def _plan_of(outcome: Outcome, before: Plan | None, made_for: str, words: Words) -> Plan:
    solution = outcome.solution
    return Plan(
        id=PlanId(new_id()),
        people=tuple(map(PersonId, outcome.ids)),
        tables=outcome.tables,
        seats=solution.seats,
        hosts={PersonId(person): table for person, table in solution.hosts.items()},
        made_for=made_for,
        certificate=Certificate(
            repeat_meetings=solution.repeat_meetings,
            lower_bound=solution.bounds.repeats,
            coincidences=solution.coincidences,
            coincidences_bound=solution.bounds.coincidences,
            proven_optimal=solution.is_proven_optimal,
            balance=tuple(solution.balance.items()),
            notices=tuple(notice.describe(words) for notice in outcome.notices),
            seconds=solution.seconds,
            method=solution.method,
            seed=solution.seed,
        ),
        version=before.version if before else 0,
    )


def _keep(work: Work, before: Snapshot, cafe: Cafe, plan: Plan) -> None:
    """Keep the plan and the tables it was made for, unless what it was made from has changed."""
    people = work.people.all()
    if work.cafes.get() != before.cafe or people != before.people:
        raise EditedElsewhere
    if cafe != before.cafe:
        work.cafes.save(cafe)
    work.plans.save(plan)
