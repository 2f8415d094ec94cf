"""`wcafe solve`: a plan without a café."""

import argparse
import json

import pytest

from tests.solver.problems import a_problem
from wcafe.cli.solve import tell_outcome
from wcafe.i18n import ENGLISH
from wcafe.services.plan import Outcome
from wcafe.solver import Group, solve


def test_solve_needs_no_café(told):
    plan = told("solve", "--tables", 8, "--seats", 4, "--rounds", 4, "--json")

    assert (plan["people"], plan["repeat_meetings"], plan["proven_optimal"]) == (32, 0, True)
    assert plan["ids"][:3] == ["0", "1", "2"]
    assert all(row.count(t) == 4 for row in plan["seats"] for t in range(8))


def test_solve_reads_a_problem(tmp_path, told, wcafe):
    problem = {
        "rounds": 2,
        "tables": [{"max": 3}, {"max": 3}],
        "people": [{"id": name} for name in "abcdef"],
        "apart": [["a", "b"]],
        "pins": [{"id": "c", "round": 1, "table": 1}],
    }
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(problem))
    plan = told("solve", "--problem", path, "--json")

    assert plan["ids"] == list("abcdef")
    assert plan["seats"][1][2] == 1
    assert all(row[0] != row[1] for row in plan["seats"])

    path.write_text(json.dumps({**problem, "together": [["a", "b"]]}))
    code, out, err = wcafe("solve", "--problem", path, "--json", "--seconds", "0.2")
    assert code == 1
    assert {breach["rule"] for breach in json.loads(out)["violations"]} <= {"apart", "together"}
    assert "b" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--tables", 3, "--seats", 4, "--rounds", 3, "--people", 13), "need a seat: 13"),
        (("--tables", 0, "--seats", 4, "--rounds", 3), "tables, not 0"),
        (("--tables", 3, "--seats", 4, "--rounds", 0), "rounds, not 0"),
        (("--tables", 3, "--seats", 0, "--rounds", 2), "people, not 0"),
        (("--tables", -2, "--seats", 4, "--rounds", 2), "tables, not -2"),
        (("--tables", 10**12, "--seats", 4, "--rounds", 2), "tables, not 1000000000000"),
        (("--tables", 9, "--seats", 10**12, "--rounds", 2), "people, not 9000000000000"),
    ],
)
def test_impossible_numbers_are_told_in_a_sentence(refused, arguments, sentence):
    assert sentence in refused("solve", *arguments, "--json")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"rounds": 2}', "\x89PNG", "[" * 100_000])
def test_a_problem_that_is_none_is_told(refused, tmp_path, content):
    path = tmp_path / "problem.json"
    path.write_text(content)

    assert "Nothing was solved." in refused("solve", "--problem", path)


@pytest.mark.parametrize(
    ("kept_apart", "told"),
    [
        (("p1", "p0"), "The rules cannot all be kept: "),
        (("p1", "p2"), "No plan that keeps all rules was found in the time: "),
    ],
)
def test_rules_are_said_to_collide_only_where_that_is_proved(capsys, kept_apart, told):
    together = tuple(Group(ids=(f"p{n}", f"p{n + 1}")) for n in range(0, 40, 2))
    apart = tuple(Group(ids=(f"p{n}", f"p{(n * 7 + 3) % 40}")) for n in range(1, 40, 3))
    problem = a_problem(
        10, 4, 4, together=together, apart=(*apart, Group(ids=kept_apart)), distinct_tables=True
    )
    is_possible = told.startswith("No plan")
    solution = solve(problem, effort=0.1, stop=lambda: is_possible)
    ids = tuple(guest.id for guest in problem.people)
    outcome = Outcome(ids=ids, tables=10, solution=solution, names={})

    code = tell_outcome(outcome, argparse.Namespace(json=False), ENGLISH, is_kept=False)

    assert code == 1
    assert told in capsys.readouterr().err
