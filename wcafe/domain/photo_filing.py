"""Where a picture belongs by its code, and which sheets have not come back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from itertools import product

from wcafe.domain.cafe import Cafe
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.photos import BoxRead, Photo, PhotoId, Unfiled
from wcafe.domain.pictures import FoundCode, ReadPicture
from wcafe.domain.plan import Plan
from wcafe.domain.sheet_code import NotRead, SheetCode, SheetKind, cafe_tag, read_sheet_code
from wcafe.domain.sheet_form import MOST_SHEETS, SheetForm, form_of
from wcafe.domain.sheet_layout import BOXES, SheetShape
from wcafe.domain.sheet_places import number_of_tables, sheet_places
from wcafe.domain.sheets import TABLECLOTH, PrintedForm, SheetPlace, missing_sheets
from wcafe.domain.votes import VoteForm, number_of_sheet, vote_forms
from wcafe.errors import NoSuchRound, NoSuchSheet, NoSuchTable

SENTENCE = BOXES + 1
"""The number of the last box of a sheet: the one sentence that is to remain."""

_UNREAD = {
    NotRead.FOREIGN: Unfiled.FOREIGN,
    NotRead.BADGE: Unfiled.FOREIGN,
    NotRead.NEWER: Unfiled.NEWER,
    NotRead.DAMAGED: Unfiled.DAMAGED,
}
_TELLING = (NotRead.DAMAGED, NotRead.NEWER, NotRead.BADGE, NotRead.FOREIGN)
"""Which of several codes explains best why a picture was not filed: one of a sheet goes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSheets:
    """What a café knows of its sheets.

    Attributes:
        tag: what the code of each of them says of the café.
        tables, rounds: how many there are; 0 tables where nobody chose them yet.
        forms: what sheets ask for, by version: as they were printed, and as they are today.
        today: what they ask for today.
        printed: the versions that were printed, each with how many tables the café had then.
        votes: what dot-vote sheets list, by version, as they were printed.
    """

    tag: str
    tables: int
    rounds: int
    forms: Mapping[str, SheetForm]
    today: SheetForm
    printed: Mapping[str, int]
    votes: Mapping[str, VoteForm]

    @classmethod
    def of(cls, cafe: Cafe, plan: Plan | None, printed: Iterable[PrintedForm]) -> "KnownSheets":
        today, printed = form_of(cafe), tuple(printed)
        forms = {form.version: SheetForm(form.prompts) for form in printed if not form.rows}
        tables = number_of_tables(cafe, plan)
        return cls(
            tag=cafe_tag(cafe.id),
            tables=tables,
            rounds=len(cafe.rounds),
            forms={**forms, today.version: today},
            today=today,
            printed={form.version: form.tables or tables for form in printed if not form.rows},
            votes=vote_forms(printed),
        )

    def shapes(self, page: int | None = None) -> Mapping[SheetShape, Sequence[str]]:
        """Return how sheets of this café may be laid out, each with the forms that have it.

        Those that were printed; today's where wcafe printed none. Only the sheets that are
        numbered `page`, from 1, where that is said.
        """
        found: dict[SheetShape, list[str]] = {}
        for version, tables in (self.printed or {self.today.version: self.tables}).items():
            form = self.forms[version]
            pages = range(len(form.sheets)) if page is None else (page - 1,)
            for number, paper in product(pages, PaperSize):
                shape = form.shape(number, tables=tables, paper=paper)
                forms = found.setdefault(shape, [])
                if version not in forms:
                    forms.append(version)
        return found

    def has_place(self, table: int, round_: int) -> bool:
        """Is there such a table and round, both from 0?"""
        return 0 <= table < self.tables and 0 <= round_ < self.rounds

    def prompt(self, photo: Photo, box: int) -> str:
        """Return what stood above a box of a sheet, from 1; nothing where that is not known."""
        form = self.forms.get(photo.form)
        if form is None or photo.page < 1:
            return ""
        asked = form.asked(photo.page - 1)
        return asked[box - 1] if 1 <= box <= BOXES else ""


def new_photo(picture: ReadPicture, known: KnownSheets, *, id_: PhotoId, came: datetime) -> Photo:
    """Return what is known of a picture that came in: filed by its code, or why it is not."""
    code = _code_of(picture)
    sheet = code.sheet if code is not None and isinstance(code.sheet, SheetCode) else None
    unfiled = _why_unfiled(picture, code, known)
    photo = Photo(
        id=id_,
        name=picture.name,
        leaf=picture.leaf,
        digest=picture.digest,
        came=came,
        taken=picture.taken,
        width=picture.width,
        height=picture.height,
        size=len(picture.jpeg),
        sha256=sha256(picture.jpeg).hexdigest(),
        code=code.text if code is not None else "",
        unfiled=unfiled,
        corners=tuple(picture.corners or ()),
        boxes=_boxes(picture, known),
    )
    if sheet is None or unfiled is not None:
        return photo
    if sheet.kind is SheetKind.VOTES:
        return replace(photo, page=number_of_sheet(sheet) + 1, form=sheet.form)
    is_sheet = sheet.kind is SheetKind.HARVEST
    return replace(
        photo,
        table=sheet.table,
        round=sheet.round_,
        page=sheet.page + 1 if is_sheet else TABLECLOTH,
        form=sheet.form if is_sheet else "",
    )


def require_sheet(known: KnownSheets, place: SheetPlace) -> None:
    """Refuse a place of which there can be no sheet.

    Raises:
        NoSuchTable, NoSuchRound, NoSuchSheet
    """
    if not 0 <= place.table < known.tables:
        raise NoSuchTable(number=place.table + 1, tables=known.tables)
    if not 0 <= place.round < known.rounds:
        raise NoSuchRound(number=place.round + 1, rounds=known.rounds)
    if not TABLECLOTH <= place.page <= MOST_SHEETS:
        raise NoSuchSheet(page=place.page, most=MOST_SHEETS)


def sheet_on(photo: Photo) -> SheetCode | None:
    """Return what the code on a picture says, also where it could not be filed by it."""
    read = read_sheet_code(photo.code) if photo.code else NotRead.FOREIGN
    return read if isinstance(read, SheetCode) else None


def expected_sheets(
    cafe: Cafe, plan: Plan | None, *, rounds: Collection[int] | None = None
) -> tuple[SheetPlace, ...]:
    """Return the sheets that are to come back: of each table that is open in a round.

    Args:
        cafe: whose sheets they are; its prompts say how many a table gets for a round.
        plan: it says how many tables there are where the café does not.
        rounds: those that count, from 0; None for all.
    """
    return sheet_places(cafe, plan, pages=len(form_of(cafe).sheets), rounds=rounds)


def sheets_received(photos: Iterable[Photo], *, has_sheets: bool) -> frozenset[SheetPlace]:
    """Return the sheets of which there is a picture.

    Args:
        photos: all pictures.
        has_sheets: whether sheets were printed. Where none were, a tablecloth stands for the
            first sheet of its table and round.
    """
    places = {photo.place for photo in photos if photo.place is not None}
    cloths = {place for place in places if place.page == TABLECLOTH}
    stand_in = frozenset() if has_sheets else {replace(place, page=1) for place in cloths}
    return frozenset(places - cloths) | stand_in


def sheets_missing(
    expected: Iterable[SheetPlace],
    photos: Iterable[Photo],
    blank: Iterable[SheetPlace],
    *,
    has_sheets: bool,
) -> tuple[SheetPlace, ...]:
    """Return the sheets that neither came back nor stayed blank, by round, then by table."""
    return missing_sheets(expected, sheets_received(photos, has_sheets=has_sheets), blank)


def _code_of(picture: ReadPicture) -> FoundCode | None:
    """Return the code that says most of a picture."""
    ours = [code for code in picture.codes if isinstance(code.sheet, SheetCode)]
    if ours:
        return ours[0]
    for reason in _TELLING:
        for code in picture.codes:
            if code.sheet is reason:
                return code
    return None


def _why_unfiled(
    picture: ReadPicture, code: FoundCode | None, known: KnownSheets
) -> Unfiled | None:
    """Return why a picture cannot be filed by its codes; None where it can."""
    if code is None:
        return Unfiled.NO_CODE
    if len(picture.sheets) > 1:
        return Unfiled.SEVERAL
    sheet = code.sheet
    if isinstance(sheet, NotRead):
        return _UNREAD[sheet]
    if sheet.cafe != known.tag:
        return Unfiled.OTHER_CAFE
    if sheet.kind is SheetKind.VOTES:
        return None if _is_listed(sheet, known) else Unfiled.OTHER_FORM
    if not known.has_place(sheet.table, sheet.round_):
        return Unfiled.NO_SUCH_PLACE
    if sheet.kind is SheetKind.HARVEST and sheet.form not in known.forms:
        return Unfiled.OTHER_FORM
    return None


def _boxes(picture: ReadPicture, known: KnownSheets) -> tuple[BoxRead, ...]:
    if any(sheet.kind is SheetKind.VOTES for sheet in picture.sheets):
        return picture.boxes
    return boxes_read(picture.boxes, known, is_sentence=picture.sentence)


def _is_listed(sheet: SheetCode, known: KnownSheets) -> bool:
    """Is it known what the rows of a dot-vote sheet were?"""
    form = known.votes.get(sheet.form)
    number = number_of_sheet(sheet)
    if form is None or number >= len(form.sheets):
        return False
    return sheet.shape == form.shape(number, sheet.shape.paper)


def boxes_read(
    boxes: Sequence[BoxRead], known: KnownSheets, *, is_sentence: bool
) -> tuple[BoxRead, ...]:
    """Return what was read, and behind it whether the sheet's last sentence was written."""
    if not boxes:
        return ()
    last = BoxRead(box=SENTENCE, is_written=is_sentence)
    return (*(_asked_where_beyond(box, known) for box in boxes), last)


def _asked_where_beyond(box: BoxRead, known: KnownSheets) -> BoxRead:
    """Let a table that the café does not have be asked for: somebody ticked another number."""
    if box.from_table is None or box.from_table < known.tables:
        return box
    unsure = tuple(dict.fromkeys((*box.unsure, "from_table")))
    return replace(box, from_table=None, unsure=unsure)
