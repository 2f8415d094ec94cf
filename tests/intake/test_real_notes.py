"""Notes that people published come in by one command, with their topics and dates as names."""

import csv
import io
import json
from collections import Counter
from datetime import date

import pytest

from tests.cafes import SHARED
from wcafe.app import open_cafe
from wcafe.cli import run
from wcafe.domain.nesting import parents_of
from wcafe.domain.synthesis import themes_by_note

NOTES = SHARED / "notes"
pytestmark = [pytest.mark.real, pytest.mark.slow]


@pytest.fixture
def bring(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    file = str(tmp_path / "new.wcafe")
    assert run(["new", file, "--title", "Récolte"]) == 0

    def bringing(path, *options):
        capsys.readouterr()
        assert run(["notes", "import", file, str(NOTES / path), *options, "--json"]) == 0
        report = json.loads(capsys.readouterr().out)
        assert run(["notes", "list", file, "--json"]) == 0
        return report, json.loads(capsys.readouterr().out)

    return bringing


def test_the_ateliers_of_dinan(bring):
    path = "fr_dinan_ateliers_pcaet/notes_flat.csv"
    report, notes = bring(path)

    assert (report["added"], report["rejected"], len(notes)) == (160, [], 160)
    assert list(report["rounds"]) == ["Vendredi 23 septembre 2022", "Dimanche 25 septembre 2022"]
    assert len(report["tables"]) == 6
    assert sum(note["parent"] is not None for note in notes) == 34
    assert report["unused"] == ["subsection"]
    prompts = ["3 retours principaux", "Rapport d'étonnement", "Analyse", "Propositions"]
    assert Counter(note["prompt"] for note in notes) == dict(zip(prompts, DINAN, strict=True))
    again, same = bring(path)
    assert (again["added"], again["known"], same) == (0, 160, notes)


DINAN = (27, 31, 59, 43)  # notes under each prompt of its sheets


def with_authors(folder):
    """Return the list of Dinan with somebody who wrote each note."""
    path = NOTES / "fr_dinan_ateliers_pcaet/notes_flat.csv"
    head, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")
    signed = [[*row, ("Ana", "Zoé d'Ân-Lê", "")[at % 3]] for at, row in enumerate(rows)]
    file = folder / "signed.csv"
    with file.open("w", encoding="utf-8", newline="") as kept:
        csv.writer(kept, delimiter=";").writerows([[*head, "auteur"], *signed])
    return file


def whole(file):
    """Return all that a café has of its notes: of each what it says, and its topics and dates."""
    with open_cafe(file) as cafe:
        snapshot = cafe.cafes.snapshot()
    notes = {note.id: note for note in snapshot.notes}
    parents = parents_of(snapshot.notes)
    names = themes_by_note(snapshot.themes)
    said = [
        (note.said | {"parent": None}, note.parent and notes[note.parent].text, names.get(note.id))
        for note in snapshot.notes
    ]
    cafe = snapshot.cafe
    rounds = [(each.name, each.day) for each in cafe.rounds]
    return said, len(parents), [table.name for table in cafe.tables], rounds, cafe.prompts


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_dinan_goes_in_whole_and_out_again_equal(tmp_path, capsys, suffix):
    first, second = tmp_path / "a.wcafe", tmp_path / "b.wcafe"
    out = tmp_path / f"out.{suffix}"
    for file in (first, second):
        assert run(["new", str(file), "--title", "Dinan", "--lang", "fr"]) == 0
    signed = str(with_authors(tmp_path))
    assert run(["notes", "import", str(first), signed, "--map", "theme=subsection"]) == 0
    assert run(["export", str(first), "-o", str(out)]) == 0
    assert run(["notes", "import", str(second), str(out)]) == 0
    assert run(["notes", "import", str(first), str(out), "--json"]) == 0
    again = json.loads(capsys.readouterr().out.splitlines()[-1])

    said, nested, tables, rounds, prompts = whole(first)
    assert (len(said), nested, len(tables), len(prompts)) == (160, 34, 6, 4)
    assert [day for _name, day in rounds[:2]] == [date(2022, 9, 23), date(2022, 9, 25)]
    assert sum(bool(themes) for _said, _parent, themes in said) == 8
    there = whole(second)
    if suffix == "json":  # the harvest tells of nobody who typed a note
        said = [(each | {"author": ""}, *rest) for each, *rest in said]
    assert there == (said, nested, tables, rounds, prompts)
    assert (again["added"], again["updated"], again["known"]) == (0, 0, 160)
    assert (again["unused"], again["remarks"]) in ((["arrivée"], []), ([], []))


def test_the_sessions_of_better_scientific_software(bring):
    report, notes = bring("en_bssw_bof/notes_flat.csv")

    assert (report["added"], len(notes)) == (487, 487)
    assert (len(report["tables"]), len(report["rounds"])) == (31, 5)


def test_comments_without_a_table(bring):
    path = "en_polis_brexit-consensus/comments.csv"
    report, _notes = bring(path, "--table", "1", "--round", "1")

    assert (report["added"], report["rejected"]) == (50, [])
    assert "agrees" in report["unused"]
