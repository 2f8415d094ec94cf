"""Published schedules, people who know each other, and 569 deputies: the solver on real data."""

import csv
import re
from collections import Counter
from itertools import combinations
from random import Random

import pytest

from tests.cafes import SHARED
from wcafe.solver import Guest, Problem, TableSpec, solve, weigh

pytestmark = pytest.mark.real


def published(name):
    """Return a schedule as rounds of tables of people, read without the solver."""
    text = (SHARED / "plans" / name).read_text(encoding="utf-8")
    if name.endswith(".txt"):
        groups = [tuple(map(int, g.split(","))) for g in re.findall(r"\{([^}]*)\}", text)]
        return [groups[k : k + 8] for k in range(0, len(groups), 8)]
    rounds = {}
    for row in csv.reader(text.splitlines()):
        round_, _table, *people = (int(cell) for cell in row if cell)
        rounds.setdefault(round_, []).append(tuple(people))
    return list(rounds.values())


@pytest.mark.parametrize(
    ("name", "people", "met"),
    [
        ("csplib_prob010_9weeksol_8x4x9.txt", 32, 432),
        ("esgp_N32R9_n32_csp.csv", 32, 432),
        ("esgp_N24R5_n24_sol.csv", 24, 180),
        ("esgp_N22R5_n22_sol.csv", 22, 150),
        ("esgp_opt_solution_n19_sol.csv", 19, 108),
        ("esgp_solution_n17_sol_tour.csv", 17, 84),
    ],
)
def test_published_schedules_weigh_what_an_independent_count_says(name, people, met, figure):
    rounds = published(name)
    pairs = Counter(
        pair for tables in rounds for table in tables for pair in combinations(sorted(table), 2)
    )
    at = [{p: t for t, table in enumerate(tables) for p in table} for tables in rounds]
    problem = Problem(
        rounds=len(rounds),
        tables=tuple(TableSpec(most=4) for _table in rounds[0]),
        people=tuple(Guest(id=str(p)) for p in range(1, people + 1)),
    )
    seats = tuple(tuple(row[p] for p in range(1, people + 1)) for row in at)

    repeats, coincidences, _balance = weigh(problem, seats)

    assert (len(pairs), set(pairs.values())) == (met, {1})
    assert (repeats, coincidences) == (0, 0)
    figure(f"{name}: {people} people, {len(rounds)} rounds, {met} meetings, {repeats} repeats")


def rows_of(*path):
    with SHARED.joinpath(*path).open(encoding="utf-8-sig", newline="") as file:
        start = file.read(200)
        file.seek(0)
        return list(csv.DictReader(file, delimiter=";" if ";" in start else ","))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("network", "ties", "is_close", "key"),
    [
        (
            "sociopatterns_lycee_thiers_2012",
            "contacts",
            lambda row: int(row["seconds_face_to_face"]) >= 120,
            "class",
        ),
        ("karate_club", "ties", lambda row: True, "club"),
    ],
)
def test_people_who_know_each_other_sit_apart_as_far_as_can_be(
    network, ties, is_close, key, figure
):
    people = rows_of("social", f"{network}_people.csv")
    known = [
        (row["id_a"], row["id_b"], 1)
        for row in rows_of("social", f"{network}_{ties}.csv")
        if is_close(row)
    ]
    problem = Problem(
        rounds=3,
        tables=tuple(TableSpec(most=5) for _table in range(-(-len(people) // 5))),
        people=tuple(Guest(id=row["id"], attributes={key: row[key]}) for row in people),
        distinct_tables=True,
        met_before=tuple(known),
        balance={key: 1.0},
    )
    solution = solve(problem, effort=1.0)

    assert solution.violations == ()
    assert (solution.repeat_meetings, solution.bounds.repeats) == (0, 0)
    told = f"{len(people)} people, {len(known)} pairs who know each other"
    figure(f"{network}: {told}, {solution.repeat_meetings} meet again, {solution.balance}")


def test_deputies_of_all_parties_and_regions_are_mixed_over_114_tables(figure):
    """Those in office on the last day, by parliamentary group and department."""
    listed = rows_of("participants", "real_deputes_14e_legislature.csv")
    rows = [row for row in listed if row["Fin de mandat"] == "2017-06-20"]
    problem = Problem(
        rounds=3,
        tables=tuple(TableSpec(most=5) for _table in range(114)),
        people=tuple(
            Guest(
                id=row["slug"],
                attributes={"group": row["Groupe"], "department": row["Département"]},
            )
            for row in rows
        ),
        distinct_tables=True,
        balance={"group": 1.0, "department": 1.0},
    )
    solution = solve(problem, effort=4.0)

    assert len(problem.people) == 569
    assert (solution.repeat_meetings, solution.violations) == (0, ())
    assert solution.is_proven_optimal
    assert min(solution.balance.values()) > 0.9
    by_chance = Random(1)
    rows_by_chance = tuple(
        tuple(by_chance.sample([n % 114 for n in range(569)], 569)) for _round in range(3)
    )
    repeats, _coincidences, balance = weigh(problem, rows_by_chance)
    figure(
        f"569 deputies, 114 tables, 3 rounds: {solution.repeat_meetings} repeats, "
        f"mixed {dict(solution.balance)}; by chance {repeats} repeats, mixed {balance}"
    )
