"""A sheet whose code cannot be read, found by its four corner marks alone: the first has a hole.

What may be a mark is looked for at several sizes, as nobody says how large the sheet is. Four of
them are marks where they are as large as marks are, so far apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from PIL import Image

from wcafe.domain.sheet_layout import HOLE, MARK
from wcafe.scan.corners import SEEN_AT, are_alike, squares
from wcafe.scan.plane import Floats
from wcafe.scan.spots import Spot

MOST_TRIED = 3
"""So many fours of spots are tried, those that lie most like a sheet first."""

_SIZES = (0.95, 0.6)  # of the picture's longer side that a sheet's longer side may take, about
_LONG = 297.0  # millimetres of that side
_ACROSS, _DOWN = (184.0, 202.0), (253.0, 283.0)  # millimetres from mark to mark, on any paper
_LOOSE = 1.3  # by so much a slanting view may make it shorter or longer
_SKEW = 0.5  # cosine of the angle at the first mark, at most
_OFF = 0.22  # how far the fourth mark may lie off, by the diagonal
_BLACK = 1 - (HOLE / MARK) ** 2  # of the area of the first mark
_RING, _WHITE = 0.4, 1.3  # of a mark's side, where it is black; how much lighter its hole is
_MOST_SPOTS = 160
_LEAST_LONG = 600  # pixels of a picture's longer side: two for a millimetre of the sheet


@dataclass(frozen=True, slots=True)
class _Mark:
    """What may be a corner mark: where, and how long its side is."""

    spot: Spot
    place: Floats
    side: float


def find_marks(grey: Image.Image) -> Iterator[Floats]:
    """Yield where the four marks of a sheet may be, clockwise from the first; shape (4, 2).

    A picture on which no tick could be read shows none.
    """
    if max(grey.size) < _LEAST_LONG:
        return
    for share in _SIZES:
        scale = share * max(grey.size) / _LONG
        grown = max(1.0, scale / SEEN_AT)  # from the pixels in which spots are counted
        found = squares(grey, scale)
        full = [_mark(spot, spot.area**0.5 * grown) for spot in found[:_MOST_SPOTS]]
        holed = [
            _mark(mark.spot, mark.side / _BLACK**0.5) for mark in full if _has_hole(grey, mark)
        ]
        fours = sorted(
            (four for first in holed for four in _fours(first, full)), key=lambda four: four[0]
        )
        yield from (places for _off, places in islice(fours, MOST_TRIED))


def _mark(spot: Spot, side: float) -> _Mark:
    return _Mark(spot, np.array([spot.across, spot.down]), side)


def _has_hole(grey: Image.Image, mark: _Mark) -> bool:
    """Is the middle of a spot white, and black what is about it?"""
    across, down = mark.place
    reach = _RING * mark.side
    turns = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    about = [_at(grey, across + reach * np.cos(t), down + reach * np.sin(t)) for t in turns]
    return _at(grey, across, down) > _WHITE * float(np.mean(about)) + 8


def _at(grey: Image.Image, across: float, down: float) -> float:
    x = min(max(0, round(across)), grey.width - 1)
    y = min(max(0, round(down)), grey.height - 1)
    return float(grey.getpixel((x, y)))  # type: ignore[arg-type] # of a grey picture it is a number


def _fours(first: _Mark, others: Sequence[_Mark]) -> Iterator[tuple[float, Floats]]:
    """Yield the fours that `first` leads, each with how far off a parallelogram it is."""
    beside = [(each, each.place - first.place) for each in others if each.spot != first.spot]
    ways = np.array([way for _each, way in beside]).reshape(-1, 2)
    right = [(e, way) for e, way in beside if _is_apart(first, e, way, _ACROSS)]
    below = [(e, way) for e, way in beside if _is_apart(first, e, way, _DOWN)]
    for one, across in right:
        for two, down in below:
            turn = float(across[0] * down[1] - across[1] * down[0])
            lengths = float(np.hypot(*across) * np.hypot(*down))
            if turn <= 0 or abs(float(across @ down)) > _SKEW * lengths:
                continue
            diagonal = across + down
            offs = np.hypot(*(ways - diagonal).T) / np.hypot(*diagonal)
            for place in np.flatnonzero(offs < _OFF):
                last = beside[place][0]
                if are_alike([one.spot, two.spot, last.spot]):
                    corners = [first.place, one.place, last.place, two.place]
                    yield float(offs[place]), np.array(corners)


def _is_apart(first: _Mark, other: _Mark, way: Floats, room: tuple[float, float]) -> bool:
    """Are two marks as far from each other as those of a sheet, by their own size?"""
    millimetres = float(np.hypot(*way)) * MARK * 2 / (first.side + other.side)
    return room[0] / _LOOSE < millimetres < room[1] * _LOOSE
