"""From rows to notes."""

from datetime import date

import pytest

from tests.cafes import write_list
from wcafe.domain.kinds import Kind
from wcafe.errors import BadRow, EmptyList, MissingColumns, NoSuchColumn
from wcafe.i18n import words_for
from wcafe.intake.note_columns import NoSuchField, fields_of_notes
from wcafe.intake.note_decisions import NoteDecisions
from wcafe.intake.note_places import Spots
from wcafe.intake.notes import Here, read_notes
from wcafe.intake.sheet import read_sheet

OPEN = Here(tables=Spots(names=("",) * 12, most=1000), rounds=Spots(names=("",) * 3, most=20))


@pytest.fixture
def look(tmp_path):
    def looking(rows, here=OPEN, **decided):
        return read_notes(read_sheet(write_list(tmp_path, rows)), here, NoteDecisions(**decided))

    return looking


@pytest.fixture
def read(look):
    return lambda rows, **decided: look(rows, **decided).notes


def spots(*names, most=None):
    return Spots(names=names, most=len(names) if most is None else most)


def places(found):
    return [(note.table, note.round, note.text) for note in found.notes]


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


def test_missing_columns_are_told_with_those_there_are(read):
    with pytest.raises(MissingColumns, match=r"for the table\..*session, note.*which is which"):
        read("session;note\nun;Des bancs\n")


def test_columns_may_be_named(read):
    columns = {"table": ("où",), "round": ("quand",), "text": ("quoi",)}
    (note,) = read("où;quand;quoi\n4;1;Un banc\n", columns=columns)

    assert (note.table, note.round) == (3, 0)
    with pytest.raises(NoSuchColumn, match=r"où, quand, quoi"):
        read("où;quand;quoi\n4;1;Un banc\n", columns={"table": ("là",)})


def test_fields_are_called_as_lists_call_them_and_others_are_refused():
    assert fields_of_notes({"Texte": ("a",), "text": ("b",)}) == {"text": ("a", "b")}
    with pytest.raises(NoSuchField, match="colour"):
        fields_of_notes({"colour": ("a",)})


@pytest.mark.parametrize("headings", ["A,B,C\n", ""])
def test_columns_named_by_their_number_are_places_with_headings_or_without(read, headings):
    columns = {"table": ("1",), "round": ("2",), "text": ("3",)}
    notes = read(f"{headings}1,1,Un banc\n2,1,Un composteur\n", columns=columns)

    assert [(note.table, note.text) for note in notes] == [(0, "Un banc"), (1, "Un composteur")]


def test_a_list_without_headings_may_be_said_to_have_none(read):
    columns = {"table": ("1",), "round": ("2",), "text": ("3",)}
    assert len(read("table,1,note\ntable,1,texte\n", columns=columns, header_row=0)) == 2


def test_one_bad_row_is_told_with_its_column_and_the_others_come_in(look):
    found = look("table;ronde;texte\n1;1;Un banc\nnord;1;Un arbre\n2;1;Un mur\n;1;x\n1;;y\n")

    assert places(found) == [(0, 0, "Un banc"), (1, 0, "Un mur")]
    assert [(told.row, told.column) for told in found.rejected] == [
        (3, "table"),
        (5, "table"),
        (6, "ronde"),
    ]
    french = [
        told.reason.describe(words_for("fr")).replace("\u202f", " ") for told in found.rejected
    ]
    assert "« nord » n’est pas un numéro" in french[0]


def test_a_list_of_bad_rows_alone_is_refused_with_the_first_reason(read):
    with pytest.raises(BadRow, match=r"Row 2 of .*: The round is m"):
        read("table;ronde;texte\n1;;Un banc\n")


ROWS = "séance;atelier;note\nVendredi;Eau;Un puits\nSamedi;Air;Un arbre\nVendredi;Eau ;Un banc\n"


def test_words_for_tables_and_rounds_become_their_names_as_they_come(look):
    found = look(ROWS)

    assert places(found) == [(0, 0, "Un puits"), (1, 1, "Un arbre"), (0, 0, "Un banc")]
    assert [(w.word, w.place, w.name) for w in found.tables] == [
        ("Eau", 0, "Eau"),
        ("Air", 1, "Air"),
    ]
    assert [w.word for w in found.rounds] == ["Vendredi", "Samedi"]


def test_names_in_the_café_are_found_and_new_words_go_where_there_is_no_name(look):
    here = Here(tables=spots("Le ciel", "AIR", ""), rounds=spots("", ""))
    found = look(ROWS, here)

    assert [(w.word, w.place, w.name) for w in found.tables] == [("Eau", 2, "Eau"), ("Air", 1, "")]


def test_a_word_beyond_the_last_table_is_told_and_the_rest_comes_in(look):
    found = look(ROWS, Here(tables=spots(""), rounds=spots("", "")))

    assert places(found) == [(0, 0, "Un puits"), (0, 0, "Un banc")]
    assert "all of its 1 tables have another name" in str(found.rejected[0].reason)


def test_a_person_may_say_which_table_a_word_means(look):
    found = look(ROWS, tables={"eau": 4}, rounds={"SAMEDI": 0})

    assert places(found) == [(4, 1, "Un puits"), (0, 0, "Un arbre"), (4, 1, "Un banc")]


def test_words_and_numbers_in_one_column_are_no_tables(look):
    found = look("table;ronde;texte\n1;1;Un puits\nAir;1;Un arbre\n")

    assert (places(found), found.tables) == ([(0, 0, "Un puits")], ())


def test_a_number_within_a_topic_is_no_table(look):
    rows = "atelier;ronde;note\nHorizon 2030;1;a\nMobilité;1;b\nAction 11;1;c\nMobilité;1;d\n"
    assert [w.name for w in look(rows).tables] == ["Horizon 2030", "Mobilité", "Action 11"]


def test_a_number_with_a_name_is_that_table_and_its_name(look):
    found = look("table;ronde;note\nTable 3 · Eau;1;a\n2. Air;1;b\n")

    assert [(w.place, w.name) for w in found.tables] == [(2, "Eau"), (1, "Air")]


def test_days_are_read_where_there_is_no_doubt_and_put_in_order(look):
    rows = "date;table;note\nDimanche 25 septembre 2022;1;a\nVendredi 23 septembre 2022;1;b\n"
    found = look(rows)

    assert [(w.place, w.day) for w in found.rounds] == [
        (1, date(2022, 9, 25)),
        (0, date(2022, 9, 23)),
    ]
    assert look("séance;table;note\n23 septembre;1;a\n").rounds[0].day is None


@pytest.mark.parametrize("heading", ["Moment", "Créneau", "Demi-journée", "Time slot", "Half-day"])
def test_rounds_are_found_by_what_people_call_a_part_of_the_day(look, heading):
    rows = "Eau;Matin;Trop chaud;\nAir;Soir;Bruit;Poussière\n"
    found = look(f"Atelier;{heading};Constat 1;Constat 2\n{rows}")

    assert [each.word for each in found.rounds] == ["Matin", "Soir"]
    assert [note.text for note in found.notes] == ["Trop chaud", "Bruit", "Poussière"]


def test_a_whole_list_may_be_of_one_table_and_round(look):
    found = look("weather,comment-body\n3,Un banc\n", table=2, round=1)

    assert (places(found), found.unused) == ([(2, 1, "Un banc")], ("weather",))


def test_the_only_round_of_a_café_need_not_be_said(look):
    here = Here(tables=spots("", ""), rounds=spots(""))
    assert places(look("table;note\n2;Un banc\n", here)) == [(1, 0, "Un banc")]


def test_words_for_kinds_are_read_in_the_plural_and_those_of_the_user_too(look):
    rows = "table;ronde;type;note\n1;1;Idées;a\n1;1;Proposition;b\n1;1;3 retours principaux;c\n"
    found = look(rows, kinds={"proposition": Kind.IDEA})

    assert [note.kind for note in found.notes] == [Kind.IDEA, Kind.IDEA, Kind.INSIGHT]
    assert [word.word for word in found.kinds if not word.is_known] == ["3 retours principaux"]


FORM = (
    "Horodateur;Numéro de table;Ronde;Idée 1;Idée 2;Une question;S'il ne restait qu'une phrase\n"
    "21/10/2026 15:02:11;1;1;Un banc;Un four;Qui l'arrose ?;On attend debout.\n"
    "21/10/2026 15:03:40;2;1;La cour;;;La cour est vide.\n"
)


def test_each_filled_cell_of_a_form_is_a_note_of_the_kind_its_column_says(look):
    found = look(FORM)

    assert [(note.row, note.text, note.kind.value) for note in found.notes] == [
        (2, "Un banc", "idea"),
        (2, "Un four", "idea"),
        (2, "Qui l'arrose ?", "question"),
        (2, "On attend debout.", "insight"),
        (3, "La cour", "idea"),
        (3, "La cour est vide.", "insight"),
    ]
    assert found.unused == ("Horodateur",)


def test_short_notes_under_an_unknown_heading_are_found_and_words_of_a_choice_are_not(look):
    rows = "Table;Session;What we heard;Level of energy\n1;1;More shade;high\n1;2;Who cooks?;high\n"
    found = look(rows + "2;1;Plant trees;low\n2;2;Quiet;high\n")

    assert [note.text for note in found.notes] == [
        "More shade",
        "Who cooks?",
        "Plant trees",
        "Quiet",
    ]
    assert found.unused == ("Level of energy",)
    with pytest.raises(MissingColumns):
        look("Table;Session;Énergie\n1;1;haute\n1;2;basse\n2;1;haute\n")


def test_several_columns_of_texts_may_be_named(look):
    found = look("table;ronde;A;B\n1;1;Un banc;Un mur\n", columns={"text": ("A", "B")})

    assert [note.text for note in found.notes] == ["Un banc", "Un mur"]


def test_the_question_of_a_table_is_no_note_where_there_is_a_column_of_texts(look):
    found = look("table;ronde;question;texte\n1;1;Que faire ici ensemble ?;Un mur\n")

    assert (places(found), found.unused) == ([(0, 0, "Un mur")], ("question",))


def test_levels_say_which_note_belongs_to_which_within_a_table_and_round(read):
    rows = (
        "table;ronde;niveau;note\n1;1;0;a\n1;1;1;b\n1;1;2;c\n1;1;1;d\n2;1;1;e\n2;1;x;f\n2;1;2;g\n"
    )
    notes = {note.text: note.above for note in read(rows)}

    assert notes == {"a": None, "b": 0, "c": 1, "d": 0, "e": None, "g": None}


def test_headings_in_the_middle_and_rows_left_out_are_told(look):
    rows = "atelier;séance;note\nEau;Soir;a\nAtelier;Séance;Note\nEau;Soir;b\n"
    found = look(rows, left_out=frozenset({4}))

    assert ([note.text for note in found.notes], [w.word for w in found.tables]) == (["a"], ["Eau"])
    assert [told.row for told in found.rejected] == [3, 4]


def test_columns_that_fill_nothing_are_named_and_those_without_a_heading_counted(look):
    found = look(",table,round,text,weather\n0,1,1,A bench,3\n1,1,1,A tree,,\n")

    assert (len(found.notes), found.rejected, found.unused) == (2, (), ("1", "weather"))
