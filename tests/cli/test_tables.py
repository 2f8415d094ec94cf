"""`wcafe tables`: list them, close one from a round on, open it again."""

import pytest

from tests.cafes import write_list


@pytest.fixture
def roomy(tmp_path, told):
    """Twenty people at six tables of five, with a plan."""
    path = tmp_path / "café.wcafe"
    told("new", path, "--title", "Notre rue", "--tables", "6", "--seats", "5")
    names = "\n".join(f"Ana Silva{n}" for n in range(20))
    told("import", path, write_list(tmp_path, f"Nom complet\n{names}\n"))
    told("plan", path, "--seconds", "0.5")
    return path


def test_a_closed_table_is_told_with_its_host_and_what_comes_next(roomy, told):
    said = told("tables", "close", roomy, "6", "--from-round", "2").splitlines()

    assert said[0] == "Table 6 · 5 seats · closed in rounds 2, 3"
    assert said[1].endswith(" hosts it no more.")
    assert said[2].endswith(f"need other tables: wcafe plan {roomy} --from-round 2")
    plan = told("plan", roomy, "--from-round", "1", "--json")
    assert all(5 not in row for row in plan["seats"][1:])
    assert plan["violations"] == []


def test_a_round_in_which_a_table_is_closed_stays_so_when_a_later_one_is_named(roomy, told):
    told("tables", "close", roomy, "6", "--from-round", "2")

    said = told("tables", "close", roomy, "6", "--from-round", "3").splitlines()

    assert said[0] == "Table 6 · 5 seats · closed in rounds 2, 3"


def test_the_list_tells_each_table_and_when_it_is_closed(roomy, told):
    told("tables", "close", roomy, "6")

    lines = told("tables", "list", roomy).splitlines()
    assert lines[0] == "Table 1 · 5 seats · open"
    assert lines[5] == "Table 6 · 5 seats · closed in rounds 1, 2, 3"
    document = told("tables", "list", roomy, "--json")
    assert [one["closed"] for one in document] == [[], [], [], [], [], [1, 2, 3]]
    assert told("tables", "open", roomy, "6") == "Table 6 · 5 seats · open\n"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("close", "7"), "no table 7"),
        (("close", "0"), "no table 0"),
        (("open", "9"), "no table 9"),
        (("close", "1", "--from-round", "4"), "no round 4"),
        (("close", "1", "--from-round", "0"), "no round 0"),
    ],
)
def test_what_is_not_there_changes_nothing(roomy, refused, arguments, why):
    before = roomy.read_bytes()
    action, *more = arguments
    assert why in refused("tables", action, roomy, *more)
    assert roomy.read_bytes() == before


def test_a_table_that_people_need_is_not_closed(roomy, told, refused):
    told("tables", "close", roomy, "6")
    told("tables", "close", roomy, "5")
    assert "Add seats, or open a table" in refused(
        "tables", "close", roomy, "4", "--from-round", "2"
    )


def test_without_tables_the_list_says_so(file, told):
    assert told("tables", "list", file).startswith("There are no tables yet")
    assert told("tables", "list", file, "--json") == []


@pytest.mark.parametrize(
    "arguments", [(), ("shut", "x.wcafe"), ("close", "x.wcafe"), ("close", "x.wcafe", "one")]
)
def test_bad_usage_is_told(refused, arguments):
    assert refused("tables", *arguments, code=2)
