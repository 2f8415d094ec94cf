"""The clock: a deadline that a crash cannot move, or the seconds left while it stands still."""

from datetime import UTC, datetime, timedelta

import pytest

from wcafe.domain.live import Clock

NOW = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)


def minutes(number):
    return timedelta(minutes=number)


def running(number):
    return Clock(step="talk:0", deadline=NOW + minutes(number))


def test_a_running_clock_counts_down_and_on_into_overtime():
    clock = running(20)

    assert clock.left_at(NOW) == 1200
    assert clock.left_at(NOW + minutes(21)) == -60


def test_a_paused_clock_stands_still_and_goes_on_from_there():
    paused = running(20).pause(NOW + minutes(5))
    assert not paused.is_running
    assert paused.left_at(NOW + minutes(600)) == 900

    resumed = paused.resume(NOW + minutes(60))
    assert resumed.is_running
    assert resumed.deadline == NOW + minutes(75)


@pytest.mark.parametrize("clock", [running(20), running(20).pause(NOW)])
def test_more_time_and_less_time_are_given_running_or_paused(clock):
    assert clock.shift(120).left_at(NOW) == 1320
    assert clock.shift(-1500).left_at(NOW) == -300
    assert clock.shift(120).is_running == clock.is_running


def test_a_clock_either_runs_or_stands_still():
    with pytest.raises(ValueError, match="stands still"):
        Clock(step="talk:0")
    with pytest.raises(ValueError, match="stands still"):
        Clock(step="talk:0", deadline=NOW, left=3.0)
