"""A sheet of which only the four marks and the printed boxes say that it is one, and which way up.

Four dark squares are soon found in a picture of anything. They are those of a sheet where the
outlines of its tick boxes lie between them, as one of the shapes has it that the café printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from wcafe.domain.paper_size import PaperSize
from wcafe.domain.photos import Point
from wcafe.domain.pictures import Quad, ReadSheet
from wcafe.domain.sheet_code import SheetCode, SheetKind
from wcafe.domain.sheet_layout import TICK, SheetLayout, SheetShape
from wcafe.domain.sheets import SheetPlace
from wcafe.errors import UnreadPicture
from wcafe.scan.codes import find_codes
from wcafe.scan.corners import Lie, find_sheet
from wcafe.scan.decode import decode
from wcafe.scan.ink import ink_of
from wcafe.scan.limits import LIMITS
from wcafe.scan.marks import find_marks
from wcafe.scan.plane import Floats, fit_plane, moved, straighten
from wcafe.scan.printed import find_bend, lines_of
from wcafe.scan.sheet import SCALE, read_sheet
from wcafe.workers.ends import Unfinished
from wcafe.workers.fence import fenced_within

_LEAST, _SURE = 0.6, 0.9  # of the outlines of all tick boxes, where they should be


@dataclass(frozen=True, slots=True)
class _Fit:
    share: float
    lie: Lie
    layout: SheetLayout


def find_marked(image: Image.Image, shapes: Sequence[SheetShape]) -> tuple[Lie, SheetLayout] | None:
    """Return the sheet of one of these shapes that an RGB picture shows; None where it shows none.

    Cost: a tenth of a second for a picture without four marks; half a second for each four.
    """
    if not shapes:
        return None
    best: _Fit | None = None
    for places in find_marks(image.convert("L")):
        for fit in _fits(image, places, shapes):
            if best is None or fit.share > best.share:
                best = fit
        if best is not None and best.share > _SURE:
            break
    return (best.lie, best.layout) if best is not None and best.share >= _LEAST else None


def read_again(
    jpeg: bytes, name: str, place: SheetPlace, shapes: Sequence[SheetShape]
) -> ReadSheet | None:
    """Read a kept picture of which somebody said which sheet it shows; None where none is found.

    Args:
        jpeg: the picture as it is kept.
        name: what errors call it.
        place: the sheet it is said to show: of several on the picture, that one is read.
        shapes: how that sheet may be laid out, where its code does not say.

    Raises:
        UnreadPicture: it is no picture that was kept by wcafe.

    Cost: two seconds, in a process of its own.
    """
    try:
        return fenced_within(LIMITS, read_filed, jpeg, name, place, tuple(shapes))
    except Unfinished as unfinished:
        raise UnreadPicture(name=name, reason=unfinished.end.reason) from unfinished


def read_filed(
    jpeg: bytes, name: str, place: SheetPlace, shapes: Sequence[SheetShape]
) -> ReadSheet | None:
    """Do it, in the worker. Raises DamagedPicture, TooManyPixels."""
    image = decode(jpeg, name).image
    ours: dict[SheetCode, Quad] = {}
    for code in find_codes(image):
        if isinstance(code.sheet, SheetCode) and code.sheet.kind is SheetKind.HARVEST:
            ours[code.sheet] = code.place
    wanted = [sheet for sheet in ours if sheet.place == place]
    sheet = next(iter(wanted if len(ours) > 1 else ours), None)
    if sheet is None and ours:
        return None  # several sheets, and none of them is this one
    found: tuple[Lie, SheetLayout] | None = None
    if sheet is not None and isinstance(sheet.shape, SheetShape):
        layout, shapes = SheetLayout(sheet.shape), (sheet.shape,)
        lie = find_sheet(image.convert("L"), ours[sheet], layout)
        found = None if lie is None else (lie, layout)
    if found is None and (found := find_marked(image, shapes)) is None:
        return None
    lie, layout = found
    boxes, sentence = read_sheet(image, lie.plane, layout)
    one, two, three, four = moved(lie.plane, [mark.middle for mark in layout.marks])
    return ReadSheet(
        shape=layout.shape,
        corners=(_point(one), _point(two), _point(three), _point(four)),
        boxes=boxes,
        sentence=sentence,
        code=sheet,
    )


def _fits(image: Image.Image, places: Floats, shapes: Sequence[SheetShape]) -> Iterator[_Fit]:
    """Yield how well each shape fits between four marks."""
    for paper in PaperSize:
        layouts = [SheetLayout(shape) for shape in shapes if shape.paper is paper]
        if not layouts:
            continue
        plane = fit_plane([mark.middle for mark in layouts[0].marks], places)
        lines = lines_of(ink_of(straighten(image, plane, paper.millimetres, SCALE)), SCALE)
        for layout in layouts:
            ticks = [tick for box in layout.boxes for tick in box.ticks]
            bend = find_bend(lines, layout)
            # on bare paper digits seem to be seen, as they stand so near each other
            apart = bend.share_seen([tick.middle for tick in ticks if tick.width == TICK])
            share = min(apart, bend.share_seen([tick.middle for tick in ticks]))
            yield _Fit(share, Lie(plane=plane), layout)


def _point(place: Floats) -> Point:
    across, down = np.asarray(place, float)
    return float(across), float(down)
