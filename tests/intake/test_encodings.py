"""Lists in any encoding: right where it is certain, asked about where it is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cafes import write_list
from tests.list_words import FAMILY, GIVEN
from wcafe.errors import UnknownEncoding, UnsureEncoding
from wcafe.i18n import words_for
from wcafe.intake.sheet import read_pasted, read_sheet

FRENCH = (
    "Nom;Prénom;Structure\nBréhat;Tilio;Médiathèque\nDuvigneau;Maëlys;École\nAbgrall;Sélène;Îlot\n"
    "Kermarrec;Aïssatou;L'Oeuf bleu\nCastagnet;Noël;Régie à l'île\n"
)
ACCENTED = [name for name in (*GIVEN, *FAMILY) if not name.isascii()]


def rows_of(text):
    return tuple(tuple(line.split(";")) for line in text.splitlines())


@pytest.mark.parametrize(
    "encoding", ["cp850", "cp437", "mac_roman", "cp1252", "iso8859-15", "utf-16-le", "utf-16-be"]
)
def test_a_french_list_keeps_its_accents_from_any_computer(tmp_path, encoding):
    letters = FRENCH.replace("Îlot", "Ilot") if encoding == "cp437" else FRENCH
    sheet = read_sheet(write_list(tmp_path, letters, encoding=encoding))

    assert sheet.rows == rows_of(letters)
    assert sheet.encoding == (
        "cp1252" if encoding == "iso8859-15" else encoding.replace("437", "850")
    )


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be", "utf-16", "utf-8-sig"])
def test_wide_encodings_are_read_with_a_mark_or_without(tmp_path, encoding):
    assert read_sheet(write_list(tmp_path, FRENCH, encoding=encoding)).rows == rows_of(FRENCH)


def test_a_last_byte_that_is_cut_off_loses_no_list_of_utf16(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"\xff\xfe" + FRENCH.encode("utf-16-le")[:-1])

    assert read_sheet(path).rows == rows_of(FRENCH)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    names=st.lists(st.sampled_from(ACCENTED), min_size=1, max_size=8),
    encoding=st.sampled_from(["cp1252", "iso8859-15", "cp850", "cp437", "mac_roman"]),
)
def test_few_names_are_read_right_or_asked_about(tmp_path_factory, names, encoding):
    try:
        content = "".join(f"{name};Brest\n" for name in names).encode(encoding)
    except UnicodeEncodeError:
        return
    path = tmp_path_factory.mktemp("names") / "list.csv"
    path.write_bytes(content)
    try:
        found = read_sheet(path)
    except UnsureEncoding as asked:
        samples = dict(asked.facts["samples"])
        assert f"{names[0]};Brest" in samples[encoding]
    else:
        assert [row[0] for row in found.rows] == names


@pytest.mark.parametrize(
    "name", ["Zoé", "Noël", "Œuvrard", "Benoît", "FRANÇOIS", "Ødegård", "Àvila"]
)
def test_one_accent_says_enough_in_the_encoding_of_windows(tmp_path, name):
    sheet = read_sheet(write_list(tmp_path, f"Name;City\n{name};Brest\n", encoding="cp1252"))

    assert (sheet.rows[1][0], sheet.encoding) == (name, "cp1252")


@pytest.mark.parametrize("taken_for", ["cp1252", "latin-1", "mac_roman", "cp850", "cp437"])
def test_a_list_that_was_encoded_twice_is_mended_and_said_so(tmp_path, taken_for):
    twice = FRENCH.encode().decode(taken_for, errors="surrogateescape")
    path = tmp_path / "list.csv"
    path.write_bytes(twice.encode(errors="surrogateescape"))
    sheet = read_sheet(path)

    assert sheet.rows == rows_of(FRENCH)
    assert sheet.is_mended


def test_only_the_cells_that_were_encoded_twice_are_mended(tmp_path):
    text = "Nom;Prénom\nBrÃ©hat;Zoé\nL’Hôpital;MaÃ«lys\nÉcole;D\u00e2\u20ac\u2122Arc\n"

    rows = read_sheet(write_list(tmp_path, text)).rows
    assert rows[1:] == (("Bréhat", "Zoé"), ("L’Hôpital", "Maëlys"), ("École", "D’Arc"))


def test_an_a_with_a_grave_accent_is_mended_though_its_second_half_was_trimmed(tmp_path):
    text = "Nom;Structure\nBrÃ©hat;RÃ©gie Ã l'Ã®le\nLi;LÃ\n"

    assert read_sheet(write_list(tmp_path, text)).rows[1:] == (
        ("Bréhat", "Régie à l'île"),
        ("Li", "Là"),
    )


def test_a_text_that_nobody_encoded_twice_stays_as_it_is(tmp_path):
    text = "Nom;Ville\nÃngelo;São João\nMAÇÃ;«École»\nÂme;LIBERTÉ»\nÎlot;50 €\n"
    sheet = read_sheet(write_list(tmp_path, text))

    assert sheet.rows == rows_of(text)
    assert not sheet.is_mended


def test_two_lists_in_one_file_keep_their_accents_each(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(FRENCH.encode() + "Lévêque;Hélène;Crèche\n".encode("cp1252"))

    assert read_sheet(path).rows == rows_of(FRENCH + "Lévêque;Hélène;Crèche\n")


def test_letters_that_make_sense_in_no_encoding_are_asked_about(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"Nom;Ville\nK\x9d\xb3wal;B\xb9k\nZi\xeab\xf1;\xa3\xf3d\x9f\n")

    with pytest.raises(UnsureEncoding, match="encoding") as asked:
        read_sheet(path)
    assert "encodage" in asked.value.describe(words_for("fr"))
    assert {name for name, _lines in asked.value.facts["samples"]} >= {"cp850", "mac_roman"}


def test_an_encoding_that_is_said_is_taken_at_its_word(tmp_path):
    path = write_list(tmp_path, "Nom;Ville\nŁódź;Gdańsk\n", encoding="cp1250")

    assert read_sheet(path, "cp1250").rows[1] == ("Łódź", "Gdańsk")
    assert read_sheet(path, "mac_roman").rows[1] != ("Łódź", "Gdańsk")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "nonsense", "idna", "rot13", "unicode_escape", "hex", ""]
)
def test_an_encoding_the_list_cannot_have_is_told(tmp_path, encoding):
    path = write_list(tmp_path, FRENCH, encoding="cp1252")

    with pytest.raises(UnknownEncoding, match="cp850"):
        read_sheet(path, encoding)


def test_rows_whose_letters_were_lost_before_are_known(tmp_path):
    text = "Nom;Ville\nBr\ufffdhat;Brest\nSilva;Brest\nNo\ufffdl;Lyon\n"

    assert read_sheet(write_list(tmp_path, text)).broken_rows() == (2, 4)
    assert read_sheet(write_list(tmp_path, FRENCH)).broken_rows() == ()


def test_a_pasted_text_is_mended_too():
    assert read_pasted("BrÃ©hat\nSilva\n", "clipboard").rows == (("Bréhat",), ("Silva",))


def test_marks_where_files_were_joined_are_in_no_name(tmp_path):
    text = "Nom;Ville\nSilva;Brest, ou ailleurs dans le Finistère\n\ufeffBréhat;Lyon\nLi\0;Sète\n"

    assert [row[0] for row in read_sheet(write_list(tmp_path, text)).rows[2:]] == ["Bréhat", "Li"]
