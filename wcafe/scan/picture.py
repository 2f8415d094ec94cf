"""One decoded picture, as far as it can be read: its codes, its one sheet, the ticks on that."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image, ImageChops

from wcafe.domain.photos import Point
from wcafe.domain.pictures import FoundCode, Quad, ReadPicture
from wcafe.domain.sheet_code import SheetCode, SheetKind
from wcafe.domain.sheet_layout import SheetShape
from wcafe.domain.vote_layout import Layout, VoteLayout, layout_of
from wcafe.scan.codes import find_codes
from wcafe.scan.corners import Lie, find_sheet
from wcafe.scan.decode import Decoded, encode
from wcafe.scan.limits import KEPT_EDGE
from wcafe.scan.marked import find_marked
from wcafe.scan.plane import Floats, moved
from wcafe.scan.sheet import read_sheet
from wcafe.scan.votes import read_votes

_TURNED = {
    1: Image.Transpose.ROTATE_90,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_270,
}
"""How a picture is set upright that was turned so many quarters to the right."""


def read_decoded(
    picture: Decoded,
    *,
    name: str,
    digest: str,
    leaf: int | None = None,
    shapes: Sequence[SheetShape] = (),
) -> ReadPicture:
    """Return what the picture shows, and the picture as it is kept.

    A sheet of one of these `shapes` is found without its code too. Which one it is nobody knows
    then: its corners are told, and its boxes are not read.

    Cost: a second.
    """
    image, codes = _upright(picture.image, find_codes(picture.image))
    marked: Floats | None = None
    if not any(isinstance(code.sheet, SheetCode) for code in codes):
        image, codes, marked = _by_marks(image, codes, shapes)
    kept = image.copy()
    kept.thumbnail((KEPT_EDGE, KEPT_EDGE), Image.Resampling.LANCZOS)
    scale = kept.width / image.width
    read = ReadPicture(
        name=name,
        leaf=leaf,
        digest=digest,
        jpeg=encode(kept),
        width=kept.width,
        height=kept.height,
        taken=picture.taken,
        codes=tuple(replace(code, place=_scaled(code.place, scale)) for code in codes),
    )
    if marked is not None:
        return replace(read, corners=_scaled(_quad(marked), scale))
    found = _only_sheet(image, codes)
    if found is None:
        return read
    lie, layout = found
    if isinstance(layout, VoteLayout):
        boxes, sentence = read_votes(image, lie.plane, layout), False
    else:
        boxes, sentence = read_sheet(image, lie.plane, layout)
    corners = moved(lie.plane, [mark.middle for mark in layout.marks])
    return replace(
        read,
        corners=_scaled(_quad(corners), scale),
        missing=lie.missing,
        boxes=boxes,
        sentence=sentence,
    )


def _only_sheet(image: Image.Image, codes: tuple[FoundCode, ...]) -> tuple[Lie, Layout] | None:
    """Return the sheet that a picture shows, and its layout; None where it shows several."""
    ours = [code for code in codes if isinstance(code.sheet, SheetCode)]
    if len(ours) != 1 or not isinstance(sheet := ours[0].sheet, SheetCode):
        return None
    if sheet.kind is SheetKind.STICKER:
        return None
    layout = layout_of(sheet.shape)
    lie = find_sheet(_grey(image, layout), ours[0].place, layout)
    return None if lie is None else (lie, layout)


def _by_marks(
    image: Image.Image, codes: tuple[FoundCode, ...], shapes: Sequence[SheetShape]
) -> tuple[Image.Image, tuple[FoundCode, ...], Floats | None]:
    """Return picture and codes turned upright, and the marks of the sheet that has no code read."""
    found = find_marked(image, shapes)
    if found is None:
        return image, codes, None
    lie, layout = found
    marks = moved(lie.plane, [mark.middle for mark in layout.marks])
    quarters = _quarters(_quad(marks))
    places = _quad([_turn((float(x), float(y)), image, quarters) for x, y in marks])
    return *_turned(image, codes, quarters), np.array(places)


def _grey(image: Image.Image, layout: Layout) -> Image.Image:
    """Return the picture in which marks are looked for; among dots, what has a colour is light."""
    if not isinstance(layout, VoteLayout):
        return image.convert("L")
    red, green, blue = image.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _upright(
    image: Image.Image, codes: tuple[FoundCode, ...]
) -> tuple[Image.Image, tuple[FoundCode, ...]]:
    """Return both, turned by quarters as the first code of a sheet says."""
    first = next((code for code in codes if isinstance(code.sheet, SheetCode)), None)
    if first is None:
        return image, codes
    return _turned(image, codes, _quarters(first.place))


def _quarters(place: Quad) -> int:
    """Return by how many quarters to the right something lies that has these corners."""
    (left, top), (right, low), *_others = place
    return round(float(np.degrees(np.arctan2(low - top, right - left))) / 90) % 4


def _turned(
    image: Image.Image, codes: tuple[FoundCode, ...], quarters: int
) -> tuple[Image.Image, tuple[FoundCode, ...]]:
    if not quarters:
        return image, codes
    turned = tuple(
        replace(code, place=_quad([_turn(point, image, quarters) for point in code.place]))
        for code in codes
    )
    return image.transpose(_TURNED[quarters]), turned


def _turn(point: Point, image: Image.Image, quarters: int) -> Point:
    across, down = point
    if not quarters:
        return point
    if quarters == 1:
        return down, image.width - across
    if quarters == 2:
        return image.width - across, image.height - down
    return image.height - down, across


def _scaled(place: Quad, scale: float) -> Quad:
    return _quad([(across * scale, down * scale) for across, down in place])


def _quad(points: object) -> Quad:
    one, two, three, four = ((float(x), float(y)) for x, y in np.asarray(points, float))
    return one, two, three, four
