"""What a newcomer types, and the sentence that leads on from there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cafes import write_list

FULL = Path("/dev/full")


@pytest.fixture
def planned(file, tmp_path, told):
    rows = "".join(f"Ana Silva {n};p{n}@example.org;oui\n" for n in range(15))
    told("import", file, write_list(tmp_path, f"Nom complet;Courriel;Hôte\n{rows}"))
    told("plan", file, "--seconds", "0.2")
    return file


def add(file, *more):
    return "notes", "add", file, "--table", 1, "--round", 1, *more


@pytest.mark.parametrize("kind", ["idée", "IDEE", "idea", "Récit", "story"])
def test_a_kind_may_be_named_in_either_language(file, told, kind):
    told(*add(file, "--kind", kind, "Un banc"))

    assert told("notes", "list", file).startswith(("T1 R1 idea", "T1 R1 story"))


def test_an_unknown_kind_is_told_with_those_there_are(file, refused):
    said = refused(*add(file, "--kind", "joke", "Un banc"), code=2)

    assert "insight, idea, question, tension, story, quote, action" in said


@pytest.mark.parametrize("text", ["-hello", "--bonjour", "-h et plus"])
def test_a_text_that_begins_with_a_dash_goes_behind_two(file, told, refused, text):
    assert f'-- "{text}"' in refused(*add(file, "--kind", "idea", text), code=2)

    told(*add(file, "--kind", "idea", "--", text))
    assert told("notes", "list", file) == f"T1 R1 idea: {text}\n"


@pytest.mark.parametrize("text", ["- un banc", "-3", "−3 °C"])
def test_a_text_that_cannot_be_an_option_is_a_text(file, told, text):
    told(*add(file, "--kind", "idea", text))

    assert told("notes", "list", file) == f"T1 R1 idea: {text}\n"


def test_a_text_without_quotation_marks_is_told(file, refused):
    said = refused(*add(file, "--kind", "idea", "un", "banc", "bleu"), code=2)

    assert '"un banc bleu"' in said


@pytest.mark.parametrize("what", ["people", "plan"])
@pytest.mark.parametrize("ending", ["json", "md"])
def test_people_and_plan_leave_as_csv_only(planned, tmp_path, refused, what, ending):
    path = tmp_path / f"x.{ending}"

    assert ".csv" in refused("export", planned, "-o", path, "--what", what, code=2)
    assert not path.exists()


@pytest.mark.parametrize("command", [("report",), ("print", "badges")])
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a"])
def test_a_pdf_has_the_ending_of_one(planned, tmp_path, refused, command, name):
    first, *more = command

    assert ".pdf" in refused(first, planned, *more, "-o", tmp_path / name, code=2)
    assert not (tmp_path / name).exists()


def test_one_person_is_one_person(tmp_path, told):
    path = tmp_path / "x.wcafe"
    told("new", path, "--title", "T", "--rounds", 1)
    said = told("import", path, write_list(tmp_path, "Nom complet\nAna Silva\n"))
    assert said.startswith("Rows read: 1; people added: 1, updated: 0.\n")

    assert told("plan", path, "--seconds", "0.1").startswith("1 person, 1 table, 1 round.\n")


def test_rules_that_collide_are_told_in_whole_sentences(tmp_path, told, refused):
    path = tmp_path / "x.wcafe"
    told("new", path, "--title", "T", "--tables", 2, "--seats", 10)
    names = "".join(f"Ana Silva {n}\n" for n in range(8))
    told("import", path, write_list(tmp_path, f"Nom complet\n{names}"))
    said = refused("plan", path, "--seconds", "0.2")

    assert ". There are " in said
    assert ". Nothing was stored" in said
    assert ". (" not in said


def test_columns_that_were_not_used_are_told(file, tmp_path, told):
    rows = "Couleur;Courriel;Nom complet;Pointure\nbleu;a@x.org;Ana Silva;39\n"
    said = told("import", file, write_list(tmp_path, rows), "--dry-run")

    assert "Columns: e-mail = Courriel, full name = Nom complet\n" in said
    assert "Columns not used: Couleur, Pointure\n" in said


def test_a_column_that_is_half_said_is_told_in_a_sentence(file, tmp_path, refused):
    said = refused("import", file, tmp_path / "x.csv", "--map", "couleur", code=2)

    assert "“couleur” does not say which column fills a field" in said


def test_an_empty_list_and_a_folder_are_told_as_such(file, tmp_path, refused):
    assert "is empty" in refused("import", file, write_list(tmp_path, ""))
    assert "is a folder" in refused("import", file, tmp_path)
    assert "is a folder" in refused("notes", "import", file, tmp_path)


@pytest.mark.parametrize(
    ("row", "sentence"), [(";1;Un banc", "The table is missing"), ("1;;Un banc", "The round is")]
)
def test_a_note_without_its_place_says_which_cell_is_empty(file, tmp_path, refused, row, sentence):
    path = write_list(tmp_path, f"table;ronde;texte\n{row}\n", "notes.csv")

    assert f"Row 2 of {path}: {sentence}" in refused("notes", "import", file, path)


def test_a_café_that_cannot_be_made_says_why_and_nothing_of_older_ones(tmp_path, refused):
    folder = tmp_path / "rue.wcafe"
    folder.mkdir()
    assert "is a folder" in refused("new", folder, "--title", "T")

    for path, reason in (
        (tmp_path / f"{'x' * 300}.wcafe", "File name too long"),
        (write_list(tmp_path, "x") / "x.wcafe", "There is no folder"),
    ):
        said = refused("new", path, "--title", "T")
        assert reason in said
        assert "saved before" not in said


def test_a_folder_nobody_may_write_into_is_told(tmp_path, refused, monkeypatch):
    def forbidden(*_args, **_facts):
        raise PermissionError(13, "permission denied in the system's own words")

    monkeypatch.setattr("wcafe.whole_files.os.open", forbidden)  # root may write everywhere
    said = refused("new", tmp_path / "x.wcafe", "--title", "T")

    assert "x.wcafe cannot be made (Permission denied)" in said
    assert list(tmp_path.iterdir()) == []


def test_a_cafés_file_ends_in_wcafe(tmp_path, refused):
    said = refused("new", tmp_path / "rue", "--title", "T", code=2)

    assert "rue.wcafe" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", ["", "  "])
def test_the_example_is_not_poured_into_no_folder(tmp_path, refused, monkeypatch, folder):
    monkeypatch.chdir(tmp_path)

    assert "name of a folder" in refused("demo", folder, code=2)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")
def test_output_that_cannot_be_written_is_told(planned):
    with FULL.open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "wcafe", "notes", "list", planned, "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "LANG": "en_GB.UTF-8"},
            check=False,
        )

    assert ended.returncode == 1
    assert ended.stderr.startswith("wcafe: The output cannot be written (No space left on device)")
    assert ended.stderr.count("\n") == 1


def test_whose_names_have_boxes_is_told(tmp_path, told, wcafe):
    file = tmp_path / "rue.wcafe"
    told("new", file, "--title", "T", "--rounds", 1)
    names = "".join(f"{name}\n" for name in ("Kim ᠺ", "Ana Silva", "Devi 𐎀", "Ben Diallo"))
    told("import", file, write_list(tmp_path, f"Nom complet\n{names}"))
    told("plan", file, "--seconds", "0.1")
    code, _out, err = wcafe("print", file, "badges", "-o", tmp_path / "b.pdf")

    assert code == 0
    assert err.endswith("They stand in: Kim ᠺ, Devi 𐎀\n")


def test_which_notes_have_boxes_is_told(file, tmp_path, told, wcafe):
    told(*add(file, "--kind", "idea", "Un banc"))
    told("notes", "add", file, "--table", 3, "--round", 2, "--kind", "idea", "ᠮᠣ")
    _code, _out, err = wcafe("report", file, "-o", tmp_path / "r.pdf")

    assert err.endswith("They stand in: T3 R2\n")


def test_somebody_who_stays_away_is_marked_and_the_coming_rounds_do_without(
    planned, tmp_path, told
):
    before = told("plan", planned, "--seconds", "0.2", "--json")
    routes = list(zip(*before["seats"], strict=True))
    host = next(p for p, route in enumerate(routes) if len(set(route)) == 1)
    rows = f"Nom complet;Courriel;Statut\nAna Silva {host};p{host}@example.org;absente\n"
    said = told("import", planned, write_list(tmp_path, rows), "--json")
    assert (said["added"], said["updated"]) == (0, 1)
    assert said["set_aside"][0]["reason"] == 'The list says "absente": marked as absent.'

    t = routes[host][0]
    after = told("plan", planned, "--from-round", 2, "--seconds", "0.3", "--json")
    assert [row[host] for row in after["seats"]] == [before["seats"][0][host], None, None]
    assert after["seats"][0] == before["seats"][0]
    heirs = [p for p, now in enumerate(zip(*after["seats"][1:], strict=True)) if set(now) == {t}]
    assert len(heirs) == 1  # somebody else stays at the table from then on
    assert told("check", planned, "--json")["violations"] == []


def command(*arguments, **environment):
    """Run the command in a process of its own, as only there the terminal has an encoding."""
    return subprocess.run(
        [sys.executable, "-m", "wcafe", *map(str, arguments)],
        capture_output=True,
        env={**os.environ, "LANG": "fr_FR.UTF-8", **environment},
        check=False,
    )


@pytest.mark.slow
def test_a_terminal_without_accents_is_spoken_to_in_codes(file, told):
    told(*add(file, "--kind", "idea", "L’été ☀"))
    spoken = command("notes", "list", file, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    document = command("notes", "list", file, "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert (spoken.returncode, document.returncode) == (0, 0)
    assert spoken.stdout.isascii()
    assert json.loads(document.stdout)[0]["text"] == "L’été ☀"


def test_help_and_bad_usage_load_nothing_that_keeps_or_prints():
    program = """
import sys
from wcafe.cli import run
for asked in (["--help"], ["fly"]):
    try:
        run(asked)
    except SystemExit:
        pass
loaded = {"numpy", "sqlalchemy", "reportlab"} & set(sys.modules)
sys.exit(f"loaded: {loaded}" if loaded else 0)
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)

    assert (ended.returncode, b"loaded" in ended.stderr) == (0, False)


def test_a_bare_problem_is_solved_without_what_keeps_prints_or_shows():
    program = """
import sys
from wcafe.cli import run
code = run(["solve", "--tables", "5", "--seats", "4", "--rounds", "4", "--json"])
loaded = {"sqlalchemy", "reportlab", "PySide6", "starlette"} & set(sys.modules)
sys.exit(f"loaded: {loaded}" if loaded else code)
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize("text", ["\u200b", "\ufeff", "\u202e \u2066"])
def test_a_note_that_nobody_can_see_needs_words(file, refused, text):
    assert "needs words" in refused(*add(file, "--kind", "idea", text))


def test_what_to_type_next_can_be_copied_also_with_blanks_in_the_name(tmp_path, told):
    path = tmp_path / "notre rue.wcafe"

    assert f"wcafe import '{path}' LIST" in told("new", path, "--title", "T")


def test_which_words_of_a_list_became_which_table_is_told(file, tmp_path, told):
    rows = "atelier;jour;note\nEau;Samedi;Un puits\nAir;Samedi;Un arbre\n"
    mapped = [f"--map={it}" for it in ("text=note", "table=atelier", "round=jour")]
    said = told("notes", "import", file, write_list(tmp_path, rows), *mapped)

    assert said.endswith("\nTable 1 · Eau\nTable 2 · Air\nRound 1 · Samedi\n")


def test_the_first_language_of_a_list_that_is_ours_is_spoken(monkeypatch, wcafe):
    monkeypatch.setenv("LANGUAGE", "de:fr:en")

    assert "usage :" in wcafe("--help")[1].replace("\xa0", " ")
