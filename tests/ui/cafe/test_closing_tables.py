"""Prepare: each table says whether it is open, and from which round on it is not."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.cafes import add_people

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen

LEFT = Qt.MouseButton.LeftButton
ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def ten(qtbot, desk, page):
    """Ten people, and four tables that are proposed by their number."""
    add_people(desk.services, 16)
    qtbot.waitUntil(lambda: len(page.tables.fields) == 4)
    return page


def offered(qtbot, page, table):
    """Open the menu of a table; return what it offers."""
    menu = page.tables._menu
    qtbot.mouseClick(page.tables.fields[table][2], LEFT)
    qtbot.waitUntil(menu.isVisible)
    found = menu.actions()
    menu.hide()
    return found


def test_a_proposed_table_is_closed_from_a_round_on(qtbot, desk, presenter, ten):
    actions = offered(qtbot, ten, 3)
    assert [action.text() for action in actions] == [
        "Open",
        *(f"Closed from round {n} on" for n in (1, 2, 3)),
    ]
    assert [action.isChecked() for action in actions] == [True, False, False, False]

    with qtbot.waitSignal(presenter.undoable) as told:
        actions[2].trigger()

    assert told.args[0] == "Table 4 is closed from round 2 on."
    assert desk.services.cafes.get().tables[3].closed == {1, 2}
    assert ten.tables.fields[3][2].text() == "closed R2+"
    assert ten.tables.fields[3][2].accessibleName() == "Table 4 is closed from round 2 on."
    assert [action.isChecked() for action in offered(qtbot, ten, 3)] == [False, False, True, False]
    desk.services.plans.compose(seconds=0.3)
    plan = desk.services.cafes.snapshot().plan
    assert plan.tables == 4
    assert not any(3 in row for row in plan.seats[1:])

    desk.history.undo()
    assert not any(table.closed for table in desk.services.cafes.get().tables)


def test_seats_are_those_of_the_tables_that_are_open(qtbot, desk, presenter, ten):
    assert ten.tables.told.text() == "20 seats in all."
    offered(qtbot, ten, 3)[2].trigger()
    assert "Seats: 15" in ten.tables.told.text()
    offered(qtbot, ten, 3)[0].trigger()
    assert ten.tables.told.text() == "20 seats in all."


def test_other_seats_and_names_leave_a_table_closed(qtbot, desk, presenter, ten):
    offered(qtbot, ten, 3)[1].trigger()
    presenter.set_seats(6)
    presenter.name_table(3, "Jardin")
    assert desk.services.cafes.get().tables[3].closed == {0, 1, 2}
    assert ten.tables.fields[3][2].text() == "closed"


def test_the_host_who_was_named_is_told(qtbot, desk, presenter, ten):
    guest = desk.services.people.all()[0]
    desk.services.people.save([replace(guest, host_of=3)])
    with qtbot.waitSignal(presenter.undoable) as told:
        offered(qtbot, ten, 3)[1].trigger()
    assert told.args[0] == f"Table 4 is closed. {guest.name} hosts it no more."
    assert desk.services.people.all()[0].host_of is None
    desk.history.undo()
    assert desk.services.people.all()[0].host_of == 3
