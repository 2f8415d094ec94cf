"""Whether a commit stands that came back with an error, and wishes that are said again."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from tests.cafes import people
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import new_id
from wcafe.errors import CannotWrite, EditedElsewhere, InDoubt
from wcafe.store import open_store
from wcafe.store.dialects import WRITE
from wcafe.store.sqlite import engine
from wcafe.store.sqlite.commits import write_mark
from wcafe.store.standing import has_stood, is_standing

BEFORE, AFTER = "before the commit", "after it"


@pytest.fixture
def store(cafe_file):
    store = open_store(cafe_file, program="desk")
    yield store
    store.close()


@pytest.fixture
def failing_commits(monkeypatch):
    """Let each of the coming commits fail as listed; the last one is how all others go."""
    ways = []

    class Connection(sqlite3.Connection):
        def commit(self):
            way = ways.pop(0) if len(ways) > 1 else (ways or [None])[0]
            if way == BEFORE:
                self.rollback()
            else:
                super().commit()
            if way is not None:
                raise sqlite3.OperationalError("disk I/O error")

    open_connection = sqlite3.connect
    monkeypatch.setattr(
        engine.sqlite3,
        "connect",
        lambda *said, **how: open_connection(*said, factory=Connection, **how),
    )
    return ways


def few(work):
    return work.people.save(people(1))


def kept(store):
    with store.read() as work:
        return set(work.people.all())


def test_a_commit_that_stands_after_an_error_is_told_as_kept(store, failing_commits):
    before = store.commits
    failing_commits += [AFTER, None]

    saved = store.write(few)

    assert kept(store) == set(saved)
    assert store.commits == before + 1
    assert not store.has_refused


def test_a_commit_that_does_not_stand_is_refused(store, failing_commits):
    failing_commits += [BEFORE, None]

    with pytest.raises(CannotWrite) as told:
        store.write(few)

    assert not isinstance(told.value, InDoubt)
    assert kept(store) == set()
    assert store.has_refused


@pytest.mark.parametrize(("way", "is_there"), [(AFTER, True), (BEFORE, False)])
def test_what_the_disk_does_not_say_is_found_out_once_it_answers(
    store, failing_commits, monkeypatch, way, is_there
):
    failing_commits += [way, None]
    with monkeypatch.context() as patched:
        patched.setattr("wcafe.store.store.is_standing", lambda _engine, _mark: None)
        with pytest.raises(InDoubt, match="not known whether this is saved"):
            store.write(few)
    assert store.has_refused

    assert store.confirm() is is_there

    assert bool(kept(store)) is is_there
    assert not store.has_refused


def test_a_file_that_went_away_while_it_was_written_leaves_a_doubt(store, failing_commits):
    elsewhere = store.place.path.with_name("elsewhere.wcafe")
    failing_commits += [AFTER, None]

    def write_and_move(work):
        few(work)
        store.place.path.rename(elsewhere)

    with pytest.raises(InDoubt):
        store.write(write_and_move)
    elsewhere.rename(store.place.path)
    assert store.confirm()


def test_the_mark_of_a_commit_is_no_other_s(store):
    with store._engine.connect().execution_options(**WRITE) as connection:
        with connection.begin():
            assert not has_stood(connection, 10**9)
            write_mark(connection, 10**9)
        assert has_stood(connection, 10**9)
        assert not has_stood(connection, 10**9 + 1)
        assert not has_stood(connection, 10**9 - 9)
    assert is_standing(store._engine, 10**9)
    assert is_standing(store._engine, 5) is False


def test_a_change_of_nothing_is_not_written(store):
    store.write(few)
    before = store.place.path.stat().st_mtime_ns

    store.write(lambda _work: None)

    assert store.place.path.stat().st_mtime_ns == before


def test_a_café_with_a_mark_is_one_row_of_sqlite_s_own_table_more(store, cafe_file):
    for _change in range(3):
        store.write(few)
    with closing(sqlite3.connect(cafe_file)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_sequence").fetchall()
    assert rows.count(("wcafe commit",)) == 1


SAID_AGAIN = {
    "cafe": lambda work: work.cafes.save(replace(work.cafes.get(), title="Another", version=1)),
    "theme": lambda work: work.themes.save(THEME),
    "person": lambda work: work.people.save([PERSON]),
}
THEME = Theme(id=ThemeId(new_id()), name="Bread")
(PERSON,) = people(1)


@pytest.mark.parametrize("what", SAID_AGAIN)
def test_who_asks_for_what_stands_is_not_told_that_it_changed_elsewhere(store, what):
    first = store.write(SAID_AGAIN[what])

    assert store.write(SAID_AGAIN[what]) == first


def test_who_asks_for_something_else_is_told(store):
    store.write(SAID_AGAIN["person"])

    with pytest.raises(EditedElsewhere):
        store.write(lambda work: work.people.save([replace(PERSON, family="Other")]))
