"""Putting the words of a note right, also when two do or the program dies."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.hands import type_text
from tests.ui.notes.hands import choose, editor, shown_page, texts
from wcafe.domain.kinds import Kind
from wcafe.ui.notes import make_presenter
from wcafe.ui.notes.draft import HalfEdit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
NONE = Qt.KeyboardModifier.NoModifier
LEFT, RETURN = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


def test_a_note_is_edited_in_its_place_undone_and_redone(qtbot, listed, opened, desk):
    choose(listed.list, listed.notes[1])
    qtbot.keyClick(listed.list, RETURN)
    editor(listed.list).selectAll()
    type_text(editor(listed.list), "Better « words »")
    qtbot.keyClick(editor(listed.list), RETURN)

    assert listed.list.cards.editor is None
    assert opened.notes.get(listed.notes[1].id).text == "Better « words »"
    desk.history.undo()
    assert opened.notes.get(listed.notes[1].id).text == "Thought 1 of a café"
    assert "Thought 1 of a café" in texts(listed.list)
    desk.history.redo()
    assert "Better « words »" in texts(listed.list)


def test_escape_leaves_a_note_as_it_was(qtbot, listed, opened):
    choose(listed.list, listed.notes[1])
    qtbot.keyClick(listed.list, Qt.Key.Key_F2)
    type_text(editor(listed.list), " and more")
    qtbot.keyClick(editor(listed.list), Qt.Key.Key_Escape)

    assert listed.list.cards.editor is None
    assert opened.notes.get(listed.notes[1].id).text == "Thought 1 of a café"


def test_a_note_emptied_of_words_is_refused_and_stays_open(qtbot, listed, opened):
    choose(listed.list, listed.notes[1])
    qtbot.keyClick(listed.list, Qt.Key.Key_F2)
    editor(listed.list).selectAll()
    type_text(editor(listed.list), " ")
    with qtbot.waitSignal(listed.presenter.failed):
        qtbot.keyClick(editor(listed.list), RETURN)

    assert editor(listed.list).toPlainText() == " "
    assert opened.notes.get(listed.notes[1].id).text == "Thought 1 of a café"
    qtbot.keyClick(editor(listed.list), Qt.Key.Key_Escape)


def test_another_page_keeps_the_edit_that_is_open(qtbot, listed, opened):
    choose(listed.list, listed.notes[1])
    qtbot.keyClick(listed.list, Qt.Key.Key_F2)
    type_text(editor(listed.list), " kept")

    listed.page.keep_typed()

    assert opened.notes.get(listed.notes[1].id).text == "Thought 1 of a café kept"
    assert listed.list.cards.editor is None


def test_the_latest_notes_are_edited_below_the_field(qtbot, typing, opened):
    type_text(typing.field, "Tpyo")
    qtbot.keyClick(typing.field, RETURN)
    recent = typing.capture.recent_list
    at = recent.visualRect(recent.notes.index(0)).center()
    qtbot.mouseClick(recent.viewport(), LEFT, NONE, at)
    qtbot.mouseDClick(recent.viewport(), LEFT, NONE, at)

    editor(recent).selectAll()
    type_text(editor(recent), "Typo")
    qtbot.keyClick(editor(recent), RETURN)

    assert [note.text for note in opened.notes.all()] == ["Typo"]


def test_words_changed_by_two_are_both_kept(qtbot, listed, opened, desk):
    note = listed.notes[1]
    choose(listed.list, note)
    qtbot.keyClick(listed.list, Qt.Key.Key_F2)
    editor(listed.list).selectAll()
    type_text(editor(listed.list), "Mine")
    opened.notes.put(replace(note, text="Theirs"), base=note.rev)
    QApplication.processEvents()
    assert editor(listed.list).toPlainText() == "Mine"

    with qtbot.waitSignal(listed.presenter.told):
        qtbot.keyClick(editor(listed.list), RETURN)

    assert {"Mine", "Theirs"} <= set(texts(listed.list))
    second = next(row for row in listed.presenter.filed if row.note.text == "Mine")
    assert second.chips == ("second version",)
    assert not desk.history.canUndo()


def test_a_change_from_elsewhere_drops_the_edits_of_that_note_only(qtbot, listed, opened, desk):
    first, second = listed.notes[:2]
    listed.presenter.reword(first, "First, better")
    listed.presenter.reword(second, "Second, better")

    opened.notes.put(replace(opened.notes.get(first.id), text="Theirs"), base=2)
    opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="A note that arrives")
    qtbot.waitUntil(lambda: "A note that arrives" in texts(listed.list))
    desk.history.undo()

    assert opened.notes.get(second.id).text == "Thought 1 of a café"
    assert opened.notes.get(first.id).text == "Theirs"
    assert not desk.history.canUndo()


def open_editor(page):
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.notes.index(1))
    page.list.edit_current()
    return page.list.cards.editor


def test_an_unfinished_edit_survives_a_crash_and_can_be_undone(qtbot, listed, desk):
    editor = open_editor(listed.page)
    note = editor.note
    type_text(editor, ", half said")
    key = f"edit:{desk.services.cafes.get().id}"
    qtbot.waitUntil(lambda: "half said" in desk.settings.text_of(key))
    desk.history.clear()

    again = make_presenter(desk, None)
    with qtbot.waitSignal(again.told) as told:
        shown_page(qtbot, again)

    assert told.args[0].startswith("A note was being edited when wcafe ended")
    assert desk.services.notes.get(note.id).text == f"{note.text}, half said"
    assert desk.settings.text_of(key) == ""
    desk.history.undo()
    assert desk.services.notes.get(note.id).text == note.text
    again.deleteLater()


def test_an_unfinished_edit_of_a_note_that_changed_meanwhile_stands_beside_it(
    qtbot, listed, desk, opened
):
    editor = open_editor(listed.page)
    note = editor.note
    type_text(editor, ", half said")
    key = f"edit:{desk.services.cafes.get().id}"
    qtbot.waitUntil(lambda: "half said" in desk.settings.text_of(key))
    opened.notes.put(replace(note, text="Theirs"), base=note.rev)

    again = make_presenter(desk, None)
    shown_page(qtbot, again)
    qtbot.waitUntil(lambda: desk.settings.text_of(key) == "")

    assert opened.notes.get(note.id).text == "Theirs"
    beside = [each.text for each in opened.notes.all() if each.conflict_of == note.id]
    assert beside == [f"{note.text}, half said"]
    again.deleteLater()


def test_an_edit_that_was_finished_is_not_brought_back(qtbot, listed, desk):
    editor = open_editor(listed.page)
    type_text(editor, ", and said")
    key = f"edit:{desk.services.cafes.get().id}"
    qtbot.waitUntil(lambda: "and said" in desk.settings.text_of(key))

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert desk.settings.text_of(key) == ""
    assert HalfEdit.unpack("nothing of the kind") is None
