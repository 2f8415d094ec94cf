"""Dot-vote sheets as people photograph them: dots counted row by row, or asked, never guessed."""

import numpy as np
import pytest
from PIL import Image

from tests.scan.camera import Shot, photograph
from tests.scan.hands import PENS, Pen
from tests.scan.simulated import SCALE, jpeg_bytes
from tests.scan.vote_counting import MOST_ASKED, MOST_WRONG, VoteCount
from tests.scan.voted import COLOURS, draw, print_votes, stick, voted
from wcafe.scan.decode import decode
from wcafe.scan.picture import read_decoded

pytestmark = pytest.mark.slow

SHORT = 6  # of the 200 that `python -m tests.bench.dots` counts
SHOT = Shot(turn=3, slant=(0.04, 0.03), bend=(1.0, 0.5), noise=3, blur=0.5, dim=0.3)


@pytest.fixture(scope="module")
def printed(qapp):
    return print_votes()


@pytest.fixture
def sheet(printed):
    return printed.page(0).copy()


def counted(sheet, shot=SHOT):
    data = jpeg_bytes(photograph(sheet, SCALE, shot), 80)
    return [row.dots for row in read_decoded(decode(data, "wall"), name="wall", digest="").boxes]


def test_of_photographed_sheets_rows_are_counted_right_or_asked(printed, figure):
    count = VoteCount()
    for seed in range(1000, 1000 + SHORT):
        count.add(voted(printed, seed % 2, seed, long_edge=2000), f"seed {seed}")

    figure(str(count))
    assert count.of["filed"] - count.of["not found"] + count.of["unread"] == SHORT
    assert count.wrong <= MOST_WRONG, count.told
    assert count.asked <= MOST_ASKED, count.told


@pytest.mark.parametrize("turn", [0, 180])
def test_a_blank_sheet_has_no_dot_whichever_way_it_was_held(printed, turn):
    assert counted(printed.page(0), Shot(turn=turn, noise=4, shadow=0.5)) == [0] * 5


def test_dots_of_all_colours_and_ticks_of_pens_count_also_upside_down(printed, sheet):
    rows = printed.layouts[0].rows
    for circle, colour in zip(rows[0].circles, COLOURS.values(), strict=False):
        stick(sheet, circle, 8, colour)
    for circle in rows[2].circles[:12]:
        stick(sheet, circle, 12, COLOURS["yellow"])
    pen = Pen(colour=PENS["blue"], width=0.5, wobble=0.1)
    for circle, how in zip(rows[4].circles[::3], ("cross", "check", "filled"), strict=False):
        draw(sheet, circle, np.random.default_rng(2), pen, how)

    assert counted(sheet, Shot(turn=183, noise=3, blur=0.5)) == [len(COLOURS), 0, 12, 0, 3]


def test_what_is_not_certain_is_asked_of_its_rows_and_of_no_others(printed, sheet):
    one, two, three, four, _five = printed.layouts[0].rows
    across, down = one.circles[4]
    for middle in ((across, down), (across + 3, down)):  # over each other
        stick(sheet, middle, 8, COLOURS["red"])
    across, _down = two.circles[7]
    stick(sheet, (across, (two.field.bottom + three.field.top) / 2), 8, COLOURS["blue"])
    stick(sheet, four.words.middle, 8, COLOURS["green"])  # on the words

    assert counted(sheet) == [None, None, None, None, 0]


def test_a_faint_dot_is_asked(printed, sheet):
    stick(sheet, printed.layouts[0].rows[3].circles[5], 8, (226, 226, 214))

    assert counted(sheet) == [0, 0, 0, None, 0]


def test_a_build_that_decides_by_a_fixed_darkness_is_found_out(printed, sheet, monkeypatch):
    """The control: without the paper beside it, ink cannot be told from a shadow."""
    for circle in printed.layouts[0].rows[1].circles[:5]:
        stick(sheet, circle, 12, COLOURS["orange"])
    shot = Shot(shadow=0.5, shadow_turn=40, dim=0.3)
    assert counted(sheet, shot) == [0, 5, 0, 0, 0]

    monkeypatch.setattr(
        "wcafe.scan.inked._paper", lambda page, _scale: Image.new("RGB", page.size, "white")
    )
    assert counted(sheet, shot) != [0, 5, 0, 0, 0]
