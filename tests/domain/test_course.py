"""The course of a café on the nights when the clocks change."""

import time as clocks
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from wcafe.domain.agenda import programme
from wcafe.domain.cafe import draft
from wcafe.domain.course import course_of
from wcafe.domain.live import Clock

BACK = datetime(2026, 10, 25, 1, tzinfo=UTC)  # 3:00 in Paris becomes 2:00
FORTH = datetime(2026, 3, 29, 1, tzinfo=UTC)  # 2:00 becomes 3:00
TEN = timedelta(minutes=10)


@pytest.fixture(params=["CET-1CEST,M3.5.0,M10.5.0/3", "UTC0"])
def zone(request, monkeypatch):
    monkeypatch.setenv("TZ", request.param)
    clocks.tzset()
    yield request.param
    monkeypatch.undo()
    clocks.tzset()


def course_at(now, starts=time(2, 30), talked=TEN):
    """Return the course at `now`, so long after its first talk began, and when that ends."""
    cafe = replace(draft(title="Nuit", language="fr", rounds=3), starts=starts, agenda=())
    steps = programme(cafe)
    begun = Clock(step="talk:0", deadline=now + timedelta(minutes=steps[0].minutes) - talked)
    return course_of(cafe, steps, begun, now.astimezone(), {}), begun.deadline


@pytest.mark.parametrize("turn", [BACK, FORTH])
@pytest.mark.parametrize("minutes", range(-40, 41, 5))
def test_times_are_those_the_clock_on_the_wall_will_show(zone, turn, minutes):
    now = turn + timedelta(minutes=minutes)
    course, deadline = course_at(now)
    assert course.ends == deadline.astimezone().time()
    later = deadline + timedelta(minutes=3 + 4 + 20 + 3)  # harvest, move, talk, harvest
    stop = next(stop for stop in course.stops if stop.step.key == "move:1")
    assert stop.begins == later.astimezone().time()


@pytest.mark.parametrize("turn", [BACK, FORTH])
def test_a_change_of_the_clock_is_no_delay(zone, turn):
    starts = (turn - timedelta(minutes=5)).astimezone().time()
    course, _deadline = course_at(turn + timedelta(minutes=5), starts)
    assert course.delay == 0


def test_a_late_start_is_a_delay(zone):
    now = datetime(2026, 6, 1, 12, tzinfo=UTC)
    starts = (now - timedelta(minutes=25)).astimezone().time()
    assert course_at(now, starts)[0].delay == 15
