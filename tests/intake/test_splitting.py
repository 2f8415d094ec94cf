"""Texts cut into rows and cells: nobody is lost behind a mark, a letterhead or an odd separator."""

import pytest

from tests.cafes import write_list
from wcafe.intake.people import read_people
from wcafe.intake.sheet import read_pasted, read_sheet


@pytest.fixture
def rows(tmp_path):
    def reading(text, name="list.csv"):
        return read_sheet(write_list(tmp_path, text, name)).rows

    return reading


PEOPLE = ["Martin;Zoé", "Silva;Ana", "Diallo;Ben", "Li;Jo", "Tardy;Nour"]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('"Martin;Zoé', ("Martin", "Zoé")),
        ('Martin;"Zoé', ("Martin", "Zoé")),
        ('Martin";Zoé', ("Martin", "Zoé")),
        ('Martin;Zoé "Zo" Li', ("Martin", 'Zoé "Zo" Li')),
        ('Martin;"Zoé; dite Zo"', ("Martin", "Zoé; dite Zo")),
        ('"Martin"; "Zoé"', ("Martin", "Zoé")),
        ('Martin;"Zoé ""Zo"" Li"', ("Martin", 'Zoé "Zo" Li')),
    ],
)
@pytest.mark.parametrize("place", [0, 2, 4])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_lone_quotation_mark_swallows_nobody(rows, line, cells, place, end):
    lines = ["Nom;Prénom", *PEOPLE]
    lines[place + 1] = line
    found = rows(end.join(lines) + end)

    assert found[place + 1] == cells
    others = [tuple(each.split(";")) for each in PEOPLE]
    assert list(found[1:]) == [cells if n == place else row for n, row in enumerate(others)]


def test_two_lone_marks_far_apart_hold_nobody_between_them(rows):
    table = [f"{name};Brest;x" for name in ("Nom", "Martin", "Silva", "Diallo", "Li", "Tardy")]
    table[1], table[4] = 'Martin;Brest;"x', 'Li;Brest;x"'

    assert [row[0] for row in rows("\n".join(table))] == [
        "Nom",
        "Martin",
        "Silva",
        "Diallo",
        "Li",
        "Tardy",
    ]


def test_a_cell_of_several_lines_is_one_cell(rows):
    text = 'Nom;Mot;Ville\nMartin;"Bonjour,\n\nà bientôt ;\nZoé";Brest\nSilva;;Lyon\n'

    assert rows(text)[1:] == (
        ("Martin", "Bonjour,\n\nà bientôt ;\nZoé", "Brest"),
        ("Silva", "", "Lyon"),
    )


@pytest.mark.parametrize("said", ["sep=;", "SEP=;", '"sep=;"'])
def test_what_excel_says_of_the_separator_is_no_row(rows, said):
    assert rows(f"{said}\r\nNom, Prénom;Ville\r\nMartin, Zoé;Brest\r\n") == (
        ("Nom, Prénom", "Ville"),
        ("Martin, Zoé", "Brest"),
    )


def test_a_letterhead_of_many_lines_hides_no_separator(rows):
    head = "".join(f"Ville de Lanvélec – service {n}\n" for n in range(24))
    table = "Prénom;Nom\nZoé;Martin\nAna;Silva\n"

    assert rows(head + table)[24:] == (("Prénom", "Nom"), ("Zoé", "Martin"), ("Ana", "Silva"))


def test_a_table_of_two_columns_and_commas_is_found_below_a_letterhead(rows):
    text = "Café des voisins\nListe des inscrits\n\n\n\nNom,RSVP\nZoé Martin,Yes\nAna Silva,No\n"

    assert rows(text)[5:] == (("Nom", "RSVP"), ("Zoé Martin", "Yes"), ("Ana Silva", "No"))


def test_commas_inside_the_names_of_a_bare_list_cut_nobody(rows):
    text = "Liste des inscrits\nDantès, Edmond\nLi, Zoé\nAna Silva\nTardy, Nour\nLi, Jo\n"

    assert rows(text)[1:3] == (("Dantès, Edmond",), ("Li, Zoé",))


def test_sections_of_different_widths_are_cut_by_their_common_separator(rows):
    text = "1. Summary\nTitle\tCafé\nAttended\t2\n\n2. Participants\nName\tEmail\tRole\n"
    text += "Zoé Li\tzoe@x.org\tPresenter\nAna Silva\tana@x.org\tAttendee\n"

    assert rows(text)[5:] == (
        ("Name", "Email", "Role"),
        ("Zoé Li", "zoe@x.org", "Presenter"),
        ("Ana Silva", "ana@x.org", "Attendee"),
    )


def test_a_table_drawn_with_bars_is_read_without_them():
    text = "| Nom | Ville |\n|-----|:---:|\n| Zoé Li | Brest |\n| Ana Silva |  |\n"
    sheet = read_pasted(text, "clipboard")

    assert sheet.rows == (("Nom", "Ville"), (), ("Zoé Li", "Brest"), ("Ana Silva", ""))
    assert [one.name for one in read_people(sheet).people] == ["Zoé Li", "Ana Silva"]


def test_empty_rows_at_the_end_are_none_of_a_list(rows):
    assert len(rows("Nom;Ville\nZoé;Brest\n" + ";\n" * 25_000)) == 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_last_line_without_an_end_is_a_row(rows, end):
    assert rows(f"Nom;Ville{end}Zoé;Brest{end}Ana;") == (
        ("Nom", "Ville"),
        ("Zoé", "Brest"),
        ("Ana", ""),
    )
