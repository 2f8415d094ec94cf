"""A picture is filed by its code, or it is known why not; sheets that did not come are missing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from wcafe.domain.cafe import draft
from wcafe.domain.filed_by_hand import filed_by_hand
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import NoteId
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.photo_filing import (
    SENTENCE,
    KnownSheets,
    expected_sheets,
    new_photo,
    sheets_missing,
)
from wcafe.domain.photo_typing import WHOLE, boxes_to_type, is_typed, next_box, with_typed
from wcafe.domain.photos import BoxRead, PhotoId, PhotoStatus, Unfiled, first_pictures, status_of
from wcafe.domain.pictures import FoundCode, ReadPicture
from wcafe.domain.sheet_code import SheetCode, SheetKind, cafe_tag, read_sheet_code
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_layout import SheetShape
from wcafe.domain.sheets import SheetPlace

CAFE = replace(
    draft(title="X", language="en", rounds=2, tables=3, questions=(), day=None),
    prompts=("Seen", "Proposed"),
)
KNOWN = KnownSheets.of(CAFE, None, ())
NOWHERE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def code(**facts):
    plain = {
        "kind": SheetKind.HARVEST,
        "cafe": cafe_tag(CAFE.id),
        "table": 2,
        "round_": 1,
        "page": 0,
        "shape": SheetShape(paper=PaperSize.A4),
        "form": form_of(CAFE).version,
    }
    return SheetCode(**plain | facts).text


def picture(*texts, boxes=(), sentence=False):
    codes = tuple(FoundCode(text=t, sheet=read_sheet_code(t), place=NOWHERE) for t in texts)
    return ReadPicture(
        name="IMG_1.jpg",
        digest="d",
        jpeg=b"jpeg",
        width=3,
        height=4,
        codes=codes,
        boxes=boxes,
        sentence=sentence,
    )


def kept(*texts, id_="1", **facts):
    came = datetime(2026, 11, 26, tzinfo=UTC)
    return new_photo(picture(*texts, **facts), KNOWN, id_=PhotoId(id_), came=came)


def test_a_sheet_is_filed_where_its_code_says():
    photo = kept("https://example.org/poster", code())
    assert photo.place == SheetPlace(table=2, round=1, page=1)
    assert (photo.unfiled, photo.form) == (None, form_of(CAFE).version)
    assert KNOWN.prompt(photo, 5) == "Proposed"


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ((), Unfiled.NO_CODE),
        (("https://example.org",), Unfiled.FOREIGN),
        (("WCAFE-P-ABCDEF",), Unfiled.FOREIGN),
        (("WCAFE-S9-AAAA",), Unfiled.NEWER),
        (("https://example.org", "WCAFE-S1-AAAA"), Unfiled.DAMAGED),
        ((code(), code(table=0)), Unfiled.SEVERAL),
        ((code(cafe="0123456789"),), Unfiled.OTHER_CAFE),
        ((code(form="ABCDEF"),), Unfiled.OTHER_FORM),
        ((code(table=3),), Unfiled.NO_SUCH_PLACE),
        ((code(round_=2),), Unfiled.NO_SUCH_PLACE),
    ],
)
def test_what_cannot_be_filed_by_its_codes_says_why(texts, reason):
    photo = kept(*texts)
    assert (photo.place, photo.unfiled) == (None, reason)


def test_a_tablecloth_belongs_to_its_table_and_stands_for_no_sheet():
    one, two = kept(code(kind=SheetKind.STICKER)), kept(code(kind=SheetKind.STICKER), id_="2")
    first = first_pictures((one, two))
    assert status_of(two, first) is PhotoStatus.FILED
    expected = expected_sheets(CAFE, None)

    missing = sheets_missing(expected, (one, two), (), has_sheets=True)
    assert SheetPlace(table=2, round=1) in missing
    missing = sheets_missing(expected, (one, two), (), has_sheets=False)
    assert SheetPlace(table=2, round=1) not in missing


def test_sheets_are_expected_of_open_tables_and_for_as_many_prompts_as_there_are():
    closed = replace(CAFE.tables[0], closed=frozenset({1}))
    cafe = replace(
        CAFE, tables=(closed, *CAFE.tables[1:]), prompts=tuple(f"Prompt {n}" for n in range(6))
    )
    expected = expected_sheets(cafe, None, rounds=[1])
    assert [(each.table, each.page) for each in sorted(expected)] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
    ]


def test_a_table_that_is_not_there_is_asked_for_and_not_guessed():
    photo = kept(code(), boxes=(BoxRead(box=1, kind=Kind.IDEA, from_table=8),), sentence=True)
    assert photo.boxes == (
        BoxRead(box=1, kind=Kind.IDEA, unsure=("from_table",)),
        BoxRead(box=SENTENCE, is_written=True),
    )


def test_a_photo_filed_by_hand_keeps_what_its_sheet_asked():
    moved = filed_by_hand(kept(code(table=3)), SheetPlace(table=0, round=0), KNOWN)
    assert (moved.table, moved.form) == (0, form_of(CAFE).version)
    assert filed_by_hand(kept(), SheetPlace(table=0, round=0), KNOWN).form == ""


def test_boxes_with_writing_are_typed_in_turn_and_a_deleted_note_counts_no_more():
    boxes = tuple(BoxRead(box=n, is_written=n != 2) for n in (1, 2, 3))
    photo = replace(kept(code()), boxes=boxes)
    assert boxes_to_type(photo) == (1, 3)
    typed = with_typed(with_typed(photo, 1, NoteId("a")), 3, NoteId("b"))

    assert is_typed(typed, {"a", "b"})
    assert next_box(typed, {"b"}) == 1
    assert next_box(typed, {"a"}, after=1) == 3
    assert boxes_to_type(replace(photo, boxes=())) == (WHOLE,)
