"""What nobody foresaw is refused, and told by a number; nothing of it leaves the computer."""

import logging
import threading

import pytest

from wcafe.errors import CafeGone, CannotRead, CannotWrite, EditedElsewhere, InDoubt
from wcafe.services.phones import PhoneService

CANARY = "Kanarienvogel"


def fails(error):
    def fail(*_args, **_facts):
        raise error

    return fail


def test_a_bug_is_told_by_a_number_that_stands_in_the_log(monkeypatch, caplog, phone):
    monkeypatch.setattr(PhoneService, "notes", fails(ValueError(CANARY)))
    with caplog.at_level(logging.DEBUG):
        told = phone.ask("GET", "/api/v1/notes", headers={"Accept-Language": "fr"})

    assert (told.status, told["error"]) == (500, "unexpected")
    assert told["why"].startswith("L’ordinateur")
    assert CANARY not in told.raw.decode()
    ours = [record.getMessage() for record in caplog.records if record.name == "wcafe.web"]
    assert ours == [f"{told['ref']}: ValueError at test_errors.py:{line_of(fails)}"]
    assert CANARY not in caplog.text
    assert phone.token not in caplog.text


def line_of(function):
    return function.__code__.co_firstlineno + 2


def test_a_failing_disk_is_told_without_the_name_of_its_file(monkeypatch, phone):
    for error, status in ((CannotWrite, 507), (CafeGone, 503), (InDoubt, 503), (CannotRead, 503)):
        monkeypatch.setattr(PhoneService, "take_in", fails(error(path=CANARY, reason="full")))
        told = phone.put(phone.wish())

        assert told.status == status
        assert int(told.headers["Retry-After"]) > 0
        assert CANARY not in told.raw.decode()


def test_an_error_that_nobody_foresaw_here_is_in_the_log_as_well(monkeypatch, caplog, phone):
    monkeypatch.setattr(PhoneService, "notes", fails(EditedElsewhere()))
    told = phone.ask("GET", "/api/v1/notes")

    assert told.status == 500
    assert told["ref"] in caplog.text


def test_no_token_name_or_text_is_logged(caplog, phone, anybody, codes):
    with caplog.at_level(logging.DEBUG):
        named = anybody.join(codes[1], name=CANARY)
        named.put(named.wish(CANARY))
        named.ask("GET", "/api/v1/notes", token="A" * 43)
        anybody.raw(f"{CANARY}\r\n\r\n".encode())

    logged = caplog.text
    for secret in (CANARY, named.token, codes[1], named.device):
        assert secret not in logged


def test_a_station_is_started_and_stopped_as_often_as_one_likes(station, anybody):
    port = station.url
    station.start()
    for _time in range(2):
        station.stop()
        station.stop()
        with pytest.raises(OSError, match="refused"):
            anybody.ask("GET", "/ping")
        station.start()

    assert station.url == port
    assert anybody.ask("GET", "/ping").status == 200
    assert [thread.name for thread in threading.enumerate()].count("station") == 1
