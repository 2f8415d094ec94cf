"""The call, the bell, and the computer that stays awake for them."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, Qt

from tests.ui.live.hands import Ears, Way, pass_by
from wcafe.domain.cafe import Round
from wcafe.ui.awake import Awake
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.sound import NoSound, Player, Sound

LEFT = Qt.MouseButton.LeftButton


def test_the_call_and_the_bell_are_heard_once_each(page, presenter, time, ears):
    presenter.go_to("talk:0")
    for _second in range(0, 22 * 60, 7):
        pass_by(presenter, time, 7)

    assert ears.heard == [Sound.CALL, Sound.BELL]


def test_one_minute_more_makes_the_call_come_again(presenter, time, ears):
    presenter.go_to("talk:0")
    pass_by(presenter, time, 18 * 60 + 30)
    presenter.shift(1)
    pass_by(presenter, time, 1)
    assert ears.heard == [Sound.CALL]

    pass_by(presenter, time, 40)
    pass_by(presenter, time, 1)
    assert ears.heard == [Sound.CALL, Sound.CALL]


def test_a_step_of_two_minutes_has_a_bell_and_no_call(presenter, desk, time, ears):
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, rounds=(Round(harvest=2), Round())))
    presenter.reload()
    presenter.go_to("harvest:0")

    for _second in range(125):
        pass_by(presenter, time, 1)

    assert ears.heard == [Sound.BELL]


def test_a_paused_clock_makes_no_sound(presenter, time, ears):
    presenter.go_to("talk:0")
    presenter.toggle()
    pass_by(presenter, time, 3600)

    assert ears.heard == []


def test_a_restart_in_the_last_two_minutes_does_not_call_again(desk, begun, time, ears):
    first = LivePresenter(desk, None, now=lambda: time.now, player=ears, awake=Awake(Way()))
    first.go_to("talk:0")
    pass_by(first, time, 18 * 60 + 10)
    first.deleteLater()

    second = LivePresenter(desk, desk.bus, now=lambda: time.now, player=ears, awake=Awake(Way()))
    pass_by(second, time, 20)
    assert ears.heard == [Sound.CALL]
    pass_by(second, time, 100)
    assert ears.heard == [Sound.CALL, Sound.BELL]


def test_a_bell_that_was_missed_long_ago_is_not_rung(desk, begun, time, ears):
    desk.services.live.start("talk:0")
    time.now += timedelta(minutes=25)

    LivePresenter(desk, desk.bus, now=lambda: time.now, player=ears, awake=Awake(Way()))

    assert ears.heard == []


def test_the_ring_shows_every_sound_for_who_cannot_hear_it(qtbot, page, presenter, ears):
    qtbot.mouseClick(page.sound_button, LEFT)

    assert ears.heard == [Sound.BELL]
    assert page.clock.ring.dial.mood == "cue"


def test_a_silent_computer_is_told_in_words(qtbot, desk, begun):
    player = Player(platform="linux", find=lambda _name: None)
    presenter = LivePresenter(desk, desk.bus, player=player, awake=Awake(Way()))

    with qtbot.waitSignal(presenter.failed) as told:
        presenter.test_sound()

    assert isinstance(told.args[0], NoSound)


def test_the_computer_stays_awake_while_the_clock_runs(presenter, way):
    presenter.toggle()
    assert way.is_awake
    presenter.toggle()
    assert not way.is_awake


def test_the_computer_may_sleep_once_the_café_is_closed(qtbot, desk, begun, way):
    owner = QObject()
    presenter = LivePresenter(desk, owner, player=Ears(), awake=Awake(way))
    presenter.toggle()
    assert way.is_awake

    with qtbot.waitSignal(presenter.destroyed):
        owner.deleteLater()

    assert not way.is_awake
