"""Actions with who and when, and quotes by consent."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import retype
from tests.ui.synthesis.hands import MARKUP
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import ActionState
from wcafe.errors import BadDay

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
    assert cells(view.agreed) == [[f"{MARKUP} 3", "", "", "", "", "T1·R1·#2"]]
    assert view.without.text() == (
        "1 action · 1 without a name · 1 without a date · 1 of which nothing was heard yet"
    )


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
    assert view.consent.text().startswith("Quotes that may be published, and are")
    desk.history.undo()
    assert not desk.services.notes.get(harvest[2]).may_quote


@pytest.fixture
def three(opened, harvest, view):
    """Two actions more, beside the first."""
    more = [
        opened.notes.add(table=0, round_=0, kind=Kind.ACTION, text=f"More {n}").note
        for n in range(2)
    ]
    return [harvest[3], *more]


def states(opened, notes):
    return [opened.notes.get(note).state for note in notes]


def test_several_actions_get_a_state_at_once_and_lose_it_as_one(qtbot, view, desk, opened, three):
    view.agreed.selectAll()
    assert view.states.whose.text() == "3 actions chosen"

    view.states.state_choice.kept.emit("done")

    assert states(opened, three) == [ActionState.DONE] * 3
    assert view.states.state_choice.currentData() == "done"
    desk.history.undo()
    assert states(opened, three) == [None] * 3


def test_the_day_and_the_reason_are_typed_and_stand_in_the_table(qtbot, view, opened, three):
    view.agreed.selectRow(0)
    view.states.state_choice.kept.emit("under_way")
    retype(qtbot, view.states.day_edit, "3/2/2027")
    retype(qtbot, view.states.why_edit, "the site opens in spring")

    note = opened.notes.get(three[0])
    assert (note.state_on, note.state_why) == (date(2027, 2, 3), "the site opens in spring")
    assert cells(view.agreed)[0][3] == "under way, 3 February 2027 – the site opens in spring"
    assert "2 of which nothing was heard yet" in view.without.text()


def test_what_is_no_day_is_told_and_changes_nothing(qtbot, view, page, opened, three):
    view.agreed.selectRow(0)
    with qtbot.waitSignal(page._presenter.failed) as told:
        retype(qtbot, view.states.day_edit, "tomorrow")
    assert isinstance(told.args[0], BadDay)
    assert opened.notes.get(three[0]).state_on is None


def test_without_a_chosen_action_nothing_can_be_said_of_one(view, three):
    view.agreed.clearSelection()
    assert not view.states.isEnabled()
