"""Composing a plan: a first one, another one, one that is refused, one that is cancelled."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.cafes import add_people
from tests.ui.plan.hands import composed, plan
from wcafe.domain.cafe import Table
from wcafe.errors import EditedElsewhere
from wcafe.ui.replanning import composing as plan_composing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def test_without_people_the_page_leads_to_them(qtbot, page):
    assert page.nobody.isVisible()
    assert not page.compose_button.isEnabled()

    with qtbot.waitSignal(page.page_asked) as gone:
        qtbot.mouseClick(page.people_button, LEFT)
    assert gone.args == ["people"]


def test_a_first_plan_is_composed_undone_and_redone(qtbot, desk, opened, page):
    add_people(opened, 20)
    qtbot.waitUntil(page.unplanned.isVisible)
    assert "Tables: 5" in page.unplanned.sentence.text()

    composed(qtbot, desk, page.first_button)
    made = plan(desk)
    assert made is not None
    assert len(desk.services.cafes.get().tables) == 5
    assert page.room.isVisible()
    assert len(page.room.view.tables) == 5

    desk.history.undo()
    assert plan(desk) is None
    assert desk.services.cafes.get().tables == ()
    assert page.unplanned.isVisible()

    desk.history.redo()
    assert plan(desk).seats == made.seats
    assert plan(desk).fingerprint == made.fingerprint
    assert page.room.isVisible()


def test_ctrl_return_composes_another_plan_and_undo_brings_the_old_one_back(
    qtbot, desk, seated, page
):
    first = plan(desk)

    with qtbot.waitSignal(desk.tasks.ended):
        qtbot.keyClick(page.room.view, Qt.Key.Key_Return, CONTROL)
    assert plan(desk).fingerprint != first.fingerprint
    assert not desk.services.cafes.snapshot().is_plan_stale

    qtbot.mouseClick(page.undo_button, LEFT)
    assert plan(desk).fingerprint == first.fingerprint
    assert not desk.services.cafes.snapshot().is_plan_stale


def test_while_a_plan_is_composed_no_second_one_can_be_asked_for(qtbot, desk, seated, page):
    with qtbot.waitSignal(desk.tasks.ended):
        qtbot.mouseClick(page.compose_button, LEFT)
        assert not page.compose_button.isEnabled()
        page._presenter.compose()
        assert len(desk.tasks.running) == 1
    assert page.compose_button.isEnabled()


def test_cancel_leaves_everything_as_it_was(qtbot, desk, opened, page, monkeypatch):
    monkeypatch.setattr(plan_composing, "SECONDS", 60.0)
    five = opened.cafes.get().with_rounds(5)
    opened.cafes.save(replace(five, tables=(Table(seats=6),) * 6, tables_chosen=True))
    add_people(opened, 36)  # at six tables nobody knows the best plan of five rounds
    qtbot.waitUntil(page.unplanned.isVisible)

    with qtbot.waitSignal(desk.tasks.ended):
        with qtbot.waitSignal(desk.tasks.said) as said:
            qtbot.mouseClick(page.first_button, LEFT)
        desk.tasks.running[0].stop()

    assert "repeat meeting" in said.args[1]
    assert plan(desk) is None
    assert desk.history.count() == 0
    assert page.first_button.isEnabled()


def test_rules_that_collide_are_told_by_name_and_nothing_is_kept(qtbot, desk, opened, page):
    cafe = opened.cafes.get()
    opened.cafes.save(replace(cafe, tables=(Table(),) * 2, tables_chosen=True))
    add_people(opened, 8)
    qtbot.waitUntil(page.first_button.isEnabled)

    composed(qtbot, desk, page.first_button)

    assert plan(desk) is None
    assert page.collisions.isVisible()
    told = page.collisions.sentence.text()
    assert "Nobody sits at a table twice (rounds: 3, tables: 2)." in told
    assert "Tables to add so that they can hold: 1." in told
    assert "again" in told
    assert desk.history.count() == 0

    qtbot.mouseClick(page.rules.distinct_switch, LEFT)
    assert not page.collisions.isVisible()


def test_a_café_that_changes_meanwhile_is_told_and_keeps_its_change(
    qtbot, desk, seated, page, monkeypatch
):
    presenter = page._presenter
    before = plan(desk)
    compute = desk.services.plans.compute

    def while_somebody_comes(**asked):
        made = compute(**asked)
        add_people(desk.services, 1)
        return made

    monkeypatch.setattr(desk.services.plans, "compute", while_somebody_comes)
    with qtbot.waitSignal(presenter.failed) as told:
        qtbot.mouseClick(page.compose_button, LEFT)

    assert isinstance(told.args[0], EditedElsewhere)
    qtbot.waitUntil(page.compose_button.isEnabled)
    assert plan(desk).fingerprint == before.fingerprint
    assert len(presenter.guests) == 21


def test_a_stale_plan_is_marked_and_renewed_with_one_click(qtbot, desk, seated, page):
    assert not page.stale.isVisible()

    add_people(desk.services, 1)
    qtbot.waitUntil(page.stale.isVisible)
    composed(qtbot, desk, page.stale.renew_button)

    assert not page.stale.isVisible()
    assert len(plan(desk).people) == 21


def test_rounds_that_have_begun_stay_as_they_are_when_the_plan_is_renewed(
    qtbot, desk, seated, page
):
    before = plan(desk)
    desk.services.live.start("talk:0")
    add_people(desk.services, 1)
    qtbot.waitUntil(page.stale.isVisible)
    qtbot.waitUntil(lambda: page._presenter.begun == 1)
    assert "first round stays" in page.stale.sentence.text()

    composed(qtbot, desk, page.stale.renew_button)

    after = plan(desk)
    assert [after.itinerary(p)[0] for p in before.people] == list(before.seats[0])
    assert not page.stale.isVisible()


def test_the_plan_shows_the_round_that_has_begun_until_another_is_chosen(qtbot, desk, seated, page):
    presenter = page._presenter
    desk.services.live.start("talk:1")
    qtbot.waitUntil(lambda: presenter.round == 1)

    presenter.go_round(0)
    desk.services.live.pause()
    qtbot.waitUntil(lambda: presenter.snapshot.live.clock.left is not None)
    assert presenter.round == 0, "it was chosen by hand"

    desk.services.live.start("talk:2")
    qtbot.waitUntil(lambda: presenter.round == 2)


def test_once_all_rounds_have_begun_the_plan_is_left_alone(qtbot, desk, seated, page):
    desk.services.live.start("talk:2")
    add_people(desk.services, 1)

    qtbot.waitUntil(lambda: "All rounds have begun" in page.stale.sentence.text())
    assert not page.stale.renew_button.isEnabled()
    assert not page.compose_button.isEnabled()


def test_composing_says_when_every_seat_stays_the_same(qtbot, desk, seated, page, monkeypatch):
    presenter = page._presenter
    before = plan(desk)
    compute = desk.services.plans.compute

    def same(**wishes):
        composed = compute(**wishes)
        return replace(composed, plan=replace(before, id="another", version=before.version))

    monkeypatch.setattr(desk.services.plans, "compute", same)
    with qtbot.waitSignal(presenter.told) as told:
        page.compose_button.click()

    assert told.args == ["The plan has stayed as it was: every seat is the same."]
