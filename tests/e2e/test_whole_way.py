"""One café goes the whole way: from a list of people to a printed synthesis, by its commands."""

import json
import os
import subprocess
import sys

import page
import pypdf
import pytest

from tests.cafes import SHARED, write_list
from wcafe.domain.artefacts import PRINTED

pytestmark = pytest.mark.timeout(900)  # many commands, each of which has to start
PEOPLE = SHARED / "participants"


def wcafe(*arguments, language="fr_FR.UTF-8"):
    """Run the program as a user does, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "wcafe", *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, "LANG": language},
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout) if "--json" in arguments else done.stdout


def conforms(path):
    profiles = (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)
    return all(page.validate_pdf(str(path), profile=p).is_compliant for p in profiles)


def test_the_example_is_58_people_at_12_tables_in_4_rounds(tmp_path):
    told = wcafe("demo", tmp_path / "out")
    folder = tmp_path / "out"

    printed = {f"{key}.pdf" for key in PRINTED} - {"step-cards.pdf", "certificates.pdf"}
    assert {p.name for p in folder.iterdir()} == {"demo.wcafe", *printed}  # no plan by steps
    assert told.count(str(folder)) == len(printed) + 1
    assert all(conforms(path) for path in folder.glob("*.pdf"))
    assert wcafe("check", folder / "demo.wcafe", "--json")["sound"]
    plan = wcafe("plan", folder / "demo.wcafe", "--json")
    assert (plan["people"], plan["tables"], plan["rounds"]) == (58, 12, 4)
    assert (plan["repeat_meetings"], plan["lower_bound"], plan["proven_optimal"]) == (0, 0, True)
    notes = wcafe("notes", "list", folder / "demo.wcafe", "--json")
    assert {note["kind"] for note in notes} == {
        *("insight", "idea", "question", "tension", "story", "quote", "action")
    }
    assert {(note["table"], note["round"]) for note in notes} == {
        (table, round_) for table in range(1, 13) for round_ in range(1, 5)
    }
    text = "".join(p.extract_text() for p in pypdf.PdfReader(folder / "synthesis.pdf").pages)
    assert "Du vert tout près" in text
    assert "On connaît mieux les parkings que les parcs" in " ".join(text.split())


def test_the_example_is_not_made_over_another(tmp_path):
    (tmp_path / "demo.wcafe").write_text("mine")
    done = subprocess.run(
        [sys.executable, "-m", "wcafe", "demo", str(tmp_path)], capture_output=True, text=True
    )

    assert done.returncode == 1
    assert (tmp_path / "demo.wcafe").read_text() == "mine"


@pytest.mark.real
@pytest.mark.parametrize(
    ("list_", "people", "rounds", "tables", "language"),
    [
        ("real_urssi_berkeley_2018_participants.csv", 70, 5, 14, "en"),
        ("real_deputes_14e_legislature.csv", 648, 3, 130, "fr"),
    ],
)
def test_a_real_list_becomes_a_printed_synthesis(tmp_path, list_, people, rounds, tables, language):
    cafe = tmp_path / "café.wcafe"
    wcafe(
        *("new", cafe, "--title", "Une après-midi", "--lang", language, "--rounds", rounds),
        *("--question", "Que voulons-nous garder ?", "--date", "2026-11-26"),
    )
    found = wcafe("import", cafe, PEOPLE / list_, "--json")
    assert (found["read"], found["added"], found["duplicates"]) == (people, people, [])

    plan = wcafe("plan", cafe, "--seconds", 60, "--json")  # ends once its proof is found
    assert (plan["people"], plan["tables"], plan["rounds"]) == (people, tables, rounds)
    assert (plan["repeat_meetings"], plan["lower_bound"], plan["violations"]) == (0, 0, [])
    seen = [len({row[person] for row in plan["seats"]}) for person in range(people)]
    assert sorted(seen) == [1] * tables + [rounds] * (people - tables)  # hosts stay

    rows = [
        f"{n % tables + 1};{n % rounds + 1};idea;Une idée {n}: <garder> & partager;Thème {n % 4}"
        for n in range(3 * tables)
    ]
    notes = write_list(tmp_path, "table;round;kind;text;theme\n" + "\n".join(rows))
    assert wcafe("notes", "import", cafe, notes, "--json")["added"] == 3 * tables

    for command, out in (
        (("print", "badges"), "badges.pdf"),
        (("print", "table-list"), "table-list.pdf"),
        (("report",), "synthesis.pdf"),
        (("export",), "harvest.json"),
        (("export",), "harvest.md"),
    ):
        name, *more = command
        wcafe(name, cafe, *more, "-o", tmp_path / out)
        assert out.endswith((".json", ".md")) or conforms(tmp_path / out)
    pages = pypdf.PdfReader(tmp_path / "badges.pdf").pages
    assert len(pages) == -(-people // 8)
    sound = {"sound": True, "faults": [], "violations": [], "misplaced": []}
    assert wcafe("check", cafe, "--json") == sound


@pytest.mark.real
def test_real_notes_of_dinan_become_a_synthesis(tmp_path):
    """Sheets name their session and theme; the organiser numbers them in a spreadsheet first."""
    import csv

    source = SHARED / "notes" / "fr_dinan_ateliers_pcaet" / "notes_flat.csv"
    with source.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    sessions = list(dict.fromkeys(row["session"] for row in rows))
    themes = list(dict.fromkeys(row["table_theme"] for row in rows))
    path = tmp_path / "notes.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["N° table", "Session", "note", "table_theme"])
        for row in rows:
            place = [themes.index(row["table_theme"]) + 1, sessions.index(row["session"]) + 1]
            writer.writerow([*place, row["note"], row["table_theme"]])
    cafe = tmp_path / "dinan.wcafe"
    wcafe(
        "new", cafe, "--title", "Ateliers du plan climat", "--rounds", len(sessions), "--lang", "fr"
    )
    mapping = ("--map", "table=N° table", "--map", "theme=table_theme")
    report = wcafe("notes", "import", cafe, path, *mapping, "--json")

    assert (report["added"], report["themes"]) == (160, {"kept": 0, "moved": 0})
    wcafe("report", cafe, "-o", tmp_path / "dinan.pdf")
    assert conforms(tmp_path / "dinan.pdf")


def test_many_commands_at_once_lose_no_note(tmp_path):
    cafe = tmp_path / "café.wcafe"
    wcafe("new", cafe, "--title", "T", "--tables", 4)
    add = [sys.executable, "-m", "wcafe", "notes", "add", str(cafe)]
    place = ["--table", "1", "--round", "1", "--kind", "idea"]
    commands = [
        subprocess.Popen([*add, *place, f"Note {n}"], stdout=subprocess.PIPE) for n in range(8)
    ]
    said = {command.communicate()[0].decode().strip() for command in commands}

    assert {command.returncode for command in commands} == {0}
    assert said == {note["id"] for note in wcafe("notes", "list", cafe, "--json")}


def test_from_the_door_to_the_certificates(tmp_path):
    file = tmp_path / "rue.wcafe"
    wcafe("demo", tmp_path / "out")
    people = wcafe("checkin", tmp_path / "out" / "demo.wcafe", "Zoé d'Ân-Lê", "--json")
    code = f"WCAFE-P-{people['people'][0]['id'].replace('-', '').upper()}"
    (tmp_path / "out" / "demo.wcafe").rename(file)
    assert wcafe("checkin", file, code, "Maryvonne Arzel", "--json")["here"] == 2

    wcafe("print", file, "certificates", "-o", tmp_path / "c.pdf", "--for", code)

    (page,) = pypdf.PdfReader(tmp_path / "c.pdf").pages
    assert "d'Ân-Lê" in page.extract_text()
    assert conforms(tmp_path / "c.pdf")
