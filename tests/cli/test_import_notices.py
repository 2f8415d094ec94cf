"""What an import says of columns that it guessed and of rows that are more people than one."""

import json

import pytest

from tests.cafes import write_list

LIST = (
    "Réf;Les copains;Nombre de places\nA-1;Awa Roy et Jo Li;2\nA-2;Zoé Roy;3\nA-3;Sam Lee;1\n"
    "Total;;6\n"
)


@pytest.fixture
def told(file, tmp_path, wcafe):
    return lambda *options: wcafe("import", file, write_list(tmp_path, LIST), *options)


def test_people_read_it_below_what_was_read(told):
    code, out, err = told()

    assert (code, err) == (0, "")
    assert "Rows read: 4; people added: 4, updated: 0." in out
    assert "Taken by what their cells look like, not by their headings: Les copains" in out
    assert "  row 2: Awa Roy — Several people in one row: Awa Roy, Jo Li." in out
    assert "those without a name were not added. Missing: 2." in out
    assert "  row 5: Total — A total or a page number" in out


def test_programs_read_the_same_keys_as_ever_and_people_the_rest(told):
    _code, out, err = told("--json")

    assert set(json.loads(out)) == {
        *("read", "added", "updated", "duplicates", "set_aside", "rejected"),
        *("columns", "encoding", "delimiter", "header_row", "unused", "status_words"),
    }
    assert err.count("\n") == 3
    assert "Several people in one row" in err
