"""Who wishes to be on no picture: a column on demand, ticked, said for several, taken back."""

from dataclasses import replace

import pytest

from tests.ui.people.hands import click_tick, kept
from wcafe.ui.people.actions import SelectedMenu
from wcafe.ui.people.columns import columns_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen

KEY = "no_photo"


def wishes(desk):
    return [each.no_photo for each in kept(desk)]


def test_the_wish_is_ticked_said_for_several_found_and_taken_back(qtbot, three, page, desk):
    table = page.list.table
    first, *others = kept(desk)
    columns = columns_of(3, [replace(first, no_photo=True), *others])
    assert not next(each for each in columns if each.key == KEY).is_extra
    table.setColumnHidden([column.key for column in table.people.columns].index(KEY), False)

    click_tick(qtbot, page, 1, KEY)
    assert wishes(desk) == [False, True, False]
    table.people.sift("no photos")
    assert [each.id for each in table.people.rows] == [kept(desk)[1].id]
    table.people.sift("")

    desk.history.undo()
    assert wishes(desk) == [False, False, False]
    desk.history.redo()
    assert wishes(desk) == [False, True, False]


def test_the_menu_says_it_for_several(three, page, desk, presenter):
    page.list.table.select([kept(desk)[0].id, kept(desk)[2].id])
    menu = SelectedMenu(presenter, page.list.table, page)
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions()}

    entries["No photos, please"].trigger()
    assert wishes(desk) == [True, False, True]
    entries["Photos are all right"].trigger()
    assert wishes(desk) == [False, False, False]
    desk.history.undo()
    assert wishes(desk) == [True, False, True]
