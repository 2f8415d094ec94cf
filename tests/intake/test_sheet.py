"""Files of rows, whatever wrote them."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cafes import write_list
from tests.workbooks import write_sheet_xml
from wcafe.errors import EmptyList, ListTooLarge, NoSuchFile, NotAList, UnreadList, WcafeError
from wcafe.intake.sheet import read_sheet

NAMES = "Nom;Prénom\nd'Ân-Lê;Zoé\nLœuvre;Noël\n"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
    ],
)
def test_a_french_list_is_read_in_any_common_encoding(tmp_path, encoding, told):
    text = NAMES + "Crème;Hélène\n"
    sheet = read_sheet(write_list(tmp_path, text, encoding=encoding))

    assert sheet.encoding == told
    assert sheet.rows[1:] == (("d'Ân-Lê", "Zoé"), ("Lœuvre", "Noël"), ("Crème", "Hélène"))


@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_found_past_commas_and_line_ends_inside_quotes(tmp_path, delimiter, end):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    rows = [["Nom", "Affiliation", "Note"]]
    rows += [["Ana", "Lab, Nantes; Brest", 'dit "oui",\npuis non'] for _ in range(5)]
    writer.writerows(rows)

    sheet = read_sheet(write_list(tmp_path, out.getvalue()))

    assert sheet.delimiter == delimiter
    assert [list(row) for row in sheet.rows] == rows


def test_a_bare_list_of_names_has_one_column(tmp_path):
    sheet = read_sheet(write_list(tmp_path, "Ana Silva\nDantès, Edmond\nZoé Martin\n", "list.txt"))

    assert sheet.delimiter is None
    assert sheet.rows[1] == ("Dantès, Edmond",)


@pytest.mark.parametrize("content", ["", "\n\n", " ; ; \n"])
def test_an_empty_list_is_told(tmp_path, content):
    with pytest.raises(EmptyList):
        read_sheet(write_list(tmp_path, content))


def test_a_missing_list_is_told(tmp_path):
    with pytest.raises(NoSuchFile):
        read_sheet(tmp_path / "list.csv")


def test_a_list_beyond_any_café_is_told(tmp_path):
    with pytest.raises(ListTooLarge, match="20000 rows"):
        read_sheet(write_list(tmp_path, "Ana\n" * 20_002))


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=3000))
def test_any_bytes_are_a_list_or_a_sentence(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "list.csv"
    path.write_bytes(content)
    rows, told = (), str(path)
    try:
        rows = read_sheet(path).rows
    except WcafeError as error:
        told = str(error)

    assert str(path) in told
    assert all(isinstance(cell, str) for row in rows for cell in row)


def cell(place, value):
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def test_a_workbook_is_read_and_long_numbers_stay_whole(tmp_path):
    rows = f"<row>{cell('A1', 'Nom')}{cell('B1', 'Numéro')}</row>"
    rows += f"<row>{cell('A2', 'Zoé d’Ân-Lê')}{cell('B2', 112999999991)}</row>"

    sheet = read_sheet(write_sheet_xml(tmp_path / "list.xlsx", rows))

    assert sheet.rows == (("Nom", "Numéro"), ("Zoé d’Ân-Lê", "112999999991"))
    assert sheet.encoding is None


def test_a_workbook_of_seventeen_billion_cells_is_refused_and_kills_nobody(tmp_path, capfd):
    bomb = f"<row>{cell('A1', 'Nom')}</row><row r='1048576'>{cell('XFD1048576', 'fin')}</row>"

    with pytest.raises(UnreadList, match="more memory than any café needs"):
        read_sheet(write_sheet_xml(tmp_path / "list.xlsx", bomb))
    assert capfd.readouterr().err == ""


def test_a_workbook_that_unpacks_to_a_hundred_megabytes_is_refused(tmp_path):
    with pytest.raises(NotAList):
        read_sheet(write_sheet_xml(tmp_path / "list.xlsx", " " * 110_000_000))


@pytest.mark.parametrize("content", [b"", b"\n \n", b" ; ;\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told_as_such(tmp_path, content):
    path = tmp_path / "list.csv"
    path.write_bytes(content)

    with pytest.raises(EmptyList, match="is empty"):
        read_sheet(path)


def test_a_folder_is_no_list(tmp_path):
    with pytest.raises(WcafeError, match="is a folder"):
        read_sheet(tmp_path)


def test_a_list_that_was_cut_in_the_middle_of_a_letter_keeps_its_accents(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes((NAMES + "Crème;Hélène\nÉcole;Zoé").encode()[:-1])
    sheet = read_sheet(path)

    assert sheet.encoding == "utf-8"
    assert sheet.rows[3:] == (("Crème", "Hélène"), ("École", "Zo\ufffd"))


def test_a_stray_control_character_does_not_refuse_a_list(tmp_path):
    rows = "".join(f"Ana Silva {n};Mairie\n" for n in range(9)) + "Zoé\x0bLi;École\x00\n"
    sheet = read_sheet(write_list(tmp_path, f"Nom;Structure\n{rows}"))

    assert len(sheet.rows) == 11


def test_a_delimiter_is_found_in_rows_of_different_lengths(tmp_path):
    sheet = read_sheet(write_list(tmp_path, "Nom;Prénom\nSilva;Ana;x;y\nMartin\nLi;Zoé;z\n"))

    assert sheet.delimiter == ";"


def test_a_heading_above_family_names_with_commas_is_one_column(tmp_path):
    text = "Nom complet\nDantès, Edmond\nLi, Zoé\nAna Silva\nTardy, Nour\n"
    sheet = read_sheet(write_list(tmp_path, text))

    assert sheet.delimiter is None
    assert sheet.rows[1] == ("Dantès, Edmond",)


def test_quotation_marks_around_the_only_column_are_taken_off(tmp_path):
    text = '"Nom complet"\n"Ana ""Anita"" Silva"\n"Ben Diallo"\n'
    sheet = read_sheet(write_list(tmp_path, text))

    assert sheet.rows == (("Nom complet",), ('Ana "Anita" Silva',), ("Ben Diallo",))


@pytest.mark.parametrize("text", ['[{"name": "Ana"}]', "BEGIN:VCARD\nFN:Ana Silva\nEND:VCARD\n"])
def test_a_file_of_another_kind_of_text_is_no_list(tmp_path, text):
    with pytest.raises(NotAList):
        read_sheet(write_list(tmp_path, text))


def test_twenty_thousand_people_below_a_heading_are_a_list(tmp_path):
    assert len(read_sheet(write_list(tmp_path, "Nom\n" + "Ana\n" * 20_000)).rows) == 20_001
