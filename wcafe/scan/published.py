"""A kept picture as it is published: straight or turned upright, and small."""

from collections.abc import Sequence

from PIL import Image

from wcafe.domain.photos import Point
from wcafe.domain.sheet_layout import SheetShape
from wcafe.domain.vote_layout import VoteShape, layout_of
from wcafe.errors import UnreadPicture
from wcafe.scan.decode import decode, encode
from wcafe.scan.flat import PIXELS_PER_MM
from wcafe.scan.limits import LIMITS, PUBLISHED_EDGE
from wcafe.scan.plane import fit_plane, straighten
from wcafe.workers.ends import Unfinished
from wcafe.workers.fence import fenced_within


def published_jpeg(
    jpeg: bytes,
    name: str,
    *,
    turns: int = 0,
    corners: Sequence[Point] = (),
    shape: SheetShape | VoteShape,
) -> bytes:
    """Return a picture for paper and files, `PUBLISHED_EDGE` pixels at most, its pixels alone.

    Args:
        jpeg: the picture as it is kept.
        name: what errors call it.
        turns: quarters to the right, where it is not laid straight.
        corners: of its sheet, where all four are known: it is laid straight by them.
        shape: of that sheet.

    Raises:
        UnreadPicture: it is no picture that was kept by wcafe.

    Cost: about half a second, in a process of its own.
    """
    try:
        return fenced_within(LIMITS, publish, jpeg, name, turns=turns, corners=corners, shape=shape)
    except Unfinished as unfinished:
        raise UnreadPicture(name=name, reason=unfinished.end.reason) from unfinished


def publish(
    jpeg: bytes, name: str, *, turns: int, corners: Sequence[Point], shape: SheetShape | VoteShape
) -> bytes:
    """Do it, in the worker. Raises DamagedPicture, TooManyPixels."""
    image = decode(jpeg, name).image
    if len(corners) == 4:
        plane = fit_plane([mark.middle for mark in layout_of(shape).marks], corners)
        image = straighten(image, plane, shape.paper.millimetres, PIXELS_PER_MM)
    elif turns % 4:
        image = image.rotate(-90 * turns, expand=True)
    image.thumbnail((PUBLISHED_EDGE, PUBLISHED_EDGE), Image.Resampling.LANCZOS)
    return encode(image)
