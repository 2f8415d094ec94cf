"""How phones come in, and what opens to whom."""

from dataclasses import replace
from uuid import uuid4

from wcafe.domain.live import Clock
from wcafe.domain.phones import LetIn


def test_a_code_opens_its_table(cafe, anybody, codes):
    told = anybody.ask("POST", "/api/v1/devices", {"name": "Ana"}, token=codes[2])

    assert told.status == 200
    assert told["tables"] == [3]
    assert (told["event"], len(told["token"])) == (cafe.cafes.get().id, 43)
    (phone,) = cafe.phones.all()
    assert (phone.id, phone.name) == (told["device"], "Ana")


def test_a_code_that_none_has_opens_nothing(cafe, anybody):
    told = anybody.ask("POST", "/api/v1/devices", token="A" * 22)

    assert (told.status, told["error"]) == (401, "unknown_code")
    assert cafe.phones.all() == ()


def test_a_code_that_was_typed_opens_its_table_once(cafe, anybody):
    typed = cafe.phones.way_in.short_code(1)
    first = anybody.ask("POST", "/api/v1/devices", {"code": f" {typed[:4].lower()}-{typed[4:]}"})
    second = anybody.ask("POST", "/api/v1/devices", {"code": typed})

    assert (first.status, first["tables"]) == (200, [2])
    assert second.status == 401


def test_who_tries_many_codes_waits_while_scanned_ones_go_on_opening(anybody, codes):
    for _try in range(5):
        assert anybody.ask("POST", "/api/v1/devices", {"code": "AAAAAAAA"}).status == 401
    told = anybody.ask("POST", "/api/v1/devices", {"code": "AAAAAAAA"})

    assert (told.status, told.headers["Retry-After"]) == (429, "60")
    assert anybody.ask("POST", "/api/v1/devices", token=codes[0]).status == 200


def test_where_the_way_in_is_closed_just_now_it_is_told_in_words_what_to_do(cafe, anybody, codes):
    cafe.phones.way_in.keep(lambda way: replace(way, let_in=LetIn.AT_BEGINNING))
    assert anybody.ask("POST", "/api/v1/devices", token=codes[0]).status == 200
    cafe.live.set_clock(Clock(step="talk:0", left=60.0))

    told = {
        language: anybody.ask(
            "POST", "/api/v1/devices", token=codes[0], headers={"Accept-Language": language}
        )
        for language in ("en", "fr")
    }

    assert {(each.status, each["error"]) for each in told.values()} == {(403, "closed_now")}
    assert "Ask the facilitator for a code to type here" in told["en"]["why"]
    assert "Demandez à l’animation un code à taper ici" in told["fr"]["why"]
    typed = cafe.phones.way_in.short_code(0)
    assert anybody.ask("POST", "/api/v1/devices", {"code": typed}).status == 200


def test_a_phone_that_was_taken_out_is_not_known_any_more(cafe, phone):
    cafe.phones.revoke(phone.device)

    assert phone.ask("GET", "/api/v1/notes").status == 401
    assert phone.put(phone.wish()).status == 401


def test_a_scribe_writes_for_several_tables_and_says_for_which(cafe, anybody):
    scribe = anybody.join(cafe.phones.way_in.code_of_scribe([0, 2]))

    assert scribe.tables == [1, 3]
    assert scribe.put(scribe.wish()).status == 403
    assert scribe.put(scribe.wish(table=3)).status == 200
    assert scribe.put(scribe.wish(table=2)).status == 403
    assert [note["table"] for note in scribe.notes()] == [3]


def test_notes_of_other_tables_are_neither_told_nor_changed(anybody, codes, phone):
    other = anybody.join(codes[1])
    note = str(uuid4())
    phone.put(phone.wish("ours"), note)

    assert other.notes() == []
    assert other.put(other.wish("theirs", base=1), note).status == 403
    assert other.hello(heads={note: 9})["wanted"] == []
    assert [each["text"] for each in phone.notes()] == ["ours"]
