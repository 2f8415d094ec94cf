"""A web page elsewhere acts through no phone and reads nothing (P10), in a real Chromium.

It is worse than any such page: it knows where the station is, and the token of a phone.
"""

import http.server
import json
import threading
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import sync_playwright

from tests.phones import Asking
from tests.web.page.driving import bounded
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.web.station import Station

CANARY = "Kanarienvogel"

ATTEMPTS = Path(__file__).with_name("other_page.js").read_text()


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """A page of somebody else."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>elsewhere</title><body>")

    def log_message(self, *_said):
        pass


@pytest.fixture
def elsewhere():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://evil.test:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join(60)


@pytest.fixture
def page():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-proxy-server",
                "--host-resolver-rules=MAP cafe.test 127.0.0.1, MAP evil.test 127.0.0.1",
            ],
        )
        with bounded(240):
            yield browser.new_page()
        with bounded():
            browser.close()


@pytest.fixture
def cafe(path):
    create_cafe(path, draft(title=f"{CANARY} title", language="fr", tables=1))
    with open_cafe(path) as opened:
        opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text=f"{CANARY} note")
        yield opened


@pytest.fixture
def station(cafe):
    station = Station(cafe, "127.0.0.1", names=["cafe.test"])
    station.start()
    yield station
    station.stop()


def state_of(cafe):
    return cafe.notes.all(), cafe.phones.all(), cafe.photos.all(), cafe.verdicts.all()


def targets_at(*roots):
    wanted = [
        ("GET", "/"),
        ("GET", "/api/v1/notes"),
        ("GET", "/api/v1/live"),
        ("POST", "/api/v1/devices"),
        ("POST", "/api/v1/hello"),
        ("PUT", f"/api/v1/notes/{uuid4()}"),
    ]
    return [{"url": root + path, "method": method} for root in roots for method, path in wanted]


def test_a_page_elsewhere_reads_nothing_and_changes_nothing(cafe, station, elsewhere, page, figure):
    phone = Asking.at(station.url).join(cafe.phones.way_in.codes()[0])
    port, before = station.url.rsplit(":", 1)[1], state_of(cafe)
    roots = (f"http://cafe.test:{port}", station.url)
    said = {"targets": targets_at(*roots), "token": phone.token, "wish": phone.wish(CANARY)}

    page.goto(elsewhere)
    told = page.evaluate(ATTEMPTS, said)

    assert told["read"] == []
    assert state_of(cafe) == before
    assert len(told["tried"]) >= 100
    figure(f"phones: {len(told['tried'])} attempts of a page elsewhere, 0 reads, 0 effects")


def test_a_name_that_was_bound_anew_to_this_computer_opens_nothing(cafe, station, page):
    phone = Asking.at(station.url).join(cafe.phones.way_in.codes()[0])
    port, before = station.url.rsplit(":", 1)[1], state_of(cafe)
    evil = f"http://evil.test:{port}"
    said = {"targets": targets_at(evil), "token": phone.token, "wish": phone.wish(CANARY)}

    assert page.goto(f"{evil}/").status == 403
    told = page.evaluate(ATTEMPTS, said)

    assert CANARY not in json.dumps(told["read"])
    assert all(got.startswith(("403", '{"wcafe":1,"error"')) for _name, got in told["read"])
    assert state_of(cafe) == before


def test_a_page_of_ours_would_read_and_write(cafe, station, page):
    """The control: the same attempts from the café's own page do what they try."""
    phone = Asking.at(station.url).join(cafe.phones.way_in.codes()[0])
    before = state_of(cafe)
    root = f"http://cafe.test:{station.url.rsplit(':', 1)[1]}"
    said = {"targets": targets_at(root)[1::4], "token": phone.token, "wish": phone.wish(CANARY)}

    page.goto(f"{root}/")
    told = page.evaluate(ATTEMPTS, said)

    assert CANARY in json.dumps(told["read"])
    assert state_of(cafe) != before
