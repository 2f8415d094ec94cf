"""`wcafe checkin`: who has arrived, by name or badge code, one commit for all."""

import pytest

from tests.cafes import write_list
from tests.scanners import typed_for
from wcafe.app import open_cafe
from wcafe.domain.badges import badge_code


def people(file):
    with open_cafe(file, is_read_only=True) as cafe:
        return {each.name: each for each in cafe.people.all()}


@pytest.fixture
def names(planned):
    return sorted(people(planned))


def test_people_are_checked_in_by_name_and_by_the_code_on_their_badge(planned, told, names):
    first, second, *_others = names
    code = badge_code(people(planned)[second].id)

    said = told("checkin", planned, first.upper(), code)

    assert [name for name, each in people(planned).items() if each.arrived] == [
        name for name in people(planned) if name in (first, second)
    ]
    lines = said.splitlines()
    assert {line.split(":")[0] for line in lines[:2]} == {first, second}
    assert all("here · tables by round: " in line for line in lines[:2])
    assert lines[2] == "2 here · 28 expected · 0 away"


def test_the_json_tells_state_tables_and_figures(planned, told, names):
    document = told("checkin", planned, names[0], "--json")

    plan = told("plan", planned, "--from-round", "1", "--json")
    (one,) = document.pop("people")
    place = plan["ids"].index(one["id"])
    assert document == {"here": 1, "expected": 29, "away": 0, "left": 0}
    assert (one["name"], one["state"]) == (names[0], "here")
    assert one["tables"] == [row[place] + 1 for row in plan["seats"]]


def test_undo_takes_the_arrival_back_and_twice_is_once(planned, told, names):
    for _time in range(2):
        assert told("checkin", planned, names[0], "--json")["here"] == 1
    for _time in range(2):
        document = told("checkin", planned, names[0], "--undo", "--json")
        assert document["people"][0]["state"] == "expected"
        assert document["here"] == 0


def test_whoever_was_to_be_away_and_comes_is_here_in_all_rounds(nobody_there, planned, told):
    away = nobody_there[0]
    assert told("checkin", planned, nobody_there[1].name, "--undo", "--json")["away"] == 2

    document = told("checkin", planned, away.name, "--json")

    assert (document["here"], document["away"]) == (1, 1)
    assert people(planned)[away.name].present is None


@pytest.mark.parametrize("who", ["Nobody Atall", "", "WCAFE-P-00"])
def test_a_name_that_nobody_has_checks_nobody_in(planned, refused, names, who):
    before = planned.read_bytes()
    said = refused("checkin", planned, names[0], who)

    assert who in said
    assert planned.read_bytes() == before
    assert not any(each.arrived for each in people(planned).values())


def test_without_a_plan_nobody_has_a_table_and_can_arrive(file, tmp_path, told):
    path = tmp_path / "list.csv"
    path.write_text("Nom\nAna Silva\nBen Diallo\n")
    told("import", file, path)

    assert told("checkin", file, "Ana Silva").splitlines() == [
        "Ana Silva: here",
        "1 here · 1 expected · 0 away",
    ]
    assert told("checkin", file, "Ana Silva", "--json")["people"][0]["tables"] == [None] * 3


def test_the_list_that_leaves_says_who_has_arrived(planned, told, tmp_path, names):
    told("checkin", planned, names[0])
    told("export", planned, "--what", "people", "-o", tmp_path / "people.csv")

    head, *rows = (tmp_path / "people.csv").read_text("utf-8-sig").splitlines()
    place = head.split(";").index('"arrivée notée"')
    assert sum(row.split(";")[place] == '"oui"' for row in rows) == 1


def test_a_list_that_left_with_the_headings_of_before_comes_back(planned, told, tmp_path, names):
    told("checkin", planned, names[0])
    told("export", planned, "--what", "people", "-o", tmp_path / "people.csv")
    sheet = (tmp_path / "people.csv").read_text("utf-8-sig")
    assert "arrivée notée" in sheet
    assert "nom citable" in sheet
    told("checkin", planned, names[0], "--undo")
    before = sheet.replace("arrivée notée", "est arrivé·e").replace(
        "nom citable", "peut être nommé·e"
    )
    (tmp_path / "before.csv").write_text(before, "utf-8")

    told("import", planned, tmp_path / "before.csv")

    assert [name for name, each in people(planned).items() if each.arrived] == [names[0]]


def test_a_name_that_is_not_found_is_told_with_those_like_it(planned, refused, names):
    typed = f"{names[0][:-1]}x"

    assert f"Nobody is called “{typed}”. Who is meant?" in refused("checkin", planned, typed)
    assert names[0] in refused("checkin", planned, typed)
    assert not any(each.arrived for each in people(planned).values())


def test_a_spare_badge_that_nobody_has_is_told(planned, told, refused):
    told("plan", planned, "--seconds", "0.3", "--jokers", "1")

    assert "Joker 1 is nobody’s yet." in refused("checkin", planned, "joker 1")


def test_in_french_no_sign_stands_alone(tmp_path, told, monkeypatch):
    path = tmp_path / "café.wcafe"
    told("new", path, "--title", "Notre rue")
    told("import", path, write_list(tmp_path, "Nom complet\nAna Silva\n"))
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")

    assert told("checkin", path, "Ana Silva").startswith("Ana Silva\u00a0: là")


@pytest.fixture
def listed(tmp_path, told):
    path = tmp_path / "café.wcafe"
    told("new", path, "--title", "Notre rue", "--lang", "en")
    rows = "Nom complet;Organisation\nZoé d'Ân-Lê;\nAna Silva;Mairie\nAna Silva;Lycée\nJo Ker;\n"
    told("import", path, write_list(tmp_path, rows))
    return path


def arrived(path):
    return {name for name, each in people(path).items() if each.arrived}


@pytest.mark.parametrize("who", ["Zoé d’Ân‑Lê", "zoe d'an-le", "D'ÂN-LÊ ZOÉ", "zoe d an le"])
def test_a_name_is_found_however_it_is_written(listed, told, who):
    told("checkin", listed, who)
    assert arrived(listed) == {"Zoé d'Ân-Lê"}


@pytest.mark.parametrize("keyboard", ["French on Windows", "French on a Mac", "German"])
def test_a_code_is_found_as_a_scanner_types_it(listed, told, keyboard):
    code = badge_code(people(listed)["Jo Ker"].id)
    told("checkin", listed, typed_for(keyboard, code))
    assert arrived(listed) == {"Jo Ker"}


def test_several_of_one_name_are_told_apart_and_nobody_is_marked(listed, refused):
    said = refused("checkin", listed, "Jo Ker", "Ana Silva")

    assert "Mairie (WCAFE-P-" in said
    assert "Lycée (WCAFE-P-" in said
    assert arrived(listed) == set()


def test_the_code_that_was_told_checks_in_the_one_it_is_of(listed, told, refused):
    said = refused("checkin", listed, "Ana Silva")
    code = said.split("Lycée (")[1].split(")")[0]
    told("checkin", listed, code)

    with open_cafe(listed, is_read_only=True) as cafe:
        assert [each.organisation for each in cafe.people.all() if each.arrived] == ["Lycée"]


def test_a_latecomer_has_no_table_in_rounds_that_are_over(planned, told, names):
    with open_cafe(planned) as cafe:
        cafe.live.start("talk:1")

    document = told("checkin", planned, names[0], "--json")

    assert document["people"][0]["state"] == "here"
    assert document["people"][0]["tables"][0] is None
    assert None not in document["people"][0]["tables"][1:]
    with open_cafe(planned, is_read_only=True) as cafe:
        assert not cafe.cafes.snapshot().is_plan_stale
