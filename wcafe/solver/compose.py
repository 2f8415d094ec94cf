"""From a problem to a plan with its certificate: designs first, then the search, then mending."""

from collections.abc import Callable
from functools import partial

import numpy as np

from wcafe.solver.designed import Found, better, from_design
from wcafe.solver.designs.steps import asks_more_than_steps, step_plan
from wcafe.solver.hard_rules import violations
from wcafe.solver.hosting import name_hosts, tell_unhosted
from wcafe.solver.measure import balance, repeats_and_coincidences
from wcafe.solver.mend.polishing import Mending
from wcafe.solver.model import NOBODY, Ints, Model, as_array, build_model, require_seats
from wcafe.solver.problem import Problem
from wcafe.solver.proofs.bounds import lower_bounds
from wcafe.solver.proofs.conflicts import Doubt
from wcafe.solver.search.cooling import Cooling, Improvable
from wcafe.solver.search.finishing import (
    add_way_home,
    model_to_search,
    rounds_to_search,
    search_of,
    seat_everybody,
)
from wcafe.solver.search.prices import least_cost
from wcafe.solver.search.seating import room_in_use
from wcafe.solver.solution import NOT_FOUND, Bounds, Notice, Solution, Standing
from wcafe.solver.told import tell_price_of_evenness, tell_soft_rules
from wcafe.solver.turns import tell_turns
from wcafe.solver.vacancies import leave_empty

_SOON_MENDED = 1200  # seats that are mended in a moment, even after a stop
_LATE = 0.75  # of the time there is
_EVEN = 0.9  # of it, until which it is asked what even sizes cost
_EXPLAINED = 1.1  # of it, until which rules that collide are looked for
_PROMISED = 0.1  # of the effort, to see whether what is promised holds
_UNKNOWN = 1 << 30  # more than can be broken


def compose(
    problem: Problem,
    *,
    seed: int,
    effort: float,
    stop: Callable[[], bool],
    is_past: Callable[[float], bool],
    on_better: Callable[[Standing], object] | None,
    explains: bool = True,
) -> Solution:
    """Compose a plan as `solve` says.

    `is_past` says whether a share of the time up to a deadline has gone; always after a stop. On a
    slow machine the search ends early where a rule is broken, so that there is time to mend. With
    `explains`, the rules that collide are looked for where one is broken. The seconds it took are
    the caller's to tell.
    """
    is_over = partial(is_past, 1.0)
    rng = np.random.default_rng(seed)
    asked, judged = problem, build_model(problem)
    require_seats(judged)  # what cannot be is refused before hosts are named for it
    if problem.host_mode == "hand_over":
        problem = leave_empty(judged)
    problem, notices = name_hosts(problem, rng)
    model = judged if problem is asked else build_model(problem)
    if asked.host_mode != "hand_over":  # seats pinned to hand over are a means, not a rule
        judged = model
    bounds = Bounds(repeats=0, coincidences=0) if stop() else lower_bounds(judged)
    start, method = _start(model, rng)

    def can_hold(some: Problem) -> bool:
        return not is_past(_LATE) and _is_kept(some, seed, effort, is_past)

    doubt = Doubt(asked, judged, partial(is_past, _EXPLAINED), can_hold)
    chance = rng.spawn(1)[0]
    seats: Ints | None = start
    is_best, how = True, method
    if method != "steps" or not _asks_nothing_else(model, bounds, start):
        seats, is_best = from_design(model, bounds, start, chance, effort, is_past, on_better)
        how = "design"
    cooling = Cooling(
        effort,
        bounds,
        is_over,
        on_better,
        doubt.is_vain if explains else _never,
        is_late=lambda seats: is_past(_LATE) and bool(violations(judged, seats)),
    )
    mending = Mending(judged, bounds, rng, cooling, is_over)
    if seats is not None and is_best and (judged is model or not violations(judged, seats)):
        method = how
    else:
        found, how = _search_from(model, bounds, rng, cooling, start, method, mending, stop)
        seats, method = better(judged, (found, how), (seats, "design+search"), stop)
    if asked.host_mode == "hand_over" and not stop():
        seats = mending.spread_turns(seats)
    repeats, coincidences = repeats_and_coincidences(model, seats)
    broken = violations(judged, seats)
    bounds = bounds.beside(repeats, coincidences, keeps_rules=not broken)
    soft = list(tell_soft_rules(model, seats))
    if explains and not broken:
        soft += tell_price_of_evenness(
            judged, seats, bounds, chance, effort, partial(is_past, _EVEN)
        )
    why = [Notice(bounds.reason)] if bounds.reason and bounds.coincidences else []
    conflicts = doubt.conflicts() if broken and explains else ()
    if broken and not conflicts:
        notices = (*notices, Notice(NOT_FOUND))
    told = tuple(tuple(None if t == NOBODY else t for t in row) for row in seats.tolist())
    return Solution(
        seats=told,
        hosts=dict(problem.hosts) if problem.host_mode == "stay" else {},
        repeat_meetings=repeats,
        coincidences=coincidences,
        bounds=bounds,
        violations=broken,
        notices=(
            *notices,
            *tell_unhosted(problem, told),
            *tell_turns(judged, seats),
            *soft,
            *why,
        ),
        balance=balance(model, seats),
        seconds=0.0,
        method=method,
        seed=seed,
        conflicts=conflicts,
    )


def _never(_seats: Ints) -> bool:
    return False


def _is_kept(problem: Problem, seed: int, effort: float, is_past: Callable[[float], bool]) -> bool:
    """Is a plan that keeps all rules of `problem` found with a part of the effort?"""
    found = compose(
        problem,
        seed=seed,
        effort=_PROMISED * effort,
        stop=partial(is_past, _LATE),
        is_past=is_past,
        on_better=None,
        explains=False,
    )
    return not found.violations


def _search_from(
    model: Model,
    bounds: Bounds,
    rng: np.random.Generator,
    cooling: Cooling,
    start: Ints,
    method: str,
    mending: Mending,
    stop: Callable[[], bool],
) -> Found:
    """Return the best seats found from `start`, of shape (R, P), and how they were found.

    Tables alike hold the same number, give or take one. Where that leaves a rule broken when
    half the effort is spent, the plan is mended; only then may they differ by more.
    """
    rounds = rounds_to_search(model)
    if stop():
        return seat_everybody(model, start, rng), method
    seen = model_to_search(model)
    best, fewest, has_improved = start, _UNKNOWN, False
    is_roomy, room = False, None
    if model.problem.previous is not None:  # seats that stay come before even sizes
        is_roomy, room = True, {r: room_in_use(seen, r) for r in rounds}
    search: Improvable | None = None
    for _half in range(2):
        seats = start
        if rounds:
            search = search or search_of(
                seen, rounds, start, rng, is_roomy=is_roomy, room=room, stop=stop
            )
            target = 0
            if not stop():
                target = least_cost(seen, rounds, search.room, bounds.coincidences)
            is_better = cooling.run(
                search, target, is_warm=method != "search", is_bound=method == "repair"
            )
            if not is_better and fewest == 0:
                break
            has_improved |= is_better
            seats = search.best
        seats = add_way_home(model, seats, rng, cooling, is_roomy=is_roomy)
        broken = mending.count_broken(seats)
        if broken and (not stop() or seats.size <= _SOON_MENDED):
            cooling.doubt(seats)
            seats = mending.mend(seats)
            if not (broken := mending.count_broken(seats)):
                return mending.polish(seats), f"{method}+mended"
            is_roomy, room, search = True, None, None
        if broken <= fewest:
            best, fewest = seats, broken
        if broken and cooling.stop():
            break
    return best, f"{method}+search" if has_improved and method != "search" else method


def _asks_nothing_else(model: Model, bounds: Bounds, start: Ints) -> bool:
    """Is `start`, made by steps, at its bounds, and is there nothing else that it is weighed by?"""
    if asks_more_than_steps(model.problem):
        return False
    return repeats_and_coincidences(model, start) == (bounds.repeats, bounds.coincidences)


def _start(model: Model, rng: np.random.Generator) -> tuple[Ints, str]:
    """Return seats to begin with and where they come from."""
    if model.problem.previous is not None:
        return as_array(model.problem.previous), "repair"
    seats = step_plan(model, rng)
    if seats is not None:
        return seats, "steps"
    return np.full((model.rounds, model.people), NOBODY, np.int32), "search"
