"""Who sits where: numbers only. One door: `solve(problem, …) -> Solution`."""

from wcafe.solver.languages import language_circles
from wcafe.solver.limits import check_numbers
from wcafe.solver.problem import Group, Guest, Pin, Problem, TableSpec
from wcafe.solver.problem_json import read_problem
from wcafe.solver.robust import Rehearsal, most_robust
from wcafe.solver.solution import (
    HOST_AWAY,
    WITHOUT_HOST,
    WITHOUT_HOST_IN,
    Bounds,
    Conflict,
    Demand,
    Notice,
    Solution,
    Standing,
    Violation,
)
from wcafe.solver.solve import judge, solve, weigh

__all__ = [
    "HOST_AWAY",
    "WITHOUT_HOST",
    "WITHOUT_HOST_IN",
    "Bounds",
    "Conflict",
    "Demand",
    "Group",
    "Guest",
    "Notice",
    "Pin",
    "Problem",
    "Rehearsal",
    "Solution",
    "Standing",
    "TableSpec",
    "Violation",
    "check_numbers",
    "judge",
    "language_circles",
    "most_robust",
    "read_problem",
    "solve",
    "weigh",
]
