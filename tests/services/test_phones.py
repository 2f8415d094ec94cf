"""Note-takers' phones: who comes in, what they may write, and that none of it is lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.live import Clock
from wcafe.domain.notes import Support
from wcafe.domain.phones import MOST_PHONES, LetIn, PhoneWish
from wcafe.errors import EmptyNote, OtherBody, OtherCafe
from wcafe.errors.phones import (
    BadPhoneWish,
    NoMorePhones,
    NoPhotosWanted,
    NoSuchCode,
    NoSuchPhone,
    NoTables,
    OtherTable,
    TooManyPhones,
    TryLater,
)
from wcafe.services.changes import Part

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Time:
    """A clock that a test moves."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def cafe(path, time):
    create_cafe(path, draft(title="Café", language="fr", tables=4))
    with open_cafe(path, now=time) as opened:
        yield opened


@pytest.fixture
def phone(cafe):
    return cafe.phones.join(cafe.phones.way_in.codes()[1]).phone


def wish(cafe, **said):
    facts = {
        "id": str(uuid4()),
        "note": str(uuid4()),
        "event": cafe.cafes.get().id,
        "gen": 1,
        "round": 0,
        "text": "Un banc",
    }
    return PhoneWish(**(facts | said))


def texts(cafe):
    return sorted(note.text for note in cafe.notes.all())


def test_a_wish_without_a_prompt_is_known_again_as_before_there_were_any():
    known = "6f1c7a3e-5d0b-4c43-9d5e-2a5b8f0f2a11"
    sent = PhoneWish(id=known, note=known, event=known, gen=1, round=0, text="Un banc")

    assert sent.body_hash == "6db71f145ffa7fd993217a716a390ba05fe34084c8cdf4d4f881828963ffac9f"
    assert replace(sent, prompt="").body_hash != sent.body_hash


def test_a_code_opens_its_table_and_the_token_is_kept_as_a_hash_only(cafe, tmp_path):
    codes = cafe.phones.way_in.codes()

    joined = cafe.phones.join(codes[2], name="Téléphone d'Ana")

    assert len({*codes.values()}) == 4
    assert all(len(code) == 22 for code in codes.values())
    assert joined.phone.tables == (2,)
    assert cafe.phones.who(joined.token) == joined.phone
    assert cafe.phones.who(joined.token + "x") is None
    cafe.copy_to(tmp_path / "copy.wcafe")
    bytes_ = (tmp_path / "copy.wcafe").read_bytes()
    for secret in (joined.token, *codes.values()):
        assert secret.encode() not in bytes_


@pytest.mark.parametrize(
    "code", ["", "x", "A" * 22, "A" * 22 + ".1-2", "é.1", ".", "x.99999", "x.0"]
)
def test_what_is_no_code_opens_nothing(cafe, code):
    with pytest.raises(NoSuchCode):
        cafe.phones.join(code)


def test_codes_that_were_renewed_open_nothing_and_phones_stay_in(cafe):
    old = cafe.phones.way_in.codes()
    joined = cafe.phones.join(old[0])

    cafe.phones.way_in.renew()

    with pytest.raises(NoSuchCode):
        cafe.phones.join(old[0])
    assert cafe.phones.join(cafe.phones.way_in.codes()[0]).phone.tables == (0,)
    assert cafe.phones.who(joined.token) is not None


def test_codes_are_the_same_when_the_café_is_opened_again(path, time):
    create_cafe(path, draft(title="Café", language="fr", tables=2))
    told = []
    for _time in range(2):
        with open_cafe(path, now=time) as opened:
            told.append(opened.phones.way_in.codes())

    assert told[0] == told[1]


def test_a_café_without_tables_has_no_codes(path):
    create_cafe(path, draft(title="Café", language="fr"))
    with open_cafe(path) as opened, pytest.raises(NoTables):
        opened.phones.way_in.codes()


def test_a_scribe_writes_for_several_tables(cafe):
    scribe = cafe.phones.join(cafe.phones.way_in.code_of_scribe((3, 1))).phone

    cafe.phones.take_in(scribe, wish(cafe, table=3))

    assert scribe.tables == (1, 3)
    with pytest.raises(OtherTable):
        cafe.phones.take_in(scribe, wish(cafe))  # of which of them?
    assert [note.table for note in cafe.notes.all()] == [3]


def test_a_table_takes_so_many_phones_and_those_taken_out_make_room(cafe):
    code = cafe.phones.way_in.codes()[0]
    phones = [cafe.phones.join(code).phone for _phone in range(MOST_PHONES)]
    with pytest.raises(TooManyPhones):
        cafe.phones.join(code)

    cafe.phones.revoke(phones[0].id)

    assert cafe.phones.join(code).phone.tables == (0,)


def test_where_no_further_phone_is_let_in_those_that_are_in_stay(cafe, phone):
    way_in = cafe.phones.way_in
    typed = way_in.short_code(1)
    for change in ({"let_in": LetIn.NO}, {"let_in": LetIn.ALWAYS, "is_over": True}):
        way_in.keep(lambda station, change=change: replace(station, **change))
        with pytest.raises(NoMorePhones):
            cafe.phones.join(way_in.codes()[1])
    with pytest.raises(NoMorePhones):
        cafe.phones.join_by_short_code(typed, address="10.0.0.1")

    cafe.phones.take_in(phone, wish(cafe))
    assert texts(cafe) == ["Un banc"]
    way_in.begin(lambda station: replace(station, is_over=False))
    assert cafe.phones.join(way_in.codes()[1]).phone.tables == (1,)


def test_photos_come_where_they_are_wanted_only(cafe, phone):
    cafe.phones.way_in.keep(lambda station: replace(station, has_no_photos=True))

    with pytest.raises(NoPhotosWanted):
        cafe.phones.photos.take_in(phone, str(uuid4()), b"\xff\xd8\xff", round_=0)

    assert cafe.photos.all() == ()


def test_a_typed_code_lets_one_phone_in_for_ten_minutes(cafe, time):
    code = cafe.phones.way_in.short_code(3)

    typed = f" {code[:4].lower()}-{code[4:]} "
    phone = cafe.phones.join_by_short_code(typed, address="10.0.0.1").phone

    assert phone.tables == (3,)
    with pytest.raises(NoSuchCode):
        cafe.phones.join_by_short_code(code, address="10.0.0.1")
    late = cafe.phones.way_in.short_code(3)
    time.now += timedelta(minutes=10)
    with pytest.raises(NoSuchCode):
        cafe.phones.join_by_short_code(late, address="10.0.0.1")


def test_a_typed_code_is_used_by_the_phone_that_came_in_and_not_by_one_that_was_refused(cafe):
    way_in = cafe.phones.way_in
    code = way_in.short_code(3)
    way_in.keep(lambda station: replace(station, let_in=LetIn.NO))
    with pytest.raises(NoMorePhones):
        cafe.phones.join_by_short_code(code, address="10.0.0.1")
    assert not way_in.is_used(code)
    way_in.keep(lambda station: replace(station, let_in=LetIn.ALWAYS))

    cafe.phones.join_by_short_code(code, address="10.0.0.1")

    assert way_in.is_used(code)


def test_who_tries_codes_has_to_wait_and_nobody_else_has(cafe, time):
    code = cafe.phones.way_in.short_code(0)
    for _try in range(5):
        with pytest.raises(NoSuchCode):
            cafe.phones.join_by_short_code("00000000", address="10.0.0.66")
    with pytest.raises(TryLater):
        cafe.phones.join_by_short_code(code, address="10.0.0.66")

    assert cafe.phones.join_by_short_code(code, address="10.0.0.7").phone.tables == (0,)
    assert cafe.phones.join(cafe.phones.way_in.codes()[0]).phone.tables == (0,)


def test_a_note_comes_in_once_however_often_it_is_sent(cafe, phone):
    heard = []
    cafe.changes.listen(heard.append)
    sent = wish(cafe, kind=Kind.IDEA)

    answers = [cafe.phones.take_in(phone, sent) for _time in range(3)]

    (note,) = cafe.notes.all()
    assert {*answers} == {answers[0]}
    assert (note.table, note.round, note.kind, note.text) == (1, 0, Kind.IDEA, "Un banc")
    assert (answers[0].note, answers[0].rev, answers[0].hash) == (sent.note, 1, note.hash)
    assert [(each.parts, each.ids) for each in heard] == [
        (Part.NOTES, frozenset({note.id})),
        *[(Part.NOTES, frozenset())] * 2,
    ]


def test_the_same_wish_by_a_phone_that_came_in_anew_is_the_same_wish(cafe, phone):
    sent = wish(cafe)
    cafe.phones.take_in(phone, sent)
    cafe.phones.revoke(phone.id)
    with pytest.raises(NoSuchPhone):
        cafe.phones.take_in(phone, sent)

    again = cafe.phones.join(cafe.phones.way_in.codes()[1]).phone
    cafe.phones.take_in(again, sent)

    assert texts(cafe) == ["Un banc"]


def test_another_wish_of_the_same_id_is_refused(cafe, phone):
    sent = wish(cafe)
    cafe.phones.take_in(phone, sent)

    with pytest.raises(OtherBody):
        cafe.phones.take_in(phone, replace(sent, text="Une table"))
    assert texts(cafe) == ["Un banc"]


def test_who_edits_what_somebody_else_edited_gets_a_second_version(cafe, phone):
    sent = wish(cafe)
    cafe.phones.take_in(phone, sent)
    cafe.notes.put(replace(cafe.notes.all()[0], text="Un banc vert"), base=1)

    answer = cafe.phones.take_in(phone, wish(cafe, note=sent.note, base=1, text="Un banc bleu"))

    assert answer.copy_of == sent.note != answer.note
    assert texts(cafe) == ["Un banc bleu", "Un banc vert"]


def test_what_the_desk_said_beside_the_words_stays(cafe, phone):
    sent = wish(cafe, kind=Kind.IDEA)
    cafe.phones.take_in(phone, sent)
    (note,) = cafe.notes.all()
    cafe.notes.put(replace(note, support=Support.TABLE, votes=3), base=1)

    cafe.phones.take_in(phone, wish(cafe, note=note.id, base=1, text="Deux bancs"))

    (after,) = cafe.notes.all()
    assert (after.text, after.kind) == ("Deux bancs", Kind.IDEA)
    assert (after.support, after.votes) == (Support.TABLE, 3)


def test_a_deleted_note_is_kept_and_words_bring_it_back(cafe, phone):
    sent = wish(cafe)
    cafe.phones.take_in(phone, sent)
    cafe.phones.take_in(phone, wish(cafe, note=sent.note, base=1, is_delete=True, text=""))
    assert texts(cafe) == []
    (gone,) = cafe.phones.notes(phone)
    assert (gone.is_deleted, gone.rev) == (True, 2)

    cafe.phones.take_in(phone, wish(cafe, note=sent.note, base=2, text="Si, un banc"))

    assert texts(cafe) == ["Si, un banc"]


def test_a_code_opens_no_other_table(cafe, phone):
    other = cafe.phones.join(cafe.phones.way_in.codes()[3]).phone
    sent = wish(cafe)
    cafe.phones.take_in(other, sent)

    for theirs in (wish(cafe, note=sent.note, base=1), wish(cafe, table=3)):
        with pytest.raises(OtherTable):
            cafe.phones.take_in(phone, theirs)

    assert cafe.phones.notes(phone) == ()
    assert [note.rev for note in cafe.notes.all()] == [1]


def test_what_comes_after_its_round_is_kept_and_marked_late(cafe, phone):
    cafe.live.set_clock(Clock(step="talk:1", deadline=NOON))
    in_time, late = wish(cafe, round=1), wish(cafe, round=0)

    for sent in (in_time, late):
        cafe.phones.take_in(phone, sent)
    cafe.phones.take_in(phone, wish(cafe, note=late.note, base=1, text="Un banc de plus"))

    assert {note.id: note.is_late for note in cafe.notes.all()} == {
        in_time.note: False,
        late.note: True,
    }


def test_what_is_no_note_of_this_café_changes_nothing(cafe, phone):
    for error, facts in (
        (EmptyNote, {"text": " \u200b"}),
        (OtherCafe, {"event": str(uuid4())}),
    ):
        with pytest.raises(error):
            cafe.phones.take_in(phone, wish(cafe, **facts))
    for facts in ({"note": "1"}, {"base": -1}, {"base": 2**60}, {"id": "x" * 36}):
        with pytest.raises(BadPhoneWish):
            wish(cafe, **facts)

    assert texts(cafe) == []


def test_a_restored_older_café_gets_back_what_phones_hold(cafe, phone):
    answer = cafe.phones.take_in(phone, wish(cafe, base=4, text="Un banc, dit le téléphone"))

    (note,) = cafe.notes.all()
    assert (answer.rev, note.rev, note.is_recovered) == (5, 5, True)


def test_all_that_a_phone_wrote_since_is_taken_back_at_once_and_undone(cafe, phone, time):
    mine, theirs = wish(cafe), wish(cafe, text="Une haie")
    cafe.phones.take_in(phone, mine)
    cafe.phones.take_in(phone, theirs)
    time.now += timedelta(minutes=5)
    cafe.phones.take_in(phone, wish(cafe, note=mine.note, base=1, text="Des bêtises"))
    cafe.phones.take_in(phone, wish(cafe, text="Encore"))
    cafe.phones.take_in(phone, wish(cafe, note=theirs.note, base=1, text="Pas de haie"))
    cafe.notes.put(replace(cafe.notes.get(theirs.note), text="Une haie basse"), base=2)
    before = texts(cafe)

    change = cafe.phones.take_back(phone.id, NOON + timedelta(minutes=4))

    assert texts(cafe) == ["Un banc", "Une haie basse"]  # somebody corrected the hedge by then
    cafe.notes.turn(change, is_in=False)
    assert texts(cafe) == before


def test_a_phone_is_called_by_a_name_and_taken_out_and_let_in_again(cafe):
    joined = cafe.phones.join(cafe.phones.way_in.codes()[0])

    cafe.phones.rename(joined.phone.id, " Ana  ")
    cafe.phones.revoke(joined.phone.id)

    assert cafe.phones.who(joined.token) is None
    assert [(each.name, each.is_welcome) for each in cafe.phones.all()] == [("Ana", False)]
    cafe.phones.readmit(joined.phone.id)
    assert cafe.phones.who(joined.token).name == "Ana"
    with pytest.raises(NoSuchPhone):
        cafe.phones.revoke(str(uuid4()))
