"""What is read once is not read again while it stays the same, and never stands for another."""

from dataclasses import replace

import pytest
from sqlalchemy import event

from tests.cafes import add_people


@pytest.fixture
def store(cafe, monkeypatch):
    """The store of a café in which twelve people have a plan."""
    add_people(cafe, 12)
    cafe.plans.compose(seconds=0.2)
    return cafe.cafes._store


def read(store):
    with store.read() as work:
        return work.people.all(), work.plans.current(), work.notes.all()


def asked_for(store, look):
    """Return the names of people that a look fetched from the file."""
    fetched = []

    def hear(_connection, _cursor, statement, parameters, *_rest):
        if "person.given" in statement:
            fetched.extend(parameters)

    event.listen(store._engine, "before_cursor_execute", hear)
    look()
    event.remove(store._engine, "before_cursor_execute", hear)
    return fetched


@pytest.mark.in_a_file
def test_only_who_has_changed_is_read_again(cafe, store):
    people, _plan, _notes = read(store)
    cafe.people.save([replace(people[3], note="Comes late")])

    fetched = asked_for(store, lambda: read(store))

    assert fetched == [people[3].id]
    again, _plan, _notes = read(store)
    assert again[3].note == "Comes late"
    assert again[4] is people[4]


def test_somebody_who_comes_back_is_as_they_came_back(cafe, store):
    first = cafe.people.all()[0]
    assert first.version == 1
    cafe.people.change(remove=[first.id])
    cafe.people.change(keep=[replace(first, given="Another", version=0)])

    back = next(person for person in cafe.people.all() if person.id == first.id)

    assert back.version == 1  # as before, so a version alone does not tell
    assert back.given == "Another"


def test_a_plan_loses_the_seats_of_who_goes(cafe, store):
    _people, before, _notes = read(store)
    gone = before.people[0]

    cafe.people.change(remove=[gone])

    _people, after, _notes = read(store)
    assert gone not in after.people
    assert len(after.people) == len(before.people) - 1


def test_a_plan_of_the_same_version_is_not_taken_for_the_one_before(cafe, store):
    _people, before, _notes = read(store)
    other = replace(before, seats=before.seats[::-1])
    cafe.plans.restore(None)
    cafe.plans.restore(other)

    _people, after, _notes = read(store)

    assert (after.id, after.version) == (before.id, before.version)
    assert after.seats == other.seats


def test_what_was_not_kept_is_not_known(cafe, store):
    people = cafe.people.all()

    def fail(work):
        work.people.save([replace(people[0], given="Never")])
        assert work.people.all()[0].given == "Never"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.write(fail)
    cafe.people.save([replace(people[0], given="Kept")])

    assert cafe.people.all()[0].given == "Kept"
