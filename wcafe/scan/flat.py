"""A kept picture of a sheet as if the sheet had been scanned: flat, upright, nothing around it."""

from collections.abc import Sequence

from wcafe.domain.photos import Point
from wcafe.domain.vote_layout import Layout
from wcafe.scan.decode import decode, encode
from wcafe.scan.plane import fit_plane, straighten

PIXELS_PER_MM = 8
"""Of a straightened picture: what a layout places at so many millimetres is found by it."""


def straightened(jpeg: bytes, corners: Sequence[Point], layout: Layout) -> bytes:
    """Return a JPEG of the whole sheet, `PIXELS_PER_MM` times as large as its page in millimetres.

    Args:
        jpeg: the picture as it is kept.
        corners: of its sheet, as they were read with it: four.
        layout: of that sheet.

    Raises:
        DamagedPicture, TooManyPixels: it is no picture that was kept by wcafe.

    Cost: a fifth of a second.
    """
    plane = fit_plane([mark.middle for mark in layout.marks], corners)
    size = layout.shape.paper.millimetres
    return encode(straighten(decode(jpeg, "").image, plane, size, PIXELS_PER_MM))
