"""Dots that people stuck or drew, counted row by row; what is not certain is told as such.

What is inked is taken apart into spots. One that is as solid as a dot fills the circles it lies on,
and has to be as large as so many dots; one as round as a dot may lie beside them. Of strokes there
has to be enough in one circle. Whatever is neither makes its row unsure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from wcafe.domain.rect import Rect
from wcafe.domain.vote_layout import CIRCLE, VoteLayout
from wcafe.scan.ink import Ink
from wcafe.scan.inked import Inks
from wcafe.scan.plane import Floats
from wcafe.scan.spots import named_spots

_DARK = 0.2  # ink, evened out over three pixels: more than the pale circles have
_ABOVE, _LEFT, _RIGHT = 3.0, 3.0, 6.0  # millimetres about all rows that are looked at
_CORE = 2.5  # millimetres both ways that are inked somewhere in a solid spot
_SOLID = 6.0  # square millimetres of such places, by which a spot is solid
_CENTRE = 2.4  # the radius about the middle of a circle by which it is filled
_FILLED, _TOUCHED = 0.6, 0.15  # of that
_ROUND, _LENGTH = 0.605, 1.12  # of a dot: how far it reaches, how long it is
_DOT = 36.0, 190.0  # square millimetres of a round dot
_ONE = 36.0, 125.0  # the same where no single dot says how large they are
_LESS, _MORE = 0.8, 1.12  # of several that touch, beside as many single ones
_LARGEST, _BY_HAND = 14.0, 60.0  # millimetres both ways of a circle filled in by hand; its area
_INSIDE = 1.5  # millimetres from the edge of its row to the middle of a dot
_SPECK, _FAINT, _STROKES = 0.5, 0.8, 2.0  # square millimetres: nothing; asked from here; drawn
_MAINLY = 0.7  # of strokes, in one circle
_OFF = 5.5  # millimetres from the middle of a circle to that of strokes in it
_PALE = 0.06  # ink over a whole circle, beyond that of empty ones, that somebody has to look at


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """Dark pixels that touch each other, in millimetres.

    Attributes:
        middle, size: where it is, and how wide and high.
        area: square millimetres.
        core: of that, where all is inked about.
        is_round: whether it is a disc.
        cells: of each circle, how many square millimetres are nearest to it.
        filled, touched: the circles whose middle it fills, and those it only reaches.
    """

    middle: tuple[float, float]
    size: tuple[float, float]
    area: float
    core: float
    is_round: bool
    cells: Floats
    filled: tuple[int, ...]
    touched: tuple[int, ...]
    is_cut: bool


def count_dots(inks: Inks, layout: VoteLayout, scale: int) -> list[int | None]:
    """Return how many dots each row has; None where that is not certain."""
    counting = _Counting(layout)
    even = _even(inks.most)
    area = _area(layout)
    for anchor in layout.anchors:
        even[_pixels(anchor, scale, 0.5)] = 0
    spots = _spots(even, area, counting, scale)
    counting.count(spots)
    for row, strayed in enumerate(_beside(even, layout, scale)):
        if strayed:
            counting.unsure.add(row)
    counting.look_for_pale(inks.most, scale)
    return [
        None if row in counting.unsure else int(counting.dots[row])
        for row in range(len(layout.rows))
    ]


class _Counting:
    """What is counted so far, row by row."""

    def __init__(self, layout: VoteLayout) -> None:
        self.layout = layout
        self.circles = np.array([circle for row in layout.rows for circle in row.circles])
        self.row_of = [n for n, row in enumerate(layout.rows) for _circle in row.circles]
        self.dots = [0] * len(layout.rows)
        self.unsure: set[int] = set()
        self._used: set[int] = set()  # circles that have a dot, or are asked for

    def count(self, spots: Sequence[_Spot]) -> None:
        solid = [spot for spot in spots if spot.core >= _SOLID]
        sizes = [
            spot.area
            for spot in solid
            if spot.is_round and len(spot.filled) == 1 and not spot.touched and spot.area < _DOT[1]
        ]
        least, most = (min(sizes), max(sizes)) if sizes else _ONE
        for spot in solid:
            self._count_solid(spot, least, most)
        strokes = np.zeros(len(self.circles))
        for spot in spots:
            if spot.core < _SOLID:
                self._count_strokes(spot, strokes)
        for circle in np.flatnonzero(strokes >= _FAINT):
            if strokes[circle] < _STROKES or circle in self._used:
                self.unsure.add(self.row_of[circle])
            else:
                self.dots[self.row_of[circle]] += 1
            self._used.add(int(circle))

    def _count_solid(self, spot: _Spot, least: float, most: float) -> None:
        count, main = len(spot.filled), self._main(spot)
        is_one = spot.is_round and _DOT[0] <= spot.area <= _DOT[1]
        self._used |= {*spot.filled, *spot.touched}
        most_of_one = _MORE * most if spot.is_round else min(_MORE * most, _BY_HAND)
        if main is not None and max(spot.size) <= _LARGEST and spot.area <= most_of_one:
            self._used.add(main)
            self.dots[self.row_of[main]] += 1
        elif spot.is_cut:
            self._ask(spot)
        elif count == 0 or (is_one and count == 1):
            row = self._row_at(spot.middle)
            if is_one and row is not None:
                self.dots[row] += 1
            else:
                self._ask(spot)
        elif count > 1 and not spot.touched and _LESS * least <= spot.area / count <= _MORE * most:
            for circle in spot.filled:
                self.dots[self.row_of[circle]] += 1
        else:
            self._ask(spot)

    def _count_strokes(self, spot: _Spot, strokes: Floats) -> None:
        circle = self._main(spot)
        if circle is not None:
            strokes[circle] += spot.area
        elif spot.area >= _FAINT:
            self._ask(spot)

    def _main(self, spot: _Spot) -> int | None:
        """Return the circle in which a spot is for the most part; None if there is none."""
        circle = int(spot.cells.argmax())
        away = float(np.hypot(*np.subtract(spot.middle, self.circles[circle])))
        is_in = spot.cells[circle] >= _MAINLY * spot.area and away <= _OFF
        return circle if is_in else None

    def _ask(self, spot: _Spot) -> None:
        """Let every row be unsure of which there is a part in a spot."""
        circles = np.flatnonzero(spot.cells >= min(_FAINT, 0.5 * spot.area))
        self._used |= {int(circle) for circle in circles}
        self.unsure |= {self.row_of[circle] for circle in circles}

    def _row_at(self, middle: tuple[float, float]) -> int | None:
        """Return the row in which a dot lies; None where it may be another one's."""
        across, down = middle
        for number, row in enumerate(self.layout.rows):
            field = row.field
            is_in = field.top + _INSIDE <= down <= field.bottom - _INSIDE
            if is_in and field.left + _INSIDE <= across <= field.right + _RIGHT:
                return number
        return None

    def look_for_pale(self, ink: Ink, scale: int) -> None:
        """Ask for rows in which something pale is in a circle that counts for nothing."""
        values = np.array(
            [_mean_about(ink, circle, CIRCLE - 0.8, scale) for circle in self.circles]
        )
        free = [n for n in range(len(self.circles)) if n not in self._used]
        if not free:
            return
        empty = float(np.median(np.sort(values[free])[: max(1, len(free) // 2 + 1)]))
        self.unsure |= {self.row_of[n] for n in free if values[n] > empty + _PALE}


def _even(ink: Ink) -> Ink:
    """Return the ink evened out over three pixels each way: less of noise, and of thin lines."""
    padded = np.pad(ink, 1, mode="edge")
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    even: Ink = (rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9
    return even


def _area(layout: VoteLayout) -> Rect:
    first, last = layout.rows[0].field, layout.rows[-1].field
    left, top = first.left - _LEFT, first.top - _ABOVE
    return Rect(left, top, first.width + _LEFT + _RIGHT, last.bottom + _ABOVE - top)


def _spots(even: Ink, area: Rect, counting: _Counting, scale: int) -> list[_Spot]:
    rows, columns = _pixels(area, scale, 0)
    dark = even[rows, columns] > _DARK
    named = named_spots(dark)
    core = _core(dark, scale)
    down, across = np.nonzero(dark)
    names = named[down, across]
    places = (np.column_stack([across, down]) + 0.5) / scale + (area.left, area.top)
    nearest = _nearest(places, counting.circles)
    centres = _centres(counting.circles, places, nearest, names, scale)
    order = np.argsort(names, kind="stable")
    stops = np.flatnonzero(np.diff(names[order])) + 1
    pixel = 1 / scale**2
    found = []
    for members in np.split(order, stops) if len(order) else ():
        if len(members) * pixel < _SPECK:
            continue
        here = places[members]
        middle, low, high = here.mean(axis=0), here.min(axis=0), here.max(axis=0)
        offsets = here - middle
        spread = np.linalg.eigvalsh(np.cov(offsets.T)) if len(members) > 2 else np.ones(2)
        total = len(members) * pixel
        reach = float(np.hypot(*offsets.T).max() + 0.5 / scale) / total**0.5
        length = float((max(spread[1], 1e-9) / max(spread[0], 1e-9)) ** 0.5)
        cells = np.bincount(nearest[members], minlength=len(counting.circles)).astype(float)
        shares = centres.get(int(names[members[0]]), {})
        found.append(
            _Spot(
                middle=(float(middle[0]), float(middle[1])),
                size=(float(high[0] - low[0]), float(high[1] - low[1])),
                area=total,
                core=float(core[down[members], across[members]].sum()) * pixel,
                is_round=reach < _ROUND and length < _LENGTH,
                cells=cells * pixel,
                filled=tuple(n for n, share in shares.items() if share >= _FILLED),
                touched=tuple(n for n, share in shares.items() if _TOUCHED < share < _FILLED),
                is_cut=bool(low[0] < area.left + 1 / scale),
            )
        )
    return found


def _core(dark: NDArray[np.bool_], scale: int) -> NDArray[np.bool_]:
    """Return the places about which all is inked."""
    size = round(_CORE * scale) // 2 * 2 + 1
    image = Image.fromarray(dark.astype(np.uint8) * 255)
    return np.asarray(image.filter(ImageFilter.MinFilter(size))) > 0


def _nearest(places: Floats, circles: Floats) -> NDArray[np.int64]:
    """Return the number of the circle that each place is nearest to."""
    found = np.zeros(len(places), np.int64)
    for start in range(0, len(places), 4096):
        part = places[start : start + 4096]
        away = ((part[:, None, :] - circles[None, :, :]) ** 2).sum(axis=2)
        found[start : start + 4096] = away.argmin(axis=1)
    return found


def _centres(
    circles: Floats,
    places: Floats,
    nearest: NDArray[np.int64],
    names: NDArray[np.int64],
    scale: int,
) -> dict[int, dict[int, float]]:
    """Return by the name of each spot how much of the middle of which circles it fills."""
    whole = np.pi * _CENTRE**2 * scale**2
    inside = np.hypot(*(places - circles[nearest]).T) < _CENTRE
    found: dict[int, dict[int, float]] = {}
    pairs, counts = np.unique(
        np.column_stack([names[inside], nearest[inside]]), axis=0, return_counts=True
    )
    for (name, circle), count in zip(pairs.tolist(), counts.tolist(), strict=True):
        found.setdefault(name, {})[circle] = count / whole
    return found


def _beside(even: Ink, layout: VoteLayout, scale: int) -> list[bool]:
    """Return of each row whether a dot was stuck on its words."""
    strayed = []
    for row in layout.rows:
        words = row.words
        area = Rect(words.left - 4, words.top - 1, words.width + 4, words.height + 2)
        dark = even[_pixels(area, scale, 0)] > _DARK
        core = _core(dark, scale)
        strayed.append(bool(core.sum() / scale**2 >= _SOLID))
    return strayed


def _mean_about(ink: Ink, circle: Sequence[float], radius: float, scale: int) -> float:
    across, down = circle
    half = radius / 2**0.5
    area = Rect(across - half, down - half, 2 * half, 2 * half)
    return float(ink[_pixels(area, scale, 0)].mean())


def _pixels(area: Rect, scale: int, around: float) -> tuple[slice, slice]:
    left, right = round((area.left - around) * scale), round((area.right + around) * scale)
    top, low = round((area.top - around) * scale), round((area.bottom + around) * scale)
    return slice(max(0, top), max(1, low)), slice(max(0, left), max(1, right))
