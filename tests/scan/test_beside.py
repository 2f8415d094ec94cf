"""What is drawn around or beside a tick box is asked; so is a box that creased paper moved."""

import numpy as np
import pytest

from tests.scan.camera import Shot, photograph
from tests.scan.hands import PENS, Hand, Pen
from tests.scan.simulated import SCALE, jpeg_bytes, print_sheets, returned
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.scan.beside import Beside
from wcafe.scan.decode import decode
from wcafe.scan.picture import read_decoded

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def printed(qapp):
    return print_sheets(tables=12)


def read(photo, quality=85):
    return read_decoded(decode(jpeg_bytes(photo, quality), "photo"), name="photo", digest="")


@pytest.fixture(scope="module")
def marked(printed):
    """A sheet with a circle, a cross beside, a circle about a digit, and one good tick."""
    sheet = printed.page(2).copy()
    pen = Pen(colour=PENS["blue"], width=0.45, wobble=0.1)
    hand = Hand(sheet, SCALE, pen, np.random.default_rng(4))
    one, two, three, four, _five = printed.layout.boxes
    hand.tick(one.kinds[Kind.IDEA], "circle")
    hand.tick(two.supports[Support.PERSON], "circle")
    hand.tick(three.digits[1][4], "circle")
    left = three.supports[Support.TABLE]
    hand._line([(left.left - 2.4, left.top + 0.5), (left.left - 0.7, left.bottom - 0.5)])
    hand._line([(left.left - 2.4, left.bottom - 0.5), (left.left - 0.7, left.top + 0.5)])
    hand.tick(four.kinds[Kind.STORY], "cross")
    return photograph(sheet, SCALE, Shot(noise=3, blur=0.5))


def unsure(picture):
    return [box.unsure for box in picture.boxes]


def test_what_is_drawn_around_or_beside_a_tick_box_is_asked_and_what_is_ticked_is_read(marked):
    picture = read(marked)

    assert unsure(picture) == [("kind",), ("support",), ("support", "from_table"), (), ()]
    assert picture.boxes[3].kind is Kind.STORY


def test_the_control_a_build_that_looks_only_into_boxes_takes_them_for_empty(marked, monkeypatch):
    monkeypatch.setattr(
        "wcafe.scan.sheet.find_beside", lambda *args, **_facts: [Beside() for _tick in args[2]]
    )

    assert ("kind",) not in unsure(read(marked))
    assert ("support",) not in unsure(read(marked))


def test_a_check_mark_along_the_outline_of_a_box_is_not_taken_for_nothing(printed):
    """Seed 4027 of `python -m tests.bench.sheets` was read as empty."""
    sheet = returned(printed, 7, 4027)

    box = read(sheet.photo, sheet.quality).boxes[3]

    assert sheet.boxes[3].support == Support.PERSON
    assert box.support is Support.PERSON or "support" in box.unsure


def test_creased_paper_says_which_boxes_are_not_where_they_are_printed(printed):
    sheet = printed.page(3).copy()
    pen = Pen(colour=PENS["black"], width=0.5, wobble=0.1)
    hand = Hand(sheet, SCALE, pen, np.random.default_rng(2))
    for box in printed.layout.boxes:
        hand.tick(box.kinds[Kind.IDEA], "cross")
    low = printed.layout.boxes[1].outline.middle[1]

    picture = read(photograph(sheet, SCALE, Shot(crease=(low, 4.0, 0.0))))

    assert picture.corners is not None
    askew = [box.box for box in picture.boxes if box.is_unread]
    assert askew
    assert len(askew) < 5
    assert all(box.kind is (None if box.is_unread else Kind.IDEA) for box in picture.boxes)
