"""Chosen notes that move to another place together, or go away."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.notes.hands import choose, entry, name_theme, texts
from wcafe.domain.cafe import Table
from wcafe.domain.kinds import Kind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


def test_chosen_notes_move_to_another_table_round_and_kind_together(listed, opened, desk):
    moved = listed.notes[0:2]
    choose(listed.list, *moved)
    assert listed.page.filters.count.text() == "6 of 6 notes · 2 notes chosen"
    actions = listed.page.note_actions

    entry(actions.table_menu, "Table 4").trigger()
    entry(actions.move_menu.round_menu, "Round 3").trigger()
    entry(actions.kind_menu, "Quote").trigger()

    now = [opened.notes.get(note.id) for note in moved]
    assert {(note.table, note.round, note.kind) for note in now} == {(3, 2, Kind.QUOTE)}
    assert set(listed.list.chosen_notes) == {note.id for note in moved}
    for _step in range(3):
        desk.history.undo()
    was = [opened.notes.get(note.id) for note in moved]
    assert [(note.table, note.round, note.kind) for note in was] == [
        (note.table, note.round, note.kind) for note in moved
    ]


def test_several_notes_that_cannot_all_be_kept_stay_as_they_were(qtbot, listed, opened):
    choose(listed.list, *listed.notes[:2])
    fewer = replace(opened.cafes.get(), tables=(Table(), Table()))
    opened.cafes.save(fewer)

    with qtbot.waitSignal(listed.presenter.failed):
        listed.presenter.placing.to_table(listed.notes[:3], 3)

    assert [opened.notes.get(note.id).rev for note in listed.notes[:3]] == [1, 1, 1]


def test_delete_takes_the_chosen_notes_away_and_undo_brings_them_back(qtbot, listed, opened, desk):
    theme = name_theme(opened, "Jardins", listed.notes[0])
    choose(listed.list, *listed.notes[:2])
    with qtbot.waitSignal(listed.presenter.undoable) as told:
        qtbot.keyClick(listed.list, Qt.Key.Key_Delete)

    assert "2 notes deleted" in told.args[0]
    assert len(opened.notes.all()) == len(texts(listed.list)) == 4
    desk.history.undo()
    assert len(opened.notes.all()) == len(texts(listed.list)) == 6
    assert listed.presenter.filed[0].theme == theme.id
    desk.history.redo()
    assert len(texts(listed.list)) == 4


def test_delete_pressed_again_takes_the_next_note(qtbot, listed, opened):
    choose(listed.list, listed.notes[0])
    for _press in range(2):
        qtbot.keyClick(listed.list, Qt.Key.Key_Delete)

    assert texts(listed.list) == [f"Thought {n} of a café" for n in (1, 4, 2, 5)]
