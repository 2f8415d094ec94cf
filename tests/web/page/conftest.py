"""A stand-in for the station, and phones in Chromium that reach it by a name, as on a network."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error, sync_playwright

from tests.web.page.driving import ARGUMENTS, CHROMIUM, LOOK, OwnPhone, Phone, bounded
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


@pytest.fixture(scope="module")
def playwright():
    """Playwright for one file: its loop runs in this thread, where others have theirs."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(playwright):
    """One browser for all phones of a file that nobody kills."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield browser
    with bounded(), suppress(Error):
        browser.close()


@pytest.fixture(autouse=True)
def no_browser_for_ever():
    """Let a test fail where a browser is stuck: most that one is asked has no limit of its own."""
    with bounded(240):
        yield


@pytest.fixture
def make_phone(request, playwright, server, tmp_path):
    """Make phones; `is_own` gives one that can be killed."""
    phones = []

    def make(*, is_own=False, **look):
        look = LOOK | look
        if is_own:
            phone = OwnPhone(playwright, tmp_path / f"phone{len(phones)}", server, **look)
        else:
            browser = request.getfixturevalue("browser")
            phone = Phone(server, lambda: browser.new_context(**look))
        phones.append(phone)
        return phone

    yield make
    for phone in phones:
        phone.close()
        assert phone.faults == []


@pytest.fixture
def phone(make_phone):
    return make_phone()
