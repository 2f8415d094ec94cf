"""Nobody without a code reads or writes anything, and a table's code opens that table alone.

P8 and P9 of TRUST.md: every route by every method with every credential that is none.
"""

from base64 import b64encode
from dataclasses import replace
from itertools import permutations, product
from uuid import uuid4

import pytest
from sqlalchemy import Engine, event

from tests.phones import Asking
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import Mode, Questions, draft
from wcafe.domain.kinds import Kind
from wcafe.domain.synthesis import Statement, Theme, cite
from wcafe.domain.text import new_id
from wcafe.services.phones import PhoneService
from wcafe.web.access import Needs
from wcafe.web.page import read_page
from wcafe.web.rooms import Rooms
from wcafe.web.site import routes_of
from wcafe.web.station import Station

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
TABLES = 12
CANARY = "Kanarienvogel"


@pytest.fixture
def cafe(path):
    made = draft(title=f"{CANARY} title", language="fr", tables=TABLES)
    questions = tuple(f"{CANARY} question {table}?" for table in range(TABLES))
    tables = tuple(
        replace(table, name=f"{CANARY} name {number}.") for number, table in enumerate(made.tables)
    )
    create_cafe(
        path,
        replace(made, tables=tables, questions=Questions(mode=Mode.PER_TABLE, texts=questions)),
    )
    with open_cafe(path) as opened:
        yield opened


@pytest.fixture
def notes(cafe):
    """A note of each table, and a statement that rests on it."""
    for table in range(TABLES):
        cafe.notes.add(table=table, round_=0, kind=Kind.IDEA, text=f"{CANARY} note {table}.")
    notes = cafe.notes.all()
    statements = tuple(
        Statement(id=new_id(), text=f"{CANARY} statement {note.table}.", cites=(cite(note),))
        for note in notes
    )
    cafe.synthesis.save(Theme(id=new_id(), name="T", statements=statements))
    return [note.id for note in notes]


@pytest.fixture
def station(cafe):
    station = Station(cafe, "127.0.0.1")
    station.start()
    yield station
    station.stop()


@pytest.fixture
def anybody(station):
    return Asking.at(station.url)


@pytest.fixture
def statements():
    """The SQL that is run meanwhile."""
    run = []

    def note(_connection, _cursor, statement, *_more):
        run.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield run
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def credentials(cafe, anybody, tmp_path):
    """What opens nothing, as headers and what is put behind the address."""
    codes = cafe.phones.way_in.codes()
    valid, revoked = anybody.join(codes[0]), anybody.join(codes[0])
    cafe.phones.revoke(revoked.device)
    cafe.phones.way_in.renew()
    other = tmp_path / "other.wcafe"
    create_cafe(other, draft(title="Other", language="fr", tables=1))
    with open_cafe(other) as elsewhere:
        foreign = elsewhere.phones.join(elsewhere.phones.way_in.codes()[0]).token
    basic = b64encode(f"phone:{valid.token}".encode()).decode()
    return valid, {
        "none": ({}, ""),
        "garbage": ({"Authorization": "Bearer " + "A" * 43}, ""),
        "revoked": ({"Authorization": f"Bearer {revoked.token}"}, ""),
        "another café's": ({"Authorization": f"Bearer {foreign}"}, ""),
        "a code of before": ({"Authorization": f"Bearer {codes[0]}"}, ""),
        "another scheme": ({"Authorization": f"Basic {basic}"}, ""),
        "in the address": ({}, f"?token={valid.token}"),
        "in a cookie": ({"Cookie": f"token={valid.token}"}, ""),
        "nearly": ({"Authorization": f"Bearer {valid.token[:-1]}"}, ""),
    }


def shown(told):
    return told.status, told.raw, tuple(h for h in told.headers.items() if h[0] != "date")


def test_nobody_without_a_code_reads_or_writes_anything(
    cafe, notes, anybody, credentials, statements, figure
):
    valid, nothing = credentials
    routes = routes_of(cafe, Rooms(cafe), read_page(), None)
    before = (cafe.notes.all(), cafe.verdicts.all(), cafe.phones.all(), cafe.photos.all())
    assert valid.ask("GET", "/api/v1/notes").raw.count(CANARY.encode()) == 1  # who may, reads
    for needs in Needs:
        assert any(route.endpoint.needs is needs for route in routes)

    asked = 0
    for route, method in product(routes, METHODS):
        target = route.path.replace("{note}", notes[0]).replace("{photo}", str(uuid4()))
        body = valid.wish() if method in ("POST", "PUT", "PATCH") else None
        answers, needs = set(), route.endpoint.needs
        for name, (headers, query) in nothing.items():
            del statements[:]
            told = anybody.ask(method, target + query, body, headers=headers)
            asked += 1
            answers.add(shown(told))
            assert CANARY.encode() not in told.raw, (target, method, name)
            if needs is Needs.PHONE:
                assert told.status == 401, (target, method, name)
                assert statements == [], (target, method, name)
            elif needs is Needs.CODE:
                assert told.status in (401, 405), (target, method, name)
                assert all(sql.startswith(("SELECT", "BEGIN", "PRAGMA")) for sql in statements)
        assert len(answers) == 1 or needs is Needs.NOTHING, (target, method)

    after = (cafe.notes.all(), cafe.verdicts.all(), cafe.phones.all(), cafe.photos.all())
    assert after == before
    figure(f"phones: {asked} requests without a code, 0 reads, 0 writes")


def test_a_station_that_lets_anybody_in_would_be_found(
    monkeypatch, cafe, notes, anybody, credentials
):
    """The control: what the other test looks for is there once the token is not looked at."""
    valid, nothing = credentials
    phone = cafe.phones.who(valid.token)
    monkeypatch.setattr(PhoneService, "who", lambda _service, _token: phone)
    headers, _query = nothing["garbage"]

    assert CANARY.encode() in anybody.ask("GET", "/api/v1/notes", headers=headers).raw


def test_the_code_of_a_table_opens_that_table_alone(cafe, notes, anybody, figure):
    codes = cafe.phones.way_in.codes()
    phones = [anybody.join(codes[table]) for table in range(TABLES)]
    strips = [phone.ask("GET", "/api/v1/strip").json["statements"] for phone in phones]
    heard = [
        b"".join(
            [
                phone.ask("GET", "/api/v1/notes").raw,
                phone.ask("POST", "/api/v1/hello", {"heads": dict.fromkeys(notes, 9)}).raw,
                phone.ask("GET", "/api/v1/strip").raw,
            ]
        )
        for phone in phones
    ]
    words = ("note {}.", "statement {}.", "name {}.", "question {}?")

    leaks = tried = 0
    for table, other in permutations(range(TABLES), 2):
        phone = phones[table]
        own = [f"{CANARY} {each.format(table)}".encode() in heard[table] for each in words]
        assert all(own)  # what is its own, it reads
        leaks += sum(f"{CANARY} {each.format(other)}".encode() in heard[table] for each in words)
        asked = strips[other][0]
        verdict = {"op": str(uuid4()), "verdict": "not_ours", "text": "", "hash": asked["hash"]}
        answers = [
            phone.put(phone.wish("stolen", base=1), notes[other]),
            phone.put(phone.wish("stolen", table=other + 1)),
            phone.put(phone.wish("", kind="delete", base=1), notes[other]),
            phone.ask("PUT", f"/api/v1/strip/{asked['id']}", verdict),
        ]
        assert [answer.status for answer in answers] == [403, 403, 403, 404]
        tried += len(answers)

    assert leaks == 0
    assert {note.text for note in cafe.notes.all()} == {
        f"{CANARY} note {table}." for table in range(TABLES)
    }
    assert cafe.verdicts.all() == frozenset()
    figure(f"phones: {TABLES * (TABLES - 1)} pairs of tables, {tried} attempts, 0 leaks")
