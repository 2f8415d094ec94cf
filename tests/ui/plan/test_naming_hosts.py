"""Who hosts is seen and changed in one place, and each change says whose badge it costs first."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import type_text
from tests.ui.plan.hands import plan
from wcafe.domain.cafe import HostMode
from wcafe.services.badges import changed_badges

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


@pytest.fixture
def dialog(qtbot, desk, seated, page):
    desk.services.badges.note_printed(desk.services.cafes.snapshot())
    page.rules._on_who()
    return page.rules.hosts_dialog


def people(desk):
    return {each.id: each for each in desk.services.people.all()}


def traveller(desk):
    return next(each for each in people(desk).values() if each.id not in plan(desk).hosts)


def name_host(qtbot, desk, dialog, table):
    """Choose a table and type the name of somebody who travels, by keyboard alone."""
    guest = traveller(desk)
    dialog.tables_list.setCurrentRow(table)
    type_text(dialog.host_edit, guest.name)
    qtbot.keyClick(dialog.host_edit, ENTER)
    qtbot.waitUntil(lambda: not dialog._presenter.is_looking)
    return guest


def lines(dialog):
    items = (dialog.tables_list.item(row) for row in range(dialog.tables_list.count()))
    return [item.text() for item in items]


def test_each_table_is_told_with_its_host_and_whether_the_plan_chose(desk, dialog):
    names = {table: people(desk)[p].name for p, table in plan(desk).hosts.items()}
    assert lines(dialog) == [f"Table {t + 1}: {names[t]} (plan)" for t in range(5)]


def test_whose_badge_it_costs_is_told_before_it_is_applied(qtbot, desk, dialog, presenter):
    before = plan(desk)
    old = next(people(desk)[p].name for p, table in before.hosts.items() if table == 2)

    guest = name_host(qtbot, desk, dialog, 2)

    told = dialog.sentence.text()
    assert told.startswith(f"{guest.name} hosts table 3.\nNo host any more: {old}.")
    assert "New badges are needed for: " in told
    assert old in told.split("needed for: ")[1]
    assert plan(desk) == before
    assert not any(each.host_of for each in people(desk).values())
    assert dialog.apply_button.hasFocus() or not dialog.isActiveWindow()
    with qtbot.waitSignal(presenter.told):
        qtbot.mouseClick(dialog.apply_button, LEFT)
    assert plan(desk).hosts[guest.id] == 2
    assert lines(dialog)[2] == f"Table 3: {guest.name}"
    assert guest.id in changed_badges(desk.services.cafes.snapshot())
    assert not dialog.sheet.isVisible()


def test_undo_brings_the_host_and_the_plan_back(qtbot, desk, dialog):
    before = plan(desk)
    guest = name_host(qtbot, desk, dialog, 2)
    qtbot.mouseClick(dialog.apply_button, LEFT)
    after = plan(desk)

    desk.history.undo()
    assert plan(desk).fingerprint == before.fingerprint
    assert people(desk)[guest.id].host_of is None
    assert not changed_badges(desk.services.cafes.snapshot())
    desk.history.redo()
    assert plan(desk).fingerprint == after.fingerprint
    assert people(desk)[guest.id].host_of == 2
    assert not desk.services.cafes.snapshot().is_plan_stale


def test_not_now_changes_nothing(qtbot, desk, dialog):
    before = desk.services.cafes.snapshot()
    name_host(qtbot, desk, dialog, 2)
    qtbot.mouseClick(dialog.leave_button, LEFT)
    assert desk.services.cafes.snapshot() == before
    assert not dialog.sheet.isVisible()


def test_another_table_lets_go_of_what_was_looked_at(qtbot, desk, dialog):
    name_host(qtbot, desk, dialog, 2)
    dialog.tables_list.setCurrentRow(3)
    assert not dialog.sheet.isVisible()
    assert dialog.table_title.text() == "Table 4"


def test_it_is_offered_only_where_hosts_stay(qtbot, desk, seated, page, presenter):
    qtbot.waitUntil(lambda: page.rules.who_button.isVisibleTo(page))
    presenter.set_rules("", hosts=HostMode.HAND_OVER)
    qtbot.waitUntil(lambda: not page.rules.who_button.isVisibleTo(page))
