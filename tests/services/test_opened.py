"""A café that is open: for how long it is held, when it was saved, what goes into the next one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.cafes import person
from wcafe.app import duplicate_cafe, open_cafe, open_for_desk
from wcafe.domain.kinds import Kind
from wcafe.errors import CafeInUse, CannotWrite, FileThere
from wcafe.store.lock import only_writer
from wcafe.store.people import People


def test_the_desk_holds_a_café_until_it_is_closed(cafe_file):
    desk = open_for_desk(cafe_file)
    try:
        desk.people.save([person()])
        with pytest.raises(CafeInUse), only_writer(cafe_file, program="command"):
            pass
    finally:
        desk.close()

    with open_cafe(cafe_file) as other:
        assert len(other.people.all()) == 1


def test_the_clock_of_the_desk_is_the_one_it_was_given(cafe_file, now):
    desk = open_for_desk(cafe_file, now=now)
    try:
        deadline = desk.live.start("talk:0").clock.deadline
    finally:
        desk.close()

    assert deadline == now() + timedelta(minutes=20)


def test_after_opening_the_last_save_is_that_of_the_file(cafe_file):
    with open_cafe(cafe_file) as cafe:
        written = datetime.fromtimestamp(cafe_file.stat().st_mtime, UTC)
        assert cafe.saved_at() == written

        begun = datetime.now(UTC)
        cafe.people.save([person()])
        assert begun <= cafe.saved_at() <= datetime.now(UTC)


def test_what_could_not_be_saved_was_not_saved(cafe_file):
    with open_cafe(cafe_file) as cafe:
        cafe.people.save([person()])
        before = cafe.saved_at()
        with pytest.raises(ZeroDivisionError):
            cafe.people.save(1 / 0 for _once in range(1))
        assert cafe.saved_at() == before


@pytest.fixture
def held(crowd):
    """A café that took place, with all that belongs to that day."""
    crowd.people.change(keep=[replace(crowd.people.all()[0], present=frozenset({0}))])
    crowd.live.start()
    crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    crowd.synthesis.name_theme("Repos")
    cafe = crowd.cafes.get()
    crowd.cafes.save(replace(cafe, day=date(2026, 11, 26), checked=frozenset({"purpose"})))
    return crowd


def test_the_next_café_of_a_series_has_the_same_design_and_people(held, tmp_path):
    path = tmp_path / "next.wcafe"
    duplicate_cafe(held, path)
    before = held.cafes.snapshot()

    with open_cafe(path, is_read_only=True) as following:
        now = following.cafes.snapshot()
    assert [p.id for p in now.people] == [p.id for p in before.people]
    assert (now.cafe.agenda, now.cafe.tables, now.cafe.rules) == (
        before.cafe.agenda,
        before.cafe.tables,
        before.cafe.rules,
    )
    assert now.cafe.id != before.cafe.id


def test_nothing_of_the_day_goes_into_the_next_café(held, tmp_path):
    path = tmp_path / "next.wcafe"
    duplicate_cafe(held, path)

    with open_cafe(path, is_read_only=True) as following:
        now = following.cafes.snapshot()
    assert (now.plan, now.notes, now.themes, now.live.clock) == (None, (), (), None)
    assert (now.cafe.day, now.cafe.checked) == (None, frozenset())
    assert all(each.present is None for each in now.people)


def test_the_next_café_replaces_no_file(held, tmp_path):
    path = tmp_path / "next.wcafe"
    path.write_text("letters")

    with pytest.raises(FileThere):
        duplicate_cafe(held, path)
    assert path.read_text() == "letters"


def test_half_a_next_café_is_not_left_behind(held, tmp_path, monkeypatch):
    path = tmp_path / "next.wcafe"

    def broken(*_args):
        raise CannotWrite(path=path, reason="the disk is full")

    monkeypatch.setattr(People, "save", broken)
    with pytest.raises(CannotWrite):
        duplicate_cafe(held, path)
    assert not path.exists()
