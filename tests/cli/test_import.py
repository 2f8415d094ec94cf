"""What an import says about who comes, in words and for programs."""

import csv
import json
from dataclasses import replace

import pytest

from tests.cafes import write_list
from wcafe.app import open_cafe

LIST = (
    "First name,Last name,RSVP,Cancelled at,Nom du référent,Shirt\n"
    "Ana,Silva,Going,,Nan,M\nBen,Diallo,Invited,,,S\nZoé,Martin,Blue,,,M\n"
    "Jo,Le Goff,Not going,,,M\nAda,Roux,Going,2026-10-03,,L\nMax,Roux,Going,,,L\n"
)


@pytest.fixture
def file(tmp_path, wcafe):
    path = tmp_path / "c.wcafe"
    wcafe("new", path, "--title", "x", "--lang", "en", "--rounds", 4, "--tables", 5, "--seats", 5)
    return path


def test_programs_are_told_which_words_were_read_how_and_which_columns_are_not_used(
    file, tmp_path, wcafe
):
    code, out, err = wcafe("import", file, write_list(tmp_path, LIST), "--json")
    told = json.loads(out)

    assert code == 0
    assert told["status_words"] == {
        "coming": ["Going"],
        "not_coming": ["Invited", "Not going", "2026-10-03"],
        "unknown": ["Blue"],
    }
    assert told["unused"] == ["Nom du référent", "Shirt"]
    assert (told["columns"]["status"], told["columns"]["status_2"]) == ("RSVP", "Cancelled at")
    assert [row["name"] for row in told["set_aside"]] == ["Ben Diallo", "Jo Le Goff", "Ada Roux"]
    assert err.startswith("Not used, though they look like names")
    assert "Nom du référent" in err
    assert "Shirt" not in err


def test_people_are_told_the_same_in_words(file, tmp_path, wcafe):
    _code, out, err = wcafe("import", file, write_list(tmp_path, LIST), "--dry-run")
    lines = out.splitlines()

    assert "Read as coming: Going" in lines
    assert "Read as not coming: Invited, Not going, Cancelled at: 2026-10-03" in lines
    assert "Not understood, counted as coming: Blue" in lines
    assert "Columns not used: Nom du référent, Shirt" in lines
    assert err.count("\n") == 1


def test_a_list_without_any_status_says_so_with_empty_lists(file, tmp_path, told):
    found = told("import", file, write_list(tmp_path, "Nom\nAna Silva\nBen Diallo\n"), "--json")

    assert found["status_words"] == {"coming": [], "not_coming": [], "unknown": []}
    assert found["unused"] == []


def test_a_waiting_list_said_to_be_the_status_is_not_read_upside_down(file, tmp_path, told):
    path = write_list(tmp_path, "Prénom;Nom;Sur liste d’attente\nAwa;K;non\nTilio;B;oui\n")
    found = told("import", file, path, "--map", "status=Sur liste d’attente", "--json")

    assert [row["name"] for row in found["set_aside"]] == ["Tilio B"]
    assert found["status_words"] == {"coming": ["non"], "not_coming": ["oui"], "unknown": []}


@pytest.mark.slow
def test_who_left_early_keeps_the_seats_they_had_and_has_none_after(file, tmp_path, wcafe):
    guests = "".join(f"Guest {n};Silva;g{n}@x.org\n" for n in range(20))
    wcafe("import", file, write_list(tmp_path, f"Prénom;Nom;Courriel\n{guests}"))
    wcafe("plan", file)
    words = ("partie", "left early", "départ anticipé")
    left = "".join(f"Guest {n};Silva;g{n}@x.org;{word}\n" for n, word in enumerate(words, 4))
    wcafe("import", file, write_list(tmp_path, f"Prénom;Nom;Courriel;Statut\n{left}"))
    wcafe("plan", file, "--from-round", "3")
    wcafe("export", file, "-o", tmp_path / "plan.csv", "--what", "plan")

    text = (tmp_path / "plan.csv").read_text(encoding="utf-8-sig")
    rows = {row[1]: row[3:] for row in csv.reader(text.splitlines(), delimiter=",")}
    for n in range(4, 7):
        first, second, third, fourth = rows[f"Guest {n} Silva"]
        assert (bool(first), bool(second), third, fourth) == (True, True, "", "")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_people_go_from_one_café_to_another_with_all_that_is_known(
    file, tmp_path, wcafe, told, language
):
    rows = "Ana;Silva;oui;\nBen;Diallo;non;fr\nZoé;Martin;oui;fr, en\n"
    wcafe("import", file, write_list(tmp_path, f"Prénom;Nom;Hôte de table;Langues\n{rows}"))
    wcafe("import", file, write_list(tmp_path, "Prénom;Nom;Statut\nBen;Diallo;annulé\n"))
    wcafe("export", file, "-o", tmp_path / "one.csv", "--what", "people")
    other = tmp_path / "other.wcafe"
    wcafe("new", other, "--title", "y", "--lang", language)

    assert told("import", other, tmp_path / "one.csv", "--json")["added"] == 3
    again = told("import", other, tmp_path / "one.csv", "--json")
    assert (again["added"], again["updated"]) == (0, 0)
    with open_cafe(file) as here, open_cafe(other) as there:
        assert there.people.all() == tuple(replace(each, version=1) for each in here.people.all())
