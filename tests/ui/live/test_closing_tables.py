"""A table is closed and opened in Run: what it costs is told first, and it can be taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.cafes import add_people
from tests.ui.live.hands import look, planned
from wcafe.domain.cafe import Table
from wcafe.errors import TooFewSeats

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def roomy(qtbot, desk, begun, presenter):
    """Twelve people at four tables of five with a plan, in round 1; badges are printed."""
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, tables=(Table(name="Eau"), *(Table(),) * 3)))
    add_people(desk.services, 12)
    desk.services.plans.compose(seconds=0.2)
    desk.services.badges.note_printed(desk.services.cafes.snapshot())
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: presenter.has_plan and len(presenter.presence.people) == 12)
    return desk


def tick(page, table):
    """Choose a table in the menu below the button."""
    card = page.tables
    card._menu.aboutToShow.emit()
    action = card._menu.actions()[table]
    action.trigger()
    return action


def test_a_table_is_closed_from_the_next_round_on_and_its_guests_are_told(
    qtbot, roomy, page, presenter
):
    host = {table: person for person, table in planned(roomy).hosts.items()}[0]
    name = next(each.name for each in roomy.services.people.all() if each.id == host)

    with qtbot.waitSignal(presenter.undoable) as told:
        action = tick(page, 0)

    assert action.text() == "Table 1 · Eau"
    assert told.args[0].startswith(f"Table 1 is closed from round 2 on. {name} hosts it no more.")
    assert "need other tables: repair the coming rounds." in told.args[0]
    assert roomy.services.cafes.get().tables[0].closed == {1, 2}
    assert page.tables.list.rows.rows[0].words == "Table 1 Eau, 0 notes, closed R2+"
    card = look(qtbot, page)
    assert "tables" in card.sentence.text()
    qtbot.mouseClick(card.apply_button, LEFT)
    assert not any(0 in row for row in planned(roomy).seats[1:])
    assert name in page.presence.badges.sentence.toolTip() + page.presence.badges.sentence.text()


def test_undo_opens_it_and_a_second_tick_too(qtbot, roomy, page, presenter):
    tick(page, 0)
    roomy.history.undo()
    assert not roomy.services.cafes.get().tables[0].closed
    roomy.history.redo()
    assert roomy.services.cafes.get().tables[0].closed == {1, 2}
    assert not page.tables._menu.isEmpty()
    with qtbot.waitSignal(presenter.undoable) as told:
        tick(page, 0)
    assert told.args[0] == "Table 1 is open again."
    assert not roomy.services.cafes.get().tables[0].closed


def test_a_table_that_people_need_is_refused_in_words(qtbot, roomy, page, presenter):
    tick(page, 0)
    with qtbot.waitSignal(presenter.failed) as told:
        tick(page, 1)
    assert isinstance(told.args[0], TooFewSeats)
    assert not roomy.services.cafes.get().tables[1].closed


def test_once_the_last_round_has_begun_nothing_is_offered(qtbot, roomy, page, presenter):
    presenter.go_to("talk:2")
    page.tables._menu.aboutToShow.emit()
    assert not page.tables._menu.isEnabled()
    assert page.tables.close_button.isVisible()
