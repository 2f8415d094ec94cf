"""A cell of a list of notes that is too long keeps its row away, and the café stays readable."""

import pytest

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.lengths import CELL
from wcafe.domain.settling import LONGEST_NOTE
from wcafe.errors import TextTooLong

HEADINGS = "table;round;note;author;theme;kind;id"
COLUMNS = HEADINGS.split(";")


@pytest.fixture
def café(path):
    create_cafe(path, draft(title="Ici", language="fr", tables=3))
    return path


def brought_in(café, **cells):
    """Import a row with these cells and one that is as it should be; return what is told."""
    row = {"table": "1", "round": "1", "note": "Un banc", **cells}
    listed = café.with_suffix(".csv")
    rows = [HEADINGS, ";".join(row.get(name, "") for name in COLUMNS), "2;1;Un arbre;Zoé;;;"]
    listed.write_text("\n".join(rows), encoding="utf-8")
    with open_cafe(café) as cafe:
        return cafe.notes.lists.import_list(listed)


@pytest.mark.parametrize("length", [CELL + 1, LONGEST_NOTE + 500])
@pytest.mark.parametrize("column", [name for name in COLUMNS if name != "note"])
def test_the_row_is_told_with_its_column_and_the_others_come_in(café, column, length):
    report = brought_in(café, **{column: "x" * length})

    assert report.added == 1
    [told] = report.rejected
    assert (told.row, told.column) == (2, column)
    assert "has at most 2000 characters" in str(told.reason)
    with open_cafe(café, is_read_only=True) as cafe:
        assert [note.text for note in cafe.notes.all()] == ["Un arbre"]
        assert cafe.cafes.faults() == ()


def test_a_name_as_long_as_may_be_comes_in(café):
    report = brought_in(café, author="x" * CELL, theme="y" * CELL)

    assert (report.added, report.rejected) == (2, ())
    with open_cafe(café, is_read_only=True) as cafe:
        assert cafe.cafes.faults() == ()


def test_whoever_is_said_to_have_said_it_has_a_name_and_no_story(café):
    with open_cafe(café) as cafe, pytest.raises(TextTooLong, match="at most 2000"):
        cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc", author="x" * (CELL + 1))
