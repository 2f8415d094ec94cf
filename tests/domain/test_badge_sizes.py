"""Sizes of badges: those known by name lie as their makers say, one's own as it is said."""

import pytest

from wcafe.domain.badge_sizes import KNOWN_SIZES, badge_sheet, sizes_for
from wcafe.domain.paper_size import PaperSize
from wcafe.errors import (
    BadgesDoNotFit,
    BadgesOnOtherPaper,
    NoBadgeSize,
    TooSmallForBadge,
    WcafeError,
)


@pytest.mark.parametrize(
    ("said", "paper", "grid", "left", "top", "pitch"),
    [
        ("a7", PaperSize.A4, (2, 4), 0, 0, (105, 74)),
        ("a7", PaperSize.LETTER, (2, 3), 2.95, 28.7, (105, 74)),
        ("a6", PaperSize.A4, (2, 2), 0, 0, (148, 105)),
        ("a6", PaperSize.LETTER, (1, 2), 33.95, 34.7, (148, 105)),
        ("L7160", PaperSize.A4, (3, 7), 7.25, 15.15, (66, 38.1)),
        ("L7163", PaperSize.A4, (2, 7), 4.65, 15.15, (101.6, 38.1)),
        ("L4785", PaperSize.A4, (2, 5), 17.5, 13.5, (95, 55)),
        ("5163", PaperSize.LETTER, (2, 5), 3.97, 12.7, (106.36, 50.8)),
        ("5395", PaperSize.LETTER, (2, 4), 17.46, 14.82, (95.25, 63.5)),
    ],
)
def test_known_badges_lie_where_their_sheets_have_them(said, paper, grid, left, top, pitch):
    sheet = badge_sheet(said, paper)

    assert (sheet.columns, sheet.rows) == grid
    assert (sheet.left, sheet.top) == pytest.approx((left, top), abs=0.011)
    found = (sheet.width + sheet.across, sheet.height + sheet.down)
    assert found == pytest.approx(pitch, abs=0.011)
    assert sheet.is_cut is said.startswith("a")
    sheet.require_room()


def test_each_known_size_can_be_printed_on_one_paper_at_least_and_is_offered_there_only():
    for paper in (PaperSize.A4, PaperSize.LETTER):
        for size in KNOWN_SIZES.values():
            if size in sizes_for(paper):
                size.on(paper).require_room()
            else:
                with pytest.raises(BadgesOnOtherPaper):
                    badge_sheet(size.key, paper)
    assert {*sizes_for(PaperSize.A4), *sizes_for(PaperSize.LETTER)} == set(KNOWN_SIZES.values())


@pytest.mark.parametrize(
    "said",
    [
        "99.1x38.1,2x7,left=4.65,top=15.15,across=2.5",
        "99.1 x 38.1, 2 x 7, left=4.65, top=15.15, across=2.5",
        "99.1×38.1,2×7,across=2.5",
        "99,1x38,1; 2x7; left=4,65; top=15,15; across=2,5",
        "avery l7163",
    ],
)
def test_ones_own_size_is_read_however_it_is_written(said):
    assert badge_sheet(said, PaperSize.A4) == badge_sheet("L7163", PaperSize.A4)


def test_ones_own_cards_may_be_cut_and_lie_on_a_lying_sheet():
    sheet = badge_sheet("130x95,2x2,left=5,down=4,cut,lying", PaperSize.LETTER)

    assert sheet.page == (279.4, 215.9)
    assert (sheet.left, sheet.down, sheet.is_cut) == (5, 4, True)
    assert sheet.top == pytest.approx(10.95)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("", NoBadgeSize),
        ("a5", NoBadgeSize),
        ("80x50", NoBadgeSize),
        ("80x50,0x5", NoBadgeSize),
        ("80x50,2x5,links=3", NoBadgeSize),
        ("80x50,2x5,left=3,left=4", NoBadgeSize),
        ("80x50,2x5,left=-3", NoBadgeSize),
        ("nanx50,2x5", NoBadgeSize),
        ("9" * 5000, NoBadgeSize),
        ("80x50,3x5", BadgesDoNotFit),
        ("80x50,2x5,left=60", BadgesDoNotFit),
        ("80x50,2x5,down=20", BadgesDoNotFit),
        ("0x0,1x1", TooSmallForBadge),
        ("48x16.9,4x16", TooSmallForBadge),
    ],
)
def test_what_cannot_be_printed_is_told_in_one_sentence(said, error):
    with pytest.raises(WcafeError) as told:
        badge_sheet(said, PaperSize.A4)

    assert type(told.value) is error
    assert str(told.value).count("\n") == 0
