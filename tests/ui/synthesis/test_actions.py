"""Actions with who and when, and quotes by consent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import retype
from tests.ui.synthesis.hands import MARKUP

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


@pytest.fixture
def view(harvest, page):
    page.views.setCurrentIndex(1)
    return page.agreed


def cells(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_actions_stand_with_who_when_theme_and_source(view):
    assert cells(view.agreed) == [[f"{MARKUP} 3", "", "", "", "T1·R1·#2"]]
    assert view.without.text() == "1 actions · 1 without a name · 1 without a date"


def test_who_is_typed_in_its_place_and_taken_back_alone(qtbot, view, desk, harvest):
    table = view.agreed
    table.setCurrentIndex(table.model().index(0, 1))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    retype(qtbot, table.viewport().findChild(QLineEdit), " Ana  and Jo ")
    qtbot.waitUntil(lambda: desk.services.notes.get(harvest[3]).who == "Ana and Jo")

    table.model().setData(table.model().index(0, 2), "in May")
    assert desk.services.notes.get(harvest[3]).due == "in May"
    desk.history.undo()
    note = desk.services.notes.get(harvest[3])
    assert (note.who, note.due, note.text) == ("Ana and Jo", "", f"{MARKUP} 3")
    desk.history.undo()
    assert desk.services.notes.get(harvest[3]).who == ""


def test_a_name_half_typed_is_kept_when_the_page_goes_away(qtbot, view, page, desk, harvest):
    table = view.agreed
    table.edit(table.model().index(0, 1))
    editor = table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "Ana")

    page.keep_typed()

    assert desk.services.notes.get(harvest[3]).who == "Ana"


def test_a_quote_is_published_only_by_consent(qtbot, view, desk, harvest):
    table = view.quotes
    assert cells(table) == [[f"{MARKUP} 2", "no", "T3·R1·#1"]]
    table.setCurrentIndex(table.model().index(0, 1))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)

    assert desk.services.notes.get(harvest[2]).may_quote
    assert view.consent.text().startswith("1 of 1 quotes may be published")
    desk.history.undo()
    assert not desk.services.notes.get(harvest[2]).may_quote
