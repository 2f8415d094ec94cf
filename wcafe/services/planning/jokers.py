"""Joker routes: how many a plan is composed with, and how they come into it."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from wcafe.domain.cafe import Cafe
from wcafe.domain.chairs import open_seats
from wcafe.domain.people import Person, PersonId, expected, participants
from wcafe.domain.plan import Joker, Plan, Route
from wcafe.domain.text import new_id
from wcafe.errors import TooFewSpareSeats
from wcafe.i18n import N_
from wcafe.solver import Notice, Problem, Solution, fit_jokers, plan_with_jokers

_SHARE, _LEAST = 0.05, 2  # spare people: this share of the expected, but at least so many
_MARK = "\N{BLACK SPADE SUIT}"  # with a number the solver's name of a spare person: nobody's id

Search = Callable[[Problem], Solution]


def spare_places(cafe: Cafe, people: Iterable[Person]) -> int:
    """Return how many spare places the café wants its plan to have, for those expected."""
    return _count_spares(cafe, len(expected(people, len(cafe.rounds))))


def _count_spares(cafe: Cafe, people: int) -> int:
    return usual_places(people) if cafe.rules.spare == "usual" else cafe.rules.spare


def with_tables_proposed(cafe: Cafe, people: int) -> Cafe:
    """Return `cafe` with tables for `people` and the spare places that it wants.

    Chosen tables stay as they are. Raises TooFewSeats if they cannot seat those expected.
    """
    return cafe.with_tables_for(people + (0 if cafe.tables_chosen else _count_spares(cafe, people)))


def usual_places(people: int) -> int:
    """Return how many spare places a café of so many people keeps if nobody says otherwise.

    >>> usual_places(12), usual_places(100)
    (2, 5)
    """
    return max(ceil(_SHARE * people), _LEAST)


def with_tables_and_chairs(
    cafe: Cafe, people: Iterable[Person], parties: Sequence[int], spare: int
) -> Cafe:
    """Return `cafe` with tables for the `parties` of `people`, and with chairs for `spare` more.

    Raises:
        TooFewSeats, TooFewSpareSeats: the chosen tables have too few.
    """
    seats_all = cafe.with_tables_for(*parties)
    if not spare:
        return seats_all
    if not cafe.tables_chosen:
        seats_all = cafe.with_tables_for(parties[0] + spare, *parties[1:])
    guests = participants(people)
    free = min(
        open_seats(seats_all, r) - sum(guest.attends(r) for guest in guests)
        for r in range(len(cafe.rounds))
    )
    if free < spare:
        raise TooFewSpareSeats(spare=spare, free=max(free, 0))
    return seats_all


def composed_with(
    problem: Problem, spare: int, *, seed: int, search: Search, fit: Search
) -> tuple[Solution, tuple[Joker, ...], tuple[Notice, ...]]:
    """Compose a plan for those expected and `spare` people more.

    Where the rules cannot hold with all of them, the plan is made for those expected alone, with
    as many spare routes beside it as keep the rules.

    Args:
        problem: those expected.
        spare: how many spare people; there are chairs for them.
        seed: for the choice of hosts.
        search: composes a plan.
        fit: looks for routes beside seats that stay.

    Returns:
        The plan of those expected, the spare routes, and what there is to say about them.
    """
    names = {number: f"{_MARK}{number}" for number in range(1, spare + 1)}
    found = plan_with_jokers(problem, list(names.values()), seed=seed, search=search)
    solution, routes = found.expected, dict(zip(names.values(), found.routes, strict=True))
    if solution.violations or found.with_all.violations:
        solution, routes = search(problem), {}
        if not solution.violations:
            routes = fit_jokers(problem, solution, dict.fromkeys(names.values()), search=fit)
    jokers = tuple(
        Joker(id=PersonId(new_id()), number=number, route=routes[name])
        for number, name in names.items()
        if name in routes
    )
    lost = [str(number) for number, name in names.items() if name not in routes]
    return solution, jokers, _notices_about(lost=lost) if not solution.violations else ()


def kept_with(
    problem: Problem, solution: Solution, plan: Plan, spare: int | None, *, search: Search
) -> tuple[tuple[Joker, ...], tuple[Notice, ...]]:
    """Return the spare routes of a repaired plan, and what there is to say about them.

    Free routes of `plan` that hold beside the new seats stay as they are.

    Args:
        problem: the repair.
        solution: what it came to.
        plan: the one before it.
        spare: how many routes there are to be; None for as many as are free.
        search: looks for new routes.
    """
    free = {joker.number: joker for joker in plan.free_jokers}
    numbers = list(free)
    if spare is not None:
        first = max((joker.number for joker in plan.jokers), default=0) + 1
        numbers = [*numbers, *range(first, first + spare - len(numbers))][:spare]
    wanted: dict[str, Route | None] = {
        f"{_MARK}{number}": free[number].route if number in free else None for number in numbers
    }
    found = fit_jokers(problem, solution, wanted, search=search) if wanted else {}
    jokers, changed, lost = [], [], []
    for number, (name, before) in zip(numbers, wanted.items(), strict=True):
        route = found.get(name)
        if route is None:
            lost.append(str(number))
            continue
        person = free[number].id if number in free else PersonId(new_id())
        jokers.append(Joker(id=person, number=number, route=route))
        if route != before:
            changed.append(str(number))
    return tuple(jokers), _notices_about(changed=changed, lost=lost)


def _notices_about(*, changed: Sequence[str] = (), lost: Sequence[str] = ()) -> tuple[Notice, ...]:
    notices = []
    if changed:
        sentence = N_("Print the spare badges again for these joker routes: {numbers}.")
        notices.append(Notice(sentence, {"numbers": ", ".join(changed)}))
    if lost:
        sentence = N_("No place is left for these joker routes: {numbers}.")
        notices.append(Notice(sentence, {"numbers": ", ".join(lost)}))
    return tuple(notices)
