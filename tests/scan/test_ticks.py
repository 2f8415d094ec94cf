"""What ticks say: one, none, several, faint ones, blacked-out ones, ink from elsewhere, numbers."""

import pytest

from wcafe.scan.ticks import Inked, Tick, Unsure, beyond_empty, number_of, only_one

NONE, FAINT, CROSS = Inked(0.0), Inked(0.05), Inked(0.35)
BLACKED_OUT = Inked(0.8, about=0.7)
FILLED = Inked(0.8, about=0.2)
IN_SHADOW = Inked(0.2, about=0.4)
STRAYED = Inked(0.3, beside=0.4)


def row(*ticked, ink=CROSS):
    return [ink if digit in ticked else NONE for digit in range(10)]


@pytest.mark.parametrize(
    ("ink", "tick"),
    [
        (NONE, Tick.EMPTY),
        (FAINT, Tick.UNSURE),
        (CROSS, Tick.TICKED),
        (FILLED, Tick.TICKED),
        (BLACKED_OUT, Tick.UNSURE),
        (IN_SHADOW, Tick.UNSURE),
        (STRAYED, Tick.UNSURE),
    ],
)
def test_a_box_is_ticked_or_empty_or_for_a_person_to_tell(ink, tick):
    assert ink.tick is tick


def test_one_tick_is_taken_and_none_is_none():
    assert only_one({"a": NONE, "b": CROSS}) == "b"
    assert only_one({"a": NONE, "b": NONE}) is None


@pytest.mark.parametrize("other", [CROSS, FILLED, BLACKED_OUT, STRAYED])
def test_of_two_ticks_none_is_chosen(other):
    with pytest.raises(Unsure):
        only_one({"a": CROSS, "b": other})


def test_a_trace_beside_a_clear_tick_strayed_there_and_alone_it_is_asked():
    assert only_one({"a": CROSS, "b": FAINT}) == "a"
    with pytest.raises(Unsure):
        only_one({"a": NONE, "b": FAINT})


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ([row(), row()], None),
        ([row(1), row(2)], 12),
        ([row(0), row(4)], 4),
        ([row(), row(4)], 4),
        ([row(1), row(0), row(9)], 109),
        ([row(), row(), row(3)], 3),
    ],
)
def test_rows_of_digits_make_a_number(rows, number):
    assert number_of(rows) == number


@pytest.mark.parametrize(
    "rows",
    [
        [row(1), row()],
        [row(1), row(2, 3)],
        [row(1), row(2, ink=FAINT)],
        [row(1), row(), row(3)],
        [row(ink=NONE), row(5, ink=BLACKED_OUT)],
    ],
)
def test_a_number_with_a_digit_in_doubt_is_asked(rows):
    with pytest.raises(Unsure):
        number_of(rows)


def test_what_is_printed_in_all_boxes_is_no_tick_in_any():
    printed = [Inked(share) for share in (0.08, 0.09, 0.5, 0.085, 0.08)]

    assert [box.tick for box in beyond_empty(printed)] == [
        Tick.EMPTY,
        Tick.EMPTY,
        Tick.TICKED,
        Tick.EMPTY,
        Tick.EMPTY,
    ]
