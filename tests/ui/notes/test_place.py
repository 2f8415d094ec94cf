"""The table and the round that a note is typed for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.cafes import add_people
from tests.ui.hands import type_text
from tests.ui.notes.hands import shown_page
from wcafe.ui.notes import make_presenter
from wcafe.ui.notes.views import View

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def begin(opened, step):
    """Begin a step of the café, and let the desk hear of it."""
    opened.live.start(step)
    QApplication.processEvents()


def test_the_round_of_the_notes_follows_the_clock(typing, opened):
    begin(opened, "talk:1")
    assert typing.capture.round_choice.currentText() == "2"

    begin(opened, "talk:2")
    assert typing.capture.round_choice.currentText() == "3"
    assert not typing.capture.round_button.isVisible()


def test_a_round_chosen_by_hand_stays_and_one_click_goes_to_the_one_under_way(
    qtbot, typing, opened
):
    begin(opened, "talk:1")
    qtbot.keyClick(typing.field, Qt.Key.Key_Left, ALT)
    begin(opened, "talk:2")

    assert typing.capture.round_choice.currentText() == "1"
    assert typing.capture.round_button.text() == "Round 3 is under way · go there"
    qtbot.mouseClick(typing.capture.round_button, LEFT)
    assert typing.capture.round_choice.currentText() == "3"
    assert typing.field.hasFocus()
    begin(opened, "talk:0")
    assert typing.capture.round_choice.currentText() == "1"  # it follows again


def test_a_note_half_written_does_not_change_its_round(typing, opened):
    begin(opened, "talk:0")
    type_text(typing.field, "Late, of round one")
    typing.page.keep_typed()
    begin(opened, "talk:1")

    assert typing.capture.round_choice.currentText() == "1"
    assert typing.capture.round_button.isVisible()


def test_a_place_another_page_leads_to_is_shown_by_table(qtbot, noted, presenter):
    presenter.views.shown = View.THEME
    page = shown_page(qtbot, presenter)

    page.show_place((3, 2))
    page.take_focus()

    assert page.views.currentIndex() == 0
    assert (presenter.draft.table, presenter.draft.round) == (3, 2)
    assert page.capture.table_choice.currentText() == "Table 4"
    assert page.capture.text_edit.isVisible()
    assert page.focusWidget() is page.capture.text_edit


def test_a_place_without_a_round_leaves_the_round(typing):
    typing.page.show_place((2, 1))
    typing.page.show_place((3, None))

    assert (typing.presenter.draft.table, typing.presenter.draft.round) == (3, 1)


def test_writing_begins_in_the_round_that_is_under_way(desk, opened, tables):
    opened.live.start("talk:2")
    presenter = make_presenter(desk, None)

    assert presenter.draft.round == 2
    presenter.deleteLater()


def test_a_café_without_tables_leads_to_them(qtbot, page):
    assert page.no_tables.isVisible()
    assert not page.capture.isVisible()

    with qtbot.waitSignal(page.page_asked) as gone:
        qtbot.mouseClick(page.tables_button, LEFT)
    assert gone.args == ["cafe"]


def test_tables_that_people_will_need_are_enough_to_write(qtbot, page, opened):
    add_people(opened, 20)

    qtbot.waitUntil(page.capture.isVisible)
    assert page.capture.table_choice.count() == 5
    assert page.none_yet.isVisible()
