"""The themes: in order, renamed, moved, removed, and what is left to sort."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import retype, type_text
from tests.ui.synthesis.hands import MARKUP, names, rows, themes
from wcafe.ui.note_cards.name_dialog import NameDialog
from wcafe.ui.synthesis.coverage import UNSORTED

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def test_themes_stand_in_order_with_their_notes_and_those_to_sort_below(harvest, page):
    assert rows(page) == [
        "1. Green nearby, 2 notes, no statement yet",
        f"2. {MARKUP}, 1 note, no statement yet",
        "To sort, 1 note",
    ]


def test_themes_are_moved_by_keys_and_buttons(qtbot, harvest, page, desk):
    qtbot.keyClick(page.themes.list, Qt.Key.Key_Down, CONTROL)
    assert names(desk) == [MARKUP, "Green nearby"]
    assert page.themes.list.currentIndex().row() == 1
    assert not page.themes.down_button.isEnabled()

    qtbot.mouseClick(page.themes.up_button, LEFT)
    assert names(desk) == ["Green nearby", MARKUP]
    desk.history.undo()
    assert names(desk) == [MARKUP, "Green nearby"]
    desk.history.undo()
    assert names(desk) == ["Green nearby", MARKUP]


def test_a_theme_is_renamed_in_its_place(qtbot, harvest, page, desk):
    page.themes.list.setFocus()
    qtbot.keyClick(page.themes.list, Qt.Key.Key_F2)
    retype(qtbot, page.themes.list.findChild(QLineEdit), "<i>Trees</i>")

    qtbot.waitUntil(lambda: names(desk)[0] == "<i>Trees</i>")
    assert page.themes.card.name.text() == "1. <i>Trees</i>"
    desk.history.undo()
    assert names(desk)[0] == "Green nearby"


def test_a_name_half_typed_is_kept_when_the_page_goes_away(qtbot, harvest, page, desk):
    qtbot.mouseClick(page.themes.rename_button, LEFT)
    editor = page.themes.list.viewport().findChild(QLineEdit)
    editor.selectAll()
    type_text(editor, f"{MARKUP} & trees")

    page.keep_typed()

    assert names(desk)[0] == f"{MARKUP} & trees"


def test_a_removed_theme_loses_no_note_and_comes_back_with_its_statement(
    qtbot, harvest, page, desk
):
    type_text(page.themes.card.statement_edit, "Green")
    page.keep_typed()
    before = themes(desk)

    qtbot.keyClick(page.themes.list, Qt.Key.Key_Delete)

    assert names(desk) == [MARKUP]
    assert len(desk.services.notes.all()) == 4
    assert rows(page)[-1] == "To sort, 3 notes"
    desk.history.undo()
    assert [replace(t, version=0) for t in themes(desk)] == [replace(t, version=0) for t in before]


def test_a_new_theme_is_named_and_chosen(qtbot, harvest, page, desk, presenter):
    qtbot.mouseClick(page.themes.add_button, LEFT)
    dialog = page.findChild(NameDialog)
    type_text(dialog.name_edit, "Water")
    qtbot.mouseClick(dialog.keep_button, LEFT)

    assert names(desk)[-1] == "Water"
    assert presenter.theme.name == "Water"
    assert page.themes.card.notes_label.text().startswith("No note is in this theme yet")
    desk.history.undo()
    assert names(desk) == ["Green nearby", MARKUP]


def test_notes_stand_below_the_statement_and_tensions_are_marked(harvest, page, presenter):
    shown = page.themes.card.notes_list.notes.rows
    assert [row.note.text for row in shown] == [f"{MARKUP} 0", f"{MARKUP} 1"]
    assert [row.chips for row in shown] == [(), ("≠ tension",)]

    presenter.choose(UNSORTED)

    assert [row.chips for row in page.themes.card.notes_list.notes.rows] == [()]
    assert not page.themes.card.statement_edit.isVisible()
    assert not page.themes.remove_button.isEnabled()


def test_coverage_counts_and_leads_to_what_is_left_to_sort(qtbot, harvest, page, desk):
    card = page.themes.coverage
    figures = [f.value.text() for f in (card.sorted, card.heard, card.worded, card.unsorted)]
    assert figures == ["3/4", "3/3", "0/2", "1"]
    with qtbot.waitSignal(page.page_asked) as gone:
        qtbot.mouseClick(page.themes.sort_button, LEFT)
    assert gone.args == ["notes"]

    desk.services.synthesis.file(harvest[3:], themes(desk)[1].id)

    qtbot.waitUntil(lambda: card.unsorted.value.text() == "0")
    assert not page.themes.sort_button.isVisible()


def marks(desk):
    return {theme.name: theme.mark for theme in themes(desk)}


def test_no_mark_shifts_when_themes_are_moved_renamed_removed_and_brought_back(
    qtbot, harvest, page, desk, presenter
):
    presenter.add_theme("A third one")
    before = marks(desk)
    assert len(set(before.values())) == 3

    presenter.sorting.move_theme(themes(desk)[2].id, -1)
    presenter.rename(themes(desk)[0].id, "Greener")
    assert marks(desk) == {"Greener": before["Green nearby"]} | {
        name: mark for name, mark in before.items() if name != "Green nearby"
    }
    presenter.sorting.remove_theme(themes(desk)[0].id)
    left = {name: before[name] for name in ("A third one", MARKUP)}
    assert marks(desk) == left
    presenter.add_theme("A fourth one")
    assert marks(desk)["A fourth one"] not in before.values()
    for _edit in range(4):
        desk.history.undo()
    assert marks(desk) == before


def test_a_theme_with_a_statement_says_what_went_with_it_and_offers_undo(
    qtbot, harvest, page, desk, presenter
):
    theme = themes(desk)[0]
    presenter.write(theme.id, "Somewhere green", seen="")

    with qtbot.waitSignal(presenter.undoable) as told:
        qtbot.mouseClick(page.themes.remove_button, LEFT)

    assert told.args[0] == (
        "Theme “Green nearby” and its statement were removed. 2 notes are to be sorted again."
    )
    desk.history.undo()
    assert themes(desk)[0].wording == "Somewhere green"
    with qtbot.waitSignal(presenter.undoable) as told:
        presenter.sorting.remove_theme(themes(desk)[1].id)
    assert "statement" not in told.args[0]
