"""Where a sheet lies in a photo: by its square code, which was read, and its four corner marks.

The code says which way is up and how large the sheet is about; the marks then say it well. A mark
that is covered or cut off follows from the other three and the code.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from operator import itemgetter

import numpy as np
from PIL import Image, ImageFilter

from wcafe.domain.pictures import Quad
from wcafe.domain.rect import Rect
from wcafe.domain.sheet_layout import CODE, MARK
from wcafe.domain.vote_layout import Layout
from wcafe.scan.plane import Floats, fit_affine, fit_plane, moved
from wcafe.scan.spots import Spot, find_spots

SEEN_AT = 3.0  # pixels for a millimetre of paper: enough for a mark, and soon looked through
_AROUND = 8.0  # millimetres about a mark by which its paper is known
_DARK = 0.72  # of the brightness about it
_AREAS = 0.3, 2.4  # of a mark, by its size on the sheet as the code has it
_REACH = 0.62, 0.95  # of a square, tilted or not; a disc has less, a stroke more
_LONGEST = 1.9
_FARTHEST = 14.0, 0.32  # millimetres from where a mark is looked for; more by its way from the code
_MOST = 4  # spots that are tried for a corner
_MISFIT, _MISFIT_OF_THREE = 3.0, 1.5  # millimetres by which the code may lie elsewhere: bent paper
_SAME = 2.0  # how many times as large a mark may be as another one: a slanting view
_WEIGHT = 8.0  # how much a mark counts beside a corner of the code, which is whole pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """How a sheet lies in a photo: from its millimetres to pixels, and the marks not seen."""

    plane: Floats
    missing: frozenset[int] = frozenset()


def find_sheet(grey: Image.Image, code: Quad, layout: Layout) -> Lie | None:
    """Return how the sheet lies whose code was read at `code`; None where too little is seen."""
    printed = corners_of(layout.code)
    about = fit_affine(printed, code)
    scale = float(np.sqrt(abs(np.linalg.det(about[:2, :2]))))
    spots = squares(grey, scale)
    middles = [mark.middle for mark in layout.marks]
    choices = [_near(spots, about, middle, layout, scale) for middle in middles]
    for number, most in ((4, _MISFIT), (3, _MISFIT_OF_THREE)):
        tried = []
        for seen in _chosen(choices, number):
            marks = [middles[corner] for corner in seen]
            plane = _fitted(marks, [(s.across, s.down) for s in seen.values()], printed, code)
            misfit = float(np.abs(moved(plane, printed) - np.asarray(code)).max()) / scale
            tried.append((misfit, frozenset(range(4)) - frozenset(seen), plane))
        if tried and (best := min(tried, key=itemgetter(0)))[0] < most:
            return Lie(plane=best[2], missing=best[1])
    return None


def corners_of(area: Rect) -> Floats:
    """Return the corners, clockwise from the top left, in millimetres; shape (4, 2)."""
    return np.array(
        [
            (area.left, area.top),
            (area.right, area.top),
            (area.right, area.bottom),
            (area.left, area.bottom),
        ]
    )


def squares(grey: Image.Image, scale: float) -> list[Spot]:
    """Return what may be a mark, in pixels of `grey`, where a millimetre has about `scale`."""
    shrunk = min(1.0, SEEN_AT / scale)
    size = max(1, round(grey.width * shrunk)), max(1, round(grey.height * shrunk))
    small = grey.resize(size, Image.Resampling.BOX)
    local = small.filter(ImageFilter.BoxBlur(_AROUND * scale * shrunk))
    dark = np.asarray(small, np.float32) < _DARK * np.asarray(local, np.float32)
    area = (MARK * scale * shrunk) ** 2
    found = find_spots(dark, round(_AREAS[0] * area), round(_AREAS[1] * area))
    return [
        Spot(
            area=spot.area,
            across=(spot.across + 0.5) * grey.width / size[0],
            down=(spot.down + 0.5) * grey.height / size[1],
            reach=spot.reach,
            length=spot.length,
        )
        for spot in found
        if _REACH[0] < spot.reach < _REACH[1] and spot.length < _LONGEST
    ]


def _near(
    spots: Sequence[Spot],
    about: Floats,
    middle: tuple[float, float],
    layout: Layout,
    scale: float,
) -> list[Spot]:
    """Return the spots that may be the mark printed at `middle`, the nearest first."""
    across, down = moved(about, [middle])[0]
    way = float(np.hypot(*np.subtract(middle, layout.code.middle)))
    farthest = (_FARTHEST[0] + _FARTHEST[1] * max(0.0, way - CODE)) * scale
    by_way = sorted((float(np.hypot(s.across - across, s.down - down)), s.area, s) for s in spots)
    return [spot for distance, _area, spot in by_way if distance < farthest][:_MOST]


def _chosen(choices: Sequence[Sequence[Spot]], number: int) -> Iterator[dict[int, Spot]]:
    """Yield the spots that may be so many of the marks, by their corners."""
    for corners in combinations(range(len(choices)), number):
        for spots in product(*(choices[corner] for corner in corners)):
            if are_alike(spots):
                yield dict(zip(corners, spots, strict=True))


def are_alike(spots: Sequence[Spot]) -> bool:
    areas = [spot.area for spot in spots]
    return len(set(spots)) == len(spots) and max(areas) < _SAME**2 * min(areas)


def _fitted(
    marks: list[tuple[float, float]], found: list[tuple[float, float]], code: Floats, seen: Quad
) -> Floats:
    """Return the plane through all four marks; of three the code has to say the rest."""
    if len(marks) == 4:
        return fit_plane(marks, found)
    weights = [_WEIGHT] * len(marks) + [1.0] * len(code)
    return fit_plane([*marks, *code], [*found, *seen], weights)
