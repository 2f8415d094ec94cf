"""Ink beside tick boxes: a circle around one, a cross next to it. Nobody can say what is meant.

The same is printed about the same tick box in each of the five boxes of a sheet: its outline, its
word, the lines near it. What one of them has about it and the others have not, somebody drew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from wcafe.domain.rect import Rect
from wcafe.scan.bend import Bend
from wcafe.scan.ink import Ink

_REACH = 3.0  # millimetres about a tick box
_MORE = 0.6  # beyond, so that what is printed just there is known too
_CLOSE = 0.35  # millimetres about its outline that may be the outline itself
_OVER = 0.3  # millimetres by which it is looked beyond the corners of the box
_DARKER = 0.2  # of the ink that is printed there, or about there
_AS_PRINTED = 1  # of all boxes, the least inked first: as empty as it is printed
_SPREAD = 5  # pixels by which that may lie elsewhere, both ways and the middle
_LEAST = 0.3  # square millimetres of ink: less may be a spot, or print that lies elsewhere


@dataclass(frozen=True, slots=True)
class Beside:
    """Whether there is ink of somebody above, below, left and right of a tick box."""

    above: bool = False
    below: bool = False
    left: bool = False
    right: bool = False

    @property
    def is_inked(self) -> bool:
        return self.above or self.below or self.left or self.right


def find_beside(
    ink: Ink,
    bend: Bend,
    ticks: Sequence[Rect],
    scale: float,
    *,
    above: float = _REACH,
    below: float = _REACH,
) -> list[Beside]:
    """Return what lies beside each of these, the same tick box in each box of a sheet.

    `above` and `below` are how many millimetres there belong to nothing else.
    """
    seen = np.stack([_about(ink, tick, bend, scale) for tick in ticks])
    # of the five boxes one or two are ticked there, hardly ever four
    drawn = seen - _spread(np.sort(seen, axis=0)[_AS_PRINTED]) > _DARKER
    told = {}
    for name, zone in _zones(ticks[0], scale, above, below).items():
        areas = drawn[:, zone].sum(axis=1) / scale**2
        # paper that bends moves what is printed: that much of it most of them have
        told[name] = areas - np.sort(areas)[_AS_PRINTED] > _LEAST
    return [
        Beside(**{name: bool(inked[number]) for name, inked in told.items()})
        for number in range(len(ticks))
    ]


def _half(tick: Rect, scale: float) -> tuple[int, int]:
    """Return how far what is looked at reaches from the middle of a tick box, in pixels."""
    return (
        round((tick.height / 2 + _REACH + _MORE) * scale),
        round((tick.width / 2 + _REACH + _MORE) * scale),
    )


def _about(ink: Ink, tick: Rect, bend: Bend, scale: float) -> Ink:
    """Return a tick box and what is about it, from where it really lies; none beyond the page."""
    high, wide = _half(tick, scale)
    across, down = (
        round((middle + shift) * scale)
        for middle, shift in zip(tick.middle, bend.at([tick.middle])[0], strict=True)
    )
    rows = np.arange(down - high, down + high + 1).clip(0, ink.shape[0] - 1)
    columns = np.arange(across - wide, across + wide + 1).clip(0, ink.shape[1] - 1)
    here: Ink = ink[np.ix_(rows, columns)]
    return here


def _spread(printed: Ink) -> Ink:
    grey = Image.fromarray((printed * 255).clip(0, 255).astype(np.uint8))
    spread: Ink = np.asarray(grey.filter(ImageFilter.MaxFilter(_SPREAD)), np.float32) / np.float32(
        255
    )
    return spread


def _zones(tick: Rect, scale: float, above: float, below: float) -> Mapping[str, NDArray[np.bool_]]:
    high, wide = _half(tick, scale)
    down, across = np.mgrid[-high : high + 1, -wide : wide + 1] / scale
    level, upright = np.abs(across) - tick.width / 2, np.abs(down) - tick.height / 2
    is_level = (upright > _CLOSE) & (level < _OVER)
    is_beside = (level > _CLOSE) & (level < _REACH) & (upright < _OVER)
    return {
        "above": is_level & (down < 0) & (upright < above),
        "below": is_level & (down > 0) & (upright < below),
        "left": is_beside & (across < 0),
        "right": is_beside & (across > 0),
    }
