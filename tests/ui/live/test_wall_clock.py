"""Somebody sets the clock on the wall, or the computer sleeps."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from tests.ui.live.hands import clock, pass_by
from wcafe.ui.awake import Awake
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.live.steady import steady_seconds


@pytest.fixture
def watched(desk, begun, time, ears, way):
    """A presenter whose computer has a second clock that nobody can set."""
    owner, begin = QObject(), time.now
    time.slept = timedelta()
    made = LivePresenter(
        desk,
        owner,
        now=lambda: time.now,
        steady=lambda: (time.now - begin - time.slept).total_seconds(),
        player=ears,
        awake=Awake(way),
    )
    yield made
    owner.deleteLater()


@pytest.mark.parametrize("hours", [1, -1])
def test_setting_the_wall_clock_takes_nothing_from_a_round(watched, time, ears, hours):
    watched.go_to("talk:0")
    pass_by(watched, time, 300)

    time.slept += timedelta(hours=hours)  # the wall goes ahead of the steady clock, or behind
    pass_by(watched, time, 3600 * hours)

    assert watched.left == pytest.approx(15 * 60)
    assert ears.heard == []
    pass_by(watched, time, 60)
    assert watched.left == pytest.approx(14 * 60)


def test_a_computer_that_slept_goes_on_at_the_right_second(watched, time, ears):
    watched.go_to("talk:0")
    pass_by(watched, time, 600)  # asleep: both clocks went on

    assert watched.left == pytest.approx(10 * 60)
    pass_by(watched, time, 900)
    assert watched.left == pytest.approx(-5 * 60)
    assert ears.heard == [], "five minutes late a bell would only puzzle the room"


def test_small_corrections_of_the_time_are_left_alone(watched, time, desk):
    watched.go_to("talk:0")
    before = clock(desk)

    time.slept += timedelta(seconds=1)
    pass_by(watched, time, 1)

    assert clock(desk) == before


def test_a_paused_clock_does_not_care_about_the_wall(watched, time):
    watched.go_to("talk:0")
    watched.toggle()

    time.slept += timedelta(hours=2)
    pass_by(watched, time, 7200)

    assert watched.left == pytest.approx(20 * 60)


def test_the_steady_clock_of_this_computer_goes_on():
    first = steady_seconds()

    assert steady_seconds() >= first > 0
