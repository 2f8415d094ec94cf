"""The café as services read it."""

import pickle
from dataclasses import replace

import pytest

from tests.cafes import add_people
from wcafe.domain.kinds import Kind
from wcafe.store.memory import Memory


def test_the_whole_café_is_read_once_after_each_commit(cafe):
    first = cafe.cafes.snapshot()
    assert cafe.cafes.snapshot() is first

    add_people(cafe, 2)

    assert cafe.cafes.snapshot() is not first
    assert len(cafe.cafes.snapshot().people) == 2


def test_a_note_that_comes_makes_nothing_be_read_but_notes(crowd, monkeypatch):
    before = crowd.cafes.snapshot()
    monkeypatch.setattr("wcafe.store.people.People.all", lambda _people: pytest.fail("read"))
    crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    after = crowd.cafes.snapshot()

    assert [note.text for note in after.notes] == ["Un banc"]
    assert after.people is before.people
    assert after.plan is before.plan


@pytest.mark.parametrize(
    ("wish", "part"),
    [
        (lambda cafe: cafe.people.change(remove=[cafe.people.all()[0].id]), "plan"),
        (lambda cafe: cafe.synthesis.name_theme("Ombre"), "themes"),
        (lambda cafe: cafe.live.start(), "live"),
        (lambda cafe: cafe.badges.note_printed(cafe.cafes.snapshot()), "badges"),
        (lambda cafe: cafe.cafes.save(replace(cafe.cafes.get(), title="Autre")), "cafe"),
    ],
)
def test_what_changes_with_notes_around_it_is_read(crowd, wish, part):
    before = crowd.cafes.snapshot()
    crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    wish(crowd)
    crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un mur")
    after = crowd.cafes.snapshot()

    assert len(after.notes) == 2
    assert getattr(after, part) != getattr(before, part)


def test_paper_takes_no_more_of_a_café_than_its_pages_say(crowd):
    crowd.badges.note_printed(crowd.cafes.snapshot())
    answer = crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    note = crowd.notes.get(answer.note)
    crowd.notes.put(replace(note, text="Un mur"), base=1)
    whole = crowd.cafes.snapshot()

    assert whole.for_paper(has_notes=True) == replace(whole, badges={}, edited={})
    assert whole.for_paper(has_notes=False).notes == ()
    assert len(pickle.dumps(whole.for_paper(has_notes=True))) < len(pickle.dumps(whole))


def test_the_whole_café_knows_the_number_of_each_note_on_its_sheet(cafe):
    for words in ("Un banc", "Un arbre", "Une halle"):
        cafe.notes.add(table=3, round_=1, kind=Kind.IDEA, text=words)
    first, second, third = cafe.cafes.snapshot().notes
    assert cafe.cafes.snapshot().numbers == {first.id: 1, second.id: 2, third.id: 3}

    cafe.notes.delete(second.id, base=second.rev)
    assert cafe.cafes.snapshot().numbers[third.id] == 3, "a deleted one keeps its own"

    cafe.notes.put(replace(first, table=2), base=first.rev)
    assert cafe.cafes.snapshot().numbers[third.id] == 2
    assert cafe.cafes.snapshot().numbers[first.id] == 1
    assert cafe.cafes.snapshot().for_paper(has_notes=False).numbers == {}


@pytest.mark.parametrize("is_counted_again", [True, False])
def test_who_looks_just_before_a_commit_sees_it_afterwards(cafe, monkeypatch, is_counted_again):
    place = cafe.cafes._store.place
    saw, count = type(place).saw, Memory.count_tables
    counted = []

    def look_and_see(here, number):
        cafe.cafes.snapshot()  # the commit is counted by now, and nobody can read it yet
        return saw(here, number)

    def count_once(here, written):
        counted.append(written)
        if is_counted_again or len(counted) == 1:
            count(here, written)

    monkeypatch.setattr(type(place), "saw", look_and_see)
    monkeypatch.setattr(Memory, "count_tables", count_once)
    cafe.cafes.save(replace(cafe.cafes.get(), title="La place"))

    is_seen = cafe.cafes.snapshot().cafe.title == "La place"
    assert is_seen is is_counted_again, "without the second count what was seen first stays"
