"""How many dots are in each row of a dot-vote sheet, read from a photo in which it was found."""

from collections.abc import Sequence

import numpy as np
from PIL import Image

from wcafe.domain.photos import BoxRead
from wcafe.domain.rect import Rect
from wcafe.domain.vote_layout import VoteLayout
from wcafe.domain.votes import row_read
from wcafe.scan.bend import Bend, fit_bend
from wcafe.scan.dots import count_dots
from wcafe.scan.inked import Inks, inks_of
from wcafe.scan.plane import Floats, straighten

SCALE = 4
"""Pixels for a millimetre of the page that is read."""

_FIRST = (5.0, 14.0)
_PASSES = ((5.0, 2), (3.0, 3), (1.2, 3))
"""Millimetres by which an anchor may lie beside where the surface has it that was found before; and
how bent the next one may be. Where a corner was not seen, those near it lie far off at first."""

_FEWEST = 6  # anchors by which a surface is laid
_AROUND = 0.9  # millimetres about an anchor in which there should be paper
_SEEN = 0.3  # how much darker than that an anchor is at least
_NEAR = 0.7  # millimetres within which an anchor is where the surface has it
_OF_A_ROW = 4  # of the eight anchors about a row, that are to be seen there
_CELL = 12  # millimetres of the page that are laid flat as one


def read_votes(photo: Image.Image, plane: Floats, layout: VoteLayout) -> tuple[BoxRead, ...]:
    """Return how many dots each row has; none where that is not certain.

    Args:
        photo: in RGB.
        plane: from millimetres of the sheet to pixels of the photo.
        layout: of the sheet.

    Cost: half a second.
    """
    page = straighten(photo, plane, layout.shape.paper.millimetres, SCALE)
    bend, seen = _find_bend(inks_of(page, SCALE), layout)
    if bend is not None:
        page = _flat(page, bend)
    counted = count_dots(inks_of(page, SCALE), layout, SCALE)
    return tuple(
        row_read(number, dots if is_seen else None)
        for number, (dots, is_seen) in enumerate(zip(counted, seen, strict=True), start=1)
    )


def _find_bend(inks: Inks, layout: VoteLayout) -> tuple[Bend | None, list[bool]]:
    """Return how the paper lies by its anchors, and of each row whether enough of its were seen."""
    for first in _FIRST:
        bend, seen = _laid(inks, layout, ((first, 1), *_PASSES))
        if bend is not None:
            break
    return bend, seen


def _laid(
    inks: Inks, layout: VoteLayout, passes: Sequence[tuple[float, int]]
) -> tuple[Bend | None, list[bool]]:
    anchors = layout.anchors
    places = np.array([anchor.middle for anchor in anchors])
    bend: Bend | None = None
    shifts, is_found = np.zeros_like(places), np.zeros(len(anchors), bool)
    for farthest, degree in passes:
        about = np.zeros_like(places) if bend is None else bend.at(places)
        tried = [
            _shift(inks, anchor, (float(across), float(down)), farthest)
            for anchor, (across, down) in zip(anchors, about, strict=True)
        ]
        here = np.array([shift is not None for shift in tried])
        if here.sum() < _FEWEST:
            continue
        is_found, shifts = here, np.array([shift or (np.nan, np.nan) for shift in tried])
        bend = fit_bend(
            places[here], shifts[here], degree if len(layout.rows) > 2 else min(degree, 2)
        )
    if bend is None or is_found.sum() < len(anchors) / 2:
        return None, [False] * len(layout.rows)
    off = np.hypot(*(bend.at(places) - shifts).T)
    is_seen = is_found & (np.nan_to_num(off, nan=9.0) < _NEAR)
    across = len(anchors) // (len(layout.rows) + 1)
    return bend, [
        bool(is_seen[row * across : (row + 2) * across].sum() >= _OF_A_ROW)
        for row in range(len(layout.rows))
    ]


def _shift(
    inks: Inks, anchor: Rect, about: tuple[float, ...], farthest: float
) -> tuple[float, float] | None:
    """Return how far to the right and down of its place an anchor is; None where it is not seen."""
    half, wide = anchor.width / 2, anchor.width / 2 + _AROUND
    steps: Floats = np.arange(-round(farthest * SCALE), round(farthest * SCALE) + 1).astype(float)
    across = (anchor.middle[0] + about[0]) * SCALE + steps
    down = (anchor.middle[1] + about[1]) * SCALE + steps
    inside = inks.black_in(across, down, half * SCALE)
    outside = inks.black_in(across, down, wide * SCALE)
    share = (half / wide) ** 2
    score = inside - (outside - share * inside) / (1 - share)
    best = np.unravel_index(int(score.argmax()), score.shape)
    is_at_edge = any(place in (0, len(steps) - 1) for place in best)
    if score[best] < _SEEN or is_at_edge:
        return None
    weights = np.clip(score - 0.8 * score[best], 0, None)
    near = np.zeros_like(weights)
    rows, columns = (slice(max(0, int(place) - 2), int(place) + 3) for place in best)
    near[rows, columns] = weights[rows, columns]
    total = near.sum()
    right = float((near.sum(axis=0) * steps).sum() / total) / SCALE + about[0]
    low = float((near.sum(axis=1) * steps).sum() / total) / SCALE + about[1]
    return right, low


def _flat(page: Image.Image, bend: Bend) -> Image.Image:
    """Return the page with all that is printed where its layout has it."""
    step = _CELL * SCALE
    across, down = (np.arange(0, size + step, step) for size in page.size)
    grid = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2).astype(float)
    moved = (grid + bend.at(grid / SCALE) * SCALE).reshape(len(down), len(across), 2)
    mesh = []
    for row in range(len(down) - 1):
        for column in range(len(across) - 1):
            cell = (across[column], down[row], across[column + 1], down[row + 1])
            one, four = moved[row, column], moved[row, column + 1]
            two, three = moved[row + 1, column], moved[row + 1, column + 1]
            mesh.append((tuple(map(int, cell)), (*one, *two, *three, *four)))
    return page.transform(
        page.size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR, fillcolor="white"
    )
