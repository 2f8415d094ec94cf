"""How dark each point of a straightened page is beside the paper about it, whatever the light."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Ink = NDArray[np.float32]
"""0 is bare paper, 1 is black; shape (height, width)."""

_BLOCK = 6  # pixels of the page on a side of what is one pixel where paper is looked for
_PAPER = 7  # such blocks, in the brightest of which there is only paper
_SOFT = 3  # blocks over which the light changes


def ink_of(page: Image.Image) -> Ink:
    """Return the ink on an RGB page: in each point, that of the colour that shows it best."""
    small = page.reduce(_BLOCK).filter(ImageFilter.MaxFilter(_PAPER))
    paper = small.filter(ImageFilter.GaussianBlur(_SOFT)).resize(page.size)
    light = np.asarray(page, np.float32) / np.maximum(np.asarray(paper, np.float32), 8)
    ink: Ink = np.clip(1 - light.min(axis=2), 0, 1)
    return ink
