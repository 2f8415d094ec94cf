"""Composing a plan: the solver's problem from a café, and a plan from its solution."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from wcafe.domain.cafe import Cafe
from wcafe.domain.people import Person, PersonId, participants
from wcafe.domain.plan import Certificate, Joker, Plan, PlanId, Remark, basis
from wcafe.domain.text import new_id
from wcafe.errors import NobodyToSeat, NoPlanYet, NoSuchRound
from wcafe.i18n import N_, Words
from wcafe.services.cafe import Snapshot
from wcafe.services.planning.arrivals import seated_by_jokers
from wcafe.services.planning.hosts import taken_over
from wcafe.services.planning.jokers import (
    composed_with,
    kept_with,
    spare_places,
    with_tables_and_chairs,
)
from wcafe.services.planning.order import Order
from wcafe.services.planning.problem import languages_of, problem_of
from wcafe.solver import (
    Guest,
    Notice,
    Problem,
    Solution,
    Standing,
    TableSpec,
    Violation,
    check_numbers,
    language_circles,
    read_problem,
    solve,
)

_SHARE = 0.6  # of the seconds asked for that the search counts on: a slow moment changes nothing
_FITTING = 0.5  # seconds at most to fit spare routes into a plan that stays
_PAUSE = 0.1  # seconds at least from one word of progress to the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A composed plan as it is told: `ids` in the order of `seats`; all counts from 0."""

    ids: tuple[str, ...]
    tables: int
    solution: Solution
    names: Mapping[str, str]
    notices: tuple[Notice, ...] = ()
    given: Mapping[str, object] = field(default_factory=dict)  # ids that came as numbers
    jokers: tuple[Joker, ...] = ()

    def as_given(self, person: str) -> object:
        return self.given.get(person, person)

    def why(self, violation: Violation, words: Words) -> str:
        return violation.describe(words, self._name)

    def _name(self, person: str) -> str:
        return self.names.get(person, person)

    def collision(self, words: Words) -> list[str]:
        """Say which rules collide and what would help, where that was proved."""
        told = (each.describe(words, self._name) for each in self.solution.conflicts)
        return [sentence for sentences in told for sentence in sentences]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A plan that was composed and is not kept yet; None if it breaks a hard rule."""

    outcome: Outcome
    plan: Plan | None
    cafe: Cafe  # with the tables the plan was made for
    before: Snapshot
    is_repair: bool = False  # seats of the plan before it were kept as far as could be
    by_joker: tuple[PersonId, ...] = ()  # who has taken over a joker route, in `before` already


def compose(
    before: Snapshot,
    order: Order,
    *,
    stop: Callable[[], bool],
    on_better: Callable[[int, int], object] | None,
    clock: Callable[[], float],
) -> Composed:
    """Compose a plan for the café `before`; see `PlanService.compute`."""
    guests, rounds = participants(before.people), len(before.cafe.rounds)
    from_round, is_repair = order.from_round, order.keeps_seats
    if not any(guest.attends(r) for guest in guests for r in range(rounds)):
        raise NobodyToSeat
    if not 0 <= from_round < rounds:
        raise NoSuchRound(number=from_round + 1, rounds=rounds)
    if is_repair and before.plan is None:
        raise NoPlanYet
    by_joker: tuple[PersonId, ...] = ()
    taken: tuple[Notice, ...] = ()
    if is_repair:
        before, by_joker, taken = seated_by_jokers(before, from_round)
    parties = _parties(guests, range(from_round, rounds))
    cafe = before.cafe if order.spare is None else before.cafe.with_spare(order.spare)
    places = spare_places(cafe, before.people)
    if is_repair:
        cafe = cafe.with_chairs_for(sum(parties))
    else:
        cafe = with_tables_and_chairs(cafe, before.people, parties, places)
    problem, notices = problem_of(before, cafe, from_round=from_round, is_repair=is_repair)
    if is_repair and cafe.tables != before.cafe.tables:
        notices = (
            *notices,
            Notice(
                N_("There is no seat left: put one more chair at each table ({tables} in all)."),
                {"tables": len(cafe.tables)},
            ),
        )

    def search(asked: Problem) -> Solution:
        found = _solve_in_time(asked, order, stop, clock, on_better)
        if found.violations and asked.hosts and asked.fills_hosts and not stop():
            alone = replace(asked, fills_hosts=False)  # to have more hosts is only a wish
            half = replace(order, seconds=order.seconds / 2)
            named = _solve_in_time(alone, half, stop, clock, on_better)
            return found if named.violations else named
        return found

    def fit(asked: Problem) -> Solution:
        return _solve_in_time(
            asked, replace(order, seconds=min(order.seconds, _FITTING)), stop, clock
        )

    jokers: tuple[Joker, ...] = ()
    told: tuple[Notice, ...] = ()
    if places and not is_repair:
        solution, jokers, told = composed_with(
            problem, places, seed=order.seed, search=search, fit=fit
        )
    else:
        solution = search(problem)
    if is_repair and before.plan is not None and not solution.violations:
        number = None if order.spare is None else places
        jokers, told = kept_with(problem, solution, before.plan, number, search=fit)
    names: dict[str, str] = {person.id: person.name for person in guests}
    ids = tuple(PersonId(guest.id) for guest in problem.people)
    hosted = _find_past_hosts(before.plan, ids, solution, from_round)
    hosts = {PersonId(person): table for person, table in solution.hosts.items()}
    new = [each for each in taken_over(hosts, hosted, from_round, names) if each not in notices]
    outcome = Outcome(
        ids=ids,
        tables=len(problem.tables),
        solution=solution,
        names=names,
        notices=(*taken, *notices, *new, *solution.notices, *told),
        jokers=jokers,
    )
    plan = None
    if not solution.violations:
        plan = _plan_of(outcome, before.plan, basis(cafe, before.people))
        handed_on = before.plan.taken_jokers if is_repair and before.plan else ()
        by_number = sorted((*jokers, *handed_on), key=lambda joker: joker.number)
        plan = replace(plan, from_round=from_round, hosted=hosted, jokers=tuple(by_number))
    return Composed(
        outcome=outcome,
        plan=plan,
        cafe=cafe,
        before=before,
        is_repair=is_repair,
        by_joker=by_joker,
    )


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
    problem = Problem(rounds=rounds, tables=specs, people=guests)
    return _solve(problem, Order(seconds=seconds, seed=seed))


def solve_problem(data: object, *, seconds: float = 2.0, seed: int = 1) -> Outcome:
    """Solve the problem that `data`, parsed JSON, describes. Raises BadProblem and the above."""
    problem = read_problem(data)
    people = data["people"] if isinstance(data, dict) else []
    given = {str(one["id"]): one["id"] for one in people if not isinstance(one["id"], str)}
    return replace(_solve(problem, Order(seconds=seconds, seed=seed)), given=given)


def _solve(problem: Problem, order: Order) -> Outcome:
    solution = _solve_in_time(problem, order, lambda: False, time.perf_counter)
    return Outcome(
        ids=tuple(guest.id for guest in problem.people),
        tables=len(problem.tables),
        solution=solution,
        names={},
        notices=solution.notices,
    )


def _solve_in_time(
    problem: Problem,
    order: Order,
    stop: Callable[[], bool],
    clock: Callable[[], float],
    on_better: Callable[[int, int], object] | None = None,
) -> Solution:
    """Solve with an effort that a machine of our kind spends well within its seconds."""
    deadline = clock() + order.seconds
    told = -_PAUSE

    def hear(standing: Standing) -> None:
        nonlocal told
        if on_better is not None and (now := clock()) >= told + _PAUSE:
            told = now
            on_better(standing.repeats, standing.bounds.repeats)

    return solve(
        problem,
        seed=order.seed,
        effort=_SHARE * order.seconds,
        stop=stop,
        deadline=deadline,
        on_better=hear if on_better else None,
        clock=clock,
    )


def _parties(guests: tuple[Person, ...], rounds: range) -> list[int]:
    """Return how many people there are at most in one round, for each circle of languages."""
    circles = language_circles([languages_of(guest) for guest in guests])
    parties = [max(sum(guests[p].attends(r) for p in circle) for r in rounds) for circle in circles]
    return [party for party in parties if party]


def _find_past_hosts(
    before: Plan | None, ids: Sequence[PersonId], solution: Solution, from_round: int
) -> dict[tuple[int, int], PersonId]:
    """Return who hosted in the rounds before `from_round`, of those who sit there in `solution`."""
    if before is None:
        return {}
    place = {person: number for number, person in enumerate(ids)}
    return {
        (round_, table): person
        for round_ in range(min(from_round, before.rounds))
        for table, person in before.hosts_in(round_).items()
        if person in place and solution.seats[round_][place[person]] == table
    }


def _plan_of(outcome: Outcome, before: Plan | None, made_for: str) -> Plan:
    solution = outcome.solution
    return Plan(
        id=PlanId(new_id()),
        people=tuple(map(PersonId, outcome.ids)),
        tables=outcome.tables,
        seats=solution.seats,
        hosts={PersonId(person): table for person, table in solution.hosts.items()},
        jokers=outcome.jokers,
        made_for=made_for,
        certificate=Certificate(
            repeat_meetings=solution.repeat_meetings,
            lower_bound=solution.bounds.repeats,
            coincidences=solution.coincidences,
            coincidences_bound=solution.bounds.coincidences,
            proven_optimal=solution.is_proven_optimal,
            balance=tuple(solution.balance.items()),
            notices=tuple(Remark(each.template, each.facts) for each in outcome.notices),
            seconds=solution.seconds,
            method=solution.method,
            seed=solution.seed,
        ),
        version=before.version if before else 0,
    )
