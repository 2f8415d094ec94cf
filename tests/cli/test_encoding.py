"""A list whose encoding cannot be told, on a terminal: what is said, and how one answers."""

import json

import pytest

from tests.cafes import write_list

UNSURE = b"Nom;Ville\nK\x9d\xb3wal;B\xb9k\nZi\xeab\xf1;\xa3\xf3d\x9f\n"


@pytest.fixture
def file(tmp_path, wcafe):
    path = tmp_path / "c.wcafe"
    wcafe("new", path, "--title", "x", "--lang", "en")
    return path


def test_an_encoding_that_cannot_be_told_is_asked_for_and_taken(file, tmp_path, wcafe):
    path = tmp_path / "list.csv"
    path.write_bytes(UNSURE)

    code, out, err = wcafe("import", file, path)
    assert (code, out) == (1, "")
    assert "--encoding NAME" in err
    assert "cp850" in err

    code, out, _err = wcafe("import", file, path, "--encoding", "cp1250", "--json")
    assert code == 0
    assert (json.loads(out)["encoding"], json.loads(out)["added"]) == ("cp1250", 2)


def test_a_wrong_encoding_is_told_and_changes_nothing(file, tmp_path, wcafe):
    path = write_list(tmp_path, "Nom\nZoé\n", encoding="cp1252")

    code, out, err = wcafe("import", file, path, "--encoding", "nonsense")
    assert (code, out) == (1, "")
    assert "“nonsense”" in err


def test_letters_that_were_mended_or_are_lost_are_told(file, tmp_path, wcafe):
    text = "Nom\nZoÃ© BrÃ©hat\nNo\ufffdl Silva\nAna Li\n"

    code, out, err = wcafe("import", file, write_list(tmp_path, text), "--json")
    assert code == 0
    assert (json.loads(out)["broken_rows"], json.loads(out)["encoded_twice"]) == ([3], True)
    assert "--encoding" in err
    assert "1 row, where “�” stands: 3." in err


def test_a_list_whose_letters_are_whole_says_nothing_of_them(file, tmp_path, wcafe):
    code, out, err = wcafe("import", file, write_list(tmp_path, "Nom\nZoé Bréhat\n"), "--json")

    assert (code, err) == (0, "")
    assert (json.loads(out)["broken_rows"], json.loads(out)["encoded_twice"]) == ([], False)
