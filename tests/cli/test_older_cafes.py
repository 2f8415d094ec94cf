"""Commands on a café that an older wcafe made."""

import pytest

from tests.store.test_upgrade import golden


@pytest.fixture
def older(tmp_path):
    path = tmp_path / "rue.wcafe"
    path.write_bytes(golden(1))
    return path


def test_who_changes_an_older_café_is_told_where_it_lies_as_it_was(older, wcafe):
    words = ("--table", 1, "--round", 1, "--kind", "idea", "Un banc")

    code, out, err = wcafe("notes", "add", older, *words)

    assert code == 0
    assert len(out.split()) == 1  # the note's id and nothing else
    assert "rue.backup-1.wcafe" in err
    assert (older.parent / "rue.backup-1.wcafe").is_file()


def test_who_only_reads_an_older_café_changes_nothing(older, told):
    content = older.read_bytes()

    assert len(told("notes", "list", older, "--json")) > 50
    assert told("check", older, "--json")["sound"]

    assert older.read_bytes() == content
    assert [path.name for path in older.parent.iterdir()] == [older.name]


def test_who_names_a_list_that_is_not_there_changes_nothing(older, refused):
    content = older.read_bytes()

    for command in (["import"], ["notes", "import"]):
        assert "nothere.csv" in refused(*command, older, older.parent / "nothere.csv")

    assert older.read_bytes() == content
    assert [path.name for path in older.parent.iterdir()] == [older.name]


def test_badges_that_are_noted_as_printed_tell_of_an_older_café_too(older, wcafe):
    code, _out, err = wcafe("print", older, "badges", "-o", older.parent / "badges.pdf")

    assert code == 0
    assert "rue.backup-1.wcafe" in err
