"""Who asks by which name, from which page, for what: all else is refused before it is looked at."""

from itertools import product

from tests.phones import Asking, free_port, status_of
from wcafe.web.station import Station
from wcafe.web.walls import is_odd_target

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)


ANSWERS = (
    ("GET", "/", 200),
    ("GET", "/t", 200),
    ("GET", "/s", 200),
    ("GET", "/ping", 200),
    ("GET", "/words/fr.json", 200),
    ("GET", "/words/de.json", 404),
    ("GET", "/a/0/page.js", 404),
    ("GET", "/nothing", 404),
    ("DELETE", "/", 405),
    ("GET", "/api/v1/notes", 401),
    ("GET", "/api/v1/nothing", 404),
    ("POST", "/api/v1/devices", 401),
)


def test_every_answer_bears_the_policy(anybody):
    for method, target, status in ANSWERS:
        told = anybody.ask(method, target)

        assert told.status == status, target
        assert told.headers["Content-Security-Policy"] == POLICY
        assert told.headers["X-Content-Type-Options"] == "nosniff"
        assert told.headers["Referrer-Policy"] == "no-referrer"
        assert "Server" not in told.headers
        if status >= 400 or "api" in target:
            assert told.headers["Cache-Control"] == "no-store"


def test_what_is_no_http_is_refused_with_the_policy_too(anybody):
    heard = anybody.raw(b"HELLO\r\n\r\n")

    assert status_of(heard) == 400
    assert POLICY.encode() in heard


HOSTS = (
    "", "evil.test", "127.0.0.1", "127.0.0.1:1", "localhost:{port}", "127.0.0.1:{port}.evil.test",
     "127.0.0.1:{port}/x", "evil@127.0.0.1:{port}", "127.0.0.1:{port}, evil", "[::1]:{port}",
)  # fmt: skip


def test_a_foreign_host_is_refused(anybody):
    port = anybody.address.rsplit(":", 1)[1]
    for host, target in product(HOSTS, ("/", "/ping", "/api/v1/notes")):
        told = anybody.ask("GET", target, headers={"Host": host.format(port=port)})
        assert told.status in (400, 403), host
        assert told.headers["Content-Security-Policy"] == POLICY
        assert b"Notre rue" not in told.raw


def test_a_request_without_host_or_with_two_is_refused(anybody):
    ours = f"Host: {anybody.address}\r\n"
    for hosts in ("", ours + "Host: evil.test\r\n", ours * 2):
        assert status_of(anybody.raw(f"GET / HTTP/1.1\r\n{hosts}\r\n".encode())) == 400


def test_an_old_request_without_host_is_refused(anybody):
    assert status_of(anybody.raw(b"GET / HTTP/1.0\r\n\r\n")) == 403


ORIGINS = ("null", "http://evil.test", "https://{here}", "http://{here}.evil.test", "")


def test_a_page_of_another_origin_is_refused(anybody, codes, cafe):
    for origin in ORIGINS:
        sent = {"Origin": origin.format(here=anybody.address)}
        told = anybody.ask("POST", "/api/v1/devices", {}, token=codes[0], headers=sent)

        assert told.status == 403, origin
        assert "Access-Control-Allow-Origin" not in told.headers
        assert anybody.ask("OPTIONS", "/api/v1/devices", headers=sent).status == 403
    assert cafe.phones.all() == ()


def test_our_own_page_may_say_whence_it_asks(anybody, codes):
    sent = {"Origin": f"http://{anybody.address}"}
    assert anybody.ask("POST", "/api/v1/devices", {}, token=codes[0], headers=sent).status == 200


def test_a_request_that_no_page_of_ours_sends_is_refused(anybody, codes):
    bare = {"X-Wcafe": None}
    note = "/api/v1/notes/6f1c7a3e-5d0b-4c43-9d5e-2a5b8f0f2a11"

    assert anybody.ask("PUT", note, {}, token=codes[0], headers=bare).status == 403
    assert anybody.ask("POST", "/api/v1/devices", {"code": "A"}, headers=bare).status == 403
    # no page of another origin sends that header unasked
    assert anybody.ask("POST", "/api/v1/devices", token=codes[0], headers=bare).status == 200


TARGETS = (
    "//evil.test/", "http://evil.test/", "/..%2f", "/%2e%2e/", "/a/../t", "/t%00", "/a%2fb",
     "/\\t", "*", "/" + "x" * 512, "/t?" + "x" * 512, "/t%5c",
)  # fmt: skip


def test_an_odd_target_is_refused(anybody):
    ours = f"HTTP/1.1\r\nHost: {anybody.address}\r\nConnection: close\r\n\r\n"
    for target in TARGETS:
        heard = anybody.raw(f"GET {target} {ours}".encode())

        assert status_of(heard) == 400, target
        assert POLICY.encode() in heard


def test_plain_targets_are_not_odd():
    assert not is_odd_target(b"/a/0123/page.js", b"")
    assert not is_odd_target(b"/api/v1/photos/1", b"round=1&op=2")


HEADERS = (
    "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
    "Content-Length: 2\r\nContent-Length: 3\r\n",
    "Content-Encoding: gzip\r\nContent-Length: 2\r\n",
    "Transfer-Encoding: gzip\r\n",
    "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n",
    "X-Long: " + "x" * 9_000 + "\r\n",
    "X-A: b\r\n" * 1_200,
    "X-A: b\r\n folded\r\nOrigin: null\r\n",
)


def test_headers_that_mean_two_things_are_refused(anybody):
    ours = f"Host: {anybody.address}\r\nX-Wcafe: 1\r\nConnection: close\r\n"
    for extra in HEADERS:
        heard = anybody.raw(f"POST /api/v1/devices HTTP/1.1\r\n{ours}{extra}\r\n{{}}".encode())

        assert status_of(heard) in (400, 403, 415, 431, 501), extra


def test_a_page_from_an_address_of_before_may_bring_its_notes(cafe, codes):
    first = Station(cafe, "127.0.0.1")
    first.start()
    first.stop()
    second = Station(cafe, "127.0.0.1", free_port())
    second.start()
    try:
        anybody = Asking.at(second.url)
        sent = {"Origin": first.url}
        asked = anybody.ask("OPTIONS", "/api/v1/notes", headers=sent)
        told = anybody.ask("POST", "/api/v1/devices", {}, token=codes[0], headers=sent)

        assert (asked.status, told.status) == (204, 200)
        assert told.headers["Access-Control-Allow-Origin"] == first.url
        assert f"connect-src 'self' {first.url};" in told.headers["Content-Security-Policy"]
        assert anybody.ask("GET", "/", headers={"Origin": "http://evil.test"}).status == 403
    finally:
        second.stop()
