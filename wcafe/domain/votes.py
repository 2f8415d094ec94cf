"""Dot-vote sheets: what dots can be given to on each, and what was counted on those that came back.

Sheets stay what they were when they were printed: the ids of what they list are kept by their
version, which stands in their code. Dots for a note become its votes; those for a theme stand with
the pictures they were counted on, and are added up from there.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wcafe.domain.cafe import MOST_ROUNDS, CafeId
from wcafe.domain.notes import NoteId
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.photos import BoxRead, Photo
from wcafe.domain.sheet_code import SheetCode, SheetKind, cafe_tag
from wcafe.domain.sheet_form import MOST_SHEETS, VERSION_LENGTH
from wcafe.domain.sheets import PrintedForm
from wcafe.domain.vote_layout import MOST_ROWS, VoteShape
from wcafe.errors.votes import VotesKept

DOTS = "dots"
"""What is unsure of a row whose dots a person has to count."""

MOST_VOTE_SHEETS = MOST_SHEETS * MOST_ROUNDS
"""How many sheets may list different things: their code has no table or round to say."""


@dataclass(frozen=True, slots=True)
class VoteForm:
    """What all dot-vote sheets of a café list: the ids of themes, or of ideas and actions."""

    rows: tuple[str, ...]

    @property
    def version(self) -> str:
        """A short name of what is listed: forms that list the same have the same."""
        listed = json.dumps(["votes", *self.rows]).encode()
        return hashlib.sha256(listed).hexdigest()[:VERSION_LENGTH].upper()

    @property
    def sheets(self) -> tuple[tuple[str, ...], ...]:
        """What each sheet lists: about as much as the others."""
        number = max(1, -(-len(self.rows) // MOST_ROWS))
        least, over = divmod(len(self.rows), number)
        sheets, start = [], 0
        for place in range(number):
            stop = start + least + (place < over)
            sheets.append(self.rows[start:stop])
            start = stop
        return tuple(sheets)

    def shape(self, page: int, paper: PaperSize = PaperSize.A4) -> VoteShape:
        """Return how the sheet that is numbered `page`, from 0, is laid out."""
        return VoteShape(paper=paper, rows=len(self.sheets[page]))

    def printed(self) -> PrintedForm:
        """Return what a café keeps of it once it is on paper."""
        return PrintedForm(version=self.version, rows=self.rows)


def vote_code(
    cafe: CafeId, form: VoteForm, sheet: int, *, copy: int = 0, paper: PaperSize = PaperSize.A4
) -> str:
    """Return what the code of a sheet says, which is numbered from 0, as is its `copy`."""
    beyond, page = divmod(sheet, MOST_SHEETS)
    return SheetCode(
        kind=SheetKind.VOTES,
        cafe=cafe_tag(cafe),
        table=copy,
        round_=beyond,
        page=page,
        shape=form.shape(sheet, paper),
        form=form.version,
    ).text


def number_of_sheet(code: SheetCode) -> int:
    """Return which of the sheets it is, from 0, whichever copy."""
    return code.round_ * MOST_SHEETS + code.page


def vote_forms(printed: Iterable[PrintedForm]) -> dict[str, VoteForm]:
    """Return the dot-vote sheets among what was printed, by version."""
    return {form.version: VoteForm(form.rows) for form in printed if form.rows}


def row_read(row: int, dots: int | None) -> BoxRead:
    """Return what was counted in a row, from 1; None where that is not certain."""
    unsure = () if dots is not None else (DOTS,)
    return BoxRead(box=row, is_written=dots != 0, unsure=unsure, dots=dots)


def listed_on(photo: Photo, forms: Mapping[str, VoteForm]) -> tuple[str, ...]:
    """Return the ids that the sheet on a picture lists, row by row; none where it is no such one.

    A row that the sheet has and its form has not would be nobody's, so it is not there.
    """
    form = forms.get(photo.form) if photo.is_votes else None
    if form is None or not 1 <= photo.page <= len(form.sheets):
        return ()
    return form.sheets[photo.page - 1]


def kept_rows(photo: Photo) -> frozenset[int]:
    """Return the rows, from 1, whose dots were kept as votes."""
    return frozenset(row for row, _id in photo.typed) if photo.is_votes else frozenset()


def require_no_votes(photo: Photo) -> None:
    """Refuse that a picture goes while its dots are votes: nobody would know of them any more.

    Raises:
        VotesKept
    """
    if kept_rows(photo):
        raise VotesKept(photo=photo.name)


def with_votes(photo: Photo, counts: Mapping[int, int], listed: tuple[str, ...]) -> Photo:
    """Return what is known of a picture once so many dots of these rows, from 1, are votes."""
    boxes = tuple(
        row_read(box.box, counts[box.box]) if box.box in counts else box
        for box in photo.boxes or (row_read(row, None) for row in range(1, len(listed) + 1))
    )
    kept = dict(photo.typed) | {row: NoteId(listed[row - 1]) for row in counts}
    return replace(photo, boxes=boxes, typed=tuple(sorted(kept.items())))


def without_votes(photo: Photo) -> Photo:
    """Return what is known of a picture once none of its dots are votes any more."""
    return replace(photo, typed=())


def votes_on(photo: Photo, forms: Mapping[str, VoteForm]) -> dict[str, int]:
    """Return the dots that were kept of a picture, by the id of what they were given to."""
    listed, kept = listed_on(photo, forms), kept_rows(photo)
    return {
        listed[box.box - 1]: box.dots
        for box in photo.boxes
        if box.box in kept and box.dots is not None and box.box <= len(listed)
    }


def votes_counted(photos: Iterable[Photo], printed: Iterable[PrintedForm]) -> dict[str, int]:
    """Return the dots kept of all pictures together, by the id of what they were given to."""
    forms, total = vote_forms(printed), dict[str, int]()
    for photo in photos:
        for listed, dots in votes_on(photo, forms).items():
            total[listed] = total.get(listed, 0) + dots
    return total
