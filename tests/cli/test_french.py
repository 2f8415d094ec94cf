"""The command line speaks French on a French computer, the JSON everywhere the same."""

import json
import re

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


@pytest.fixture
def file(told, tmp_path):
    path = tmp_path / "rue.wcafe"
    told("new", path, "--title", "Rue", "--date", "2026-12-01")
    return path


def test_what_stands_for_a_value_is_french_too(wcafe):
    shown = "".join(
        wcafe(*command, "--help")[1] for command in (("new",), ("import",), ("report",))
    )

    assert {"FICHIER.wcafe", "AAAA-MM-JJ", "CHAMP=COLONNE", "SORTIE.pdf"} <= set(
        shown.replace("]", " ").split()
    )
    assert "FILE" not in shown


def test_kinds_are_named_in_french(file, wcafe, told):
    where = ("notes", "add", file, "--table", 1, "--round", 1, "--kind")
    _code, _out, err = wcafe(*where, "blague", "Un banc")
    assert "constat, idée, question, tension, récit, citation, action" in err

    told(*where, "récit", "Un banc")
    assert "récit" in told("notes", "list", file)


def test_fields_attributes_and_percentages_are_french(file, told, tmp_path):
    rows = "".join(f"N{n};P;n{n}@x.org;{'ab'[n % 2]}\n" for n in range(12))
    people = write_list(tmp_path, f"Nom;Prénom;Mail;Groupe\n{rows}")
    said = told("import", file, people)
    assert "nom de famille = Nom, prénom = Prénom, courriel = Mail, groupe = Groupe\n" in said

    said = told("plan", file, "--seconds", "0.2")
    assert "12 personnes, 3 tables, 3 rondes.\n" in said
    assert re.search("Mixité par groupe\u00a0: \\d+\u202f%\n", said)


@pytest.mark.parametrize(
    ("place", "reason"), [("dossier.pdf", "c’est un dossier"), ("x" * 300 + ".pdf", "trop long")]
)
def test_the_systems_reasons_are_french(file, tmp_path, refused, place, reason):
    (tmp_path / "dossier.pdf").mkdir()

    assert reason in refused("report", file, "-o", tmp_path / place)


def test_the_first_of_a_month_and_every_heading_are_french(file, told, tmp_path):
    rows = "table;ronde;texte;thème\n1;1;Un banc;Repos\n"
    told("notes", "import", file, write_list(tmp_path, rows, "notes.csv"))
    told("export", file, "-o", tmp_path / "x.md")
    written = (tmp_path / "x.md").read_text(encoding="utf-8")

    assert "mardi 1er décembre 2026" in written
    headings = [line for line in written.splitlines() if line.startswith("#")]
    assert "## En une page" in headings
    english = {"On one page", "Context", "Themes", "Table by table", "Credits and licence"}
    assert not {line.lstrip("# ") for line in headings} & english
