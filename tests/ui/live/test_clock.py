"""The clock of Run: started, paused, moved, put back, and never wrong after a restart."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.ui.live.hands import Ears, Way, clock, figures, pass_by
from wcafe.app import open_for_desk
from wcafe.errors import InDoubt
from wcafe.ui.awake import Awake
from wcafe.ui.bus import QtBus
from wcafe.ui.live.page import LivePage
from wcafe.ui.live.presenter import LivePresenter

LEFT = Qt.MouseButton.LeftButton
SPACE = Qt.Key.Key_Space


@pytest.mark.parametrize("stands", [True, False])
def test_a_step_pressed_again_as_the_disk_did_not_say_what_it_kept_is_one_step(
    presenter, desk, monkeypatch, stands
):
    presenter.toggle()
    first = presenter.clock.step
    honest = desk.services.live.next

    def next_in_doubt(**how):
        if stands:
            honest(**how)
        raise InDoubt(path=desk.services.place.path, reason="it does not answer")

    with monkeypatch.context() as patched:
        patched.setattr(desk.services.live, "next", next_in_doubt)
        presenter.next()
    presenter.next()

    keys = [step.key for step in presenter.steps]
    assert presenter.clock.step == keys[keys.index(first) + 1]
    desk.history.undo()
    assert presenter.clock.step == first


def test_before_the_start_the_page_says_what_comes_first(page):
    assert page.clock.question.text() == "Begins with: Welcome"
    assert page.clock.main_button.text() == "Start"
    assert not page.clock.next_button.isEnabled()
    assert "There is no seating plan yet" in page.clock.hint.text()


def test_space_starts_pauses_and_goes_on_at_the_same_second(qtbot, page, presenter, desk, time):
    qtbot.keyClick(page.clock.main_button, SPACE)
    assert figures(page) == "10:00"
    pass_by(presenter, time, 70)
    assert figures(page) == "08:50"

    qtbot.keyClick(page, SPACE)
    assert (page.clock.main_button.text(), page.clock.ring.dial.word) == ("Go on", "paused")
    pass_by(presenter, time, 600)
    assert figures(page) == "08:50"

    qtbot.mouseClick(page.clock.main_button, LEFT)
    assert clock(desk).deadline == time.now + timedelta(minutes=8, seconds=50)


def test_plus_and_minus_move_the_end_by_a_minute(qtbot, page, presenter, desk, time):
    presenter.toggle()

    qtbot.keyClick(page, Qt.Key.Key_Plus)
    qtbot.keyClick(page, Qt.Key.Key_Plus)
    assert figures(page) == "12:00"
    qtbot.keyClick(page.agenda.list, Qt.Key.Key_Minus)
    assert figures(page) == "11:00"
    qtbot.mouseClick(page.clock.less_button, LEFT)
    assert clock(desk).deadline == time.now + timedelta(minutes=10)


def test_after_the_end_the_time_counts_up_and_is_named(page, presenter, time):
    presenter.toggle()

    pass_by(presenter, time, 10 * 60 + 65)

    dial = page.clock.ring.dial
    assert (dial.figures, dial.word, dial.mood) == ("+1:05", "overtime", "over")
    assert "overtime" in page.clock.ring.accessibleName()


def test_the_clock_goes_on_at_the_right_second_after_a_restart(
    qtbot, desk, time, settings, opened, begun, ears, way
):
    first = LivePresenter(desk, None, now=lambda: time.now, player=Ears(), awake=Awake(Way()))
    first.go_to("talk:0")
    deadline = first.clock.deadline
    first.deleteLater()
    opened.close()
    time.now += timedelta(minutes=3, seconds=7)

    again = open_for_desk(opened.place.path, now=lambda: time.now)
    try:
        laid = replace(desk, services=again, bus=QtBus(again.changes, desk.bus))
        second = LivePresenter(laid, laid.bus, now=lambda: time.now, player=ears, awake=Awake(way))
        page = LivePage(second)
        qtbot.addWidget(page)

        assert second.clock.deadline == deadline
        assert figures(page) == "16:53"
    finally:
        again.close()


def test_a_step_begun_elsewhere_is_told_from_when_its_minutes_began_to_run(
    qtbot, desk, time, begun, ears, way
):
    desk.services.live.start("talk:1")
    time.now += timedelta(minutes=8)

    presenter = LivePresenter(desk, None, now=lambda: time.now, player=ears, awake=Awake(way))

    began = presenter.course.stops[presenter.course.here]
    told = (time.now - timedelta(minutes=8)).astimezone().time().replace(second=0, microsecond=0)
    assert began.begins == told


def test_next_says_what_comes_and_begins_it_with_all_its_minutes(qtbot, page, presenter, time):
    presenter.go_to("talk:0")
    assert page.clock.next_button.text() == "Harvest now"
    qtbot.mouseClick(page.clock.next_button, LEFT)
    assert (page.clock.eyebrow.text(), figures(page)) == (
        "Harvest of round 1 · The question",
        "03:00",
    )
    assert page.clock.next_button.text() == "Change tables now"
    qtbot.mouseClick(page.clock.next_button, LEFT)
    assert page.clock.question.text() == "Change of tables"
    assert page.clock.next_button.text() == "Next: Round 2"


def test_a_click_on_next_too_early_can_be_undone(qtbot, page, presenter, desk, time):
    presenter.go_to("talk:0")
    pass_by(presenter, time, 300)
    kept = clock(desk)
    qtbot.mouseClick(page.clock.next_button, LEFT)

    desk.history.undo()
    assert (clock(desk), figures(page)) == (kept, "15:00")
    desk.history.redo()
    assert clock(desk).step == "harvest:0"


def test_a_stopped_clock_can_be_put_back(page, presenter, desk, time):
    presenter.go_to("talk:1")
    kept = clock(desk)
    page.clock.stop_action.trigger()
    assert clock(desk) is None
    assert page.clock.main_button.text() == "Start"

    desk.history.undo()
    assert clock(desk) == kept


def test_one_can_go_back_a_step_and_begin_a_step_again(page, presenter, time):
    presenter.go_to("harvest:0")
    page.clock.back_action.trigger()
    assert presenter.clock.step == "talk:0"
    pass_by(presenter, time, 100)
    page.clock.again_action.trigger()
    assert figures(page) == "20:00"


def test_after_the_last_step_the_café_is_over(qtbot, page, presenter):
    presenter.go_to(presenter.steps[-1].key)
    assert page.clock.next_button.text() == "End the café"

    qtbot.mouseClick(page.clock.next_button, LEFT)

    assert page.clock.eyebrow.text() == page.subtitle.text() == "The café is over"
