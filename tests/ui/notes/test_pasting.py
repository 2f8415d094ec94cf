"""Lines that are pasted become notes after a look; notes are split and joined, with undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.notes.hands import choose, texts
from wcafe.domain.kinds import Kind
from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.notes.paste_dialog import PasteDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
CONTROL = Qt.KeyboardModifier.ControlModifier
LINES = "- Un banc\n    • à l'ombre\n\n2. Un mur\n"


def paste(qtbot, widget, text):
    QApplication.clipboard().setText(text)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_V, CONTROL)


def dialog(page):
    return page.findChild(PasteDialog)


def shown(box):
    return [line.cells[0] for line in box.table.lines]


def test_lines_pasted_into_the_field_are_seen_and_kept_with_enter(qtbot, typing, opened, desk):
    typing.capture.go_to(2, 1)
    paste(qtbot, typing.field, LINES)

    box = dialog(typing.page)
    assert box.heading.text() == "3 notes"
    assert box.place.text() == "Table 3 · Round 2 · Insight"
    assert shown(box) == ["Un banc", "      à l'ombre", "Un mur"]
    assert opened.notes.all() == ()
    qtbot.keyClick(box, Qt.Key.Key_Return)

    notes = {note.text: note for note in opened.notes.all()}
    assert list(notes) == ["Un banc", "à l'ombre", "Un mur"]
    assert {(note.table, note.round, note.kind) for note in notes.values()} == {
        (2, 1, Kind.INSIGHT)
    }
    assert notes["à l'ombre"].parent == notes["Un banc"].id
    assert desk.history.undoText() == "paste 3 notes"
    desk.history.undo()
    assert opened.notes.all() == ()
    desk.history.redo()
    assert len(opened.notes.all()) == 3


def test_escape_lets_pasted_lines_be(qtbot, typing, opened):
    paste(qtbot, typing.field, LINES)

    qtbot.keyClick(dialog(typing.page), Qt.Key.Key_Escape)

    assert opened.notes.all() == ()
    assert typing.field.toPlainText() == ""


def test_all_lines_can_stay_one_note(qtbot, typing, opened):
    paste(qtbot, typing.field, LINES)
    box = dialog(typing.page)

    box.one_switch.click()
    assert box.keep_button.text() == "Keep 1 note"
    box.keep_button.click()

    (note,) = opened.notes.all()
    assert note.text.splitlines()[0] == "- Un banc"
    assert "Un mur" in note.text


def test_lines_are_pasted_outside_of_the_field_too(qtbot, listed):
    paste(qtbot, listed.list, LINES)

    assert shown(dialog(listed.page)) == ["Un banc", "      à l'ombre", "Un mur"]


def test_one_line_is_typed_where_notes_are_typed(qtbot, listed):
    paste(qtbot, listed.list, "Un banc\n")

    assert dialog(listed.page) is None
    assert listed.page.capture.text_edit.toPlainText() == "Un banc"


def test_one_line_pasted_into_the_field_stays_words(qtbot, typing):
    paste(qtbot, typing.field, "Un banc")

    assert dialog(typing.page) is None
    assert typing.field.toPlainText() == "Un banc"


@pytest.mark.parametrize("place", ["field", "list"])
def test_rows_of_a_spreadsheet_go_to_the_preview_of_lists(qtbot, listed, place):
    widget = listed.page.capture.text_edit if place == "field" else listed.list
    with qtbot.waitSignal(listed.presenter.importing.read):
        paste(qtbot, widget, "table\tround\ttext\n1\t2\tUn banc\n2\t1\tUn mur\n")

    lines = listed.page.preview.outcome.table.lines
    assert [line.cells[1:4] for line in lines] == [("Un banc", "1", "2"), ("Un mur", "2", "1")]
    assert not listed.page.preview.reading.bar.encoding_choice.isVisible()


def test_a_note_is_split_at_its_lines_by_its_key_and_undone(qtbot, listed, opened, desk):
    presenter, note = listed.presenter, listed.notes[0]
    presenter.reword(presenter.of([note.id])[0], "Un banc\n- Un mur\nUn arbre")
    choose(listed.list, note)
    assert listed.page.note_actions.split_action.isEnabled()
    assert not listed.page.note_actions.join_action.isEnabled()

    qtbot.keyClick(listed.list, Qt.Key.Key_S)

    here = [each.text for each in opened.notes.all() if each.table == note.table]
    assert {"Un banc", "Un mur", "Un arbre"} <= set(here)
    assert desk.history.undoText() == "split a note"
    desk.history.undo()
    assert "Un banc\n- Un mur\nUn arbre" in texts(listed.list)


def test_a_note_of_one_line_cannot_be_split(qtbot, listed, desk):
    choose(listed.list, listed.notes[0])
    assert not listed.page.note_actions.split_action.isEnabled()

    qtbot.keyClick(listed.list, Qt.Key.Key_S)

    assert not desk.history.canUndo()


def test_notes_of_one_table_and_round_are_joined_by_their_key_and_undone(
    qtbot, listed, opened, desk
):
    opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    qtbot.waitUntil(lambda: "Un banc" in texts(listed.list))
    bench = next(note for note in opened.notes.all() if note.text == "Un banc")
    choose(listed.list, listed.notes[0], bench)
    assert listed.page.note_actions.join_action.isEnabled()

    qtbot.keyClick(listed.list, Qt.Key.Key_J)

    assert f"{listed.notes[0].text}\nUn banc" in texts(listed.list)
    assert desk.history.undoText() == "join notes"
    desk.history.undo()
    assert "Un banc" in texts(listed.list)


def test_notes_of_two_tables_cannot_be_joined(qtbot, listed, desk):
    choose(listed.list, listed.notes[0], listed.notes[1])
    assert not listed.page.note_actions.join_action.isEnabled()

    qtbot.keyClick(listed.list, Qt.Key.Key_J)

    assert not desk.history.canUndo()


def test_notes_that_belong_to_another_stand_indented_below_it(qtbot, typing, opened):
    paste(qtbot, typing.field, "Un banc\n  à l'ombre\n    l'été\nUn mur\n")
    qtbot.keyClick(dialog(typing.page), Qt.Key.Key_Return)
    opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un arbre")
    qtbot.waitUntil(lambda: "Un arbre" in texts(typing.page.list))

    rows = [row for row in typing.page.list.notes.rows if isinstance(row, Filed)]
    assert [(row.note.text, row.depth) for row in rows] == [
        ("Un banc", 0),
        ("à l'ombre", 1),
        ("l'été", 2),
        ("Un mur", 0),
        ("Un arbre", 0),
    ]
    assert "belongs to the note above" in rows[1].words
    recent = typing.capture.recent_list.notes.rows
    assert [(row.note.text, row.depth) for row in recent][-3:] == [
        ("Un banc", 0),
        ("à l'ombre", 1),
        ("l'été", 2),
    ]
    typing.page.filters.search_edit.setText("ombre")
    qtbot.waitUntil(lambda: texts(typing.page.list) == ["à l'ombre"])
    assert typing.page.list.notes.rows[-1].depth == 0


def test_a_note_is_moved_with_those_that_belong_to_it(qtbot, typing, opened, desk):
    paste(qtbot, typing.field, "Un banc\n  à l'ombre\nUn mur\n")
    qtbot.keyClick(dialog(typing.page), Qt.Key.Key_Return)
    bench = next(note for note in opened.notes.all() if note.text == "Un banc")

    typing.presenter.placing.to_table([bench], 3)

    tables = {note.text: note.table for note in opened.notes.all()}
    assert tables == {"Un banc": 3, "à l'ombre": 3, "Un mur": 0}
    desk.history.undo()
    assert {note.table for note in opened.notes.all()} == {0}
