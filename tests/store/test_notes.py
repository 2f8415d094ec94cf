"""How notes are kept: every revision, every operation, one answer for each."""

from dataclasses import replace

import pytest

from wcafe.domain.kinds import Kind
from wcafe.domain.settling import Operation
from wcafe.domain.text import new_id
from wcafe.errors import OtherBody


@pytest.fixture
def wish(cafe):
    return Operation(
        id=new_id(),
        note=new_id(),
        cafe=cafe.cafes.get().id,
        generation=1,
        device=new_id(),
        table=0,
        round=0,
        kind=Kind.STORY,
        text="Le cerisier de la rue Branda",
    )


def test_a_repeated_operation_gets_its_first_answer_and_changes_nothing(cafe, wish):
    first = cafe.notes.take_in(wish, device_name="phone")
    cafe.notes.take_in(
        replace(wish, id=new_id(), base=1, text="Deux cerisiers"), device_name="phone"
    )

    assert cafe.notes.take_in(wish, device_name="phone") == first
    assert [(note.text, note.rev) for note in cafe.notes.all()] == [("Deux cerisiers", 2)]


def test_an_operation_with_another_body_is_told_off(cafe, wish):
    cafe.notes.take_in(wish, device_name="phone")

    with pytest.raises(OtherBody):
        cafe.notes.take_in(replace(wish, text="Autre chose"), device_name="phone")


def test_an_answer_carries_what_the_phone_checks(cafe, wish):
    answer = cafe.notes.take_in(wish, device_name="phone")

    assert (answer.event, answer.op, answer.rev, answer.seq) == (wish.cafe, wish.id, 1, 1)
    assert len(answer.hash) == 64


def test_notes_stand_in_the_order_they_first_came(cafe, wish):
    other = replace(wish, id=new_id(), note=new_id(), text="Un banc")
    cafe.notes.take_in(wish, device_name="phone")
    cafe.notes.take_in(other, device_name="phone")
    cafe.notes.take_in(replace(wish, id=new_id(), base=1, text="Le poirier"), device_name="phone")

    assert [note.text for note in cafe.notes.all()] == ["Le poirier", "Un banc"]


def test_a_deleted_note_is_not_listed_and_comes_back_with_an_edit(cafe, wish):
    cafe.notes.take_in(wish, device_name="phone")
    cafe.notes.take_in(
        replace(wish, id=new_id(), base=1, text="", is_delete=True), device_name="phone"
    )
    assert cafe.notes.all() == ()

    cafe.notes.take_in(replace(wish, id=new_id(), base=2, text="Le revoilà"), device_name="phone")
    assert [note.rev for note in cafe.notes.all()] == [3]
