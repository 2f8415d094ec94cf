"""Sheets of several pieces: badges of other sizes, upright and landscape, cut apart or labels."""

import io
from dataclasses import replace

import pypdf
import pytest
from reportlab.lib.units import mm

from tests.reports.conftest import NOW, snapshot
from tests.reports.test_conformance import failures
from tests.reports.test_documents import words
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.badge_sizes import badge_sheet
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.people import Role
from wcafe.errors import TooManyRounds
from wcafe.reports import make_document
from wcafe.reports.artefacts import make_one_document
from wcafe.reports.handouts import badge_size
from wcafe.reports.handouts.badge_size import size_on
from wcafe.reports.pages.grid import Grid

SIZES = pytest.mark.parametrize("said", ["a6", "l7160", "l7163", "l4785", "60x30,3x8,left=10"])


def badges_of(said, shot, **options):
    options = PrintOptions(size=said, **options)
    return badge_sheet(said, options.paper), make_document("badges", shot, NOW, options)


@SIZES
def test_a_badge_of_another_size_says_the_same_on_pages_that_conform(said):
    shot = snapshot(people=24, notes=False, jokers=2)
    first, second, *others = shot.people
    shy, crew = replace(first, no_photo=True), replace(second, role=Role.CREW, no_photo=True)
    shot = replace(shot, people=(shy, crew, *others))
    sheet, document = badges_of(said, shot)

    pages = pypdf.PdfReader(io.BytesIO(document.pdf)).pages
    assert len(pages) == -(-26 // sheet.badges)
    sides = [float(side) / mm for side in pages[0].mediabox[2:]]
    assert sides == pytest.approx(sheet.page, abs=0.1)
    found = words("".join(page.extract_text() for page in pages))
    for person in shot.people:
        assert words(f"{person.given}{person.family}") in found
    assert found.count(words("pas de photo")) == 2
    rest = len(pages) * sheet.badges - 26
    assert found.count(words("Badge de remplacement")) == rest
    assert failures(document.pdf) == []


def crossed(said, qt_pages, **facts):
    """Return the places of the pieces over whose edge something is written."""
    names = ("Maximilienne-Éléonore de La Rochefoucauld-Montmorency", "W" * 60, "Ana Silva")
    shot = snapshot(people=24, names=names, notes=False, jokers=2, **facts)
    sheet, document = badges_of(said, shot)
    grid = size_on(sheet, 3).grid
    page = qt_pages(document, width=1200)[0]
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
@pytest.mark.parametrize("rounds", [1, 8, 20])
def test_nothing_is_written_over_the_edge_of_a_piece(said, rounds, qt_pages):
    try:
        size_on(badge_sheet(said, PaperSize.A4), rounds)
    except TooManyRounds:
        assert (said, rounds) == ("60x30,3x8,left=10", 20)
        return
    assert crossed(said, qt_pages, rounds=rounds) == []


def test_the_control_a_badge_without_an_edge_is_found_out(qt_pages, monkeypatch):
    monkeypatch.setattr(badge_size, "_edge", lambda sheet: -4 * mm)

    assert crossed("l7160", qt_pages) != []


def test_badges_that_lie_and_a_list_that_stands_can_be_one_document():
    wanted = {"badges": PrintOptions(size="a6"), "table-list": PrintOptions()}
    document = make_one_document(wanted, snapshot(people=8, notes=False), NOW)

    boxes = [page.mediabox for page in pypdf.PdfReader(io.BytesIO(document.pdf)).pages]
    assert [box.width > box.height for box in boxes] == [True, True, False]


def test_a_printer_that_shifts_is_met_on_labels():
    from_left = {}
    for shift in ((0.0, 0.0), (2.0, -3.0)):
        _sheet, document = badges_of("l7160", snapshot(people=1, notes=False), shift=shift)
        page = pypdf.PdfReader(io.BytesIO(document.pdf)).pages[0]
        places = []
        page.extract_text(visitor_text=lambda text, cm, tm, *_f, p=places: p.append((text, cm)))
        from_left[shift] = next(
            (cm[4], cm[5]) for text, cm in places if "R1" in text or "1" in text
        )

    (x, y), (moved_x, moved_y) = from_left.values()
    assert (moved_x - x, moved_y - y) == pytest.approx((2 * mm, 3 * mm), abs=0.1)


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
