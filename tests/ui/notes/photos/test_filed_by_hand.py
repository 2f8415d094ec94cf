"""A sheet whose code is covered is said to be one, named by hand, and typed box by box."""

import pytest
from PySide6.QtCore import QRect, Qt

from tests.photographed import print_for, without_code
from tests.scan.simulated import Filled, jpeg_bytes
from tests.ui.hands import type_text
from tests.ui.notes.hands import choose_key
from tests.ui.notes.photos.test_photos import come_in
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.sheets import SheetPlace

LEFT = Qt.MouseButton.LeftButton
FILLED = (
    Filled(kind=Kind.QUESTION, support=Support.TABLE, is_written=True),
    *(Filled(),) * 3,
    Filled(kind=Kind.IDEA, is_written=True),
)


@pytest.fixture(scope="session")
def covered(received, tmp_path_factory):
    """A photo of a sheet of that café on which coffee was spilt."""
    from wcafe.app import open_cafe

    with open_cafe(received / "café.wcafe", is_read_only=True) as opened:
        cafe = opened.cafes.get()
    path = tmp_path_factory.mktemp("covered") / "IMG_2026-11-26 après-midi, table du fond.jpg"
    path.write_bytes(jpeg_bytes(without_code(print_for(cafe), 4, FILLED), 85))
    return path


@pytest.mark.slow
def test_it_is_straightened_asked_for_its_place_and_then_read_and_undone_in_one_step(
    qtbot, shown, covered
):
    come_in(qtbot, shown, covered)
    photo = shown.presenter.photos[-1]
    shown.presenter.choose(photo.id)
    assert (photo.place, len(photo.corners), photo.boxes) == (None, 4, ())
    assert shown.card.reason.text().startswith("A sheet of this café whose code could not be read")
    assert shown.view.sheet._sheet is not None

    choose_key(shown.card.table_choice, 2)
    choose_key(shown.card.round_choice, 0)
    qtbot.mouseClick(shown.card.file_button, LEFT)
    assert not shown.typing.isVisible()  # not before it is known what there is to type
    qtbot.waitUntil(lambda: not shown.presenter.saying.reading)

    filed = shown.kept()[photo.id]
    assert filed.place == SheetPlace(table=2, round=0)
    first = filed.boxes[0]
    assert (first.kind, first.support) == (Kind.QUESTION, Support.TABLE)
    assert [box.box for box in filed.boxes if box.is_written] == [1, 5]
    assert shown.typing.heading.text() == "Box 1 of 5"
    assert shown.view.enlarged.isVisible()
    row = shown.view.list.photos.rows[-1]
    assert row.state == "to be typed · 0 of 2"
    qtbot.waitUntil(shown.field.hasFocus)

    shown.undo()
    here = shown.kept()[photo.id]
    assert (here.place, here.boxes, here.code) == (None, (), "")
    assert shown.presenter.box == 0


def test_notes_stay_where_they_are_until_one_click_moves_them_and_undo_brings_them_back(
    qtbot, shown
):
    type_text(shown.field, "Un banc à l'ombre")
    qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    assert not shown.card.left_behind.isVisible()
    qtbot.mouseClick(shown.card.elsewhere_button, LEFT)
    choose_key(shown.card.table_choice, 2)
    qtbot.mouseClick(shown.card.file_button, LEFT)

    told = shown.card.left_text.text()
    assert told == "1 note typed from it stays at Table 1, round 2."
    qtbot.mouseClick(shown.card.along_button, LEFT)
    assert [note.table for note in shown.notes()] == [2]
    assert not shown.card.left_behind.isVisible()

    shown.undo()
    assert [note.table for note in shown.notes()] == [0]
    assert shown.card.left_behind.isVisible()
    shown.undo()
    assert not shown.card.left_behind.isVisible()


def test_at_1024_by_768_all_of_the_card_is_seen_and_the_keyboard_is_where_one_types(qtbot, shown):
    shown.page.resize(900, 739)
    qtbot.waitUntil(shown.field.hasFocus)
    card, seen = shown.card, shown.view.facts.viewport()
    for part in (card.elsewhere_button, card.remove_button, card.alternative_edit):
        place = QRect(part.mapTo(seen, part.rect().topLeft()), part.size())
        assert seen.rect().contains(place), part
    assert card.name.text() == shown.presenter.photo.name
    shown.typing.keep_button.setFocus()
    qtbot.keyClick(shown.typing.keep_button, Qt.Key.Key_Tab)
    assert shown.view.missing.blank_button.hasFocus()
