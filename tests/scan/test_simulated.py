"""Sheets as people photograph them: filed by their code, ticks read or asked, never guessed."""

import numpy as np
import pytest
from PIL import Image

from tests.endurance import full
from tests.scan.camera import Shot, photograph
from tests.scan.counting import MOST_ASKED, MOST_WRONG, Count
from tests.scan.hands import PENS, Hand, Pen
from tests.scan.simulated import SCALE, Filled, fill, jpeg_bytes, print_sheets, returned
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.sheet_code import NotRead, SheetCode
from wcafe.scan import PIXELS_PER_MM, straightened
from wcafe.scan.corners import corners_of
from wcafe.scan.decode import decode
from wcafe.scan.picture import read_decoded

pytestmark = pytest.mark.slow

CASES = full(100, 24)  # of the 300 that `python -m tests.bench.sheets` counts
ANSWERS = (
    Filled(kind=Kind.QUESTION, support=Support.TABLE, from_table=11, is_written=True),
    Filled(),
    Filled(kind=Kind.ACTION, is_written=True),
    Filled(support=Support.PERSON, from_table=3, is_written=True),
    Filled(is_written=True),
)


@pytest.fixture(scope="module")
def printed(qapp):
    return print_sheets(tables=12)


@pytest.fixture(scope="module")
def filled(printed):
    """A sheet filled in with a good pen."""
    sheet = printed.page(0)
    fill(sheet, printed.layout, ANSWERS, True, np.random.default_rng(2))  # ticks in their boxes
    return sheet


def read(photo, quality=85):
    return read_decoded(decode(jpeg_bytes(photo, quality), "photo"), name="photo", digest="")


def answers(picture):
    return [(box.kind, box.support, box.from_table, box.is_written) for box in picture.boxes]


EXPECTED = [(each.kind, each.support, each.from_table, each.is_written) for each in ANSWERS]


def test_of_many_photographed_sheets_all_are_filed_and_boxes_read_or_asked(printed, figure):
    count = Count()
    for seed in range(1000, 1000 + CASES):
        sheet = returned(printed, seed % len(printed.codes), seed, long_edge=1600 + 9 * seed % 500)
        count.add(sheet, f"seed {seed}")

    figure(str(count))
    assert count.of["filed"] + count.of["unread"] == CASES
    assert count.wrong <= MOST_WRONG, count.told
    assert count.asked <= MOST_ASKED, count.told


@pytest.mark.parametrize("turn", [0, 90, 180, 270, 23])
def test_a_sheet_is_read_whichever_way_it_was_held_and_kept_upright(printed, filled, turn):
    picture = read(photograph(filled, SCALE, Shot(turn=turn, fills=0.8)))

    assert [code.text for code in picture.codes] == [printed.codes[0]]
    assert (answers(picture), picture.sentence) == (EXPECTED, True)
    (left, top), (right, _top), (_right, low), _lower_left = picture.corners
    assert left < right < picture.width
    assert top < low < picture.height


@pytest.mark.parametrize("corner", range(4))
def test_a_corner_that_is_covered_follows_from_the_others(printed, filled, corner):
    shot = Shot(fills=0.9, slant=(0.03, 0.04), thumb=corner)
    picture = read(photograph(filled, SCALE, shot))

    assert picture.missing == {corner}
    assert answers(picture) == EXPECTED


def test_a_kept_picture_can_be_straightened_so_that_all_lies_where_it_was_printed(printed, filled):
    picture = read(photograph(filled, SCALE, Shot(turn=94, slant=(0.06, -0.05))))
    flat = straightened(picture.jpeg, picture.corners, printed.layout)

    again = read_decoded(decode(flat, "flat"), name="flat", digest="")
    place = np.array(again.codes[0].place) / PIXELS_PER_MM
    code = printed.layout.code
    assert np.abs(place - corners_of(code)).max() < 0.7  # millimetres
    wide, high = printed.layout.shape.paper.millimetres
    assert (again.width, again.height) == (wide * PIXELS_PER_MM, high * PIXELS_PER_MM)


def test_a_blank_sheet_has_nothing_ticked_and_nothing_written(printed):
    picture = read(photograph(printed.page(7), SCALE, Shot(noise=4, blur=0.8, dim=0.3)))

    assert answers(picture) == [(None, None, None, False)] * 5
    assert not picture.sentence
    assert not any(box.unsure for box in picture.boxes)


def test_two_sheets_on_one_picture_are_both_told_and_neither_is_read(printed, filled):
    both = Image.new("RGB", (2 * filled.width + 200, filled.height), (90, 70, 50))
    both.paste(filled, (0, 0))
    both.paste(printed.page(5), (filled.width + 200, 0))
    picture = read(both)

    assert {code.text for code in picture.codes} == {printed.codes[0], printed.codes[5]}
    assert len(picture.sheets) == 2
    assert (picture.corners, picture.boxes) == (None, ())


def test_the_code_of_something_else_is_told_as_foreign(printed, filled):
    segno = pytest.importorskip("segno")
    photo = photograph(filled, SCALE, Shot(fills=0.7))
    code = segno.make("https://example.org/menu")
    size = code.symbol_size(scale=6)
    alone = Image.new("RGB", (900, 1200), "white")
    pixels = np.kron(np.array(list(code.matrix_iter(border=4)), np.uint8), np.ones((6, 6)))
    square = Image.fromarray(((1 - pixels) * 255).astype(np.uint8))
    assert square.size == size
    alone.paste(square, (300, 400))
    photo.paste(square, (20, 20))

    assert [code.sheet for code in read(alone).codes] == [NotRead.FOREIGN]
    beside = read(photo)
    assert {type(code.sheet) for code in beside.codes} == {NotRead, SheetCode}
    assert answers(beside) == EXPECTED


def test_a_build_that_decides_by_a_fixed_darkness_is_found_out(printed, filled, monkeypatch):
    """The control: without the paper beside it, ink cannot be told from a shadow."""
    monkeypatch.setattr(
        "wcafe.scan.sheet.ink_of", lambda page: 1 - np.asarray(page.convert("L"), np.float32) / 255
    )
    shot = Shot(shadow=0.5, shadow_turn=40, dim=0.3)

    assert answers(read(photograph(filled, SCALE, shot))) != EXPECTED
    monkeypatch.undo()
    assert answers(read(photograph(filled, SCALE, shot))) == EXPECTED


def test_a_tick_that_may_have_been_taken_back_is_asked(printed):
    sheet = printed.page(0)
    answer = (Filled(kind=Kind.IDEA, is_written=True), *(Filled(),) * 4)
    rng = np.random.default_rng(3)
    fill(sheet, printed.layout, answer, False, rng)
    pen = Pen(colour=PENS["blue"], width=0.5, wobble=0.1)
    Hand(sheet, SCALE, pen, rng).take_back(printed.layout.boxes[0].kinds[Kind.STORY])
    picture = read(photograph(sheet, SCALE, Shot()))

    assert picture.boxes[0].unsure == ("kind",)
    assert picture.boxes[0].kind is None


def test_a_café_of_few_tables_has_one_row_of_digits_and_its_answers_are_read(qapp):
    printed = print_sheets(tables=4)
    sheet = printed.page(0).copy()
    answer = (Filled(from_table=2, is_written=True), *(Filled(),) * 4)
    fill(sheet, printed.layout, answer, True, np.random.default_rng(4))
    picture = read(photograph(sheet, SCALE, Shot()))

    assert printed.layout.shape.digits == 1
    assert [box.from_table for box in picture.boxes] == [2, None, None, None, None]
    assert picture.sentence
