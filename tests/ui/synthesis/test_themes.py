"""The themes: in order, renamed, moved, removed, and what is left to sort."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import retype, type_text
from tests.ui.synthesis.hands import MARKUP, names, rows, themes
from wcafe.ui.note_cards.name_dialog import NameDialog
from wcafe.ui.synthesis.coverage import About

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def test_themes_stand_in_order_with_their_notes(harvest, page):
    assert rows(page) == [
        "1. Green nearby, 2 notes, to be written",
        f"2. {MARKUP}, 1 note, to be written",
    ]


def test_themes_are_moved_by_keys_and_buttons(qtbot, harvest, page, desk):
    qtbot.keyClick(page.themes.list, Qt.Key.Key_Down, CONTROL)
    assert names(desk) == [MARKUP, "Green nearby"]
    assert page.themes.list.currentIndex().row() == 1
    _rename, up, down, _merge, _remove = page.themes.menu.actions()
    assert not down.isEnabled()

    up.trigger()
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
    page.themes.menu.actions()[0].trigger()
    editor = page.themes.list.viewport().findChild(QLineEdit)
    editor.selectAll()
    type_text(editor, f"{MARKUP} & trees")

    page.keep_typed()

    assert names(desk)[0] == f"{MARKUP} & trees"


def test_a_removed_theme_loses_no_note_and_comes_back_with_its_statement(
    qtbot, harvest, page, desk
):
    desk.services.statements.write(themes(desk)[0].id, "Green", harvest[:1])
    qtbot.waitUntil(lambda: "1 statement" in rows(page)[0])
    before = themes(desk)

    qtbot.keyClick(page.themes.list, Qt.Key.Key_Delete)

    assert names(desk) == [MARKUP]
    assert len(desk.services.notes.all()) == 4
    assert page.themes.forget.counts[About.UNSORTED].text() == "3"
    desk.history.undo()
    assert [replace(t, version=0) for t in themes(desk)] == [replace(t, version=0) for t in before]


def test_a_new_theme_is_named_and_chosen(qtbot, harvest, page, desk, presenter):
    qtbot.mouseClick(page.themes.add_button, LEFT)
    dialog = page.findChild(NameDialog)
    type_text(dialog.name_edit, "Water")
    qtbot.mouseClick(dialog.keep_button, LEFT)

    assert names(desk)[-1] == "Water"
    assert presenter.theme.name == "Water"
    assert page.themes.notes.none.isVisible()
    desk.history.undo()
    assert names(desk) == ["Green nearby", MARKUP]


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
