"""Text in columns: each part once and in order, headings with what follows, even where it ends."""

import io
from datetime import UTC, datetime
from itertools import chain, pairwise

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus import Flowable, Spacer

from tests.reports.test_conformance import failures
from wcafe.reports.pages import columns
from wcafe.reports.pages.columns import Columns, stacked
from wcafe.reports.pages.document import Sheet, render
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CELL, HEADING, LABEL, MARGIN

NOW = datetime(2026, 11, 26, 18, 5, tzinfo=UTC)


class Block(Flowable):
    """A part of a known height that remembers on which page and how high up it was drawn."""

    def __init__(self, height, *, is_heading=False):
        super().__init__()
        self.high, self.keepWithNext = height, is_heading
        self.drawn = []

    def wrap(self, width, _height):
        return width, self.high

    def draw(self):
        x, y = self.canv.absolutePosition(0, 0)
        self.drawn.append((self.canv.getPageNumber(), round(x), y))


def page_of(story):
    paper = Paper("fr", NOW)
    return render(story(paper), Sheet(title="Rue", author="Nous", mark="–"), paper)


groups = st.tuples(st.integers(0, 3), st.floats(5, 90)).map(
    lambda group: [*(Block(20, is_heading=True) for _n in range(group[0])), Block(group[1])]
)
blocks = st.lists(groups, min_size=1, max_size=40).map(lambda found: [*chain(*found)])


def drawn_in_order(parts, above):
    """Draw `parts` below a space; each stands once, in order, and no heading at a foot."""
    page_of(lambda _paper: [Spacer(0, above), Columns(parts)])

    assert all(len(part.drawn) == 1 for part in parts)
    places = [part.drawn[0] for part in parts]
    assert places == sorted(places, key=lambda at: (at[0], at[1], -at[2]))
    for heading, (here, after) in zip(parts, pairwise(places), strict=False):
        if heading.keepWithNext:
            assert here[:2] == after[:2], "a heading alone at the foot of a column"


@settings(max_examples=25, deadline=None)
@given(parts=blocks, above=st.floats(0, 600))
def test_each_part_is_drawn_once_in_reading_order_and_no_heading_at_a_foot(parts, above):
    drawn_in_order(parts, above)


@settings(max_examples=25, deadline=None)
@given(heights=st.lists(st.floats(5, 60), min_size=2, max_size=120))
def test_where_the_text_ends_the_columns_are_about_as_high(heights):
    parts = [Block(height) for height in heights]
    page_of(lambda _paper: [Columns(parts)])

    last = max(part.drawn[0][0] for part in parts)
    ends = [
        min((part.drawn[0][2] for part in parts if part.drawn[0][:2] == (last, x)), default=None)
        for x in sorted({part.drawn[0][1] for part in parts})
    ]
    here = [part.high for part in parts if part.drawn[0][0] == last]
    if len(here) > 1:
        assert None not in ends
        assert abs(ends[0] - ends[1]) <= max(here) + columns._NEAR


def test_the_text_of_a_pdf_is_read_column_by_column_and_conforms():
    said = [f"Note {n} : un banc, un arbre, une place à table pour qui passe." for n in range(160)]

    def story(paper):
        head, parts = paper.text("Tout", HEADING, tag="H1"), []
        for n, words in enumerate(said):
            if n % 20 == 0:
                parts.append(paper.text(f"Table {n}", HEADING, tag="H2"))
                parts[-1].keepWithNext = True
                parts.append(paper.label("Propositions"))
            parts.append(paper.text(words, CELL))
        return [head, Columns(parts)]

    pdf = page_of(story)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    found = [pages_text.count("Note ") for pages_text in pages]
    read = [int(word.split(" ", 1)[0]) for text in pages for word in text.split("Note ")[1:]]

    assert read == list(range(160))
    assert all(found)
    assert failures(pdf) == []


def test_a_long_part_goes_on_in_the_next_column_and_a_short_one_stays_whole():
    long, short = "mot " * 1500, "mot " * 20

    def story(paper):
        return [Columns([paper.text(short, CELL), paper.text(long, CELL), paper.text(short, CELL)])]

    pdf = page_of(story)
    assert sum(page.extract_text().count("mot") for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    parts = [Paper("fr", NOW).text(short, CELL) for _n in range(9)]
    width = 200
    high = stacked(parts[:1], width).height
    filled, rest = columns._fill_one(parts, width, 2.6 * high)
    assert (len(filled), len(rest)) == (2, 7)


def test_headings_longer_than_a_column_are_cut_rather_than_lost():
    words = "Une question sans fin " * 220

    def story(paper):
        heading = paper.text(words, LABEL, tag="H3")
        heading.keepWithNext = True
        return [Columns([heading, paper.text("Une réponse", CELL)])]

    text = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(page_of(story))).pages)
    assert text.count("question") == 220
    assert "Une réponse" in text


@pytest.mark.parametrize("count", [1, 3])
def test_there_may_be_one_column_or_three(count):
    parts = [Block(40) for _n in range(9)]
    page_of(lambda _paper: [Columns(parts, columns=count)])

    assert len({part.drawn[0][1] for part in parts}) == count
    assert min(part.drawn[0][1] for part in parts) == round(MARGIN)


def draw_near_each_foot():
    """Draw columns that end with a heading, at heights at which it may stand alone."""
    heights = [*[30] * 21, 20, 60] * 2
    for above in range(0, 80, 10):
        drawn_in_order([Block(height, is_heading=height == 20) for height in heights], above)


def test_without_its_rule_a_heading_would_stand_alone(monkeypatch):
    draw_near_each_foot()
    monkeypatch.setattr(columns, "_end_of_group", lambda _parts, start: start + 1)

    with pytest.raises(AssertionError, match="a heading alone"):
        draw_near_each_foot()
