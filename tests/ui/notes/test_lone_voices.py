"""What a person marks as a lone voice: by key and by menu, with undo, in lists out and back in."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.notes.hands import choose

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


def lone(opened):
    return [note.text for note in opened.notes.all() if note.is_lone]


def test_the_key_marks_the_chosen_notes_and_takes_the_mark_off_again(qtbot, listed, opened, desk):
    choose(listed.list, listed.notes[1], listed.notes[2])
    qtbot.keyClick(listed.list, Qt.Key.Key_L)

    marked = [listed.notes[1].text, listed.notes[2].text]
    assert lone(opened) == marked
    assert (
        "lone voice" in listed.list.notes.rows[listed.list.notes.row_of(listed.notes[1].id)].chips
    )
    desk.history.undo()
    assert lone(opened) == []
    desk.history.redo()
    assert lone(opened) == marked
    choose(listed.list, listed.notes[1])
    qtbot.keyClick(listed.list, Qt.Key.Key_L)
    assert lone(opened) == marked[1:]


def test_of_several_all_become_lone_voices_before_any_ceases_to_be_one(qtbot, listed, opened):
    choose(listed.list, listed.notes[1])
    qtbot.keyClick(listed.list, Qt.Key.Key_L)
    choose(listed.list, listed.notes[1], listed.notes[2])
    qtbot.keyClick(listed.list, Qt.Key.Key_L)

    assert lone(opened) == [listed.notes[1].text, listed.notes[2].text]


def test_the_menu_shows_what_is_marked_and_changes_it(listed, opened):
    choose(listed.list, listed.notes[1])
    action = listed.page.note_actions.lone_action
    assert not action.isChecked()

    action.trigger()

    assert lone(opened) == [listed.notes[1].text]
    choose(listed.list, listed.notes[2])
    assert not action.isChecked()
    choose(listed.list, listed.notes[1])
    assert action.isChecked()
