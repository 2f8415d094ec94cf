"""What was read from a photo or a scanned page: the picture itself, its codes and its boxes.

Handwriting is never read. What a tick means is told where it is certain; all else is asked.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wcafe.domain.photos import BoxRead, Point
from wcafe.domain.sheet_code import NotRead, SheetCode
from wcafe.domain.sheet_layout import SheetShape
from wcafe.errors import WcafeError

Quad = tuple[Point, Point, Point, Point]
"""Four corners on a picture, clockwise from the one that is top left on the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCode:
    """A square code in the picture: its text, what it says as one of ours, and where it is."""

    text: str
    sheet: SheetCode | NotRead
    place: Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPicture:
    """A picture that was taken in, upright and without anything about its camera and place.

    Attributes:
        name: what its file is called.
        leaf: which page of a PDF it is, from 1; None for a photo.
        digest: the SHA-256 of what came in, by which the same is known when it comes again.
        jpeg: the picture as it is kept: as it came, but set upright in quarter turns.
        width, height: of that JPEG, in pixels.
        taken: when the camera says it was taken, by the camera's clock.
        codes: all square codes in it, from the top.
        corners: the middles of the four corner marks of the one sheet that it shows; None where
            they were not found, or where it shows several sheets. A sheet whose code cannot be
            read has them too.
        missing: the corner marks, from 0 in that order, that were not seen themselves: covered, or
            cut off. Their places follow from the others.
        boxes: what the ticks of that sheet say; empty where `corners` is None, or no
            code says which sheet it is.
        sentence: whether something stands as its last sentence; where that is not certain, too.
    """

    name: str
    leaf: int | None = None
    digest: str
    jpeg: bytes
    width: int
    height: int
    taken: datetime | None = None
    codes: tuple[FoundCode, ...] = ()
    corners: Quad | None = None
    missing: frozenset[int] = frozenset()
    boxes: tuple[BoxRead, ...] = ()
    sentence: bool = False

    @property
    def sheets(self) -> tuple[SheetCode, ...]:
        """The sheets whose codes are in it, each once."""
        found = [code.sheet for code in self.codes if isinstance(code.sheet, SheetCode)]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSheet:
    """A sheet found on a kept picture once somebody said which one it shows.

    Attributes:
        shape: how it is laid out.
        corners, boxes, sentence: as of a `ReadPicture`.
        code: what its code says; None where that cannot be read.
    """

    shape: SheetShape
    corners: Quad
    boxes: tuple[BoxRead, ...]
    sentence: bool
    code: SheetCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file, or a page of one counted from 1, that was not taken in, and why."""

    path: Path
    leaf: int | None = None
    error: WcafeError
