"""One note, several writers: what each revision makes of it."""

from dataclasses import replace

import pytest

from wcafe.domain.kinds import Kind, kind_of
from wcafe.domain.notes import Note
from wcafe.domain.settling import Operation, answer_for, settle
from wcafe.domain.text import new_id
from wcafe.errors import EmptyNote, NoteTooLong, UnknownKind

NOTE, CAFE = new_id(), new_id()


def wish(text="Des bancs", base=0, **facts):
    return Operation(
        id=new_id(),
        note=NOTE,
        cafe=CAFE,
        generation=1,
        device=new_id(),
        base=base,
        table=2,
        round=1,
        kind=Kind.IDEA,
        text=text,
        **facts,
    )


def head(text="Des bancs", rev=3, **facts):
    return Note(id=NOTE, table=2, round=1, kind=Kind.IDEA, text=text, rev=rev, **facts)


def test_a_new_note_is_its_first_revision():
    made = settle(wish(), None, now="14:30")

    assert (made.rev, made.text, made.created) == (1, "Des bancs", "14:30")


def test_an_edit_of_what_was_seen_is_the_next_revision():
    made = settle(wish("Des bancs bleus", base=3), head(created="14:00"), now="14:30")

    assert (made.id, made.rev, made.text, made.created) == (NOTE, 4, "Des bancs bleus", "14:00")


def test_an_edit_of_what_was_not_seen_becomes_a_copy_with_a_name_of_its_own():
    stale = wish("Des chaises", base=2)
    made = settle(stale, head(), now="14:30")

    assert made.id != NOTE
    assert (made.conflict_of, made.rev, made.text) == (NOTE, 1, "Des chaises")
    assert settle(stale, head(), now="15:00").id == made.id
    assert answer_for(stale, made).copy_of == NOTE


def test_two_people_who_say_the_same_agree():
    assert settle(wish("Des bancs", base=1), head(), now="14:30") is None


def test_saying_again_what_stands_makes_no_revision():
    assert settle(wish("Des bancs", base=3), head(), now="14:30") is None
    assert settle(replace(wish(base=3), table=5), head(), now="14:30").rev == 4


def test_a_deleted_note_is_kept_as_a_tombstone_with_its_words():
    made = settle(wish("", base=3, is_delete=True), head(), now="14:30")

    assert (made.rev, made.is_deleted, made.text) == (4, True, "Des bancs")


def test_nobody_deletes_words_unseen():
    assert settle(wish("", base=2, is_delete=True), head("Des bancs bleus"), now="14:30") is None


@pytest.mark.parametrize("base", [2, 4])
def test_an_edit_revives_a_deleted_note(base):
    made = settle(wish("Des bancs", base=base), head(rev=4, is_deleted=True), now="14:30")

    assert (made.id, made.rev, made.is_deleted) == (NOTE, 5, False)


@pytest.mark.parametrize("known", [None, head(rev=2)])
def test_a_phone_that_knows_more_than_an_older_copy_is_believed(known):
    made = settle(wish("Le dernier mot", base=7), known, now="14:30")

    assert (made.rev, made.is_recovered, made.text) == (8, True, "Le dernier mot")


@pytest.mark.parametrize("text", ["", "  \n ", "\0\x07", "\ud800"])
def test_a_note_needs_words(text):
    with pytest.raises(EmptyNote):
        wish(text)


def test_a_note_has_an_end():
    wish("é" * 20_000)
    with pytest.raises(NoteTooLong, match="20001"):
        wish("é" * 20_001)


@pytest.mark.parametrize("word", ["constat", "Insight", "IDÉE", "idee", "récit", "recit", "story"])
def test_kinds_are_read_in_both_languages(word):
    assert kind_of(word) in Kind


def test_another_kind_is_refused_with_the_list_of_all():
    with pytest.raises(UnknownKind, match=", ".join(Kind)):
        kind_of("blague")
