"""What stands on badges of each size: nothing overlaps, all can be read, or it is told."""

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from reportlab.lib.units import mm

from tests.reports.conftest import NOW, snapshot, text_of
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.badge_sizes import KNOWN_SIZES, badge_sheet
from wcafe.domain.badges import badge_code
from wcafe.domain.paper_size import PaperSize
from wcafe.errors import TooManyRounds
from wcafe.reports import make_document
from wcafe.reports.handouts.badge_names import name_styles
from wcafe.reports.handouts.badge_size import LEAST_READ, Beside, size_on

LONG = "Marie-Antoinette-Joséphine-Élisabeth-Charlotte"


def sheets():
    return [known.on(known.paper or PaperSize.A4) for known in KNOWN_SIZES.values()]


@pytest.mark.parametrize("rounds", range(1, 21))
def test_a_route_of_any_length_is_read_on_every_known_size_with_its_code_and_a_name(rounds):
    for sheet in sheets():
        size = size_on(sheet, rounds)
        route = size.route

        assert route.rows * route.columns >= rounds > (route.rows - 1) * route.columns
        assert route.columns * route.step <= size.route_room + 0.01
        assert min(route.number, size.first[0]) >= LEAST_READ
        assert route.small >= 4.7
        assert size.code >= 10 * mm
        below_bar = size.grid.height - size.rim - size.bar
        above = size.edge + size.strip
        if size.beside is Beside.ROUTE:
            assert size.edge + size.code <= above
            above -= size.code + 3
        assert above + 3 + size.code <= below_bar
        assert size.edge + size.strip + size.names <= size.top


@pytest.mark.parametrize("said", KNOWN_SIZES)
def test_few_rounds_leave_the_first_name_very_large(said):
    known = KNOWN_SIZES[said]
    size = size_on(known.on(known.paper or PaperSize.A4), 6)
    first, second = name_styles("Zoé", "d'Ân-Lê", size)

    assert first.fontSize >= 0.09 * size.grid.height * 1.8
    assert first.fontSize > 1.7 * second.fontSize
    assert name_styles(LONG, "de La Rochefoucauld", size)[0].fontSize >= LEAST_READ


def test_a_label_on_which_no_route_can_be_read_is_refused_in_one_sentence():
    small = badge_sheet("50x30,3x8", PaperSize.A4)

    assert size_on(small, 6).route.number >= LEAST_READ
    with pytest.raises(TooManyRounds) as told:
        size_on(small, 20)
    assert "20 rounds" in str(told.value)
    assert "50 × 30 mm" in str(told.value)


def test_whose_name_is_hard_to_read_is_told_and_nobody_else():
    shot = snapshot(people=4, names=("Ana Silva", "W" * 60, "Zoé Ân"), notes=False, jokers=1)

    for said, told in (("a7", ["W" * 60]), ("50x30,3x8", ["W" * 60])):
        document = make_document("badges", shot, NOW, PrintOptions(size=said))
        assert list(document.cut) == told
        assert all("WWW" in name for name in document.too_small)


def test_nothing_is_printed_where_an_office_printer_prints_nothing():
    for said in ("a7", "a6", "70x37,3x8", "105x37,2x8", "l7163"):
        sheet = badge_sheet(said, PaperSize.A4)
        size = size_on(sheet, 4)

        assert size.edge + sheet.least_margin * mm >= 5 * mm
        assert size.rim + sheet.least_margin * mm >= 5 * mm


def test_the_codes_of_the_smallest_labels_are_read_off_a_scan(qt_pages):
    shot = snapshot(people=19, notes=False, jokers=2)
    document = make_document("badges", shot, NOW, PrintOptions(size="l7160"))
    (page,) = qt_pages(document, width=1654)  # 200 dots an inch
    grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
    dots = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())

    found = {code.text for code in zxingcpp.read_barcodes(dots[:, : grey.width()])}

    holders = [*(each.id for each in shot.people), *(each.id for each in shot.plan.jokers)]
    assert found == {badge_code(holder) for holder in holders}


def test_badges_to_write_on_fill_the_last_sheet_of_all_badges_and_of_no_selection():
    shot = snapshot(people=9, notes=False)
    some = frozenset(each.id for each in shot.people[:2])

    assert text_of(make_document("badges", shot, NOW)).count("Badge de remplacement") == 7
    selection = make_document("badges", shot, NOW, PrintOptions(only=some))
    assert "Badge de remplacement" not in text_of(selection)
