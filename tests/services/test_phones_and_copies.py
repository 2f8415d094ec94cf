"""An older copy of a café takes over: what phones held of the one before is neither lost nor put
over words that they have not seen (found by `tests/trust/note_model.py`).
"""

import hashlib
import os
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.phones import PhoneWish
from wcafe.domain.settling import copy_id
from wcafe.services.phones_told import PhonesTold


@pytest.fixture
def cafe(path):
    create_cafe(path, draft(title="Café", language="fr", tables=2))
    with open_cafe(path) as opened:
        yield opened


@pytest.fixture
def phone(cafe):
    return cafe.phones.join(cafe.phones.way_in.codes()[0]).phone


@pytest.fixture
def other_phone(cafe):
    return cafe.phones.join(cafe.phones.way_in.codes()[0]).phone


@pytest.fixture
def say(cafe, phone):
    def say(text, *, note, gen, base=0, op=None, by=phone):
        wish = PhoneWish(
            id=op or str(uuid4()),
            note=note,
            event=cafe.cafes.get().id,
            gen=gen,
            base=base,
            round=0,
            text=text,
        )
        return cafe.phones.take_in(by, wish)

    return say


@pytest.fixture
def note():
    return str(uuid4())


def takes_over(cafe):
    """Let this be a copy that goes on from here, as the start of a station does."""
    before = cafe.cafes.get().generation
    told = PhonesTold(Path(os.environ["XDG_DATA_HOME"], "wcafe"), cafe.cafes.get().id)
    told.keep(before, 10_000)  # phones heard of more than is here
    cafe.phones.way_in.begin(lambda station: station)
    assert cafe.cafes.get().generation > before
    return before


def begin(cafe):
    cafe.phones.way_in.begin(lambda station: replace(station, port=8420))
    return cafe.cafes.get().generation


def test_the_same_café_begins_again_as_the_same_generation(cafe, say):
    first = begin(cafe)
    say("Un banc", note=str(uuid4()), gen=1)

    assert begin(cafe) == first == 1


def test_one_that_phones_know_and_this_computer_does_not_begins_another(
    cafe, monkeypatch, tmp_path
):
    first = begin(cafe)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "another computer"))

    assert begin(cafe) > first


def test_one_that_knows_less_than_phones_were_told_begins_another(cafe, say, tmp_path, now):
    begin(cafe)
    say("Un banc", note=str(uuid4()), gen=1)
    cafe.copy_to(tmp_path / "copy.wcafe")
    say("Une haie", note=str(uuid4()), gen=1)

    with open_cafe(tmp_path / "copy.wcafe", now=now) as copy:
        assert begin(copy) > 1
    assert begin(cafe) > copy_generation(tmp_path / "copy.wcafe")


def copy_generation(path):
    with open_cafe(path, is_read_only=True) as copy:
        return copy.cafes.get().generation


def texts(cafe):
    return sorted(each.text for each in cafe.notes.all())


def test_the_same_number_of_another_generation_is_of_other_words(cafe, say, note, other_phone):
    say("Un banc", note=note, gen=1)
    before = takes_over(cafe)
    now = cafe.cafes.get().generation
    say("Un banc à l'ombre", note=note, gen=now, base=1)  # rev 2 of this computer

    told = say("Un banc au soleil", note=note, gen=before, base=2, by=other_phone)

    assert told.copy_of == note
    assert texts(cafe) == ["Un banc au soleil", "Un banc à l'ombre"]


def test_a_higher_number_does_not_go_over_what_was_written_since(cafe, say, note, other_phone):
    say("Un banc", note=note, gen=1)
    before = takes_over(cafe)
    say("Un banc à l'ombre", note=note, gen=cafe.cafes.get().generation, base=1)

    say("Un banc, vu cinq fois", note=note, gen=before, base=5, by=other_phone)

    assert texts(cafe) == ["Un banc à l'ombre", "Un banc, vu cinq fois"]


def test_what_nobody_changed_since_goes_on(cafe, say, note):
    say("Un banc", note=note, gen=1)
    before = takes_over(cafe)

    told = say("Un banc au soleil", note=note, gen=before, base=5)

    assert (told.note, told.rev) == (note, 6)
    assert told.gen == cafe.cafes.get().generation
    assert cafe.notes.get(note).is_recovered


def test_a_copy_that_came_back_is_not_made_over_its_newer_words(cafe, say):
    other = str(uuid4())
    say("Une haie", note=other, gen=1)
    before = takes_over(cafe)
    lost = str(uuid4())  # stands for the wish of which this copy of the file knows nothing
    come_back = copy_id(other, lost)
    say("Une haie basse, dit une autre", note=come_back, gen=before, base=1)

    told = say("Une haie basse", note=other, gen=before, op=lost)

    assert (told.note, told.rev) == (come_back, 1)
    assert told.hash == hashlib.sha256(b"Une haie basse").hexdigest()
    assert cafe.notes.get(come_back).text == "Une haie basse, dit une autre"


def test_a_copy_that_is_none_here_is_what_its_wish_became(cafe, say, note):
    before = takes_over(cafe)
    wish = str(uuid4())
    say("Un banc", note=note, gen=before, op=wish)  # was a copy on the other computer
    told = say("Un banc", note=copy_id(note, wish), gen=before, base=1)

    assert told.note == note
    assert texts(cafe) == ["Un banc"]


def test_a_wish_that_came_before_is_answered_in_the_generation_of_now(cafe, say, note):
    wish = str(uuid4())
    first = say("Un banc", note=note, gen=1, op=wish)
    takes_over(cafe)

    again = say("Un banc", note=note, gen=1, op=wish)

    assert again == replace(first, gen=cafe.cafes.get().generation)


def test_a_phone_is_asked_for_what_never_was_here(cafe, phone, say, note):
    told = say("Un banc", note=note, gen=1)
    elsewhere = str(uuid4())
    heads = {
        note: (1, told.hash[:12]),
        elsewhere: (1, ""),
    }

    assert cafe.phones.missing(phone, heads) == (elsewhere,)
    assert cafe.phones.missing(phone, {note: (1, "")}) == ()
    assert cafe.phones.missing(phone, {note: (2, "")}) == (note,)
    assert cafe.phones.missing(phone, {note: (1, "0" * 12)}) == (note,)


def test_an_edit_of_the_cafe_leads_to_no_older_generation(cafe):
    seen = cafe.cafes.get()
    takes_over(cafe)

    cafe.cafes.save(replace(seen, title="Notre café"))

    assert cafe.cafes.get().generation > seen.generation
