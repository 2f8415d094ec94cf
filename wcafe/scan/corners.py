"""Where a sheet lies in a photo: by its square code, which was read, and its four corner marks.

The code says which way is up and how large the sheet is about; the marks then say it well. A mark that
is covered or cut off follows from the other three and the code.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from PIL import Image, ImageFilter

from wcafe.domain.pictures import Quad
from wcafe.domain.sheet_layout import CODE, MARK, Rect, SheetLayout
from wcafe.scan.plane import Floats, fit_affine, fit_plane, moved
from wcafe.scan.spots import Spot, find_spots

_SEEN_AT = 4.0  # pixels for a millimetre of paper: enough for a mark, and soon looked through
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


def find_sheet(grey: Image.Image, code: Quad, layout: SheetLayout) -> Lie | None:
    """Return how the sheet lies whose code was read at `code`; None where too little is seen of it."""
    printed = corners_of(layout.code)
    about = fit_affine(printed, code)
    scale = float(np.sqrt(abs(np.linalg.det(about[:2, :2]))))
    spots = _squares(grey, scale)
    middles = [mark.middle for mark in layout.marks]
    choices = [_near(spots, about, middle, layout, scale) for middle in middles]
    best: tuple[float, Lie] | None = None
    for chosen in _chosen(choices):
        seen = [place for place, spot in enumerate(chosen) if spot is not None]
        spots_seen = [spot for spot in chosen if spot is not None]
        found = [(spot.across, spot.down) for spot in spots_seen]
        plane = _fitted([middles[place] for place in seen], found, printed, code)
        misfit = float(np.abs(moved(plane, printed) - np.asarray(code)).max()) / scale
        if len(seen) == len(middles):
            is_right = misfit < _MISFIT
        else:
            is_right = misfit < _MISFIT_OF_THREE
        if is_right and (best is None or misfit < best[0]):
            missing = frozenset(range(len(middles))) - frozenset(seen)
            best = misfit, Lie(plane=plane, missing=missing)
        if best is not None and len(seen) < len(middles) and not best[1].missing:
            break
    return best[1] if best else None


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


def _squares(grey: Image.Image, scale: float) -> list[Spot]:
    """Return what may be a mark, in pixels of `grey`, where a millimetre has about `scale`."""
    shrunk = min(1.0, _SEEN_AT / scale)
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
    layout: SheetLayout,
    scale: float,
) -> list[Spot]:
    """Return the spots that may be the mark printed at `middle`, the nearest first."""
    across, down = moved(about, [middle])[0]
    way = float(np.hypot(*np.subtract(middle, layout.code.middle)))
    farthest = (_FARTHEST[0] + _FARTHEST[1] * max(0.0, way - CODE)) * scale
    by_way = sorted((float(np.hypot(s.across - across, s.down - down)), s.area, s) for s in spots)
    return [spot for distance, _area, spot in by_way if distance < farthest][:_MOST]


def _chosen(choices: list[list[Spot]]) -> Iterator[tuple[Spot | None, ...]]:
    """Yield spots for all four corners, then for three of them."""
    yield from (each for each in product(*choices) if _are_alike(each))
    for three in combinations(range(len(choices)), 3):
        for chosen in product(*(choices[place] for place in three)):
            if _are_alike(chosen):
                found = dict(zip(three, chosen, strict=True))
                yield tuple(found.get(place) for place in range(len(choices)))


def _are_alike(spots: Sequence[Spot]) -> bool:
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
