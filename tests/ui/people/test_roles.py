"""Who hosts, who is host of which table, who cannot move."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.cafes import add_people
from tests.ui.people.hands import cell, choose, editor, go_to, kept
from wcafe.domain.people import Role

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


def test_a_role_is_chosen_in_its_cell(qtbot, three, page, desk):
    table = go_to(page, 1, "role")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert isinstance(editor(page), QComboBox)

    choose(editor(page), "observer")

    assert kept(desk)[1].role is Role.OBSERVER
    assert page.figures.unseated.value.text() == "1"
    assert len(three) == 3


def hosts_shown(page):
    rows = range(page.list.table.people.rowCount())
    return [cell(page, row, "host_of").data() for row in rows]


@pytest.fixture
def planned(qtbot, page, desk):
    """Twelve people and a plan, which has picked the hosts; on the page."""
    add_people(desk.services, 12)
    desk.services.plans.compose(seconds=0.2)
    qtbot.waitUntil(lambda: any(hosts_shown(page)))
    return desk.services.cafes.snapshot().plan


def test_hosts_whom_the_plan_picked_are_shown_until_somebody_is_named(
    page, presenter, desk, planned
):
    picked = [planned.hosts.get(each.id) for each in kept(desk)]

    assert sum(table is not None for table in picked) == planned.tables
    assert hosts_shown(page) == ["" if table is None else f"{table + 1} (plan)" for table in picked]
    first, other = picked.index(0), picked.index(None)
    assert "plan picked" in cell(page, first, "host_of").data(Qt.ItemDataRole.ToolTipRole)

    presenter.make_host(kept(desk)[other].id, 0)

    assert hosts_shown(page)[first] == ""
    assert hosts_shown(page)[other] == "1"


def test_hosts_are_sorted_by_table_whoever_chose_them(page, planned):
    place = [column.id for column in page.list.table.people.columns].index("host_of")
    page.list.table.people.sort(place)

    told, tables = hosts_shown(page), planned.tables
    assert told[:tables] == [f"{table + 1} (plan)" for table in range(tables)]
    assert not any(told[tables:])


@pytest.mark.usefixtures("planned")
def test_looking_into_the_cell_of_a_picked_host_names_nobody(qtbot, page, desk):
    row = next(row for row, told in enumerate(hosts_shown(page)) if told)

    table = go_to(page, row, "host_of")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    table.keep_typed()

    assert [each.host_of for each in kept(desk)] == [None] * 12
    assert hosts_shown(page)[row].endswith("(plan)")


def test_a_table_has_one_host(presenter, three, page, desk):
    first, second, _third = (each.id for each in three)
    presenter.make_host(first, 0)

    presenter.make_host(second, 0)

    assert [each.host_of for each in kept(desk)] == [None, 0, None]
    assert cell(page, 1, "host_of").data() == "1"
    desk.history.undo()
    assert [each.host_of for each in kept(desk)] == [0, None, None]


@pytest.mark.usefixtures("three")
def test_the_menu_gives_several_people_a_role_and_their_rounds(page, desk):
    table = page.list.table
    table.selectAll()
    menu = page.list.selected_menu
    menu.aboutToShow.emit()

    def entry(where, words):
        return next(action for action in where.actions() if action.text() == words)

    entry(entry(menu, "Role").menu(), "crew").trigger()
    assert {each.role for each in kept(desk)} == {Role.CREW}

    entry(entry(menu, "Presence").menu(), "Leaves after round 2").trigger()
    assert {each.present for each in kept(desk)} == {frozenset({0, 1})}

    entry(entry(menu, "Presence").menu(), "Comes from round 2").trigger()
    assert {each.present for each in kept(desk)} == {frozenset({1, 2})}


def test_somebody_who_cannot_move_gets_one_table_from_the_menu(three, page, desk):
    column = [each.key for each in page.list.table.people.columns].index("stays_at")
    assert page.list.table.isColumnHidden(column)
    page.list.table.select([three[1].id])
    menu = page.list.selected_menu
    menu.aboutToShow.emit()
    (stays,) = (each.menu() for each in menu.actions() if each.text().startswith("Stays at"))

    stays.actions()[0].trigger()

    assert [each.stays_at for each in kept(desk)] == [None, 0, None]
    assert not page.list.table.isColumnHidden(column)
    menu.aboutToShow.emit()
    (stays,) = (each.menu() for each in menu.actions() if each.text().startswith("Stays at"))
    stays.actions()[-1].trigger()
    assert [each.stays_at for each in kept(desk)] == [None, None, None]
