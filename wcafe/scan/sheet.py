"""What the ticks of one sheet say, read from a photo in which it was found."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from wcafe.domain.cafe import MOST_TABLES
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.photos import BoxRead
from wcafe.domain.sheet_layout import BoxLayout, Rect, SheetLayout
from wcafe.scan.ink import Ink, ink_of
from wcafe.scan.plane import Floats, straighten
from wcafe.scan.printed import Lines, Shift, find_shift, lines_of
from wcafe.scan.ticks import Inked, Unsure, beyond_empty, number_of, only_one

SCALE = 6.0
"""Pixels for a millimetre of the page that is read."""

_BENT = 3.0  # millimetres by which a box may lie elsewhere than its corners say
_BENT_WITHIN = 0.8  # and a group of tick boxes, than its box does
_INSIDE = 0.6  # millimetres from the outline of a tick box to its inside
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
    lines = lines_of(ink, SCALE)
    found = [_Box(ink, lines, box) for box in layout.boxes]
    plain = np.array([share for box in found for share in (*box.kinds, *box.supports)])
    digits = np.array([[row for row in box.digits] for box in found])  # box, row, digit
    plain_ink = beyond_empty([plain])[0]
    each = len(Kind) + len(Support)
    boxes = []
    for number, box in enumerate(found):
        words = plain_ink[number * each : (number + 1) * each]
        numbers = [
            [beyond_empty([digits[:, row, digit]])[0][number] for digit in range(10)]
            for row in range(digits.shape[1])
        ]
        boxes.append(_read(number, words, numbers, is_written=box.is_written))
    return tuple(boxes), _is_written(ink, layout.sentence_writing, found[-1].shift)


class _Box:
    """The ink of one box of the sheet, where it really lies."""

    def __init__(self, ink: Ink, lines: Lines, box: BoxLayout) -> None:
        self.shift = find_shift(lines, list(box.ticks), (0.0, 0.0), _BENT)
        self.kinds = self._group(ink, lines, list(box.kinds.values()))
        self.supports = self._group(ink, lines, list(box.supports.values()))
        rows = [digit for row in box.digits for digit in row]
        self.digits = np.reshape(self._group(ink, lines, rows), (len(box.digits), 10))
        self.is_written = _is_written(ink, box.writing, self.shift)

    def _group(self, ink: Ink, lines: Lines, boxes: Sequence[Rect]) -> list[float]:
        """Return how much of the inside of each box is inked."""
        shift = find_shift(lines, boxes, self.shift, _BENT_WITHIN)
        return [float(_area(ink, box, shift, _INSIDE).mean()) for box in boxes]


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


def _is_written(ink: Ink, area: Rect, shift: Shift) -> bool:
    """Is there more in an area than the pale lines on which people write?"""
    dark = _area(ink, area, shift, 0.5) > _WRITTEN
    height = round(_STROKE * SCALE)
    upright = np.lib.stride_tricks.sliding_window_view(dark, height, axis=0).all(axis=2)
    return float(upright.sum()) / SCALE**2 > _LEAST_WRITING / 2


def _area(ink: Ink, area: Rect, shift: Shift, inset: float) -> NDArray[np.float32]:
    """Return the ink of an area without its margin of `inset` millimetres."""
    left, right = (
        round((across + shift[0]) * SCALE) for across in (area.left + inset, area.right - inset)
    )
    top, bottom = (
        round((down + shift[1]) * SCALE) for down in (area.top + inset, area.bottom - inset)
    )
    return ink[max(0, top) : max(1, bottom), max(0, left) : max(1, right)]
