"""Where what is printed really lies on a straightened page: paper bends, corners are but guessed.

The outlines of tick boxes are looked for near where they should be: some beside each other at once,
then, near a smooth surface through what these say, each by itself. What people wrote across them
leads nobody astray, as they are many.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np
from numpy.typing import NDArray

from wcafe.domain.rect import Rect
from wcafe.domain.sheet_layout import TICK, BoxLayout, SheetLayout
from wcafe.scan.bend import Bend, fit_bend
from wcafe.scan.ink import Ink
from wcafe.scan.plane import Floats

_BENT = 4.0  # millimetres by which paper may lie elsewhere than its corners say
_AGAIN = ((1.2, 3), (0.8, 4))
"""Millimetres by which a tick box may lie beside a surface, and how bent the next one may be."""

_STEPS = 5  # points looked at on a side of a tick box
_SIDE = 0.35  # of a side to both ways of its middle: its corners are round
_MOST = 0.2  # that one point may say: the thick outline about a box does not outweigh thin ones
_BLANK = 0.01  # of what one point may say: less is bare paper, on which nothing is printed
_BESIDE = 0.7  # millimetres from an outline, where there is none


@dataclass(frozen=True, slots=True)
class Lines:
    """What looks like a level or an upright line, at each point of a page, and the page's scale."""

    level: Ink
    upright: Ink
    scale: float


Shift = tuple[float, float]
"""Millimetres to the right and down."""


def lines_of(ink: Ink, scale: float) -> Lines:
    """Return the lines of a page with so many pixels for a millimetre."""
    step = round(_BESIDE * scale)
    return Lines(_lines(ink, step, 0), _lines(ink, step, 1), scale)


def find_bend(lines: Lines, layout: SheetLayout) -> Bend:
    """Return how the paper lies, by the outlines of all tick boxes of a sheet."""
    groups = [group for box in layout.boxes for group in _groups(box)]
    middles = [np.mean([tick.middle for tick in group], axis=0) for group in groups]
    bend = fit_bend(middles, [find_shift(lines, group, (0.0, 0.0), _BENT) for group in groups], 2)
    ticks = [tick for box in layout.boxes for tick in box.ticks]
    places = [tick.middle for tick in ticks]
    for farthest, degree in _AGAIN:
        shifts = [
            find_shift(lines, [tick], (float(across), float(down)), farthest)
            for tick, (across, down) in zip(ticks, bend.at(places), strict=True)
        ]
        bend = fit_bend(places, shifts, degree)
    apart = [tick for tick in ticks if tick.width == TICK]  # digits stand too near each other
    on_it = zip(apart, bend.at([tick.middle for tick in apart]), strict=True)
    blank = [tick.middle for tick, shift in on_it if _strength(lines, tick, shift) < _BLANK]
    return replace(bend, off={**bend.off, **dict.fromkeys(blank, inf)})


def _strength(lines: Lines, tick: Rect, shift: Floats) -> float:
    """Return how much of an outline there is, on the whole, where the surface has a tick box."""
    level, upright = _sides([tick], (float(shift[0]), float(shift[1])), lines.scale)
    total = _score(lines.level, level, 0) + _score(lines.upright, upright, 0)
    return float(total[0, 0]) / (len(level) + len(upright))


def _groups(box: BoxLayout) -> Iterator[list[Rect]]:
    """Yield tick boxes that lie so near each other that paper hardly bends between them."""
    kinds = list(box.kinds.values())
    yield from (kinds[start : start + 3] for start in range(0, len(kinds) - 2, 2))
    yield list(box.supports.values())
    yield [digit for row in box.digits for digit in row]


def find_shift(lines: Lines, boxes: Sequence[Rect], about: Shift, farthest: float) -> Shift:
    """Return how far the outlines of `boxes` lie from where they should be.

    Args:
        lines: of the page.
        boxes: where they should be, in millimetres.
        about: how far away others lie, near which they are looked for.
        farthest: how many millimetres from there.
    """
    reach = max(1, round(farthest * lines.scale))
    level, upright = _sides(boxes, about, lines.scale)
    score = _score(lines.level, level, reach) + _score(lines.upright, upright, reach)
    down, across = np.unravel_index(int(score.argmax()), score.shape)
    fine_across = _peak(score[down], int(across)) - reach
    fine_down = _peak(score[:, across], int(down)) - reach
    return about[0] + fine_across / lines.scale, about[1] + fine_down / lines.scale


def _lines(ink: Ink, step: int, axis: int) -> Ink:
    """Return how much darker each point is than those a step away, both ways."""
    beside = np.maximum(np.roll(ink, step, axis), np.roll(ink, -step, axis))
    return np.clip(ink - beside, -_MOST, _MOST)


def _sides(
    boxes: Iterable[Rect], about: Shift, scale: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return points on the level and on the upright sides, as rows of (down, across) pixels."""
    level, upright = [], []
    parts = np.linspace(-_SIDE, _SIDE, _STEPS)
    for box in boxes:
        across, down = box.middle
        for part in parts:
            level += [(box.top, across + part * box.width), (box.bottom, across + part * box.width)]
            upright += [
                (down + part * box.height, box.left),
                (down + part * box.height, box.right),
            ]
    moved = np.array(about[::-1])
    one, two = ((np.array(points) + moved) * scale - 0.5 for points in (level, upright))
    return np.rint(one).astype(np.int64), np.rint(two).astype(np.int64)


def _score(lines: Ink, points: NDArray[np.int64], reach: int) -> NDArray[np.float64]:
    """Return how dark the points are on the whole, moved by up to `reach` pixels each way."""
    moves = np.arange(-reach, reach + 1)
    height, width = lines.shape
    down = np.clip(points[:, 0, None] + moves, 0, height - 1)
    across = np.clip(points[:, 1, None] + moves, 0, width - 1)
    total: NDArray[np.float64] = lines[down[:, :, None], across[:, None, :]].sum(
        axis=0, dtype=float
    )
    return total


def _peak(values: NDArray[np.float64], place: int) -> float:
    """Return where the top of the curve through a highest value and those beside it lies."""
    if not 0 < place < len(values) - 1:
        return float(place)
    before, here, after = values[place - 1 : place + 2]
    bend = before - 2 * here + after
    return place + (0.5 * (before - after) / bend if bend else 0.0)
