"""A scanner at the door types faster than anybody: the code, then Enter or Tab."""

import pytest
from PySide6.QtCore import QMimeData, Qt

from tests.scanners import typed_for
from tests.ui.hands import type_text
from wcafe.domain.badges import badge_code
from wcafe.domain.people import PersonId
from wcafe.domain.text import new_id
from wcafe.errors import NobodyCalled

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def code(who):
    return badge_code(who("Maud").id)


@pytest.mark.parametrize("end", [ENTER, TAB])
def test_a_scan_notes_who_it_is_and_is_ready_for_the_next(qtbot, page, who, code, end):
    other = badge_code(who("Jean").id)
    for scanned in (code, other):
        type_text(page.name_edit, scanned)
        qtbot.keyClick(page.name_edit, end)

    assert who("Maud").arrived
    assert who("Jean").arrived
    assert page.name_edit.text() == ""
    assert page.name_edit.hasFocus(), "Tab went nowhere"
    assert page.card.name._name == "Jean-Luc"


def test_a_scanner_that_still_holds_the_shift_key_adds_nobody(qtbot, page, seated, who, code):
    type_text(page.name_edit, code)
    qtbot.keyClick(page.name_edit, ENTER, SHIFT)

    assert who("Maud").arrived
    assert len(seated.services.people.all()) == 12


@pytest.mark.parametrize("keyboard", ["French on Windows", "German"])
def test_a_scan_is_read_on_another_keyboard_too(qtbot, page, who, code, keyboard):
    type_text(page.name_edit, typed_for(keyboard, code))
    assert page.sentence.text().startswith("This is the code of a badge")
    qtbot.keyClick(page.name_edit, ENTER)

    assert who("Maud").arrived


def test_a_scan_without_an_end_shows_who_it_is_and_waits_for_enter(qtbot, page, who, code):
    type_text(page.name_edit, code)
    assert page.card.name._name == "Maud"
    assert not who("Maud").arrived


def test_a_second_scan_of_the_same_badge_is_told_and_changes_nothing(qtbot, page, seated, code):
    for _time in range(2):
        type_text(page.name_edit, code)
        qtbot.keyClick(page.name_edit, ENTER)

    assert "is here already" in page.card.remark.text()
    assert seated.history.count() == 1


def test_a_badge_of_another_café_is_told_and_the_next_scan_counts(qtbot, page, door, who, code):
    with qtbot.waitSignal(door.failed) as told:
        type_text(page.name_edit, badge_code(PersonId(new_id())))
        qtbot.keyClick(page.name_edit, ENTER)
    assert isinstance(told.args[0], NobodyCalled)
    assert not any(each.arrived for each in door.people)

    type_text(page.name_edit, code)
    qtbot.keyClick(page.name_edit, ENTER)
    assert who("Maud").arrived


def test_tab_after_a_name_goes_to_the_next_field(qtbot, page, door):
    type_text(page.name_edit, "maud")
    qtbot.keyClick(page.name_edit, TAB)

    assert not page.name_edit.hasFocus()
    assert not any(each.arrived for each in door.people)


def test_a_scan_while_the_keyboard_is_elsewhere_is_not_lost(qtbot, page, who, code):
    page.card.setFocus()
    page.list.setFocus()
    type_text(page.list, code[0])
    type_text(page.name_edit, code[1:])
    qtbot.keyClick(page.name_edit, ENTER)

    assert who("Maud").arrived


def test_a_code_that_is_pasted_is_found(qtbot, page, who, code):
    pasted = QMimeData()
    pasted.setText(f"{code}\n")
    page.name_edit.insert(pasted.text())
    qtbot.keyClick(page.name_edit, ENTER)

    assert who("Maud").arrived
