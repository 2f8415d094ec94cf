"""The running café: start, pause, more time, next, and the same second after a restart."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wcafe.app import open_cafe
from wcafe.domain.agenda import programme
from wcafe.services.changes import Changed, Part

BEGIN = datetime(2026, 11, 26, 14, 0, 0, 123456, tzinfo=UTC)


class Wall:
    """A clock on the wall that the test turns."""

    def __init__(self):
        self.time = BEGIN

    def __call__(self):
        return self.time

    def goes_on(self, minutes):
        self.time += timedelta(minutes=minutes)


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def running(cafe_file, wall):
    with open_cafe(cafe_file, now=wall) as opened:
        yield opened


def steps(cafe):
    return [step.key for step in programme(cafe.cafes.get())]


def left(live, wall):
    return live.clock.left_at(wall()) / 60


def test_a_café_starts_with_its_first_step_and_all_its_minutes(running, wall):
    live = running.live.start()

    assert live.clock.step == steps(running)[0]
    assert left(live, wall) == 10
    assert running.live.get() == live


def test_it_can_start_with_any_step(running, wall):
    assert running.live.start("talk:1").clock.step == "talk:1"
    assert left(running.live.get(), wall) == 20


def test_the_steps_follow_each_other_to_the_end(running):
    running.live.start()
    met = []
    while (clock := running.live.get().clock) is not None:
        met.append(clock.step)
        running.live.next()

    assert met == steps(running)


def test_a_step_begins_with_all_its_minutes_however_late_it_is(running, wall):
    running.live.start("talk:0")
    wall.goes_on(27)

    assert left(running.live.next(), wall) == 3
    assert left(running.live.previous(), wall) == 20


def test_before_the_first_step_there_is_the_first_step(running):
    running.live.start()

    assert running.live.previous().clock.step == steps(running)[0]


def test_a_pause_takes_nothing_away(running, wall):
    running.live.start("talk:0")
    wall.goes_on(5)
    running.live.pause()
    wall.goes_on(60)

    assert left(running.live.resume(), wall) == 15


def began(cafe):
    """Return how many minutes after the first the round under way began."""
    clock = cafe.live.get().clock
    return (clock.began - BEGIN) / timedelta(minutes=1)


def test_when_a_round_began_is_known_whatever_happens_to_its_clock(running, wall):
    wall.goes_on(2)
    running.live.start("talk:0")
    for wish in (running.live.pause, running.live.resume, lambda: running.live.shift(3)):
        wall.goes_on(6)
        wish()
    running.live.next()  # its harvest
    assert began(running) == 2
    running.live.previous(left=40.0)
    assert began(running) == 2

    wall.goes_on(1)
    running.live.start("talk:1")
    assert began(running) == 21
    running.live.follow_wall(3600)
    assert began(running) == 81


def test_going_back_to_an_earlier_round_does_not_say_that_it_begins_now(running, wall):
    running.live.start("talk:1")

    running.live.previous(left=40.0)
    assert running.live.get().clock.began is None
    running.live.start("talk:0")
    assert began(running) == 0


def test_a_café_is_over_once_its_clock_is_put_away_after_a_round(running):
    running.live.start()
    assert not running.live.stop().is_over

    clock = running.live.start("talk:0").clock
    assert running.live.stop().is_over
    assert not running.live.set_clock(clock).is_over


def test_minutes_are_given_and_taken(running, wall):
    running.live.start("talk:0")

    assert left(running.live.shift(2), wall) == 22
    running.live.pause()
    assert left(running.live.shift(-5), wall) == 17


def test_wishes_that_make_no_sense_change_nothing_and_tell_nobody(running):
    heard = []
    running.changes.listen(heard.append)

    for wish in (
        running.live.pause,
        running.live.resume,
        running.live.stop,
        lambda: running.live.shift(2),
    ):
        assert wish() == running.live.get()
    running.live.start("talk:0")
    running.live.resume()
    assert heard == [Changed(Part.LIVE)]


def test_a_stopped_clock_is_put_away_and_can_come_back(running):
    clock = running.live.start("talk:1").clock
    assert running.live.stop().clock is None

    assert running.live.set_clock(clock).clock == clock


@pytest.mark.parametrize("is_paused", [False, True])
def test_the_clock_goes_on_at_the_same_second_after_a_restart(cafe_file, wall, is_paused):
    with open_cafe(cafe_file, now=wall) as cafe:
        before = cafe.live.start("talk:0").clock
        if is_paused:
            wall.goes_on(0.02)
            before = cafe.live.pause().clock

    with open_cafe(cafe_file, now=wall) as cafe:
        assert cafe.live.get().clock == before
        assert cafe.live.get().clock.is_running != is_paused


def test_seats_and_clock_leave_each_other_alone(crowd):
    guest = crowd.people.all()[0]
    crowd.live.start("talk:0")
    crowd.live.record_seats(0, ((guest.id, 2),))

    assert crowd.live.get().clock.step == "talk:0"
    crowd.live.next()
    assert crowd.live.get().seating(0) == ((guest.id, 2),)


def change_rounds(cafe, **facts):
    before = cafe.cafes.get()
    cafe.cafes.save(replace(before, rounds=tuple(replace(r, **facts) for r in before.rounds)))


def test_after_a_step_that_was_taken_away_comes_what_followed_it(running):
    running.live.start("harvest:1")
    change_rounds(running, harvest=0)

    assert running.live.next().clock.step == "move:1"


def test_back_from_a_step_that_was_taken_away_is_what_came_before_it(running):
    running.live.start("harvest:1")
    change_rounds(running, harvest=0)

    assert running.live.previous().clock.step == "talk:1"


def test_after_a_round_that_was_taken_away_comes_what_is_after_the_rounds(running):
    running.live.start("talk:2")
    running.cafes.save(running.cafes.get().with_rounds(2))
    following = running.live.next().clock.step

    assert following == steps(running)[steps(running).index("harvest:1") + 1]


def test_where_a_line_stood_that_is_gone_nobody_knows(running):
    running.live.start(steps(running)[1])
    running.cafes.save(replace(running.cafes.get(), agenda=()))

    assert running.live.next().clock.step == "talk:0"


def test_a_key_of_no_step_starts_the_first(running):
    assert running.live.start("talk:99").clock.step == steps(running)[0]
