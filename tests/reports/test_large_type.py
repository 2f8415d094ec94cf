"""Type as large as a box holds it: never larger, no word cut, and what is left out is told."""

import pytest
from reportlab.lib.styles import ParagraphStyle

from tests.reports.conftest import NOW
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.large_type import large_text, largest_size, sizes_between
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import BODY

STYLE = ParagraphStyle("large", BODY, fontName=SERIF, fontSize=10, leading=12, spaceAfter=0)
SIZES = (40.0, 8.0)


@pytest.fixture
def paper():
    return Paper("fr", NOW)


def words_in(paper, text):
    def make(size, parent):
        style = ParagraphStyle(f"s{size}", parent=STYLE, fontSize=size, leading=1.2 * size)
        return [paper.text(text, style, parent=parent)]

    return make


def test_sizes_go_from_the_largest_to_the_smallest():
    tried = sizes_between(*SIZES)

    assert (tried[0], tried[-1]) == SIZES
    assert tried == sorted(tried, reverse=True)


@pytest.mark.parametrize("text", ["Un", "Un banc sous les arbres " * 3, "mot " * 60])
def test_the_size_found_fits_and_the_next_larger_one_does_not(paper, text):
    make, room = words_in(paper, text), (220.0, 90.0)

    size = largest_size(make, room, SIZES)

    tried = sizes_between(*SIZES)
    fits = [
        n
        for n in tried
        if paper and (part := make(n, paper.root)[0]).wrap(*room)[1] <= room[1] and not part.is_cut
    ]
    assert size == max(fits)


def test_what_even_the_smallest_size_does_not_hold_has_none(paper):
    assert largest_size(words_in(paper, "mot " * 600), (220.0, 90.0), SIZES) is None


def test_no_word_is_cut_where_a_smaller_size_holds_it(paper):
    size = largest_size(words_in(paper, "anticonstitutionnellement"), (150.0, 300.0), SIZES)

    assert size < 20
    (part,) = words_in(paper, "anticonstitutionnellement")(size, paper.root)
    part.wrap(150.0, 300.0)
    assert len(part.lines) == 1


def test_what_has_no_room_at_any_size_ends_in_a_sign_and_is_told(paper):
    text = "Une table au nom interminable " * 40

    stack = large_text(text, STYLE, (100.0, 40.0), (20, 8), paper)

    (line, *_others) = [line.text for placed in stack.placed for line in placed.part.lines][::-1]
    assert stack.height <= 40
    assert line.endswith("[…]")
    assert len(paper.cut_names) == 1
    assert paper.cut_names[0].startswith("Une table")


def test_the_control_what_fits_is_neither_shortened_nor_told(paper):
    stack = large_text("Une table", STYLE, (100.0, 40.0), (20, 8), paper)

    assert [line.text for placed in stack.placed for line in placed.part.lines] == ["Une table"]
    assert paper.cut_names == []
