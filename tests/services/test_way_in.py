"""When codes open their tables, and what all phones are told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.phones import BEGINNING, LONGEST_MESSAGE, LetIn, Station
from wcafe.errors import TextTooLong
from wcafe.errors.phones import NoMorePhones, WayInClosed

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Time:
    """A clock that a test moves."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now

    def goes_on(self, minutes):
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def cafe(path, time):
    """A café whose codes open tables as rounds begin."""
    create_cafe(path, draft(title="Café", language="fr", tables=4))
    with open_cafe(path, now=time) as opened:
        set_let_in(opened, LetIn.AT_BEGINNING)
        yield opened


def set_let_in(cafe, when):
    cafe.phones.way_in.keep(lambda station: replace(station, let_in=when))


def opens(cafe):
    """Return whether the code on a table lets a phone in just now."""
    try:
        cafe.phones.join(cafe.phones.way_in.codes()[0])
    except WayInClosed:
        return False
    return True


def test_a_code_opens_its_table_until_the_first_round_begins_and_then_as_each_does(cafe, time):
    met = [opens(cafe)]
    cafe.live.start()  # people are welcomed
    time.goes_on(15)
    met.append(opens(cafe))

    for round_ in ("talk:0", "talk:1"):
        cafe.live.start(round_)
        time.goes_on(9.9)
        met.append(opens(cafe))
        time.goes_on(0.2)
        met.append(opens(cafe))

    assert met == [True, True, True, False, True, False]


def test_a_code_that_is_found_later_opens_nothing(cafe, time):
    cafe.live.start("talk:0")
    time.goes_on(12)
    met = [opens(cafe)]
    cafe.live.next()  # the harvest of the round
    met.append(opens(cafe))
    while cafe.live.next().clock is not None:
        pass
    time.goes_on(60)
    met.append(opens(cafe))  # the clock is put away, the station still open

    assert met == [False, False, False]


def test_who_changes_tables_may_scan_on_arrival_unless_no_round_comes(cafe, time):
    rounds = len(cafe.cafes.get().rounds)
    met = []
    for step in ("move:0", f"talk:{rounds - 1}"):
        cafe.live.start(step)
        time.goes_on(11)
        met.append(opens(cafe))
    cafe.live.stop()

    assert [*met, opens(cafe)] == [True, False, False]


@pytest.mark.parametrize("then", ["pause", "shift"])
def test_neither_pauses_nor_minutes_given_open_the_way_in_again(cafe, time, then):
    cafe.live.start("talk:0")
    time.goes_on(8)
    if then == "pause":
        cafe.live.pause()
        time.goes_on(5)
        cafe.live.resume()
    else:
        time.goes_on(5)
        cafe.live.shift(10)

    assert not opens(cafe)


def test_a_code_to_type_opens_its_table_whenever_any_phone_may_come(cafe, time):
    cafe.live.start("talk:0")
    time.goes_on(12)
    typed = [cafe.phones.way_in.short_code(2) for _phone in range(2)]

    assert not opens(cafe)
    first = cafe.phones.join_by_short_code(typed[0], address="10.0.0.1").phone
    assert first.tables == (2,)
    set_let_in(cafe, LetIn.NO)
    with pytest.raises(NoMorePhones):
        cafe.phones.join_by_short_code(typed[1], address="10.0.0.1")


def test_codes_open_at_any_time_unless_somebody_said_otherwise(cafe, time):
    set_let_in(cafe, LetIn.ALWAYS)
    cafe.live.start("talk:0")
    time.goes_on(BEGINNING / timedelta(minutes=1) + 5)

    assert opens(cafe)
    assert Station().let_in is LetIn.ALWAYS


def test_a_message_is_kept_and_no_longer_than_a_phone_can_show(path, cafe, time):
    way_in = cafe.phones.way_in
    way_in.keep(lambda station: replace(station, message="Encore deux minutes !"))
    cafe.close()
    with open_cafe(path, now=time) as opened:
        assert opened.phones.way_in.get().message == "Encore deux minutes !"

    with pytest.raises(TextTooLong):
        Station(message="é" * (LONGEST_MESSAGE + 1))
