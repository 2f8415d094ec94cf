"""What goes on in the room comes to the phones as it happens."""

import http.client
import json
from dataclasses import replace

import pytest

from wcafe.domain.live import Clock


class Stream:
    """A phone that listens."""

    def __init__(self, phone):
        self._connection = http.client.HTTPConnection(phone.address, timeout=20)
        sent = {"X-Wcafe": "1", "Authorization": f"Bearer {phone.token}"}
        self._connection.request("GET", "/api/v1/live", headers=sent)
        self.answer = self._connection.getresponse()

    def next(self):
        """Return the next tick; None once nothing comes any more."""
        while line := self.answer.readline():
            if line.startswith(b"data: "):
                return json.loads(line.removeprefix(b"data: "))
        return None

    def until(self, wanted):
        while (tick := self.next()) is not None:
            if wanted(tick):
                return tick
        raise AssertionError("it ended")

    def close(self):
        self.answer.close()
        self._connection.close()


@pytest.fixture
def listen():
    streams = []

    def listen(phone):
        streams.append(Stream(phone))
        return streams[-1]

    yield listen
    for stream in streams:
        stream.close()


def test_hello_tells_all_a_phone_needs(cafe, phone):
    told = phone.hello()

    assert (told["event"], told["gen"], told["title"]) == (
        phone.event,
        cafe.cafes.get().generation,
        "Notre rue",
    )
    assert [table["table"] for table in told["tables"]] == [1]
    assert [round_["round"] for round_ in told["rounds"]] == [1, 2, 3]
    assert (told["round"], told["left"], told["running"], told["closed"]) == (None, None, False, [])
    assert [kind["kind"] for kind in told["kinds"]][:2] == ["insight", "idea"]
    assert (told["wanted"], told["forget"]) == ([], False)
    assert told["origins"] == [f"http://{phone.address}"]


def test_hello_is_remembered_of_the_phone(cafe, phone):
    phone.hello(unsent=3, typing=True)

    (seen,) = cafe.phones.seen.all().values()
    assert (seen.unsent, seen.typed_at is not None, seen.address) == (3, True, "127.0.0.1")


def test_hello_tells_the_round_and_what_is_left(cafe, phone):
    cafe.live.set_clock(Clock(step="talk:1", left=90.0))
    told = phone.hello()

    assert (told["round"], told["left"], told["running"], told["closed"]) == (2, 90, False, [1])


def test_a_note_that_an_older_copy_lost_is_asked_for(phone):
    note = "0b8f2f6a-6a52-4f43-9a4e-0d7d4f1f2a11"
    assert phone.hello(heads={note: 2})["wanted"] == [note]

    phone.put(phone.wish(base=1), note)
    assert phone.hello(heads={note: 2})["wanted"] == []


def test_phones_may_forget_once_it_is_over_and_all_is_here(cafe, phone):
    cafe.phones.way_in.keep(lambda way: replace(way, is_over=True))

    assert phone.hello(unsent=1)["forget"] is False
    assert phone.hello(heads={"0b8f2f6a-6a52-4f43-9a4e-0d7d4f1f2a11": 1})["forget"] is False
    assert phone.hello()["forget"] is True


def test_what_changes_in_the_room_comes_by_itself(cafe, phone, listen):
    stream = listen(phone)
    assert stream.answer.status == 200
    assert stream.next()["moment"]["round"] is None

    cafe.live.set_clock(Clock(step="talk:0", left=60.0))
    moment = stream.until(lambda tick: tick["moment"]["round"] == 1)["moment"]

    assert (moment["left"], moment["running"]) == (60, False)


def test_what_the_facilitator_tells_all_phones_comes_by_itself_and_goes(cafe, phone, listen):
    stream, way_in = listen(phone), cafe.phones.way_in
    assert stream.next()["moment"]["message"] == ""

    for said in ("Encore deux minutes !", ""):
        way_in.keep(lambda way, said=said: replace(way, message=said))
        assert stream.until(lambda tick, said=said: tick["moment"]["message"] == said)
        assert phone.hello()["message"] == said


def test_a_note_of_the_table_raises_the_number_and_one_elsewhere_does_not(
    anybody, codes, phone, listen
):
    other = anybody.join(codes[1])
    here, there = listen(phone), listen(other)
    before = [here.next()["seq"], there.next()["seq"]]

    phone.put(phone.wish())
    assert here.until(lambda tick: tick["seq"] > before[0])
    assert other.hello()["seq"] == before[1]


def test_a_stream_ends_when_its_phone_is_taken_out(cafe, phone, listen):
    stream = listen(phone)
    stream.next()
    cafe.phones.revoke(phone.device)

    assert stream.next() is None


def test_streams_end_with_the_station(station, phone, listen):
    stream = listen(phone)
    stream.next()
    station.stop()

    assert stream.next() is None


def test_the_oldest_of_three_streams_of_a_phone_ends(cafe, phone, listen):
    streams = [listen(phone) for _each in range(3)]
    for stream in streams:
        assert stream.next()
    cafe.live.start()

    assert streams[0].next() is None
    assert all(stream.until(lambda tick: tick["moment"]["running"]) for stream in streams[1:])
