"""What was read from a photo or a scanned page: the picture itself, its codes and its boxes.

Handwriting is never read. What a tick means is told where it is certain; all else is asked.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.sheet_code import NotRead, SheetCode
from wcafe.errors import WcafeError

Point = tuple[float, float]
"""Pixels of the picture from its left and from its top."""

Quad = tuple[Point, Point, Point, Point]
"""Four corners, clockwise from the one that is top left on the sheet."""


class Asked(Enum):
    """What a box of a sheet may tell without anybody reading its words."""

    KIND = "kind"
    SUPPORT = "support"
    FROM_TABLE = "from_table"
    WRITING = "writing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something of a box that a person has to say.

    Attributes:
        asked: what is not certain.
        may_be: the answers that its ticks may stand for: kinds, supports, or numbers of tables
            from 0; None among them means that nothing may have been ticked. It may be empty.
        place: where in the picture it is to be seen.
    """

    asked: Asked
    may_be: tuple[Kind | Support | int | None, ...] = ()
    place: Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxReading:
    """What the ticks of one box say.

    Attributes:
        number: of the box on its sheet, from 0.
        outline, writing: where in the picture it is, and where in it people wrote.
        kind, support: what is ticked; None where nothing is, or where it is in doubt.
        from_table: from 0; None where none is ticked, or where it is in doubt.
        is_written: whether anything was written or drawn in it; true also where that is in doubt.
        doubts: what a person has to say.
    """

    number: int
    outline: Quad
    writing: Quad
    kind: Kind | None = None
    support: Support | None = None
    from_table: int | None = None
    is_written: bool = False
    doubts: tuple[Doubt, ...] = ()

    def doubt(self, asked: Asked) -> Doubt | None:
        """Return what is in doubt about it; None where it is certain."""
        return next((each for each in self.doubts if each.asked is asked), None)


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
        name: of the file it came from.
        page: of a PDF, from 1; None for a photo.
        jpeg: the picture, straightened where the corners of its sheet were found.
        width, height: of that JPEG, in pixels.
        taken: when the camera says it took it, by the camera's own clock.
        digest: SHA-256 of what came, hexadecimal: the same file again has the same.
        codes: all square codes in it, from the top.
        corners: the middles of the four corner marks in the JPEG, as in a `Quad`; None where the
            picture is as it was taken, as its sheet was not found, or as it shows several.
        missing: the corner marks, from 0 in that order, that were not seen. Their places follow
            from the others.
        boxes: of the one sheet that it shows; empty where `corners` is None.
        sentence: whether anything was written as the one sentence; None is not certain, or no
            sheet was found.
    """

    name: str
    page: int | None = None
    jpeg: bytes
    width: int
    height: int
    taken: datetime | None = None
    digest: str
    codes: tuple[FoundCode, ...] = ()
    corners: Quad | None = None
    missing: frozenset[int] = frozenset()
    boxes: tuple[BoxReading, ...] = ()
    sentence: bool | None = None

    @property
    def sheets(self) -> tuple[SheetCode, ...]:
        """The sheets whose codes are in it, each once."""
        found = [code.sheet for code in self.codes if isinstance(code.sheet, SheetCode)]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file, or a page of one, that was not taken in, and why."""

    path: Path
    page: int | None = None
    error: WcafeError
