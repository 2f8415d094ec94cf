"""Slow and silent connections end, whatever trickles in; those that do something go on."""

import http.client
import socket
import threading
from dataclasses import replace
from uuid import uuid4

import pytest

from tests.phones import Asking, status_of
from wcafe.services.phones import PhoneService
from wcafe.web.connections import Connections
from wcafe.web.deadlines import Deadlines
from wcafe.web.station import Station

SHORT = Deadlines(headers=0.3, body=0.3, photo=0.3, answer=0.5, stalled=0.5, idle=0.3)


ROOMY = replace(SHORT, body=20, photo=20, answer=20, stalled=20, idle=20)
"""Where what is asked for is to come, however busy the computer is."""


@pytest.fixture
def station(cafe, request):
    station = Station(cafe, "127.0.0.1", deadlines=getattr(request, "param", SHORT))
    station.start()
    yield station
    station.stop()


def dial(asking):
    host, port = asking.address.rsplit(":", 1)
    return socket.create_connection((host, int(port)), timeout=20)


def trickle(line, stop, byte=b"x"):
    """Send a byte now and then until the other side has had enough."""
    try:
        while not stop.wait(0.05):
            line.sendall(byte)
    except OSError:
        pass


def is_closed(line):
    """Wait until the other side closes; a connection that stays open makes the test fail."""
    try:
        while line.recv(65536):
            pass
    except ConnectionError:
        pass
    return True


def begin_of(asking, target, length):
    return (
        f"PUT {target} HTTP/1.1\r\nHost: {asking.address}\r\nX-Wcafe: 1\r\n"
        f"Authorization: Bearer {asking.token}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {length}\r\n\r\n"
    ).encode()


def test_a_silent_connection_is_closed(anybody):
    with dial(anybody) as line:
        assert is_closed(line)


def test_without_deadlines_it_would_stay_open(cafe):
    """The control: what the other tests wait for does not happen by itself."""
    never = Deadlines(headers=900, body=900, photo=900, answer=900, stalled=900, idle=900)
    station = Station(cafe, "127.0.0.1", deadlines=never)
    station.start()
    try:
        with dial(Asking.at(station.url)) as line:
            line.settimeout(1)
            with pytest.raises(TimeoutError):
                line.recv(1)
    finally:
        station.stop()


@pytest.mark.parametrize("begun", ["headers", "body", "refused body", "second headers"])
def test_a_trickle_is_closed(phone, begun):
    stop = threading.Event()
    with dial(phone) as line:
        if begun == "headers":
            line.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
        elif begun == "body":
            line.sendall(begin_of(phone, f"/api/v1/notes/{uuid4()}", 60_000))
        elif begun == "refused body":
            line.sendall(begin_of(phone, f"/api/v1/notes/{uuid4()}", 90_000))
        else:
            line.sendall(f"GET / HTTP/1.1\r\nHost: {phone.address}\r\n\r\nGET / HTTP".encode())
        slow = threading.Thread(target=trickle, args=(line, stop))
        slow.start()
        try:
            assert is_closed(line)
        finally:
            stop.set()
            slow.join()


def test_a_connection_that_asks_nothing_more_is_closed(anybody):
    with dial(anybody) as line:
        line.sendall(f"GET /ping HTTP/1.1\r\nHost: {anybody.address}\r\n\r\n".encode())
        assert line.recv(65536).startswith(b"HTTP/1.1 200")
        assert is_closed(line)


def test_requests_one_behind_the_other_are_all_answered(anybody):
    asked = f"GET /ping HTTP/1.1\r\nHost: {anybody.address}\r\n\r\n".encode()
    assert anybody.raw(asked * 5).count(b"HTTP/1.1 200") == 5


@pytest.mark.parametrize("station", [ROOMY], indirect=True, ids=["roomy"])
def test_one_connection_is_used_again_and_again(phone):
    connection = http.client.HTTPConnection(phone.address, timeout=20)
    sent = {"X-Wcafe": "1", "Authorization": f"Bearer {phone.token}"}
    ports = set()
    for _time in range(5):
        connection.request("GET", "/api/v1/notes", headers=sent)
        assert connection.getresponse().read()
        ports.add(connection.sock.getsockname()[1])
    connection.close()

    assert len(ports) == 1


def test_a_stream_outlives_the_deadlines(phone, cafe):
    with dial(phone) as line:
        line.sendall(
            f"GET /api/v1/live HTTP/1.1\r\nHost: {phone.address}\r\nX-Wcafe: 1\r\n"
            f"Authorization: Bearer {phone.token}\r\n\r\n".encode()
        )
        assert status_of(line.recv(65536)) == 200
        with dial(phone) as silent:  # as long as a deadline takes
            assert is_closed(silent)
        heard = b""
        cafe.live.start()
        while b'"running": true' not in heard:
            more = line.recv(65536)
            assert more
            heard += more


@pytest.mark.parametrize("station", [ROOMY], indirect=True, ids=["roomy"])
def test_slow_ones_are_closed_while_phones_save(phone):
    slow = [dial(phone) for _each in range(80)]
    try:
        for line in slow:
            line.sendall(b"GET / HTTP/1.1\r\n")
        for _time in range(5):
            assert phone.put(phone.wish()).status == 200
        assert all(is_closed(line) for line in slow)
    finally:
        for line in slow:
            line.close()
    assert Asking(phone.address).ask("GET", "/ping").status == 200


class Line:
    """What a connection is closed by."""

    def __init__(self):
        self.is_closed = False

    def __call__(self):
        self.is_closed = True


class Clock:
    """What time it is, in seconds."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_the_one_that_waits_longest_goes_where_an_address_is_full(clock):
    connections = Connections(most=9, most_of_address=2, clock=clock)
    lines = [Line() for _each in range(4)]
    first = connections.open("a", lines[0])
    connections.open("b", lines[1])
    connections.own(first, "phone")  # one that said whose it is does not count
    connections.open("a", lines[2])
    connections.open("a", lines[3])
    connections.open("a", Line())
    assert not any(line.is_closed for line in lines)  # they were heard a moment ago

    clock.now += 5
    connections.open("a", Line())
    assert [line.is_closed for line in lines] == [False, False, True, False]


def test_where_all_belong_to_phones_nobody_else_comes_in(clock):
    connections, line = Connections(most=2, clock=clock), Line()
    for phone in ("one", "other"):
        connections.own(connections.open("a", line), phone)
    clock.now += 5

    assert connections.open("b", Line()) is None
    assert not line.is_closed


def test_where_it_is_full_who_said_nothing_goes(clock):
    connections, lines = Connections(most=2, clock=clock), [Line(), Line()]
    connections.own(connections.open("a", lines[0]), "phone")
    connections.open("a", lines[1])
    assert connections.open("b", Line()) is None

    clock.now += 5
    assert connections.open("b", Line()) is not None
    assert [line.is_closed for line in lines] == [False, True]
    assert len(connections) == 2


def test_a_phone_has_no_more_than_its_share(clock):
    connections, lines = Connections(most_of_phone=2, clock=clock), [Line() for _each in range(3)]
    held = [connections.open("a", line) for line in lines]
    for each in held[:2]:
        connections.own(each, "phone")
    connections.touch(held[0])
    connections.own(held[2], "phone")

    assert [line.is_closed for line in lines] == [False, True, False]
    for each in held:
        connections.closed(each)
    assert len(connections) == 0


def test_where_it_is_full_a_phone_that_asks_nothing_just_now_makes_room(clock):
    connections, lines = Connections(most=2, clock=clock), [Line(), Line()]
    stream, resting = (connections.open("a", line) for line in lines)
    for held, phone in ((stream, "one"), (resting, "other")):
        connections.own(held, phone)
    connections.rest(resting)

    assert connections.open("b", Line()) is not None
    assert [line.is_closed for line in lines] == [False, True]


def test_of_a_phone_with_too_many_its_stream_stays_if_another_one_rests(clock):
    connections, lines = Connections(most_of_phone=2, clock=clock), [Line() for _each in range(3)]
    held = [connections.open("a", line) for line in lines]
    for each in held[:2]:
        connections.own(each, "phone")
    connections.rest(held[1])
    connections.own(held[2], "phone")

    assert [line.is_closed for line in lines] == [False, True, False]


def test_a_station_ends_although_what_a_phone_asks_for_takes_for_ever(monkeypatch, station, phone):
    asked, go = threading.Event(), threading.Event()

    def notes(*_asked):
        asked.set()
        go.wait(60)
        return ()

    monkeypatch.setattr(PhoneService, "notes", notes)
    (thread,) = (each for each in threading.enumerate() if each.name == "station")
    with dial(phone) as line:
        line.sendall(
            f"GET /api/v1/notes HTTP/1.1\r\nHost: {phone.address}\r\nX-Wcafe: 1\r\n"
            f"Authorization: Bearer {phone.token}\r\n\r\n".encode()
        )
        assert asked.wait(60)
        station.stop()

        assert not thread.is_alive()
    go.set()
