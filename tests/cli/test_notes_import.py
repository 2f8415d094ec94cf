"""`wcafe notes import`: what came in, what stayed, what was left out and why."""

import json
import os
import shutil
import signal
import threading
from dataclasses import replace

import pytest

from tests.cafes import write_list
from wcafe.app import open_cafe
from wcafe.services.notes_report import Arriving

HEAD = "table;round;text;theme"


@pytest.fixture
def file(cafe_file):
    return cafe_file


def brought(told, file, folder, *rows, head=HEAD):
    return told("notes", "import", file, write_list(folder, "\n".join((head, *rows))), "--json")


def test_a_row_with_more_cells_than_headings_is_told_and_the_rest_comes_in(file, tmp_path, told):
    rows = (
        "1;1;un banc devant la mairie; un arbre; une fontaine;Vert",
        "1;1;un mur;Vert;;;",
        '2;1;"un puits; deux puits";Eau',
    )
    found = brought(told, file, tmp_path, *rows)

    assert found | {"rejected": []} == {
        "read": 3,
        "added": 2,
        "updated": 0,
        "known": 0,
        "rejected": [],
        "tables": {},
        "rounds": {},
        "kinds": {"known": {}, "unknown": []},
        "themes": {"kept": 0, "moved": 0},
        "columns": {field: [field] for field in HEAD.split(";")},
        "unused": [],
        "remarks": [],
        "encoding": "utf-8",
        "delimiter": ";",
        "header_row": 1,
    }
    (rejected,) = found["rejected"]
    assert rejected["row"] == 2
    assert '"une fontaine"' in rejected["reason"]
    with open_cafe(file) as cafe:
        assert [note.text for note in cafe.notes.all()] == ["un mur", "un puits; deux puits"]
        assert [theme.name for theme in cafe.synthesis.themes()] == ["Vert", "Eau"]

    said = told("notes", "import", file, write_list(tmp_path, "\n".join((HEAD, *rows))))
    assert "Not read:\n  row 2: This row has more cells" in said


@pytest.mark.parametrize(
    ("head", "row", "cell"),
    [
        (HEAD, "1;1;un banc;un arbre;une fontaine", "une fontaine"),
        (f"{HEAD};;", "1;1;un banc;un arbre;;une fontaine", "une fontaine"),
        (HEAD.replace(";", ","), "1,1,un banc,un arbre,une fontaine", "une fontaine"),
        (HEAD.replace(";", "\t"), "1\t1\tun banc\tun arbre\t\tune fontaine", "une fontaine"),
        (HEAD, "1;1;un banc;un arbre;;;;;;0", "0"),
        (HEAD, "1;1;;;;loin", "loin"),
    ],
)
def test_words_that_stand_under_no_heading_are_never_lost_in_silence(
    file, tmp_path, told, refused, head, row, cell
):
    separator = head[len("table")]
    good = separator.join(("1", "1", "un mur", "Vert"))
    found = brought(told, file, tmp_path, good, row, head=head)
    alone = write_list(tmp_path, f"{head}\n{row}", "alone.csv")

    assert (found["added"], [each["row"] for each in found["rejected"]]) == (1, [3])
    assert f'"{cell}"' in found["rejected"][0]["reason"]
    assert f"Row 2 of {alone}: This row has more cells" in refused("notes", "import", file, alone)


@pytest.mark.parametrize("row", ["1;1;un banc", "1;1;un banc;;", "1;1;un banc;Vert; ;\u200b;"])
def test_empty_cells_beyond_the_headings_are_no_fault(file, tmp_path, told, row):
    found = brought(told, file, tmp_path, row)

    assert (found["added"], found["rejected"]) == (1, [])


def test_a_theme_without_a_note_and_a_column_without_a_use_are_told(file, tmp_path, told):
    head = "table;round;text;theme;météo;"
    found = brought(told, file, tmp_path, "1;1;un banc;Vert;3", "1;1;;Eau", "1;1;;", head=head)

    assert [each["row"] for each in found["rejected"]] == [3]
    assert found["unused"] == ["météo"]
    assert (found["read"], found["added"]) == (2, 1)


def test_how_many_notes_stay_and_move_is_told(file, tmp_path, told):
    rows = ("1;1;un banc;Vert", "1;1;un mur;Vert")
    brought(told, file, tmp_path, *rows)
    with open_cafe(file) as cafe:
        theme = cafe.synthesis.name_theme("Repos")
        cafe.synthesis.file([cafe.notes.all()[0].id], theme.id)
    other = [row.replace("Vert", "Ombre") for row in rows]

    assert brought(told, file, tmp_path, *other)["themes"] == {"kept": 1, "moved": 1}
    said = told("notes", "import", file, write_list(tmp_path, "\n".join((HEAD, *other))))
    assert "1 note stays where people sorted it." in said


def test_two_note_takers_merge_their_copies_by_export_as_often_as_they_like(file, tmp_path, told):
    other, export = tmp_path / "other.wcafe", tmp_path / "other.csv"
    told("notes", "add", file, "--table", 1, "--round", 1, "--kind", "idea", "Un banc")
    other.write_bytes(file.read_bytes())
    for n in range(3):
        told("notes", "add", other, "--table", 1, "--round", 1, "--kind", "idea", f"Un mur {n}")
        told("export", other, "-o", export)
        for added in (1, 0):
            report = told("notes", "import", file, export, "--json")
            assert (report["added"], report["known"]) == (added, n + 2 - added)

    assert len(told("notes", "list", file, "--json")) == 4


def test_a_kind_a_place_and_two_columns_of_texts_may_be_said_and_a_dry_run_changes_nothing(
    file, tmp_path, told, refused
):
    path = write_list(tmp_path, "type;A;B;météo\nProposition;un banc;un mur;3\nOui;un puits;;1\n")
    said = ("--map", "text=A", "--map", "text=B", "--kind", "proposition=idea")
    where = ("--table", 2, "--round", 1)
    command = ("notes", "import", file, path, *said, *where, "--json")

    dry = told(*command, "--dry-run")
    assert told("notes", "list", file, "--json") == []
    report = told(*command)

    assert (dry["added"], report["added"], report["unused"]) == (3, 3, ["météo"])
    assert report["kinds"] == {"known": {"Proposition": "idea"}, "unknown": ["Oui"]}
    notes = told("notes", "list", file, "--json")
    assert [(n["table"], n["kind"], n["text"]) for n in notes] == [
        (2, "idea", "un banc"),
        (2, "idea", "un mur"),
        (2, "insight", "un puits"),
    ]
    assert "for the table, the round" in refused("notes", "import", file, path, *said)
    refused("notes", "import", file, path, "--kind", "proposition", code=2)


def test_the_json_of_notes_comes_back_as_it_was(file, tmp_path, told):
    rows = ("1;1;un banc;Vert", "1;1;'=1+1;Vert")
    brought(told, file, tmp_path, *rows)
    for name in ("harvest.json", "list.json"):
        path = tmp_path / name
        if name == "harvest.json":
            told("export", file, "-o", path)
        else:
            path.write_text(json.dumps(told("notes", "list", file, "--json")))
        report = told("notes", "import", file, path, "--json")
        assert (report["added"], report["updated"], report["known"]) == (0, 0, 2)


def edit(file, words, **said):
    """Let the note that says `words` say something else at the desk."""
    with open_cafe(file) as cafe:
        note = next(note for note in cafe.notes.all() if note.text == words)
        cafe.notes.put(replace(note, **said), base=note.rev)


def exchange(told, folder, source, target):
    path = folder / "list.json"
    path.write_text(json.dumps(told("notes", "list", source, "--json")))
    return told("notes", "import", target, path, "--json")


def test_the_json_of_a_copy_does_not_replace_words_that_both_changed(file, tmp_path, told):
    brought(told, file, tmp_path, "1;1;un banc;", "1;1;un mur;")
    copy = tmp_path / "copy.wcafe"
    shutil.copyfile(file, copy)
    edit(file, "un banc", text="deux bancs")
    edit(copy, "un banc", text="trois bancs")
    edit(copy, "un mur", text="un mur bas")

    report = exchange(told, tmp_path, copy, file)
    assert (report["added"], report["updated"]) == (1, 1)
    exchange(told, tmp_path, file, copy)

    for each in (file, copy):
        texts = sorted(note["text"] for note in told("notes", "list", each, "--json"))
        assert texts == ["deux bancs", "trois bancs", "un mur bas"]
    assert exchange(told, tmp_path, copy, file)["known"] == 3


def test_a_note_stays_below_one_that_only_the_copy_has_deleted(file, tmp_path, told):
    brought(told, file, tmp_path, "1;1;un banc;", "1;1;un dossier;")
    with open_cafe(file) as cafe:
        bench = next(note for note in cafe.notes.all() if note.text == "un banc")
    edit(file, "un dossier", parent=bench.id)
    copy = tmp_path / "copy.wcafe"
    shutil.copyfile(file, copy)
    with open_cafe(copy) as cafe:
        cafe.notes.delete(bench.id, base=bench.rev)

    report = exchange(told, tmp_path, copy, file)

    assert (report["added"], report["updated"]) == (0, 0)
    parents = {note["text"]: note["parent"] for note in told("notes", "list", file, "--json")}
    assert parents == {"un banc": None, "un dossier": bench.id}


def test_an_import_that_is_stopped_leaves_all_as_it_was(file, tmp_path, wcafe, told, monkeypatch):
    def press_and_reach(arriving, _done, _all):
        os.kill(os.getpid(), signal.SIGINT)
        while not arriving.is_stopped():  # it is heard in the first thread
            threading.Event().wait(0.001)
        arriving.require_going()

    monkeypatch.setattr(Arriving, "reach", press_and_reach)
    notes = write_list(tmp_path, "table;round;kind;text\n1;1;idea;Un banc\n")

    code, out, err = wcafe("notes", "import", file, notes)

    assert (code, out) == (130, "")
    assert err == "wcafe: The import was stopped. Nothing was imported.\n"
    assert told("notes", "list", file) == ""
