"""All that a note says is kept, told anew at each revision, and kept apart where two pull at it."""

from dataclasses import fields, replace
from datetime import date

import pytest

from wcafe.domain.kinds import Kind
from wcafe.domain.lineage import fingerprint
from wcafe.domain.notes import SAID, ActionState, Note, NoteId, Said, Support
from wcafe.domain.settling import edit_of
from wcafe.domain.text import new_id
from wcafe.errors import BadVotes, TextTooLong

FULL = {
    "parent": NoteId(new_id()),
    "is_lone": True,
    "prompt": "Trois retours",
    "support": Support.TABLE,
    "from_table": 3,
    "votes": 0,
    "withheld": "nomme un voisin",
    "is_on_wall": True,
    "who": "Zoé d'Ân-Lê",
    "due": "avant l'été",
    "may_quote": True,
    "state": ActionState.DONE,
    "state_on": date(2027, 2, 26),
    "state_why": "la mairie a dit oui",
}
OTHER = {
    **FULL,
    "support": Support.PERSON,
    "from_table": 1,
    "votes": 7,
    "prompt": "Propositions",
    "state": ActionState.DROPPED,
    "state_on": date(2027, 3, 1),
    "state_why": "la mairie hésite",
}
FACTS = sorted(FULL)


@pytest.fixture
def note(crowd):
    crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    return crowd.notes.all()[0]


def test_each_fact_is_tried_here():
    plain = {field.name for field in fields(Said)} - {"table", "round", "kind", "text", "author"}

    assert FULL.keys() == plain


def test_a_note_comes_back_with_all_that_was_said(crowd, note):
    wanted = replace(note, **FULL, text="Deux bancs", kind=Kind.ACTION, table=2, author="Ana")

    kept = crowd.notes.put(wanted, base=note.rev)

    assert kept.said == wanted.said
    assert crowd.notes.all() == (kept,)
    assert crowd.cafes.faults() == ()


@pytest.mark.parametrize("name", FACTS)
def test_what_is_not_said_leaves_its_print_and_what_is_said_makes_another(note, name):
    said = replace(note, **{name: FULL[name]})

    assert fingerprint(note) == fingerprint(replace(said, **{name: getattr(note, name)}))
    assert fingerprint(said) != fingerprint(note)


def test_the_print_of_a_note_of_before_is_as_it_was():
    plain = Note(id=NoteId("n"), table=0, round=0, kind=Kind.IDEA, text="Un banc")

    assert fingerprint(plain) == "ncbeediapbdg"


def test_the_history_of_a_note_tells_each_revision(crowd, note):
    kept = crowd.notes.put(replace(note, text="Deux bancs"), base=note.rev)
    crowd.notes.put(replace(kept, votes=4), base=kept.rev)

    told = crowd.notes.history(note.id)

    assert [(each.note.text, each.note.votes) for each in told] == [
        ("Un banc", None),
        ("Deux bancs", None),
        ("Deux bancs", 4),
    ]
    assert [each.device for each in told] == ["command line", "desk", "desk"]
    assert all(each.came for each in told)
    assert crowd.notes.history(NoteId(new_id())) == ()


@pytest.mark.in_a_file
@pytest.mark.parametrize("name", FACTS)
@pytest.mark.parametrize("other", FACTS)
def test_two_who_change_something_else_of_one_note_are_both_heard(crowd, note, name, other):
    if name == other:
        return
    crowd.notes.put(replace(note, **{name: FULL[name]}), base=note.rev)
    crowd.notes.put(replace(note, **{other: FULL[other]}), base=note.rev)

    (kept,) = crowd.notes.all()
    assert (getattr(kept, name), getattr(kept, other)) == (FULL[name], FULL[other])


@pytest.mark.parametrize("name", ["votes", "prompt", "support", "from_table"])
def test_two_who_say_otherwise_are_two_versions(crowd, note, name):
    crowd.notes.put(replace(note, **{name: FULL[name]}), base=note.rev)
    crowd.notes.put(replace(note, **{name: OTHER[name]}), base=note.rev)

    first, second = crowd.notes.all()
    assert second.conflict_of == first.id
    assert {getattr(first, name), getattr(second, name)} == {FULL[name], OTHER[name]}


def test_words_and_a_fact_changed_at_once_come_together_in_either_order(crowd, note):
    crowd.notes.put(replace(note, votes=4), base=note.rev)
    crowd.notes.put(replace(note, text="Deux bancs"), base=note.rev)
    second = crowd.notes.all()[0]
    crowd.notes.put(replace(second, text="Trois bancs"), base=second.rev)
    crowd.notes.put(replace(second, votes=9), base=second.rev)

    (kept,) = crowd.notes.all()
    assert (kept.text, kept.votes) == ("Trois bancs", 9)


def test_a_phone_is_told_of_its_own_words_only(crowd, note):
    """Else it would go on from words it never showed, and write over them."""
    cafe = crowd.cafes.get()
    crowd.notes.put(replace(note, text="Deux bancs"), base=note.rev)
    wish = edit_of(
        replace(note, kind=Kind.ACTION), base=note.rev, cafe=cafe.id, generation=1, device="d"
    )

    answer = crowd.notes.take_in(wish, device_name="phone")

    assert answer.copy_of == note.id
    assert answer.hash == note.hash
    assert [each.text for each in crowd.notes.all()] == ["Deux bancs", "Un banc"]


@pytest.mark.parametrize(
    ("fact", "error"),
    [
        ({"votes": -1}, BadVotes),
        ({"votes": 10_001}, BadVotes),
        ({"prompt": "x" * 301}, TextTooLong),
        ({"withheld": "x" * 2_001}, TextTooLong),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(crowd, note, fact, error):
    with pytest.raises(error):
        crowd.notes.put(replace(note, **fact), base=note.rev)

    assert crowd.notes.all() == (note,)


def test_what_a_note_says_is_named_in_one_place():
    assert {field.name for field in fields(Said)} == set(SAID)
