"""From rows to notes."""

import pytest

from tests.cafes import write_list
from wcafe.domain.notes import Kind
from wcafe.errors import BadRow, EmptyList, MissingColumns
from wcafe.i18n import words_for
from wcafe.intake.notes import read_notes
from wcafe.intake.sheet import read_sheet


@pytest.fixture
def read(tmp_path):
    def reading(rows, **wanted):
        return read_notes(read_sheet(write_list(tmp_path, rows)), wanted).notes

    return reading


@pytest.mark.parametrize(
    ("table", "ronde"), [("3", "2"), ("T3", "R2"), ("Table 3", "Ronde 2"), ("table n° 3", "2.")]
)
def test_a_note_is_placed_however_its_table_is_written(read, table, ronde):
    (note,) = read(f"Table;Ronde;Genre;Texte\n{table};{ronde};Idée;Des bancs\n")

    assert (note.table, note.round, note.kind, note.text) == (2, 1, Kind.IDEA, "Des bancs")


def test_a_kind_may_be_left_out(read):
    assert read("table,round,text\n1,1,A bench\n")[0].kind is Kind.INSIGHT


def test_rows_without_text_are_passed_over(read):
    assert len(read("table;round;text\n1;1;Un banc\n2;1;\n3;1;Un arbre\n")) == 2
    with pytest.raises(EmptyList):
        read("table;round;text\n1;1;\n")


def test_missing_columns_are_told_with_how_to_name_them(read):
    with pytest.raises(MissingColumns, match=r"session, note.*which is which"):
        read("session;note\nun;Des bancs\n")


def test_columns_may_be_named(read):
    (note,) = read("où;quand;quoi\n4;1;Un banc\n", table="où", round="quand", text="quoi")

    assert (note.table, note.round) == (3, 0)


def test_a_bad_row_says_why_in_the_readers_language(read):
    with pytest.raises(BadRow) as told:
        read("table;ronde;texte\n1;1;Un banc\nnord;1;Un arbre\n")

    french = told.value.describe(words_for("fr"))
    assert french.startswith("Ligne 3 de ")
    assert "« nord » n’est pas un numéro" in french.replace("\u202f", " ")


@pytest.mark.parametrize(("row", "sentence"), [(";1", "The table is m"), ("1;", "The round is m")])
def test_an_empty_cell_says_which_of_the_two_it_is(read, row, sentence):
    with pytest.raises(BadRow, match=f"Row 2 of .*: {sentence}"):
        read(f"table;ronde;texte\n{row};Un banc\n")


ROWS = "séance;atelier;note\nVendredi;Eau;Un puits\nSamedi;Air;Un arbre\nVendredi;Eau ;Un banc\n"


def test_tables_and_rounds_called_by_words_are_numbered_as_they_come(tmp_path):
    sheet = read_sheet(write_list(tmp_path, ROWS))
    wanted = {"text": "note", "table": "atelier", "round": "séance"}
    found = read_notes(sheet, wanted)

    assert [(note.table, note.round) for note in found.notes] == [(0, 0), (1, 1), (0, 0)]
    assert (found.tables, found.rounds) == (("Eau", "Air"), ("Vendredi", "Samedi"))


def test_words_and_numbers_in_one_column_are_no_tables(read):
    with pytest.raises(BadRow, match="Air"):
        read("où;ronde;texte\n1;1;Un puits\nAir;1;Un arbre\n", table="où")


def test_columns_that_fill_nothing_are_named_and_those_without_a_heading_counted(tmp_path):
    rows = ",table,round,text,votes\n0,1,1,A bench,3\n1,1,1,A tree,,\n"
    found = read_notes(read_sheet(write_list(tmp_path, rows)), {})

    assert (len(found.notes), found.rejected, found.unused) == (2, (), ("1", "votes"))
