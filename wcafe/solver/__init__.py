"""Who sits where: numbers only. One door: `solve(problem, …) -> Solution`.

Nobody outside imports more than what is named here, and nothing here loads arrays before a
problem needs them.
"""

from wcafe.solver.door import certify, judge, solve, weigh
from wcafe.solver.jokers import JokerPlan, fit_jokers, plan_with_jokers
from wcafe.solver.languages import language_circles
from wcafe.solver.limits import check_numbers
from wcafe.solver.problem import Group, Guest, Pin, Problem, TableSpec
from wcafe.solver.problem_json import read_problem
from wcafe.solver.rehearse import rehearse_tables
from wcafe.solver.robust import Rehearsal, most_robust
from wcafe.solver.solution import (
    HOST_AWAY,
    HOST_OFTEN_AWAY,
    HOSTS_ALONE,
    HOSTS_TWICE,
    WITHOUT_HOST,
    WITHOUT_HOST_IN,
    Bounds,
    Conflict,
    Demand,
    Notice,
    Solution,
    Standing,
    Violation,
    Worth,
)

__all__ = [
    "HOSTS_ALONE",
    "HOSTS_TWICE",
    "HOST_AWAY",
    "HOST_OFTEN_AWAY",
    "WITHOUT_HOST",
    "WITHOUT_HOST_IN",
    "Bounds",
    "Conflict",
    "Demand",
    "Group",
    "Guest",
    "JokerPlan",
    "Notice",
    "Pin",
    "Problem",
    "Rehearsal",
    "Solution",
    "Standing",
    "TableSpec",
    "Violation",
    "Worth",
    "certify",
    "check_numbers",
    "fit_jokers",
    "judge",
    "language_circles",
    "most_robust",
    "plan_with_jokers",
    "read_problem",
    "rehearse_tables",
    "solve",
    "weigh",
]
