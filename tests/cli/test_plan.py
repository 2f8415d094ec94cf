"""`wcafe plan`: the plan as JSON and in words, its repair, its refusal."""

import json

import pytest

from tests.cafes import write_list
from tests.cli.lists import PEOPLE


def test_plan_prints_the_contracts_json(planned, told):
    plan = told("plan", planned, "--seconds", "0.5", "--seed", "3", "--json")

    assert (plan["people"], plan["tables"], plan["rounds"]) == (30, 6, 3)
    assert len(plan["ids"]) == 30
    assert [len(row) for row in plan["seats"]] == [30, 30, 30]
    assert {seat for row in plan["seats"] for seat in row} == set(range(6))
    assert plan["lower_bound"] <= plan["repeat_meetings"] <= plan["coincidences"]
    assert plan["coincidences_bound"] <= plan["coincidences"]
    assert plan["violations"] == []
    assert any("10 people who are willing" in notice for notice in plan["notices"])
    assert plan["seed"] == 3
    assert plan["seconds"] < 1
    assert list(plan) == [
        *("people", "tables", "rounds", "ids", "seats", "repeat_meetings", "lower_bound"),
        *("coincidences", "coincidences_bound", "proven_optimal", "violations", "notices"),
        *("balance", "seconds", "method", "seed"),
    ]


def test_the_same_seed_prints_the_same_seats(planned, told):
    first, second = (told("plan", planned, "--json")["seats"] for _ in range(2))

    assert first == second


def test_a_repair_from_a_round_on_keeps_those_before(planned, tmp_path, told, refused):
    before = told("plan", planned, "--json")
    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))
    after = told("plan", planned, "--from-round", "2", "--json")
    place = {person: k for k, person in enumerate(after["ids"])}

    kept = [after["seats"][0][place[person]] for person in before["ids"]]
    assert kept == before["seats"][0]
    assert after["people"] == 31
    assert "no round 4" in refused("plan", planned, "--from-round", "4")


def test_a_repair_says_whose_badge_is_to_be_made_again(planned, tmp_path, told):
    told("plan", planned)
    assert "badge" not in told("plan", planned)  # the control: composed, not repaired
    assert "No badge has to be made again." in told("plan", planned, "--from-round", "2")

    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))
    repaired = told("plan", planned, "--from-round", "2")
    assert "Nour Tard" in repaired.split("New badges are needed for: ")[1]


def test_from_the_first_round_on_a_repair_keeps_nearly_every_seat(planned, tmp_path, told):
    before = told("plan", planned, "--json")
    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))

    changed = {}
    for asked in (("--from-round", "1"), ("--seed", "2")):
        after = told("plan", planned, *asked, "--seconds", "0.3", "--json")
        place = {person: k for k, person in enumerate(after["ids"])}
        changed[asked] = sum(
            row[k] != after["seats"][r][place[person]]
            for r, row in enumerate(before["seats"])
            for k, person in enumerate(before["ids"])
        )
    assert changed["--from-round", "1"] <= 3
    assert changed["--seed", "2"] > 20  # the control: composed anew, badges would be waste


def test_from_the_first_round_on_a_café_without_a_plan_is_composed(file, tmp_path, told):
    told("import", file, write_list(tmp_path, "Nom\n" + "\n".join(f"Ana {n}" for n in range(12))))

    assert told("plan", file, "--from-round", "1", "--json")["violations"] == []


def test_a_walk_in_at_a_full_café_gets_a_chair(planned, tmp_path, told):
    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))
    plan = told("plan", planned, "--from-round", "2", "--json")

    assert "There is no seat left: put one more chair at each table (6 in all)." in plan["notices"]
    assert max(row.count(t) for row in plan["seats"] for t in range(6)) == 6


def test_rules_that_cannot_hold_print_the_plan_store_nothing_and_end_with_1(tmp_path, wcafe, told):
    path = tmp_path / "x.wcafe"
    told("new", path, "--title", "T", "--tables", 2, "--seats", 10)
    told("import", path, write_list(tmp_path, PEOPLE[:400].rsplit("\n", 1)[0]))
    code, out, err = wcafe("plan", path, "--seconds", "0.3", "--json")
    plan = json.loads(out)

    assert code == 1
    assert {breach["rule"] for breach in plan["violations"]} == {"distinct_tables"}
    breach = plan["violations"][0]
    assert set(breach) == {"rule", "who", "rounds", "why"}
    assert breach["who"][0] in plan["ids"]
    assert err.count("\n") == 1
    assert "no plan yet" in wcafe("print", path, "badges", "-o", tmp_path / "b.pdf")[2]


@pytest.mark.usefixtures("nobody_there")
def test_the_plan_counts_who_has_a_seat(planned, told):
    assert told("plan", planned, "--seconds", "0.2").startswith("28 people, 6 tables, 3 rounds.")
