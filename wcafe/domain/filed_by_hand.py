"""A picture of which somebody says which sheet it shows: from then on it is read as that sheet."""

from dataclasses import replace
from math import dist

from wcafe.domain.paper_size import PaperSize
from wcafe.domain.photo_filing import KnownSheets, boxes_read, sheet_on
from wcafe.domain.photos import Photo, Point, Unfiled
from wcafe.domain.pictures import ReadSheet
from wcafe.domain.sheet_code import SheetCode, SheetKind
from wcafe.domain.sheet_form import VERSION_LENGTH
from wcafe.domain.sheet_layout import SheetLayout, SheetShape
from wcafe.domain.sheets import TABLECLOTH, SheetPlace
from wcafe.domain.vote_layout import VoteShape
from wcafe.domain.votes import require_no_votes

_NOT_A_SHEET = (Unfiled.NO_CODE, Unfiled.FOREIGN, Unfiled.DAMAGED, Unfiled.NEWER)
"""Why a picture was not filed that shows no code of one of our sheets."""

_UNKNOWN_FORM = "0" * VERSION_LENGTH


def is_unread_sheet(photo: Photo) -> bool:
    """Does it show a sheet whose code could not be read, and nobody said yet which one?"""
    return len(photo.corners) == 4 and sheet_on(photo) is None


def shape_on(photo: Photo) -> SheetShape | VoteShape | None:
    """Return how the sheet on a picture is laid out; None where no sheet was found on it.

    Where nobody knows which sheet it is, only the paper is true.
    """
    if len(photo.corners) != 4:
        return None
    code = sheet_on(photo)
    if code is not None:
        return code.shape if code.kind is not SheetKind.STICKER else None
    return SheetShape(paper=_paper_of(photo.corners))


def needs_reading(photo: Photo, place: SheetPlace) -> bool:
    """Are its boxes still to be read, once it is filed at `place`?"""
    if place.page == TABLECLOTH:
        return False
    is_other_page = _has_code_by_hand(photo) and place.page != photo.page
    return not photo.boxes or is_other_page


def filed_by_hand(
    photo: Photo, place: SheetPlace, known: KnownSheets, read: ReadSheet | None = None
) -> Photo:
    """Return the picture filed where somebody says it belongs.

    What its sheet asked for stays known where its code says so. Where no code was read, it is
    kept as if it had the code of that sheet.

    Args:
        photo: the picture.
        place: which sheet it shows.
        known: what the café knows of its sheets.
        read: what was read on it, now that it is known which sheet that is.

    Raises:
        VotesKept: its dots are votes.
    """
    require_no_votes(photo)
    if photo.is_votes:  # it was taken for a sheet of dots, of which it has no box
        photo = replace(photo, form="", boxes=())
    filed = replace(photo, table=place.table, round=place.round, page=place.page)
    if read is not None:
        code = read.code or _code_of(place, known, read.shape)
        boxes = boxes_read(read.boxes, known, is_sentence=read.sentence)
        filed = replace(filed, corners=read.corners, boxes=boxes, code=code.text, form="")
    elif _has_code_by_hand(photo) and place.page != TABLECLOTH:
        here = sheet_on(photo)
        assert here is not None
        moved = replace(here, table=place.table, round_=place.round, page=place.page - 1)
        filed = replace(filed, code=moved.text)
    here = sheet_on(filed)
    if filed.form or here is None or here.kind is not SheetKind.HARVEST:
        return filed
    return replace(filed, form=here.form if here.form in known.forms else "")


def _has_code_by_hand(photo: Photo) -> bool:
    """Does its code stand there because somebody said which sheet it is?"""
    return photo.unfiled in _NOT_A_SHEET and sheet_on(photo) is not None


def _code_of(place: SheetPlace, known: KnownSheets, shape: SheetShape) -> SheetCode:
    """Return the code of that sheet. Where several forms look alike, none of them is taken."""
    forms = known.shapes(place.page).get(shape, ())
    return SheetCode(
        kind=SheetKind.HARVEST,
        cafe=known.tag,
        table=place.table,
        round_=place.round,
        page=place.page - 1,
        shape=shape,
        form=forms[0] if len(forms) == 1 else _UNKNOWN_FORM,
    )


def _paper_of(corners: tuple[Point, ...]) -> PaperSize:
    """Return the paper whose marks lie most like these."""
    one, two, three, four = corners
    seen = (dist(one, four) + dist(two, three)) / max(dist(one, two) + dist(four, three), 1e-9)

    def off(paper: PaperSize) -> float:
        first, right, _last, below = SheetLayout(SheetShape(paper=paper)).marks
        return abs((below.top - first.top) / (right.left - first.left) - seen)

    return min(PaperSize, key=off)
