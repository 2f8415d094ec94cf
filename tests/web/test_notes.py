"""Notes that phones send: each answer as it was agreed upon, and what is kept of it."""

import hashlib
from dataclasses import replace
from uuid import uuid4

from wcafe.domain.kinds import Kind
from wcafe.domain.live import Clock
from wcafe.services.phones import PhoneService


def test_a_note_is_kept_and_answered_with_its_hash(cafe, phone):
    note, wish = str(uuid4()), phone.wish("Un banc\nmanque.")
    told = phone.put(wish, note)

    assert told.status == 200
    assert told.json == {
        "wcafe": 1,
        "event": phone.event,
        "gen": cafe.cafes.get().generation,
        "op": wish["op"],
        "note": note,
        "rev": 1,
        "seq": told["seq"],
        "hash": hashlib.sha256(b"Un banc\nmanque.").hexdigest(),
        "copy_of": None,
    }
    (kept,) = cafe.notes.all()
    assert (kept.table, kept.round, kept.kind, kept.text) == (0, 0, Kind.IDEA, "Un banc\nmanque.")


def test_a_retry_gets_the_same_answer_and_is_kept_once(cafe, phone):
    note, wish = str(uuid4()), phone.wish()
    first, second = phone.put(wish, note), phone.put(wish, note)

    assert first.raw == second.raw
    assert len(cafe.notes.all()) == 1


def test_an_older_base_makes_a_copy_and_both_texts_stay(phone):
    note = str(uuid4())
    phone.put(phone.wish("erst"), note)
    phone.put(phone.wish("zweit", base=1), note)
    told = phone.put(phone.wish("auch", base=1), note)

    assert told.status == 200
    assert told["copy_of"] == note != told["note"]
    assert {each["text"] for each in phone.notes()} == {"zweit", "auch"}


def test_a_deleted_note_is_told_as_deleted(phone):
    note = str(uuid4())
    phone.put(phone.wish(), note)
    told = phone.put(phone.wish("", kind="delete", base=1), note)

    assert told.status == 200
    (gone,) = phone.notes()
    assert (gone["id"], gone["deleted"], gone["rev"]) == (note, True, 2)


def test_notes_are_told_with_tables_and_rounds_as_people_count(phone):
    phone.put(phone.wish(round=2))

    (told,) = phone.notes()
    assert set(told) == {
        "id", "table", "round", "kind", "prompt", "text", "rev", "seq", "hash",
        "deleted", "late", "conflict_of", "created", "author",
    }  # fmt: skip
    assert (told["table"], told["round"], told["kind"], told["late"]) == (1, 2, "idea", False)


def test_a_late_note_is_kept_and_said_to_be_late(cafe, phone):
    cafe.live.set_clock(Clock(step="talk:1", left=60.0))

    assert phone.put(phone.wish(round=1)).status == 200
    assert [note["late"] for note in phone.notes()] == [True]


def test_a_note_stands_under_the_prompt_that_its_phone_says(cafe, phone):
    note = str(uuid4())
    phone.put(phone.wish(prompt="Ce qui manque"), note)
    assert [each["prompt"] for each in phone.notes()] == ["Ce qui manque"]

    phone.put(phone.wish("Deux bancs", base=1), note)  # a page that knows no prompts
    assert [each.prompt for each in cafe.notes.all()] == ["Ce qui manque"]
    phone.put(phone.wish("Deux bancs", base=2, prompt=""), note)
    assert [each.prompt for each in cafe.notes.all()] == [""]


def test_a_prompt_of_the_desk_stays_where_a_phone_that_has_not_seen_it_changes_the_words(
    cafe, phone
):
    note = str(uuid4())
    phone.put(phone.wish(), note)
    (kept,) = cafe.notes.all()
    cafe.notes.put(replace(kept, prompt="Ce qui manque"), base=kept.rev)
    phone.put(phone.wish("Deux bancs", base=1), note)

    assert [(each.text, each.prompt) for each in cafe.notes.all()] == [
        ("Deux bancs", "Ce qui manque")
    ]


def test_the_same_operation_under_another_prompt_is_refused(phone):
    note, wish = str(uuid4()), phone.wish()
    phone.put(wish, note)

    assert phone.put({**wish, "prompt": "Ce qui manque"}, note)["error"] == "other_body"
    assert phone.put({**wish, "prompt": None}, note).status == 200


def test_the_same_operation_with_other_words_is_refused(cafe, phone):
    note, wish = str(uuid4()), phone.wish("a")
    phone.put(wish, note)
    told = phone.put({**wish, "text": "b"}, note)

    assert (told.status, told["error"]) == (409, "other_body")
    assert [each.text for each in cafe.notes.all()] == ["a"]


NEVER = (
    ({"text": "  \u200b "}, 422, "empty"),
    ({"text": "x" * 20_001}, 413, "too_long"),
    ({"round": 9}, 422, "no_such_round"),
    ({"round": 0}, 422, "unfit"),
    ({"table": 2}, 403, "other_table"),
    ({"event": str(uuid4())}, 404, "other_cafe"),
    ({"note_kind": "poem"}, 422, "kind"),
    ({"kind": "steal"}, 422, "unfit"),
    ({"base": -1}, 422, "unfit"),
    ({"base": True}, 422, "unfit"),
    ({"gen": 1.5}, 422, "unfit"),
    ({"text": 7}, 422, "unfit"),
    ({"op": "7"}, 422, "unfit"),
    ({"prompt": 7}, 422, "unfit"),
    ({"prompt": "x" * 301}, 413, "too_long"),
    ({"text": None}, 422, "unfit"),
    ({"round": 10**4_000}, 422, "unfit"),
)


def test_what_can_never_be_kept_is_refused_with_a_sentence(cafe, phone):
    for said, status, word in NEVER:
        told = phone.put(phone.wish(**said))

        assert (told.status, told["error"]) == (status, word), said
        assert told["why"].endswith(".")
    assert cafe.notes.all() == ()


BODIES = (
    (b"{", "application/json", 422),
    (b"[]", "application/json", 422),
    (b"\xff", "application/json", 422),
    (b'{"base": NaN}', "application/json", 422),
    (b"[" * 60_000, "application/json", 422),
    (b"{}", "text/plain", 415),
    (b" " * 65_537, "application/json", 413),
)


def test_what_is_no_note_at_all_is_refused(cafe, phone):
    target = f"/api/v1/notes/{uuid4()}"
    for body, kind, status in BODIES:
        told = phone.ask("PUT", target, body, headers={"Content-Type": kind})

        assert (told.status, told["wcafe"]) == (status, 1), body[:9]
    assert cafe.notes.all() == ()


def test_a_note_is_named_by_an_id_and_nothing_else(phone):
    assert phone.put(phone.wish(), "1").status == 422


def test_a_text_that_no_file_could_hold_is_cleaned(phone):
    told = phone.put(phone.wish("a\ud800b\0c"))

    assert told.status == 200
    assert [note["text"] for note in phone.notes()] == ["abc"]


def test_a_refusal_speaks_the_language_of_the_phone(phone):
    path = f"/api/v1/notes/{uuid4()}"
    spoken = {"Accept-Language": "de, fr-CA;q=0.8, en;q=0.5"}
    told = phone.ask("PUT", path, phone.wish(""), headers=spoken)

    assert told["why"] == "Il faut des mots dans une note."


def test_what_was_said_is_told_at_once_and_what_is_gone_is_not_told_any_more(
    anybody, codes, cafe, phone
):
    other, note = anybody.join(codes[0]), str(uuid4())
    for text in ("one", "two", "three"):
        phone.put(phone.wish(text, base=0 if text == "one" else phone.notes()[0]["rev"]), note)
        assert [[each["text"] for each in by.notes()] for by in (phone, other)] == [[text]] * 2

    (kept,) = cafe.notes.all()
    cafe.notes.put(replace(kept, table=1), base=kept.rev)
    assert phone.notes() == []
    assert [each["text"] for each in anybody.join(codes[1]).notes()] == ["three"]


def test_one_reading_serves_all_phones_of_a_table(monkeypatch, anybody, codes, phone):
    others = [anybody.join(codes[0]) for _each in range(3)]
    phone.put(phone.wish())
    read, times = PhoneService.notes, []
    monkeypatch.setattr(PhoneService, "notes", lambda *asked: times.append(asked) or read(*asked))
    told = [each.notes() for each in (phone, *others, *others)]

    assert len(times) == 1
    assert told.count(told[0]) == len(told)
