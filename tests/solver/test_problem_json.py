"""Problems from JSON: everything of the contract is read, and nothing else is trusted."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wcafe.errors import BadProblem
from wcafe.solver import Group, Guest, Pin, Problem, TableSpec, read_problem

SMALLEST = {"rounds": 2, "tables": [{"max": 2}, {"max": 2}], "people": [{"id": "a"}, {"id": "b"}]}
WHOLE = {
    "rounds": 3,
    "tables": [
        {"min": 1, "max": 4, "features": ["quiet"], "zone": 0, "closed": [2]},
        {"min": 0, "max": 5, "features": [], "zone": None, "closed": []},
    ],
    "people": [
        {
            "id": 7,
            "attributes": {"group": "LR", "none": None},
            "languages": ["fr"],
            "needs": ["quiet"],
            "present": [0, 1],
            "fixed_table": 0,
            "willing": True,
            "choices": [1, 0],
            "printed": True,
        },
        {"id": "b", "present": None, "fixed_table": None},
    ],
    "hosts": {"mode": "stay", "tables": {"b": 1}},
    "distinct_tables": True,
    "return_home": True,
    "carousel": True,
    "apart": [["b", 7], {"ids": ["b", 7], "rounds": [1]}],
    "together": [["b", 7]],
    "pins": [{"id": 7, "round": 1, "table": 0}],
    "balance": {"group": 2},
    "max_same": {"group": 1},
    "previous": [[0, None], [0, 1], [None, 1]],
    "from_round": 1,
    "met_before": [["b", 7, 2]],
}


def test_only_three_keys_are_needed():
    problem = read_problem(SMALLEST)

    assert problem == Problem(rounds=2, tables=(TableSpec(most=2),) * 2, people=problem.people)
    assert [guest.id for guest in problem.people] == ["a", "b"]


def test_every_key_of_the_contract_is_read():
    problem = read_problem(json.loads(json.dumps(WHOLE)))
    seven = problem.people[0]

    assert problem.tables[0].features == {"quiet"}
    assert (problem.tables[0].zone, problem.tables[1].zone) == ("0", None)
    assert (seven.id, seven.present, seven.choices) == ("7", {0, 1}, ("1", "0"))
    assert (seven.willing, seven.printed, seven.fixed_table) == (True, True, 0)
    assert (problem.host_mode, problem.hosts) == ("stay", {"b": 1})
    assert problem.apart[1] == Group(ids=("b", "7"), rounds=frozenset({1}))
    assert problem.pins == (Pin(id="7", round=1, table=0),)
    assert problem.previous == ((0, None), (0, 1), (None, 1))
    assert problem.met_before == (("b", "7", 2),)
    assert (problem.balance, problem.max_same) == ({"group": 2.0}, {"group": 1})
    assert (problem.return_home, problem.carousel, problem.from_round) == (True, True, 1)


def test_no_field_is_left_as_it_is_if_nobody_says_anything():
    problem = read_problem(WHOLE)
    silent = Problem(rounds=0, tables=(), people=(), fills_hosts=True)  # that has no key
    guest, table = problem.people[0], problem.tables[0]

    for said, unsaid in ((problem, silent), (guest, Guest(id="")), (table, TableSpec(most=0))):
        for each in fields(said):
            assert getattr(said, each.name) != getattr(unsaid, each.name), each.name


@pytest.mark.parametrize(
    ("key", "value", "where"),
    [
        ("rounds", "three", "rounds"),
        ("rounds", -1, "rounds"),
        ("rounds", True, "rounds"),
        ("tables", 5, "tables"),
        ("tables", [{}], "tables[0].max"),
        ("tables", [{"min": 3, "max": 2}], "tables[0].min"),
        ("people", [{"name": "Ana"}], "people[0].id"),
        ("people", [{"id": "a", "present": 1}], "people[0].present"),
        ("hosts", {"mode": "sit"}, "hosts.mode"),
        ("distinct_tables", "yes", "distinct_tables"),
        ("apart", [[["a"]]], "apart[0][0]"),
        ("pins", [{"id": "a"}], "pins[0].round"),
        ("balance", {"group": "much"}, "balance"),
        ("met_before", [["a", "b"]], "met_before[0]"),
        ("met_before", [["a", "b", 10**9]], "met_before[0]"),
        ("people", [{"id": "a\nb"}], "people[0].id"),
        ("people", [{"id": "\ud800"}], "people[0].id"),
        ("balance", {"a\0": 1}, "balance"),
        ("previous", [[0.5]], "previous[0][0]"),
        ("distinct_table", True, "distinct_table"),
        ("tables", [{"max": 2, "seats": 3}], "tables[0].seats"),
        ("people", [{"id": "a", "wiling": True}], "people[0].wiling"),
        ("hosts", {"mode": "none", "table": {}}, "hosts.table"),
        ("apart", [{"ids": ["a", "b"], "round": 1}], "apart[0].round"),
        ("pins", [{"id": "a", "round": 0, "table": 0, "seat": 1}], "pins[0].seat"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_place(key, value, where):
    with pytest.raises(BadProblem) as told:
        read_problem({**SMALLEST, key: value})

    assert told.value.facts["key"] == where


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(WHOLE)), inner)
    ),
    max_leaves=8,
)


@given(key=st.sampled_from(list(WHOLE)), value=json_values)
def test_any_json_is_a_problem_or_a_sentence(key, value):
    try:
        read_problem({**WHOLE, key: value})
    except BadProblem as error:
        told = str(error)
    else:
        told = "The problem cannot be read"

    assert told.startswith("The problem cannot be read")
