"""A stand-in for the station, and phones in Chromium that reach it by a name, never by 127.0.0.1."""

import pytest
from playwright.sync_api import sync_playwright

from tests.web.page.driving import Phone
from tests.web.page.room import Room
from tests.web.page.standin import StandIn


@pytest.fixture
def room():
    return Room()


@pytest.fixture
def server(room):
    server = StandIn(room)
    yield server
    server.kill()


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as running:
        yield running


@pytest.fixture
def make_phone(playwright, server, tmp_path):
    """Make phones, each a browser with a profile of its own."""
    phones = []

    def make(**how):
        phones.append(Phone(playwright, tmp_path / f"phone{len(phones)}", server, **how))
        return phones[-1]

    yield make
    for phone in phones:
        phone.close()
        assert phone.faults == []


@pytest.fixture
def phone(make_phone):
    return make_phone()
