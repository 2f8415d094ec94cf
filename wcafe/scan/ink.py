"""How dark each point of a straightened page is beside the paper about it, whatever the light."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Ink = NDArray[np.float32]
"""0 is bare paper, 1 is black; shape (height, width)."""

_BLOCK = 6  # pixels of the page on a side of what is one pixel where paper is looked for
_PAPER = 7  # such blocks, in the brightest of which there is only paper
_BLACK = 8  # of 255: where all is as dark there is no paper to be seen
_SOFT = 3  # blocks over which the light changes


def ink_of(page: Image.Image) -> Ink:
    """Return the ink on an RGB page: in each point, that of the colour that shows it best."""
    small = page.reduce(_BLOCK).filter(ImageFilter.MaxFilter(_PAPER))
    paper = small.filter(ImageFilter.GaussianBlur(_SOFT)).resize(page.size)
    ink: Ink = np.zeros((page.height, page.width), np.float32)
    for seen, bare in zip(page.split(), paper.split(), strict=True):
        light = np.asarray(seen, np.float32) / np.maximum(np.asarray(bare, np.float32), _BLACK)
        np.maximum(ink, 1 - light, out=ink)
    return ink
