"""How dark each point of a page is beside its paper, where whole areas of it are covered by dots.

Paper is what remains when all that is smaller than some dots is filled in: a closing, after which
the edges of shadows are where they were.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from wcafe.scan.ink import Ink
from wcafe.scan.plane import Floats

_FILLED, _TIMES = 7, 3  # millimetres that are filled in at once, less one; how many times
_SOFT = 1.5  # millimetres over which the light changes
_BLACK = 8  # of 255: where all is as dark there is no paper to be seen


@dataclass(frozen=True, slots=True)
class Inks:
    """The ink of a page.

    Attributes:
        most: in each point, that of the colour that shows it best: dots of any colour.
        sums: of that of the colour that shows it least, summed up from the top left: black.
    """

    most: Ink
    sums: Floats

    def black_in(self, across: Floats, down: Floats, half: float) -> Floats:
        """Return how black squares are on the whole, for each of their middles in pixels."""
        high, wide = self.sums.shape
        lows = [
            np.clip(np.rint(middles - half), 0, most - 2)
            for middles, most in ((across, wide), (down, high))
        ]
        side = round(2 * half)
        (left, top), (right, low) = (
            [low.astype(int) for low in lows],
            [
                np.clip(low + side, 1, most - 1).astype(int)
                for low, most in zip(lows, (wide, high), strict=True)
            ],
        )
        total = (
            self.sums[np.ix_(low, right)]
            - self.sums[np.ix_(top, right)]
            - self.sums[np.ix_(low, left)]
            + self.sums[np.ix_(top, left)]
        )
        found: Floats = total / side**2
        return found


def inks_of(page: Image.Image, scale: int) -> Inks:
    """Return the ink on an RGB page of `scale` pixels for a millimetre."""
    paper = _paper(page, scale)
    inks: list[Ink] = []
    for seen, bare in zip(page.split(), paper.split(), strict=True):
        light = np.asarray(seen, np.float32) / np.maximum(np.asarray(bare, np.float32), _BLACK)
        inks.append((1 - light).astype(np.float32))
    least = np.minimum.reduce(inks).astype(float)
    sums = np.pad(least.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    return Inks(most=np.maximum.reduce(inks), sums=sums)


def _paper(page: Image.Image, scale: int) -> Image.Image:
    small = page.reduce(scale)
    for made in (ImageFilter.MaxFilter(_FILLED), ImageFilter.MinFilter(_FILLED)):
        for _time in range(_TIMES):
            small = small.filter(made)
    return small.filter(ImageFilter.GaussianBlur(_SOFT)).resize(
        page.size, Image.Resampling.BILINEAR
    )
