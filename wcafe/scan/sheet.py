"""What the ticks of one sheet say, read from a photo in which it was found."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from wcafe.domain.cafe import MOST_TABLES
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.photos import BoxRead
from wcafe.domain.rect import Rect
from wcafe.domain.sheet_layout import BoxLayout, SheetLayout
from wcafe.scan.bend import Bend
from wcafe.scan.beside import find_beside
from wcafe.scan.ink import Ink, ink_of
from wcafe.scan.plane import Floats, straighten
from wcafe.scan.printed import find_bend, lines_of
from wcafe.scan.ticks import Inked, Unsure, beyond_empty, number_of, only_one

SCALE = 6.0
"""Pixels for a millimetre of the page that is read."""

_ALL = ("kind", "support", "from_table")  # what a box may say, by the fields of a `BoxRead`
_INSIDE = 0.6  # millimetres from the outline of a tick box to its inside
_FRAME = 0.45  # millimetres about a tick box that are inked too where it was blacked out
_WRITING_UP, _OUTLINE = 1.0, 1.9  # millimetres from a kind to what is written and to the box
_BETWEEN = 1.5  # millimetres above and below a digit that belong to no other row
_FAR, _PROBE = 2.3, 1.2  # from the left of a tick box to where no tick reaches; how wide that is
_WRITTEN = 0.3  # ink of writing; printed lines to write on are paler, or thinner
_STROKE = 0.75  # millimetres that a stroke is high somewhere, and no printed line is
_LEAST_WRITING = 1.2  # square millimetres of strokes: less is a spot


def read_sheet(
    photo: Image.Image, plane: Floats, layout: SheetLayout
) -> tuple[tuple[BoxRead, ...], bool]:
    """Return what each box says, and whether something stands as the last sentence.

    Args:
        photo: in RGB.
        plane: from millimetres of the sheet to pixels of the photo.
        layout: of the sheet.

    Cost: half a second.
    """
    page = straighten(photo, plane, layout.shape.paper.millimetres, SCALE)
    ink = ink_of(page)
    bend = find_bend(lines_of(ink, SCALE), layout)
    found = [_Box(ink, bend, box) for box in layout.boxes]
    _look_beside(found, ink, bend, layout)
    words = beyond_empty([tick for box in found for tick in (*box.kinds, *box.supports)])
    each = len(Kind) + len(Support)
    rows = len(layout.boxes[0].digits)
    same = [
        [beyond_empty([box.digits[row][digit] for box in found]) for digit in range(10)]
        for row in range(rows)
    ]
    boxes = []
    for number, box in enumerate(found):
        digits = [[same[row][digit][number] for digit in range(10)] for row in range(rows)]
        ticks = words[number * each : (number + 1) * each]
        if box.is_seen:
            boxes.append(_read(number, ticks, digits, is_written=box.is_written))
        else:
            boxes.append(BoxRead(box=number + 1, unsure=_ALL))
    return tuple(boxes), _is_written(ink, layout.sentence_writing, bend)


class _Box:
    """The ink of one box of the sheet, where it really lies."""

    def __init__(self, ink: Ink, bend: Bend, box: BoxLayout) -> None:
        def inked(ticks: Iterable[Rect]) -> list[Inked]:
            areas = list(ticks)
            shifts = bend.at([area.middle for area in areas])
            return [_inked(ink, *each) for each in zip(areas, shifts, strict=True)]

        about = [tick.middle for tick in box.kinds.values()]
        right = [tick.middle for tick in box.ticks if tick.middle not in about]
        # they lie apart: where paper is creased, one may be where it should be and the other not
        self.is_seen = bend.is_seen(about) and bend.is_seen(right)
        self.kinds = inked(box.kinds.values())
        first, *others = inked(box.supports.values())
        self.supports = [replace(first, beside=_beside(ink, box, bend)), *others]
        self.digits = [inked(row) for row in box.digits]
        self.is_written = _is_written(ink, box.writing, bend)


def _look_beside(found: Sequence["_Box"], ink: Ink, bend: Bend, layout: SheetLayout) -> None:
    """Let each box know what is drawn beside its ticks: above kinds and digits may be writing."""
    boxes = layout.boxes
    for place, kind in enumerate(boxes[0].kinds):
        beside = find_beside(
            ink, bend, [box.kinds[kind] for box in boxes], SCALE, above=_WRITING_UP, below=_OUTLINE
        )
        for here, each in zip(found, beside, strict=True):
            here.kinds[place] = replace(
                here.kinds[place],
                is_drawn_at=each.below or each.left or each.right,
                is_drawn_near=each.above,
            )
    for place, support in enumerate(boxes[0].supports):
        beside = find_beside(ink, bend, [box.supports[support] for box in boxes], SCALE)
        for here, each in zip(found, beside, strict=True):
            here.supports[place] = replace(here.supports[place], is_drawn_at=each.is_inked)
    last = len(boxes[0].digits) - 1
    for row, places in enumerate(boxes[0].digits):
        for digit in range(len(places)):
            same = [box.digits[row][digit] for box in boxes]
            beside = find_beside(ink, bend, same, SCALE, above=_BETWEEN, below=_BETWEEN)
            for here, each in zip(found, beside, strict=True):
                here.digits[row][digit] = replace(
                    here.digits[row][digit],
                    is_drawn_at=(each.above and row == 0) or (each.below and row == last),
                    is_drawn_near=each.above or each.below,
                )


def _read(
    number: int, words: Sequence[Inked], numbers: Sequence[Sequence[Inked]], *, is_written: bool
) -> BoxRead:
    unsure = []
    kind: Kind | None = None
    support: Support | None = None
    table: int | None = None
    try:
        kind = only_one(dict(zip(Kind, words, strict=False)))
    except Unsure:
        unsure.append("kind")
    try:
        support = only_one(dict(zip(Support, words[len(Kind) :], strict=True)))
    except Unsure:
        unsure.append("support")
    try:
        table = number_of(numbers)
        if table is not None and not 1 <= table <= MOST_TABLES:
            raise Unsure
    except Unsure:
        table = None
        unsure.append("from_table")
    return BoxRead(
        box=number + 1,
        kind=kind,
        support=support,
        from_table=None if table is None else table - 1,
        is_written=is_written,
        unsure=tuple(unsure),
    )


def _inked(ink: Ink, tick: Rect, shift: Floats) -> Inked:
    share = float(_area(ink, tick, shift, _INSIDE).mean())
    sides = (
        Rect(tick.left, tick.top - _FRAME, tick.width, _FRAME),
        Rect(tick.left, tick.bottom, tick.width, _FRAME),
    )
    return Inked(share, about=min(float(_area(ink, side, shift, 0).mean()) for side in sides))


def _beside(ink: Ink, box: BoxLayout, bend: Bend) -> float:
    """Return the ink between the lines to write on and the first tick box beside them."""
    tick = box.supports[Support.TABLE]
    probe = Rect(tick.left - _FAR - _PROBE, tick.top, _PROBE, tick.height)
    return float(_area(ink, probe, bend.at([probe.middle])[0], 0).mean())


def _is_written(ink: Ink, area: Rect, bend: Bend) -> bool:
    """Is there more in an area than the pale lines on which people write?"""
    dark = _area(ink, area, bend.at([area.middle])[0], 0.5) > _WRITTEN
    height = round(_STROKE * SCALE)
    upright = np.lib.stride_tricks.sliding_window_view(dark, height, axis=0).all(axis=2)
    return float(upright.sum()) / SCALE**2 > _LEAST_WRITING / 2


def _area(ink: Ink, area: Rect, shift: Floats, inset: float) -> NDArray[np.float32]:
    """Return the ink of an area without its margin of `inset` millimetres."""
    left, right = (
        round((across + shift[0]) * SCALE) for across in (area.left + inset, area.right - inset)
    )
    top, bottom = (
        round((down + shift[1]) * SCALE) for down in (area.top + inset, area.bottom - inset)
    )
    return ink[max(0, top) : max(1, bottom), max(0, left) : max(1, right)]
