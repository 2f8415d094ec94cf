"""`wcafe solve`: a plan without a café."""

import json

import pytest


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
