"""Dot-vote sheets: what each lists, and where everything lies on it."""

from itertools import combinations

import pytest

from wcafe.domain.cafe import CafeId
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.sheet_code import NotRead, SheetCode, SheetKind, read_sheet_code
from wcafe.domain.sheet_form import MOST_SHEETS
from wcafe.domain.sheets import PrintedForm
from wcafe.domain.vote_layout import CIRCLE, MOST_ROWS, VoteLayout, VoteShape
from wcafe.domain.votes import VoteForm, number_of_sheet, vote_code, vote_forms

CAFE = CafeId("7b6d2c2e-8f6c-4a43-9f2a-0f9b8a4f2c11")
SHAPES = [VoteShape(paper=p, rows=n) for p in PaperSize for n in range(1, MOST_ROWS + 1)]


def form(count):
    return VoteForm(tuple(f"theme-{n}" for n in range(count)))


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_rows_circles_and_marks_lie_apart_and_on_the_paper(shape):
    sheet = VoteLayout(shape)
    rows = [row.outline for row in sheet.rows]
    apart = [*sheet.marks, sheet.code, sheet.head, *rows]

    assert not any(one.overlaps(other) for one, other in combinations(apart, 2))
    assert not any(a.overlaps(row.field) for a in sheet.anchors for row in sheet.rows)
    for row in sheet.rows:
        assert len(row.circles) >= 20
        for across, down in row.circles:
            assert row.field.left + CIRCLE < across < row.field.right - CIRCLE
            assert row.field.top + CIRCLE < down < row.field.bottom - CIRCLE
        for (x, y), (u, v) in combinations(row.circles, 2):
            assert max(abs(x - u), abs(y - v)) >= 11.9  # dots of 12 mm have room


def test_what_is_listed_is_shared_out_evenly_and_each_id_stands_once():
    assert [len(sheet) for sheet in form(7).sheets] == [4, 3]
    assert [len(sheet) for sheet in form(6).sheets] == [6]
    assert sum(form(50).sheets, ()) == form(50).rows


def test_forms_are_told_apart_by_their_version_and_from_harvest_sheets():
    other = VoteForm(form(3).rows[::-1])
    assert form(3).version == form(3).version != other.version

    printed = {form(3).printed(), PrintedForm(version="ABCDEF", prompts=("Findings",), tables=4)}
    assert vote_forms(printed) == {form(3).version: form(3)}


@pytest.mark.parametrize("sheet", [0, 3, MOST_SHEETS, 2 * MOST_SHEETS + 5])
@pytest.mark.parametrize("paper", PaperSize)
def test_a_code_says_which_sheet_and_which_copy_it_is(sheet, paper):
    many = form(3000)
    code = read_sheet_code(vote_code(CAFE, many, sheet, copy=2, paper=paper))

    assert isinstance(code, SheetCode)
    assert (code.kind, number_of_sheet(code), code.table) == (SheetKind.VOTES, sheet, 2)
    assert code.shape == many.shape(sheet, paper)
    assert code.form == many.version


def test_a_code_that_was_altered_by_one_sign_is_damaged():
    text = vote_code(CAFE, form(3), 0)
    altered = text[:-9] + ("A" if text[-9] != "A" else "B") + text[-8:]

    assert read_sheet_code(altered) is NotRead.DAMAGED
