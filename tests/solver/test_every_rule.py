"""Small problems with every rule, against an exhaustive search (SOLVER.md, target 7)."""

from random import Random

import pytest

from tests.endurance import full
from tests.solver.oracle import best_of_all, breaches, places, worth
from wcafe.errors import TooFewSeats
from wcafe.solver import read_problem, solve
from wcafe.solver.model import build_model
from wcafe.solver.proofs.bounds import lower_bounds

pytestmark = pytest.mark.slow  # searched exhaustively

CASES = full(250, 80)
_MOST_PLANS = 1100


def a_small_problem(chance):
    """Any rules at all, as parsed JSON; often they cannot hold together."""
    tables = chance.choice([2, 2, 3])
    people = chance.randint(2, 5 if tables == 2 else 4)
    rounds = chance.choice([2, 3])
    ids = [f"p{n}" for n in range(people)]

    def maybe(likely, **facts):
        return facts if chance.random() < likely else {}

    def groups():
        size = min(people, chance.choice([2, 2, 3]))
        some = {"ids": chance.sample(ids, 2), "rounds": [chance.randrange(rounds)]}
        return [chance.choice([some, chance.sample(ids, size)]) for _ in range(2)]

    problem = {
        "rounds": rounds,
        "tables": [
            {
                "max": (most := max(chance.randint(1, people), 2)),
                **maybe(0.25, min=chance.randint(0, most)),
                **maybe(0.1, closed=[chance.randrange(rounds)]),
                **maybe(0.4, features=["ramp"]),
            }
            for _table in range(tables)
        ],
        "people": [
            {
                "id": i,
                **maybe(0.2, present=sorted(chance.sample(range(rounds), rounds - 1))),
                **maybe(0.15, needs=["ramp"]),
                **maybe(0.1, fixed_table=chance.randrange(tables)),
                **maybe(0.2, languages=chance.sample(["fr", "en", "de"], chance.randint(1, 2))),
                **maybe(0.3, willing=True),
            }
            for i in ids
        ],
        "distinct_tables": chance.random() < 0.4,
        "return_home": chance.random() < 0.2,
        "carousel": chance.random() < 0.1,
        **maybe(0.3, apart=groups()),
        **maybe(0.3, together=groups()),
        **maybe(0.2, met_before=[[*chance.sample(ids, 2), chance.randint(1, 2)]]),
    }
    hosted = chance.sample(range(tables), chance.randint(1, tables))
    staying = {"mode": "stay", "tables": dict(zip(ids, hosted, strict=False))}
    problem |= {"hosts": chance.choice([{"mode": "none"}] * 3 + [staying, {"mode": "hand_over"}])}
    r, t = chance.randrange(rounds), chance.randrange(tables)
    problem |= maybe(0.2, pins=[{"id": chance.choice(ids), "round": r, "table": t}])
    if chance.random() < 0.2:
        all_there = {(r, p) for r, p in places(problem)}
        problem["previous"] = [
            [chance.randrange(tables) if (r, p) in all_there else None for p in range(people)]
            for r in range(rounds)
        ]
        problem["from_round"] = chance.randrange(1, rounds)
    return problem


def test_every_rule_is_judged_bounded_and_kept_as_an_exhaustive_search_says(figure):
    chance = Random(5)
    judged = impossible = proved = fewest_found = tight = best = solved = 0
    while judged < CASES:
        told = a_small_problem(chance)
        if len(told["tables"]) ** len(places(told)) > _MOST_PLANS:
            continue
        problem = read_problem(told)
        try:
            found = solve(problem, effort=0.05)
        except TooFewSeats:
            continue
        judged += 1
        fewest, least = best_of_all(told)
        known = {(b.rule, r, frozenset(b.who)) for b in found.violations for r in b.rounds}
        assert known == breaches(told, found.seats), told
        assert (found.repeat_meetings, found.coincidences) == worth(told, found.seats), told
        assert len(known) >= fewest, told
        if least is None:
            impossible += 1
            proved += found.conflict is not None
            fewest_found += len(known) == fewest
            continue
        bounds = lower_bounds(build_model(problem))
        assert bounds.repeats <= least[0], told
        assert bounds.coincidences <= least[1], told
        tight += (bounds.repeats, bounds.coincidences) == least
        solved += not known
        best += not known and found.coincidences == least[1]

    possible = judged - impossible
    figure(
        f"every rule: {judged} problems; {possible} can hold, {solved} of them kept, "
        f"0 bounds above the optimum, {tight} tight, {best} best; {impossible} cannot, "
        f"{proved} of them proved, {fewest_found} with the fewest breaches"
    )
    assert proved == impossible
    assert solved >= 0.99 * possible
    assert fewest_found >= 0.98 * impossible
    assert best >= 0.85 * possible
