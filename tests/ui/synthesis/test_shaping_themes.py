"""Themes in Share merged and put in order by mouse and keyboard, and names that are taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import drop, retype, type_text
from tests.ui.synthesis.hands import MARKUP, names, themes
from wcafe.domain.lengths import CELL
from wcafe.ui.note_cards.merge_dialog import MergeDialog
from wcafe.ui.note_cards.name_dialog import NameDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, RETURN, MOVE = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.DropAction.MoveAction


@pytest.fixture
def three(desk, harvest, qtbot, page, presenter):
    """Three themes: Green nearby, one with markup in its name, Rivers."""
    presenter.add_theme("Rivers")
    presenter.choose(themes(desk)[0].id)
    return page.themes


def drag(view, row, onto, share):
    """Drag the theme of `row` onto another row, at a `share` of its height from the top."""
    view.doItemsLayout()
    rect = view.visualRect(view.themes.index(min(onto, view.themes.rowCount() - 1)))
    below = rect.height() if onto == view.themes.rowCount() else 0  # where there is no theme
    at = (rect.center().x(), rect.top() + below + share * rect.height())
    return drop(view.viewport(), view.themes.mimeData([view.themes.index(row)]), at, action=MOVE)


@pytest.mark.parametrize(
    ("row", "onto", "share", "order"),
    [
        (0, 2, 0.5, [MARKUP, "Rivers"]),
        (2, 0, 0.01, ["Rivers", "Green nearby", MARKUP]),
        (0, 2, 0.99, [MARKUP, "Rivers", "Green nearby"]),
        (0, 0, 0.5, ["Green nearby", MARKUP, "Rivers"]),
        (0, 3, 0.5, [MARKUP, "Rivers", "Green nearby"]),
    ],
)
def test_a_theme_is_dragged_onto_another_or_between_two(three, desk, row, onto, share, order):
    marks = {theme.name: theme.mark for theme in themes(desk)}

    assert drag(three.list, row, onto, share)

    assert names(desk) == order
    assert {theme.name: theme.mark for theme in themes(desk)} == {
        name: marks[name] for name in order
    }
    if order != ["Green nearby", MARKUP, "Rivers"]:
        desk.history.undo()
    assert names(desk) == ["Green nearby", MARKUP, "Rivers"]
    assert {theme.name: theme.mark for theme in themes(desk)} == marks


def test_m_merges_the_chosen_theme_and_says_so(qtbot, three, desk, presenter):
    three.list.setFocus()
    qtbot.keyClick(three.list, Qt.Key.Key_M)
    dialog = three.findChild(MergeDialog)
    type_text(dialog.picker.name_edit, "riv")
    with qtbot.waitSignal(presenter.undoable) as told:
        qtbot.keyClick(dialog.picker.name_edit, RETURN)

    assert told.args[0] == "“Green nearby” is now part of “Rivers”: 2 notes."
    assert names(desk) == [MARKUP, "Rivers"]
    desk.history.undo()
    assert names(desk) == ["Green nearby", MARKUP, "Rivers"]


def rename_in_place(qtbot, three, typed):
    three.list.setFocus()
    qtbot.keyClick(three.list, Qt.Key.Key_F2)
    field = three.list.viewport().findChild(QLineEdit)
    field.setText(typed)
    qtbot.keyClick(field, RETURN)


def test_a_name_typed_in_the_list_that_another_theme_has_is_not_lost(qtbot, three, desk):
    rename_in_place(qtbot, three, "rivers")
    qtbot.waitUntil(lambda: three.findChild(NameDialog) is not None)
    dialog = three.findChild(NameDialog)

    assert dialog.name_edit.text() == "rivers"
    assert dialog.told.text() == "3. Rivers is a theme already: 0 notes."
    assert names(desk) == ["Green nearby", MARKUP, "Rivers"]
    qtbot.mouseClick(dialog.take_button, LEFT)
    assert names(desk) == [MARKUP, "Rivers"]
    assert len(themes(desk)[1].notes) == 2


def test_a_name_that_is_too_long_stays_in_a_field_with_one_sentence(qtbot, three, desk):
    rename_in_place(qtbot, three, "a" * (CELL + 1))
    qtbot.waitUntil(lambda: three.findChild(NameDialog) is not None)
    dialog = three.findChild(NameDialog)

    assert dialog.name_edit.text() == "a" * (CELL + 1)
    assert "2000" in dialog.told.text()
    retype(qtbot, dialog.name_edit, "Parks")
    assert names(desk) == ["Parks", MARKUP, "Rivers"]


def test_a_new_theme_of_a_name_that_is_there_goes_to_that_one(qtbot, three, desk, presenter):
    qtbot.mouseClick(three.add_button, LEFT)
    dialog = three.findChild(NameDialog)
    type_text(dialog.name_edit, "Rivers")
    qtbot.keyClick(dialog.name_edit, RETURN)
    qtbot.mouseClick(dialog.take_button, LEFT)

    assert len(themes(desk)) == 3
    assert presenter.theme.name == "Rivers"


def test_one_theme_alone_is_not_merged(qtbot, three, desk, presenter):
    for theme in themes(desk)[1:]:
        presenter.sorting.remove_theme(theme.id)

    assert not three.menu.actions()[3].isEnabled()
    qtbot.keyClick(three.list, Qt.Key.Key_M)
    assert three.findChild(MergeDialog) is None
