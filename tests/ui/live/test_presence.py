"""Who is here: somebody who left, somebody who was not on the list."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.cafes import add_people
from tests.ui.hands import type_text
from tests.ui.live.hands import action, centre, look, planned
from wcafe.domain.cafe import Table
from wcafe.domain.people import Person
from wcafe.errors import EditedElsewhere
from wcafe.ui.live.walk_in import WalkInDialog

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return


def test_somebody_who_left_is_away_in_the_coming_rounds_only(qtbot, page, presenter, desk):
    zoé = add_people(desk.services, 4)[0]
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: len(presenter.presence.people) == 4)

    qtbot.keyClicks(page.presence.search_edit, "zoe")
    qtbot.mouseClick(page.presence.sheet.away_button, LEFT)

    def present():
        people = desk.services.people.all()
        return next(each.present for each in people if each.id == zoé.id)

    assert present() == {0}
    page.presence.search_edit.clear()
    assert page.presence.list.rows.rows[0].words == f"{zoé.name}, away"
    desk.history.undo()
    assert present() is None
    desk.history.redo()
    assert present() == {0}
    qtbot.mouseClick(page.presence.list.viewport(), LEFT, pos=centre(page.presence.list, 0))
    assert present() == {0}, "a click beside the words shows the person alone"
    qtbot.mouseClick(page.presence.list.viewport(), LEFT, pos=action(page.presence.list, 0))
    assert present() is None


def test_somebody_who_is_not_on_the_list_joins_the_coming_rounds(qtbot, page, presenter, desk):
    add_people(desk.services, 3)
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: len(presenter.presence.people) == 3)
    rows = page.presence.list.rows
    assert [row.words for row in rows.rows] == ["Add somebody…, not on the list"]

    qtbot.keyClicks(page.presence.search_edit, "Nour Tardy")
    assert [row.name for row in rows.rows] == ["Add “Nour Tardy”…"]
    qtbot.keyClick(page.presence.search_edit, ENTER)
    dialog = page.presence.findChild(WalkInDialog)
    assert (dialog.given_edit.text(), dialog.family_edit.text()) == ("Nour", "Tardy")
    qtbot.keyClick(dialog.family_edit, ENTER)

    nour = next(each for each in desk.services.people.all() if each.given == "Nour")
    assert nour.present == {1, 2}
    assert page.presence.search_edit.text() == ""
    assert page.presence.count.text() == "1 here · 3 expected · 0 away"
    desk.history.undo()
    assert len(desk.services.people.all()) == 3
    desk.history.redo()
    assert nour.id in {each.id for each in desk.services.people.all()}


@pytest.fixture
def spared(desk, begun):
    """Fourteen people at four tables of four, with two joker routes."""
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, tables=(Table(seats=4),) * 4))
    add_people(desk.services, 14)
    desk.services.plans.compose(seconds=0.3, spare=2)


def walk_in(qtbot, page, name):
    """Search for somebody who is not on the list, and press Enter."""
    qtbot.keyClicks(page.presence.search_edit, name)
    qtbot.keyClick(page.presence.search_edit, ENTER)
    return page.presence.findChildren(WalkInDialog)[-1]


def test_a_walk_in_is_offered_a_free_joker_route_first(qtbot, spared, page, presenter, desk):
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: presenter.presence.coming == {1, 2})
    before = planned(desk)

    dialog = walk_in(qtbot, page, "Nour Tardy")
    assert dialog.route.isVisible()
    assert "Nobody else changes tables" in dialog.route.text()
    with qtbot.waitSignal(presenter.undoable) as told:
        qtbot.keyClick(dialog.family_edit, ENTER)

    after = planned(desk)
    nour = next(each for each in desk.services.people.all() if each.given == "Nour")
    joker = next(each for each in before.jokers if each.id == nour.id)
    assert f"round 2 at table {joker.route[1] + 1}" in dialog.route.text()
    assert f"joker route {joker.number}" in told.args[0]
    assert after.itinerary(nour.id) == (None, *joker.route[1:])
    assert [after.itinerary(p) for p in before.people] == list(map(before.itinerary, before.people))
    assert not page.presence.repair.isVisible(), "the plan knows of it"
    assert page.presence.search_edit.text() == ""


@pytest.mark.usefixtures("spared")
def test_a_repair_that_gives_a_walk_in_a_joker_route_can_be_applied(qtbot, page, presenter, desk):
    assert presenter.presence.walk_ins.take_in("Nour", "Tardy")
    nour = next(each for each in desk.services.people.all() if each.given == "Nour")

    card = look(qtbot, page)
    qtbot.mouseClick(card.apply_button, LEFT)

    assert planned(desk).itinerary(nour.id)[-1] is not None


def test_undo_gives_the_joker_route_back(qtbot, spared, page, presenter, desk):
    before = planned(desk)
    dialog = walk_in(qtbot, page, "Nour Tardy")
    qtbot.mouseClick(dialog.hand_button, LEFT)
    assert len(planned(desk).free_jokers) == 1

    desk.history.undo()
    assert planned(desk).free_jokers == before.jokers
    assert planned(desk).fingerprint == before.fingerprint
    assert len(desk.services.people.all()) == 14

    desk.history.redo()
    assert len(planned(desk).free_jokers) == 1
    assert len(desk.services.people.all()) == 15


def test_after_a_deed_the_search_has_nothing_of_its_own_to_undo(qtbot, spared, page, desk):
    """Else the first Ctrl+Z would bring back the typed name, and not take back the deed."""
    search = page.presence.search_edit
    type_text(search, desk.services.people.all()[0].name)
    assert search.isUndoAvailable()  # the control
    qtbot.keyClick(search, ENTER)
    assert desk.services.people.all()[0].arrived
    assert not search.isUndoAvailable()
    search.setText("")

    dialog = walk_in(qtbot, page, "Nour Tardy")
    qtbot.mouseClick(dialog.hand_button, LEFT)
    assert search.text() == ""
    assert not search.isUndoAvailable()


def test_a_walk_in_can_be_taken_in_without_the_joker_route(qtbot, spared, page, presenter, desk):
    dialog = walk_in(qtbot, page, "Nour Tardy")
    qtbot.mouseClick(dialog.keep_button, LEFT)

    assert len(planned(desk).free_jokers) == 2
    assert len(desk.services.people.all()) == 15
    qtbot.waitUntil(page.presence.repair.isVisible)


def test_once_all_routes_are_taken_a_walk_in_is_taken_in_as_ever(qtbot, spared, page, desk):
    for name in ("Nour Tardy", "Ida Late"):
        qtbot.mouseClick(walk_in(qtbot, page, name).hand_button, LEFT)

    dialog = walk_in(qtbot, page, "Max Latest")
    assert not dialog.route.isVisible()
    assert not dialog.hand_button.isVisible()
    qtbot.keyClick(dialog.family_edit, ENTER)

    assert len(desk.services.people.all()) == 17
    assert planned(desk).free_jokers == ()


def test_a_route_that_is_taken_elsewhere_meanwhile_is_told(qtbot, spared, page, presenter, desk):
    dialog = walk_in(qtbot, page, "Nour Tardy")
    joker = dialog._joker
    desk.services.walk_ins.take(Person(id=joker.id, given="Ida"))

    with qtbot.waitSignal(presenter.failed) as told:
        qtbot.mouseClick(dialog.hand_button, LEFT)

    assert isinstance(told.args[0], EditedElsewhere)
    assert dialog.isVisible()
    assert len(desk.services.people.all()) == 15


def test_somebody_without_a_name_is_not_taken_in(qtbot, page, desk):
    dialog = WalkInDialog("  ", page._presenter.presence, lambda: None, page)
    qtbot.addWidget(dialog)

    assert not dialog.keep_button.isEnabled()
    qtbot.keyClick(dialog.given_edit, ENTER)

    assert desk.services.people.all() == ()


def test_once_the_last_round_has_begun_nobody_joins(qtbot, page, presenter, desk):
    add_people(desk.services, 3)
    presenter.go_to("talk:2")
    qtbot.waitUntil(lambda: len(presenter.presence.people) == 3)

    assert page.presence.list.rows.rows == ()
    assert page.presence.count.text() == "0 here · 3 expected · 0 away"
    qtbot.keyClicks(page.presence.search_edit, "Nobody Else")
    assert page.presence.list.rows.rows == ()
