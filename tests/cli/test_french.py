"""The command line speaks French on a French computer, the JSON everywhere the same."""

import json

import pytest

from tests.cafes import write_list


@pytest.fixture(autouse=True)
def french(english, monkeypatch):
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")


def test_help_errors_and_usage_are_french(wcafe, tmp_path):
    _code, out, _err = wcafe("--help")
    assert "créer un café" in out
    assert "usage :" in out.replace("\xa0", " ")
    assert "show this help" not in out

    code, _out, err = wcafe("plan", tmp_path / "rien.wcafe")
    assert (code, "Il n’y a pas de fichier" in err) == (1, True)

    code, _out, err = wcafe("new", "x.wcafe")
    assert (code, "il manque" in err) == (2, True)

    code, _out, err = wcafe("new", "x.wcafe", "--title", "T", "--date", "demain")
    assert (code, "n’est pas une date" in err) == (2, True)


def test_a_café_made_on_a_french_computer_is_french(told, tmp_path):
    path = tmp_path / "rue.wcafe"
    assert "Ensuite" in told("new", path, "--title", "Rue")
    people = write_list(tmp_path, "Nom;Prénom\n" + "\n".join(f"N{n};P" for n in range(12)))
    assert "personnes ajoutées" in told("import", path, people)
    plan = told("plan", path, "--json", "--seconds", "0.2")
    told("export", path, "-o", tmp_path / "x.json")

    assert plan["notices"][0].startswith("Personne n’est marqué")
    assert set(plan) >= {"people", "seats", "lower_bound"}
    assert json.loads((tmp_path / "x.json").read_text())["cafe"]["language"] == "fr"
