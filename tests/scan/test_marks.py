"""A sheet whose code is covered is found by its four marks; nothing else is taken for a sheet."""

import pytest
from PIL import Image, ImageDraw

from tests.cafes import SHARED
from tests.photographed import without_code
from tests.scan.simulated import SCALE, Filled, jpeg_bytes, print_sheets
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.sheet_layout import SheetLayout, SheetShape
from wcafe.domain.sheets import SheetPlace
from wcafe.scan.decode import decode
from wcafe.scan.marked import find_marked, read_filed
from wcafe.scan.marks import find_marks
from wcafe.scan.picture import read_decoded

pytestmark = pytest.mark.slow

FILLED = (
    Filled(kind=Kind.QUESTION, support=Support.TABLE, from_table=2, is_written=True),
    *(Filled(),) * 3,
    Filled(kind=Kind.IDEA, is_written=True),
)
READ = [(each.kind, each.support, each.from_table, each.is_written) for each in FILLED]


@pytest.fixture(scope="module")
def printed(qapp):
    return print_sheets(tables=12)


def shapes_of(printed):
    """All that the café may have printed, the right one among others."""
    plain = SheetShape(headed=frozenset({0}))
    return (SheetShape(paper=PaperSize.LETTER), plain, printed.layout.shape)


@pytest.mark.parametrize("turn", [0, 183])
def test_a_sheet_without_code_is_straightened_and_no_box_of_it_is_guessed(printed, turn):
    photo = jpeg_bytes(without_code(printed, 5, FILLED, turn=turn), 85)

    picture = read_decoded(decode(photo, "a"), name="a", digest="", shapes=shapes_of(printed))

    assert (picture.codes, picture.boxes) == ((), ())
    (left, top), (right, _top), (_right, low), _lower_left = picture.corners
    assert left < right < picture.width
    assert top < low < picture.height


def test_once_it_is_said_which_sheet_it_is_its_boxes_are_read(printed):
    photo = jpeg_bytes(without_code(printed, 5, FILLED, turn=93), 85)

    read = read_filed(photo, "a", SheetPlace(table=1, round=1), shapes_of(printed))

    assert read.shape == printed.layout.shape
    found = [(box.kind, box.support, box.from_table, box.is_written) for box in read.boxes]
    assert found == READ
    assert (read.code, read.sentence) == (None, False)


def test_the_control_four_squares_without_boxes_between_them_are_no_sheet(printed):
    sheet = Image.new("RGB", (210 * SCALE, 297 * SCALE), "white")
    draw, layout = ImageDraw.Draw(sheet), SheetLayout(printed.layout.shape)
    for rect in layout.marks:
        corners = (rect.left, rect.top, rect.right, rect.bottom)
        draw.rectangle([side * SCALE for side in corners], fill="black")
    hole = layout.hole
    corners = (hole.left, hole.top, hole.right, hole.bottom)
    draw.rectangle([side * SCALE for side in corners], fill="white")

    assert any(True for _four in find_marks(sheet.convert("L")))
    assert find_marked(sheet, shapes_of(printed)) is None


@pytest.mark.real
def test_flip_chart_sheets_of_dinan_get_no_imagined_boxes(printed):
    for path in sorted((SHARED / "photos").glob("dinan_*.jpeg")):
        image = decode(path.read_bytes(), path.name).image
        assert find_marked(image, shapes_of(printed)) is None, path.name
