"""A workbook that goes out: words alone, the same bytes for the same rows, read as they were."""

import io
import re
import zipfile

import pytest

from wcafe.domain.text import unguard_cell
from wcafe.exports.workbook import to_xlsx
from wcafe.intake.sheet import read_sheet

CELLS = (
    '=HYPERLINK("http://evil.test","x")',
    "'=1",
    "'tis",
    "-1+1",
    "0012",
    "2026-11-29",
    "1,5",
    "_x0041_ _x005F_",
    "deux\nlignes",
    "<b>&amp;</b> ]]>",
    "🙂 مرحبا e\u0301",
    "  à l'ombre",
)


@pytest.mark.parametrize("cell", CELLS)
def test_each_cell_comes_back_as_it_went(tmp_path, cell):
    path = tmp_path / "rows.xlsx"
    path.write_bytes(to_xlsx([["head", "more"], [cell, "x"]], "Notes"))

    _head, (read, more) = read_sheet(path).rows

    assert (unguard_cell(read).strip(), more) == (cell.strip(), "x")


def test_no_cell_is_a_number_a_date_or_a_formula():
    with zipfile.ZipFile(
        io.BytesIO(to_xlsx([["a"], *([cell] for cell in CELLS)], "Notes"))
    ) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert (
        len(re.findall(r"<c ", sheet)) == len(re.findall(r't="inlineStr"', sheet)) == 1 + len(CELLS)
    )
    assert "<f" not in sheet.replace("<fo", "")


def test_the_same_rows_are_the_same_bytes():
    assert to_xlsx([["a"], ["b"]], "Notes") == to_xlsx([["a"], ["b"]], "Notes")
