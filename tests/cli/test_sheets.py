"""Sheets and stickers by command: for which tables and rounds, and what is kept of them."""

from dataclasses import replace

import pypdf
import pytest

from wcafe.app import open_cafe
from wcafe.domain.sheet_form import form_of
from wcafe.store.lock import only_writer


@pytest.fixture
def café(tmp_path, told):
    path = tmp_path / "c.wcafe"
    told("new", path, "--title", "S", "--lang", "fr", "--rounds", 3, "--tables", 4)
    return path


def pages(path):
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def forms(path):
    with open_cafe(path, is_read_only=True) as cafe:
        return cafe.cafes.snapshot().forms


def ask_for(path, *prompts):
    """Give the café these prompts; return it as it is then."""
    with open_cafe(path) as cafe:
        return cafe.cafes.save(replace(cafe.cafes.get(), prompts=prompts))


def test_sheets_are_printed_for_all_tables_and_rounds_or_for_some(café, told, tmp_path):
    out = tmp_path / "sheets.pdf"

    told("print", café, "harvest-sheets", "-o", out)
    assert len(pages(out)) == 12

    told("print", café, "harvest-sheets", "--table", 2, 4, "--round", 3, "-o", out)
    second, fourth = pages(out)
    assert "T2·R3" in second
    assert "T4·R3" in fourth

    told("print", café, "stickers", "--table", 1, "--paper", "letter", "-o", out)
    (page,) = pages(out)
    assert [page.count(f"T1·R{round_}") for round_ in (1, 2, 3)] == [1, 1, 1]
    assert "T2" not in page


def test_a_table_gets_more_sheets_where_they_are_asked_for(café, told, wcafe, tmp_path):
    out = tmp_path / "sheets.pdf"

    told("print", café, "harvest-sheets", "--table", 1, "--round", 1, "--sheets", 3, "-o", out)

    named = [f"T1·R1 · feuille {number}" for number in (1, 2, 3)]
    assert [name in page for name, page in zip(named, pages(out), strict=True)] == [True] * 3
    assert wcafe("print", café, "stickers", "--sheets", 3, "-o", out)[0] == 2


def test_more_sheets_than_codes_tell_apart_are_refused(café, refused, tmp_path):
    ask_for(café, *(f"Consigne {number}" for number in range(6)))

    said = refused("print", café, "harvest-sheets", "--sheets", 50, "-o", tmp_path / "s.pdf")

    assert "100" in said
    assert "99" in said


def test_what_sheets_ask_for_is_kept_once_they_are_printed(café, told, tmp_path):
    today = form_of(ask_for(café, "Constats"))

    for _time in range(2):
        told("print", café, "harvest-sheets", "-o", tmp_path / "sheets.pdf")

    (kept,) = forms(café)
    assert (kept.version, kept.prompts, kept.tables) == (today.version, ("Constats",), 4)


def test_the_form_of_sheets_that_are_out_stays_known_when_the_prompts_change(café, told, tmp_path):
    told("print", café, "harvest-sheets", "-o", tmp_path / "sheets.pdf")
    ask_for(café, "Constats")
    told("print", café, "stickers", "-o", tmp_path / "stickers.pdf")

    assert {form.prompts for form in forms(café)} == {(), ("Constats",)}


def test_of_a_file_that_somebody_has_open_it_is_told_that_its_form_is_not_kept(
    café, wcafe, tmp_path
):
    out = tmp_path / "sheets.pdf"
    with only_writer(café, program="desk"):
        code, _said, error = wcafe("print", café, "harvest-sheets", "-o", out)

    assert (code, len(pages(out))) == (0, 12)
    assert error.startswith("It was not noted in the café what was printed")
    assert error.count("\n") == 1
    assert forms(café) == frozenset()


@pytest.mark.parametrize("asked", [("--table", 9), ("--table", 2, 9), ("--round", 1, 7)])
@pytest.mark.parametrize("key", ["harvest-sheets", "stickers"])
def test_what_is_not_there_is_told_in_one_sentence_also_beside_what_is(
    café, refused, tmp_path, key, asked
):
    out = tmp_path / "sheets.pdf"

    said = refused("print", café, key, "-o", out, *asked)

    assert f"There is no {asked[0].removeprefix('--')} {asked[-1]}: this café has" in said
    assert not out.exists()
