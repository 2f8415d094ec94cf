"""How the prompts of a café spread over the boxes of its harvest sheets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wcafe.domain.cafe import Cafe
from wcafe.domain.sheet_form import SheetForm, form_of

prompts = st.lists(st.text(min_size=1, max_size=5), unique=True, max_size=40).map(tuple)


@given(prompts)
def test_every_prompt_heads_a_box_in_its_order(prompts):
    form = SheetForm(prompts)

    boxes = [asked for sheet in form.sheets for asked in sheet]

    assert list(dict.fromkeys(boxes)) == (list(prompts) or [""])
    assert {len(sheet) for sheet in form.sheets} == {5}
    assert len(form.sheets) == max(1, -(-len(prompts) // 5))


@given(prompts)
def test_a_box_has_a_heading_where_another_prompt_begins(prompts):
    form = SheetForm(prompts)

    headings = [len(form.shape(page, tables=9).headed) for page in range(len(form.sheets))]

    assert sum(headings) == max(1, len(prompts))
    assert all(0 in form.shape(page, tables=9).headed for page in range(len(form.sheets)))


@pytest.mark.parametrize(
    ("number", "spread"),
    [
        (0, ["     "]),
        (1, ["aaaaa"]),
        (2, ["aaabb"]),
        (3, ["aabbc"]),
        (4, ["aabcd"]),
        (5, ["abcde"]),
        (6, ["aabbc", "ddeef"]),
        (7, ["aabcd", "eeffg"]),
    ],
)
def test_prompts_share_the_boxes_evenly(number, spread):
    form = SheetForm(tuple("abcdefg"[:number]))

    assert ["".join(asked or " " for asked in sheet) for sheet in form.sheets] == spread


def test_sheets_beyond_the_prompts_ask_the_same_again():
    form = SheetForm(tuple("abcdefg"))

    assert form.asked(2) == form.asked(0)
    assert form.asked(3) == form.asked(1)


def test_a_prompt_that_is_there_twice_or_empty_is_asked_once_or_not():
    cafe = Cafe(id="c", title="T", prompts=("Findings", "", "Ideas\nof ours", "Findings", " "))

    assert form_of(cafe).prompts == ("Findings", "Ideas of ours")


def test_other_prompts_or_another_order_are_another_version():
    versions = {SheetForm(each).version for each in ((), ("a", "b"), ("b", "a"), ("ab",))}

    assert len(versions) == 4
    assert SheetForm(("a", "b")).version == SheetForm(("a", "b")).version


@pytest.mark.parametrize(
    ("tables", "digits"), [(0, 2), (9, 1), (10, 2), (99, 2), (100, 3), (1000, 3)]
)
def test_there_are_as_many_rows_of_digits_as_the_number_of_a_table_has(tables, digits):
    assert SheetForm().shape(0, tables=tables).digits == digits
