"""Pictures of sheets and tablecloths: where each belongs, what is read on it, who may see it.

The picture itself is kept apart, by the id of its `Photo`: what goes to a task or to paper's
plans holds no bytes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from wcafe.domain.choice import Choice
from wcafe.domain.kinds import Kind
from wcafe.domain.lengths import CellText, ShortText, require_short
from wcafe.domain.notes import NoteId, Support
from wcafe.domain.sheets import TABLECLOTH, SheetPlace

PhotoId = NewType("PhotoId", str)

Point = tuple[float, float]
"""A place on a picture, in pixels from its left and its top."""


class Unfiled(Choice):
    """Why a picture was not filed by its code; whoever files it by hand need not mend that."""

    NO_CODE = "no_code"
    SEVERAL = "several"  # two sheets on one picture
    FOREIGN = "foreign"  # a code that is none of a sheet of ours
    OTHER_CAFE = "other_cafe"
    OTHER_FORM = "other_form"  # a sheet whose form this café does not know
    NEWER = "newer"  # a sheet of a later wcafe
    DAMAGED = "damaged"  # a code of ours of which a part is gone
    NO_SUCH_PLACE = "no_such_place"  # a table or round that this café has no more


class Shown(Choice):
    """Whether a picture shows people, and what they said to that."""

    NOBODY = "nobody"
    ASK = "ask"  # there may be somebody, and nobody was asked
    AGREED = "yes"
    REFUSED = "no"


PUBLISHABLE = frozenset({Shown.NOBODY, Shown.AGREED})
"""Those that may leave the house."""


class PhotoStatus(StrEnum):
    """How it stands with a picture, as commands say it."""

    FILED = "filed"
    UNKNOWN = "unknown"
    TWICE = "twice"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxRead:
    """What the ticks of one box say, as far as that is certain. Tables from 0, boxes from 1.

    Attributes:
        is_written: whether something stands in its lines.
        unsure: those of `kind`, `support`, `from_table` and `dots` that somebody has to look at.
        dots: how many dots are in a row of a dot-vote sheet, which counts as a box of it.
    """

    box: int
    kind: Kind | None = None
    support: Support | None = None
    from_table: int | None = None
    is_written: bool = True
    unsure: tuple[ShortText, ...] = ()
    dots: int | None = None

    @property
    def is_unread(self) -> bool:
        """Is nothing of it certain? So it is where it was not found where it is printed."""
        return {"kind", "support", "from_table"} <= {*self.unsure}


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One picture, without its bytes. Tables and rounds from 0.

    Attributes:
        name: what its file was called.
        leaf: which page of a file of several it was, from 1.
        digest: the SHA-256 of what came in, by which the same is known when it comes again.
        came: when it came in.
        taken: when the camera says it was taken, by the camera's clock.
        width, height: of the picture that is kept, upright as it came, in pixels.
        size: of the same, in bytes.
        sha256: of the same.
        code: what its code says, where there is one. Of a sheet that was filed by hand as its code
            could not be read: what that code says.
        unfiled: why it was not filed by it.
        table, round, page: where it is filed; nowhere while there is no table. Page 0 is none of
            the sheets: a tablecloth, of which there may be several pictures.
        form: in which form its sheet was printed; none of what is no sheet with boxes. A dot-vote
            sheet has a form and a page, and belongs to no table.
        turns: quarters by which somebody turned it to the right.
        corners: where the four marks of the sheet are, from the top left one clockwise as the
            sheet is read; none where they were not found. A sheet may be found without its code.
        boxes: what was read on it.
        typed: which note was typed from which box, or from the picture as a whole (box 0); of a
            dot-vote sheet, to what the dots of which row were given once they are kept as votes.
        alternative: what it shows, in words, for who does not see it.
        shown: whether people are on it, and what they say.
        is_chosen: whether it is to stand in what is published.
    """

    id: PhotoId
    name: CellText
    leaf: int | None = None
    digest: ShortText
    came: datetime
    taken: datetime | None = None
    width: int
    height: int
    size: int
    sha256: ShortText
    code: CellText = ""
    unfiled: Unfiled | None = None
    table: int | None = None
    round: int | None = None
    page: int = 1
    form: ShortText = ""
    turns: int = 0
    corners: tuple[Point, ...] = ()
    boxes: tuple[BoxRead, ...] = ()
    typed: tuple[tuple[int, NoteId], ...] = ()
    alternative: CellText = ""
    shown: Shown = Shown.ASK
    is_chosen: bool = False
    version: int = 0

    def __post_init__(self) -> None:
        require_short(self)

    @property
    def place(self) -> SheetPlace | None:
        """The sheet it shows; None while nobody knows."""
        if self.table is None or self.round is None:
            return None
        return SheetPlace(round=self.round, table=self.table, page=self.page)

    @property
    def is_votes(self) -> bool:
        """Whether it shows a dot-vote sheet, and was filed as one."""
        return bool(self.form) and self.table is None

    @property
    def sheet(self) -> SheetPlace | str | None:
        """What tells its sheet from others: its place, or of a dot-vote sheet its code."""
        return self.code if self.is_votes else self.place

    @property
    def may_be_published(self) -> bool:
        """Whether it may leave the house: it was chosen, and nobody on it has to be asked."""
        return self.is_chosen and self.shown in PUBLISHABLE


def status_of(photo: Photo, received: Mapping[SheetPlace | str, PhotoId]) -> PhotoStatus:
    """Return how it stands with `photo`, where `received` says the first picture of each sheet."""
    if photo.sheet is not None:
        if photo.place is not None and photo.place.page == TABLECLOTH:
            return PhotoStatus.FILED
        is_first = received.get(photo.sheet, photo.id) == photo.id
        return PhotoStatus.FILED if is_first else PhotoStatus.TWICE
    ours = (Unfiled.NO_CODE, Unfiled.SEVERAL, Unfiled.DAMAGED, Unfiled.NO_SUCH_PLACE, None)
    return PhotoStatus.UNKNOWN if photo.unfiled in ours else PhotoStatus.FOREIGN


def first_pictures(photos: Iterable[Photo]) -> dict[SheetPlace | str, PhotoId]:
    """Return of each sheet the first picture that came, of `photos` in the order they came in."""
    found: dict[SheetPlace | str, PhotoId] = {}
    for photo in photos:
        if photo.sheet is not None:
            found.setdefault(photo.sheet, photo.id)
    return found
