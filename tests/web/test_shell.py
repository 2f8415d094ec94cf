"""The page comes from memory, opens again from the phone's own, and names no file."""

import re

from wcafe.web.shell import read_shell

FOR_EVER = "private, max-age=31536000, immutable"


def test_the_page_and_all_it_loads_are_there(anybody):
    page = anybody.ask("GET", "/t", headers={"X-Wcafe": None})
    wanted = re.findall(r'(?:src|href)="(/[^"]+)"', page.raw.decode())

    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert len(wanted) >= 2
    for target in wanted:
        told = anybody.ask("GET", target, headers={"X-Wcafe": None})
        assert told.status == 200, target
        assert told.headers["Cache-Control"] == FOR_EVER
        assert told.headers["Content-Type"].startswith(("text/javascript", "text/css"))


def test_the_page_is_kept_by_the_phone_and_asked_for_again_in_few_bytes(anybody):
    page = anybody.ask("GET", "/")
    again = anybody.ask("GET", "/", headers={"If-None-Match": page.headers["ETag"]})

    assert page.headers["Cache-Control"] == "private, max-age=86400"
    assert (again.status, again.raw) == (304, b"")


def test_phrases_come_in_both_languages(anybody):
    french, english = (anybody.ask("GET", f"/words/{each}.json").json for each in ("fr", "en"))

    assert french.keys() == english.keys()
    assert french["Add"] != english["Add"] == "Add"


def test_assets_of_another_version_have_another_address(tmp_path):
    (tmp_path / "index.html").write_text('<script src="/a/HASH/page.js"></script>')
    (tmp_path / "page.js").write_text("one")
    before = read_shell(tmp_path)
    (tmp_path / "page.js").write_text("two")
    after = read_shell(tmp_path)

    assert before.version != after.version
    assert after.page == f'<script src="/a/{after.version}/page.js"></script>'.encode()
    assert after.assets == {"page.js": b"two"}


def test_whoever_opens_the_page_has_reached_the_computer(station, anybody):
    assert station.answered == {}
    anybody.ask("GET", "/")

    assert list(station.answered) == ["127.0.0.1"]


def test_a_sign_of_life_tells_nothing_of_the_cafe(cafe, anybody):
    told = anybody.ask("GET", "/ping", headers={"X-Wcafe": None})

    assert set(told.json) == {"wcafe", "station"}
    assert cafe.cafes.get().id not in told["station"]
