"""What became of actions, said on the card of details: of one or of several, with undo."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import type_text
from tests.ui.notes.hands import choose, choose_key
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import ActionState
from wcafe.errors import BadDay

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


@pytest.fixture
def actions(listed, opened):
    """The first two notes, as actions."""
    return [
        opened.notes.put(replace(each, kind=Kind.ACTION), base=each.rev)
        for each in listed.notes[:2]
    ]


@pytest.fixture
def fields(qtbot, listed, actions):
    """The details of both."""
    choose(listed.list, *actions)
    qtbot.keyClick(listed.list, Qt.Key.Key_D)
    fields = listed.page.details.fields
    qtbot.waitUntil(fields.state_choice.isVisible)
    return fields


def fill(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_state_its_day_and_its_reason_are_said_of_several_and_taken_back(
    qtbot, fields, actions, opened, desk
):
    def said(name):
        return [getattr(opened.notes.get(each.id), name) for each in actions]

    choose_key(fields.state_choice, "done")
    fill(qtbot, fields.state_on_edit, "3/2/2027")
    fill(qtbot, fields.state_why_edit, "planted by the pupils")
    assert said("state") == [ActionState.DONE] * 2
    assert said("state_on") == [date(2027, 2, 3)] * 2
    assert said("state_why") == ["planted by the pupils"] * 2

    desk.history.undo()
    desk.history.undo()
    assert said("state_on") == [None, None]
    assert said("state") == [ActionState.DONE] * 2
    desk.history.undo()
    assert said("state") == [None, None]


def test_what_is_no_day_is_told_and_stays_as_typed(qtbot, fields, actions, opened, listed):
    with qtbot.waitSignal(listed.presenter.failed) as told:
        fill(qtbot, fields.state_on_edit, "31/2/2027")

    assert isinstance(told.args[0], BadDay)
    assert fields.state_on_edit.text() == "31/2/2027"
    assert opened.notes.get(actions[0].id).state_on is None


def test_a_note_that_is_no_action_is_asked_for_no_state(qtbot, listed):
    choose(listed.list, listed.notes[3])
    qtbot.keyClick(listed.list, Qt.Key.Key_D)
    assert not listed.page.details.fields.state_choice.isVisible()
