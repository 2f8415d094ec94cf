"""Where everything lies on a harvest sheet, whatever it asks and whatever it is printed on."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.rect import Rect
from wcafe.domain.sheet_layout import BOXES, SheetLayout, SheetShape

shapes = st.builds(
    lambda made, **facts: SheetShape(version=made[0], digits=made[1], **facts),
    st.sampled_from(((1, 2), (1, 3), (2, 1), (2, 2), (2, 3))),
    paper=st.sampled_from(PaperSize),
    headed=st.frozensets(st.integers(0, BOXES - 1)),
)


@given(shapes)
def test_nothing_lies_over_anything_else(shape):
    sheet = SheetLayout(shape)
    headings = [box.heading for box in sheet.boxes if box.heading is not None]
    outlines = [box.outline for box in sheet.boxes]
    parts = [*sheet.marks, sheet.head, sheet.foot, *headings, *outlines, sheet.sentence]

    assert not [pair for pair in combinations(parts, 2) if _is_over(*pair)]
    assert all(sheet.page.holds(part) for part in parts)
    assert len(headings) == len(shape.headed)


@given(shapes)
def test_a_box_holds_its_ticks_and_its_lines_apart(shape):
    for box in SheetLayout(shape).boxes:
        inside = [box.writing, *box.ticks]

        assert all(box.outline.holds(part) for part in inside)
        assert not [pair for pair in combinations(inside, 2) if pair[0].overlaps(pair[1])]
        assert all(min(tick.width, tick.height) >= 3.6 for tick in box.ticks)
        assert list(box.kinds) == list(Kind)
        assert list(box.supports) == list(Support)
        assert [len(row) for row in box.digits] == [10] * shape.digits
        assert len(list(box.ticks)) == len(Kind) + len(Support) + 10 * shape.digits


@given(shapes)
def test_the_boxes_keep_one_distance_but_for_headings(shape):
    sheet = SheetLayout(shape)
    height = sheet.boxes[0].outline.height

    for above, below in zip(sheet.boxes, sheet.boxes[1:], strict=False):
        heading = below.heading.height if below.heading else 0
        assert below.outline.top - above.outline.top == pytest.approx(height + 1.5 + heading)
    assert sheet.boxes[0].writing.height >= 21  # three lines for a pen
    assert sheet.sentence.height >= (17.49 if shape.version == 1 else 24.49)
    assert sheet.sentence.holds(sheet.sentence_writing)


def test_a_sheet_of_two_prompts_is_the_one_that_was_designed():
    sheet = SheetLayout(SheetShape(headed=frozenset({0, 3})))
    outlines = [box.outline for box in sheet.boxes]

    assert {(box.left, box.width, box.height) for box in outlines} == {(14, 182, 34)}
    assert [round(box.top, 1) for box in outlines] == [65.6, 101.1, 136.6, 179.6, 215.1]
    assert sheet.marks[0] == Rect(7, 7, 6, 6)
    assert sheet.marks[2] == Rect(197, 284, 6, 6)
    assert (sheet.code.width, sheet.code.height) == (28, 28)


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("headed", [1, 5])
def test_boxes_are_lower_only_where_the_paper_is_too_short(paper, headed):
    shape = SheetShape(paper=paper, headed=frozenset(range(headed)), version=1)

    height = SheetLayout(shape).boxes[0].outline.height
    later = SheetLayout(replace(shape, version=2)).boxes[0].outline.height

    assert height == 34 if (paper, headed) != (PaperSize.LETTER, 5) else 30 < height < 34
    assert 29 < later <= height
    assert later == 34 or headed == 5 or paper is PaperSize.LETTER


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("headed", [1, 2, 5])
def test_two_lines_to_write_on_are_there_for_the_last_sentence(paper, headed):
    shape = SheetShape(paper=paper, headed=frozenset(range(headed)))

    assert SheetLayout(shape).sentence_writing.height >= 15.6


@pytest.mark.parametrize(
    "facts",
    [{"headed": frozenset({5})}, {"digits": 4}, {"digits": 1, "version": 1}, {"version": 3}],
)
def test_there_is_no_sheet_of_another_shape(facts):
    with pytest.raises(ValueError, match="no such sheet"):
        SheetShape(**facts)


def _is_over(one, other):
    """Do they overlap by more than the last digits of a float?"""
    return one.overlaps(other) and Rect(
        one.left + 1e-6, one.top + 1e-6, one.width - 2e-6, one.height - 2e-6
    ).overlaps(other)
