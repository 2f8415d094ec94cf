"""Sheets of several pieces: badges of other sizes, upright and landscape, cut apart or labels."""

import io
from dataclasses import replace

import pypdf
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from tests.reports.conftest import NOW, snapshot
from tests.reports.test_conformance import failures
from tests.reports.test_documents import words
from wcafe.domain.artefact import Document, PrintOptions
from wcafe.reports.handouts.badge_size import A7
from wcafe.reports.handouts.badges import badges
from wcafe.reports.pages.document import FULL, Sheet, render
from wcafe.reports.pages.grid import Grid
from wcafe.reports.pages.paper import Paper

A6 = replace(
    A7,
    grid=Grid(width=148 * mm, height=105 * mm, columns=2, rows=2, page=landscape(A4)),
    first=(52.0, 5.0),
    second=(28.0, 5.0),
    names=115.0,
    strip=22 * mm,
    number=24.0,
    code=20 * mm,
)
LABELS = replace(
    A7,
    grid=Grid(
        width=63.5 * mm,
        height=38.1 * mm,
        columns=3,
        rows=7,
        left=7.2 * mm,
        top=15.1 * mm,
        gap_across=2.5 * mm,
        is_cut=False,
    ),
    first=(20.0, 4.0),
    second=(11.0, 4.0),
    names=28.0,
    about=60 * mm,
    edge=3 * mm,
    rim=1 * mm,
    bar=1 * mm,
    strip=11 * mm,
    number=11.0,
    words_low=6.0,
    number_high=10.0,
    small=5.0,
    code=10 * mm,
)
SIZES = pytest.mark.parametrize("size", [A6, LABELS], ids=["a6", "labels"])


def badges_of(size, shot):
    paper = Paper(shot.cafe.language, NOW)
    story = badges(shot, paper, PrintOptions(), size)
    paper.page = size.grid.page
    sheet = Sheet(title="Badges", author="wcafe", mark="", first=FULL)
    return Document(pdf=render(story, sheet, paper))


@SIZES
def test_a_badge_of_another_size_says_the_same_on_pages_that_conform(size):
    shot = snapshot(people=24)
    document = badges_of(size, shot)

    pages = pypdf.PdfReader(io.BytesIO(document.pdf)).pages
    assert len(pages) == -(-24 // size.grid.pieces)
    assert [float(side) for side in pages[0].mediabox[2:]] == pytest.approx(size.grid.page, abs=0.1)
    found = words("".join(page.extract_text() for page in pages))
    for person in shot.people:
        assert words(f"{person.given}{person.family}") in found
    assert failures(document.pdf) == []


def crossed(size, qt_pages):
    """Return the places of the pieces over whose edge something is written."""
    names = ("Maximilienne-Éléonore de La Rochefoucauld-Montmorency", "W" * 60, "Ana Silva")
    grid = size.grid
    page = qt_pages(badges_of(size, snapshot(people=24, names=names)), width=1200)[0]
    dots = page.width() / grid.page[0]

    def is_dark(x, y):
        return page.pixelColor(round(x * dots), round((grid.page[1] - y) * dots)).lightness() < 120

    found = []
    for place in range(grid.pieces):
        left, low = grid.corner(place)
        right, high = left + grid.width - 1, low + grid.height - 1
        across = [left + 1 + n / 2 for n in range(round(2 * grid.width) - 4)]
        up = [low + 1 + n / 2 for n in range(round(2 * grid.height) - 4)]
        sides = [(x, y) for x in (left + 1, right) for y in up]
        ends = [(x, y) for y in (low + 1, high) for x in across]
        if any(is_dark(x, y) for x, y in (*sides, *ends)):
            found.append(place)
    return found


@SIZES
def test_nothing_is_written_over_the_edge_of_a_piece(size, qt_pages):
    assert crossed(size, qt_pages) == []


@SIZES
def test_the_control_a_badge_without_an_edge_is_found_out(size, qt_pages):
    assert crossed(replace(size, edge=-4 * mm), qt_pages) != []


def test_pieces_that_touch_share_a_cut_and_none_is_at_the_edge_of_the_page():
    grid = Grid(width=10, height=5, columns=2, rows=3, page=(20, 15))

    assert list(grid.cuts_across()) == [10]
    assert list(grid.cuts_down()) == [5, 10]


def test_with_margins_and_gaps_each_piece_is_cut_on_all_sides():
    grid = Grid(
        width=10,
        height=5,
        columns=2,
        rows=2,
        page=(27, 16),
        left=3,
        top=2,
        gap_across=1,
        gap_down=2,
    )

    assert list(grid.cuts_across()) == [3, 13, 14, 24]
    assert list(grid.cuts_down()) == [2, 7, 9, 14]
    assert [grid.corner(place) for place in range(4)] == [(3, 9), (14, 9), (3, 2), (14, 2)]
