"""A sheet that somebody named is as good as one that was read: its form and code are known then."""

from dataclasses import replace

import pytest

from tests.domain.test_photo_filing import CAFE, KNOWN, NOWHERE, code, kept
from wcafe.domain.filed_by_hand import filed_by_hand, is_unread_sheet, needs_reading, shape_on
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.photo_filing import SENTENCE, KnownSheets
from wcafe.domain.photo_typing import notes_elsewhere, with_typed
from wcafe.domain.photo_words import say_doubts, say_elsewhere, say_status
from wcafe.domain.photos import BoxRead, PhotoStatus
from wcafe.domain.pictures import ReadSheet
from wcafe.domain.sheet_code import SheetCode, read_sheet_code
from wcafe.domain.sheet_form import SheetForm, form_of
from wcafe.domain.sheet_layout import SheetLayout, SheetShape
from wcafe.domain.sheets import TABLECLOTH, SheetPlace
from wcafe.i18n import ENGLISH

SHAPE = form_of(CAFE).shape(0, tables=3)
PLACE = SheetPlace(table=1, round=1)


def read(shape=SHAPE, from_table=None):
    boxes = (BoxRead(box=1, from_table=from_table),)
    return ReadSheet(shape=shape, corners=NOWHERE, boxes=boxes, sentence=False)


def test_a_sheet_without_code_gets_that_of_the_sheet_it_is_said_to_be():
    photo = filed_by_hand(kept(), PLACE, KNOWN, read())

    here = read_sheet_code(photo.code)
    assert isinstance(here, SheetCode)
    assert (here.place, here.shape, here.form) == (PLACE, SHAPE, form_of(CAFE).version)
    assert (photo.place, photo.form) == (PLACE, form_of(CAFE).version)
    assert [box.box for box in photo.boxes] == [1, SENTENCE]
    assert KNOWN.prompt(photo, 1) == "Seen"
    assert not needs_reading(photo, replace(PLACE, table=0))
    assert needs_reading(photo, replace(PLACE, page=2))
    moved = filed_by_hand(photo, replace(PLACE, table=0), KNOWN)
    assert read_sheet_code(moved.code).table == 0
    assert moved.boxes == photo.boxes


def test_where_two_printed_forms_look_alike_no_prompt_is_guessed():
    printed = [SheetForm(prompts).printed(3) for prompts in (("A", "B"), ("C", "D"))]
    known = KnownSheets.of(CAFE, None, printed)

    photo = filed_by_hand(kept(), PLACE, known, read())

    assert photo.form == ""
    assert known.prompt(photo, 1) == ""
    assert len(photo.boxes) == 2


def test_what_was_printed_is_looked_for_and_nothing_else():
    printed = [SheetForm(("A",)).printed(120)]
    shapes = KnownSheets.of(CAFE, None, printed).shapes(1)

    assert {shape.digits for shape in shapes} == {3}
    assert {shape.headed for shape in shapes} == {frozenset({0})}
    assert {shape.paper for shape in shapes} == set(PaperSize)


def test_a_table_that_the_café_has_not_is_asked_when_it_is_read_on_a_sheet_filed_by_hand():
    photo = filed_by_hand(kept(), PLACE, KNOWN, read(from_table=7))
    assert (photo.boxes[0].from_table, photo.boxes[0].unsure) == (None, ("from_table",))


def test_a_picture_of_no_sheet_and_a_tablecloth_get_no_boxes():
    assert filed_by_hand(kept(), PLACE, KNOWN).boxes == ()
    assert not needs_reading(kept(), replace(PLACE, page=TABLECLOTH))
    assert shape_on(kept()) is None


@pytest.mark.parametrize("paper", PaperSize)
def test_a_sheet_without_code_says_so_and_is_laid_straight_by_its_paper(paper):
    marks = SheetLayout(SheetShape(paper=paper)).marks
    photo = replace(kept(), corners=tuple(mark.middle for mark in marks))

    assert is_unread_sheet(photo)
    assert shape_on(photo).paper is paper
    assert say_status(photo, PhotoStatus.UNKNOWN, ENGLISH) == "a sheet, code not read"
    assert not is_unread_sheet(replace(photo, code=code()))


def test_notes_that_did_not_go_with_their_photo_are_told_with_where_they_stand():
    note = Note(id=NoteId("a"), table=2, round=1, text="x")
    photo = with_typed(replace(kept(), table=2, round=1), 0, note.id)
    assert notes_elsewhere(photo, {note.id: note}) == ()

    left = notes_elsewhere(replace(photo, table=0), {note.id: note})

    assert left == (note,)
    assert say_elsewhere(left, ENGLISH) == "1 note typed from it stays at Table 3, round 2."
    assert notes_elsewhere(replace(photo, table=0), {}) == ()


def test_boxes_that_are_not_where_they_are_printed_are_told_by_number():
    unsure = ("kind", "support", "from_table")
    boxes = (BoxRead(box=1), BoxRead(box=2, unsure=unsure), BoxRead(box=3, unsure=("kind",)))
    photo = replace(kept(code()), boxes=boxes)

    crease, doubts = say_doubts(photo, ENGLISH)

    assert "box 2 is not where it is printed" in crease
    assert doubts.startswith("2 boxes to look at")
    assert say_doubts(replace(photo, boxes=boxes[:1]), ENGLISH) == ()
