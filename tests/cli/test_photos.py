"""`wcafe photos`: taken in, listed, filed by hand, missing, blank, removed; in both languages."""

import json

import pytest
from PIL import Image

from wcafe.app import open_cafe
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.photo_typing import with_typed
from wcafe.domain.text import new_id
from wcafe.services import opened


@pytest.fixture
def tabled(file, told):
    path = file.with_name("tables.wcafe")
    told("new", path, "--title", "Rue", "--tables", "2", "--rounds", "2")
    return path


@pytest.fixture
def blue(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    Image.new("RGB", (60, 40), "blue").save(folder / "« Zoé ».jpg")
    return folder


def test_a_whole_folder_comes_in_and_each_picture_says_what_became_of_it(tabled, told, blue):
    (blue / "b.jpg").write_bytes(b"nothing to look at")

    added = told("photos", "add", tabled, blue, "--json")

    assert [(each["file"], each["status"]) for each in added] == [
        ("b.jpg", "unreadable"),
        ("« Zoé ».jpg", "unknown"),
    ]
    assert "b.jpg is no picture" in added[0]["why"]
    nothing = {"page": None, "table": None, "round": None, "boxes": []}
    assert added[1] | nothing == added[1]
    (again,) = told("photos", "add", tabled, blue / "« Zoé ».jpg", "--json")
    assert (again["status"], again["id"]) == ("twice", added[1]["id"])
    assert [each["id"] for each in told("photos", "list", tabled, "--json")] == [again["id"]]


def test_missing_sheets_get_fewer_by_filing_and_by_staying_blank(tabled, told, refused, blue):
    told("photos", "add", tabled, blue)
    assert told("photos", "missing", tabled, "--json")[0] == {"table": 1, "round": 1, "page": 1}

    said = told("photos", "file", tabled, "« zoé ».jpg", "--table", "2", "--round", "1")
    assert said == "« Zoé ».jpg · Table 2, round 1 · filed\n"
    told("photos", "blank", tabled, "--table", "1", "--round", "2")
    assert told("photos", "missing", tabled).splitlines() == [
        "Table 1, round 1: not received",
        "Table 2, round 2: not received",
    ]
    told("photos", "blank", tabled, "--table", "1", "--round", "2", "--undo")
    assert len(told("photos", "missing", tabled, "--json")) == 3
    assert "no table 9" in refused(
        "photos", "file", tabled, "« Zoé ».jpg", "--table", "9", "--round", "1"
    )
    assert "no table 9" in refused("photos", "blank", tabled, "--table", "9", "--round", "1")


def test_notes_typed_from_a_photo_are_told_of_and_moved_along_where_that_is_asked(
    tabled, told, blue
):
    told("photos", "add", tabled, blue)
    told("photos", "file", tabled, "« Zoé ».jpg", "--table", "1", "--round", "1")
    with open_cafe(tabled) as cafe:
        note = Note(id=NoteId(new_id()), table=0, round=0, text="Un banc")
        cafe.notes.put(note, base=0)
        (photo,) = cafe.photos.all()
        cafe.photos.change({photo.id: with_typed(photo, 0, note.id)})

    away = ("photos", "file", tabled, "« Zoé ».jpg", "--table", "2", "--round", "1")
    assert told(*away).splitlines()[1:] == [
        "1 note typed from it stays at Table 1, round 1.",
        "--with-notes moves them along.",
    ]
    assert "1 note typed from it was moved along." in told(*away, "--with-notes")
    with open_cafe(tabled) as cafe:
        assert cafe.notes.get(note.id).table == 1


def test_a_photo_is_removed_and_one_that_is_not_there_is_told(tabled, told, refused, blue):
    told("photos", "add", tabled, blue)
    told("photos", "remove", tabled, "« Zoé ».jpg")
    assert told("photos", "list", tabled, "--json") == []
    assert "There is no photo" in refused("photos", "remove", tabled, "« Zoé ».jpg")


def test_where_nothing_could_be_read_the_command_fails_and_says_which(tabled, wcafe, tmp_path):
    code, out, err = wcafe("photos", "add", tabled, tmp_path / "none.jpg", "--json")
    assert (code, json.loads(out)[0]["status"]) == (1, "unreadable")
    code, _out, err = wcafe("photos", "add", tabled, tmp_path / "none.jpg")
    assert code == 1
    assert "none.jpg" in err


def test_a_café_that_grows_large_is_told(tabled, wcafe, monkeypatch, blue):
    monkeypatch.setattr(opened, "LARGE", 1000)
    code, _out, err = wcafe("photos", "add", tabled, blue)
    assert code == 0
    assert "tables.wcafe has 0 MB now" in err


def test_it_speaks_french(tabled, told, blue, english, monkeypatch):
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "« Zoé ».jpg : aucun code lu" in told("photos", "add", tabled, blue).replace("\xa0", " ")
    missing = told("photos", "missing", tabled).replace("\xa0", " ")
    assert missing.startswith("Table 1, ronde 1 : pas reçue")


def test_where_no_sheet_is_expected_none_is_said_to_be_there(tmp_path, told):
    told("new", tmp_path / "leer.wcafe", "--title", "Leer")

    assert told("photos", "missing", tmp_path / "leer.wcafe").startswith("No sheet is expected")
    assert told("photos", "missing", tmp_path / "leer.wcafe", "--json") == []
