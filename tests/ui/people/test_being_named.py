"""Who agreed to be named: a column on demand, ticks by mouse and keyboard, several at once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.people.hands import cell, click_tick, go_to, kept
from wcafe.ui.people.actions import SelectedMenu
from wcafe.ui.people.columns import columns_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen

KEY = "may_be_named"


@pytest.fixture
def shown(three, page, presenter):
    table = page.list.table
    place = [column.key for column in table.people.columns].index(KEY)
    table.setColumnHidden(place, False)
    return page


def named(desk):
    return [each.may_be_named for each in kept(desk)]


def column(people):
    return next(each for each in columns_of(3, people) if each.key == KEY)


def test_the_column_is_there_once_somebody_agreed_and_on_demand_before(desk, three):
    assert column(kept(desk)).is_extra

    first, *others = kept(desk)
    assert not column([replace(first, may_be_named=True), *others]).is_extra


def test_a_tick_by_mouse_is_kept_and_taken_back(qtbot, shown, desk):
    click_tick(qtbot, shown, 1, KEY)
    assert named(desk) == [False, True, False]

    desk.history.undo()
    assert named(desk) == [False, False, False]
    desk.history.redo()
    assert named(desk) == [False, True, False]


def test_space_ticks_all_who_are_selected(qtbot, shown, desk):
    table = go_to(shown, 1, KEY)
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert named(desk) == [True, True, True]

    desk.history.undo()
    assert named(desk) == [False, False, False]


def test_the_menu_says_it_for_several(shown, desk, presenter):
    shown.list.table.select([kept(desk)[0].id, kept(desk)[2].id])
    menu = SelectedMenu(presenter, shown.list.table, shown)
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions()}

    entries["Agreed to be named"].trigger()
    assert named(desk) == [True, False, True]
    entries["Not to be named"].trigger()
    assert named(desk) == [False, False, False]
    desk.history.undo()
    assert named(desk) == [True, False, True]


def test_who_may_be_named_is_found_by_these_words(qtbot, shown, desk):
    click_tick(qtbot, shown, 1, KEY)

    shown.list.table.people.sift("may be named")

    assert [each.id for each in shown.list.table.people.rows] == [kept(desk)[1].id]
    assert cell(shown, 0, KEY).data(Qt.ItemDataRole.AccessibleTextRole).endswith(": yes")
