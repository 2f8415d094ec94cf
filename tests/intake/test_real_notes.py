"""Notes that people published come in by one command, with their topics and dates as names."""

import json

import pytest

from tests.cafes import SHARED
from wcafe.cli import run

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
    assert report["unused"] == ["section", "subsection"]
    again, same = bring(path)
    assert (again["added"], again["known"], same) == (0, 160, notes)


def test_the_sessions_of_better_scientific_software(bring):
    report, notes = bring("en_bssw_bof/notes_flat.csv")

    assert (report["added"], len(notes)) == (487, 487)
    assert (len(report["tables"]), len(report["rounds"])) == (31, 5)


def test_comments_without_a_table(bring):
    path = "en_polis_brexit-consensus/comments.csv"
    report, _notes = bring(path, "--table", "1", "--round", "1")

    assert (report["added"], report["rejected"]) == (50, [])
    assert "agrees" in report["unused"]
