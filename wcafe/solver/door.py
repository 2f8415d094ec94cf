"""The door of the solver: from a problem to a plan with its certificate.

What computes with arrays is loaded by the first problem that needs it.
"""

import time
from collections.abc import Callable
from dataclasses import replace

from wcafe.solver.designs.plain import plain_solution
from wcafe.solver.problem import Problem
from wcafe.solver.solution import Seats, Solution, Standing, Violation, Worth

_TO_SEARCH = (
    0.75  # of the time up to a deadline where a rule is broken: the rest is kept for mending
)


def solve(
    problem: Problem,
    *,
    seed: int = 1,
    effort: float = 2.0,
    stop: Callable[[], bool] = lambda: False,
    deadline: float | None = None,
    on_better: Callable[[Standing], object] | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> Solution:
    """Compose a plan for `problem`, as good as `effort` allows.

    Args:
        problem: people, tables, rounds and rules.
        seed: the same problem, seed and effort give the same plan, unless `stop` ends it.
        effort: seconds of search on a machine of the kind it was measured on. It is counted in
            steps, not by a clock, so that a slow moment does not change the plan.
        stop: asked many times a second; the best plan so far is returned when it says yes, and
            nobody looks for the rules that collide.
        deadline: when `clock` has passed it, the best plan so far is returned, explained.
        on_better: hears how far it is, many times a second; called on the caller's thread.
        clock: tells seconds, for `deadline` and the figure in the result only.

    Returns:
        A plan. Where the hard rules cannot all be kept, one with few violations, each listed.

    Raises:
        TooFewSeats, BadProblem, BadRounds, BadTables, BadPeople: before any search.
    """
    started = clock()
    solution = plain_solution(problem, seed)
    if solution is None:
        from wcafe.solver.compose import compose

        def is_past(share: float) -> bool:
            """Has it been told to stop, or has that share of the time up to a deadline gone?"""
            if deadline is None:
                return stop()
            return stop() or clock() > started + share * (deadline - started)

        solution = compose(
            problem,
            seed=seed,
            effort=effort,
            stop=stop,
            is_past=is_past,
            on_better=on_better,
        )
    return replace(solution, seconds=clock() - started)


def judge(problem: Problem, seats: Seats) -> tuple[Violation, ...]:
    """Return the hard rules that `seats` breaks; see `Seats` for its shape."""
    from wcafe.solver.hard_rules import violations
    from wcafe.solver.model import as_array, build_model

    return violations(build_model(problem), as_array(seats))


def weigh(problem: Problem, seats: Seats) -> tuple[int, int, dict[str, float]]:
    """Return repeats, coincidences and the balance of each attribute of given `seats`."""
    from wcafe.solver.measure import balance, repeats_and_coincidences
    from wcafe.solver.model import as_array, build_model

    model, taken = build_model(problem), as_array(seats)
    return *repeats_and_coincidences(model, taken), balance(model, taken)


def certify(problem: Problem, seats: Seats) -> Worth:
    """Return what given `seats` are worth, and what is proven of any that keep the hard rules."""
    from wcafe.solver.model import build_model
    from wcafe.solver.proofs.bounds import lower_bounds

    repeats, coincidences, balance = weigh(problem, seats)
    broken = judge(problem, seats)
    bounds = lower_bounds(build_model(problem))
    return Worth(
        repeat_meetings=repeats,
        coincidences=coincidences,
        bounds=bounds.beside(repeats, coincidences, keeps_rules=not broken),
        violations=broken,
        balance=balance,
    )
