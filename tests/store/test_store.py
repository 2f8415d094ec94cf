"""Units of work: all or nothing, durable when they return, never over a newer value."""

import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import replace

import pytest

from tests.cafes import people
from wcafe.domain.cafe import draft
from wcafe.errors import EditedElsewhere
from wcafe.store import create_store, open_store
from wcafe.store.sqlite.header import SCHEMA


@pytest.fixture
def store(path):
    store = create_store(path, draft(title="Rue", language="fr"))
    yield store
    store.close()


def titles(store):
    with store.read() as work:
        return work.cafes.get().title


def test_an_older_café_is_not_saved_over_a_newer_one(store):
    with store.read() as work:
        mine = theirs = work.cafes.get()
    store.write(lambda work: work.cafes.save(replace(theirs, title="Theirs")))

    with pytest.raises(EditedElsewhere):
        store.write(lambda work: work.cafes.save(replace(mine, title="Mine")))

    assert titles(store) == "Theirs"


def test_each_person_has_a_version(store):
    ana, ben = store.write(lambda work: work.people.save(people(2)))
    store.write(lambda work: work.people.save([replace(ana, note="thé")]))

    store.write(lambda work: work.people.save([replace(ben, note="café")]))
    with pytest.raises(EditedElsewhere):
        store.write(lambda work: work.people.save([replace(ana, note="eau")]))

    with store.read() as work:
        assert [person.note for person in work.people.all()] == ["thé", "café"]


def test_a_change_that_raises_leaves_nothing(store):
    def change(work):
        work.people.save(people(3))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.write(change)

    with store.read() as work:
        assert work.people.all() == ()


def test_changes_of_one_group_do_not_fall_together(store):
    """While the writer is busy, four changes wait; the group they form has one that fails."""
    entered, busy, told = threading.Event(), threading.Event(), []

    def wait_in_line(change):
        try:
            told.append(store.write(change))
        except ZeroDivisionError as error:
            told.append(error)

    def hold(work):
        entered.set()
        assert busy.wait(60)

    def fail(work):
        work.people.save(people(1))
        raise ZeroDivisionError

    threads = [threading.Thread(target=wait_in_line, args=(hold,))]
    threads[0].start()
    assert entered.wait(60)
    for change in (*[lambda work: len(work.people.save(people(2)))] * 3, fail):
        threads.append(threading.Thread(target=wait_in_line, args=(change,)))
        threads[-1].start()
    deadline = time.monotonic() + 60
    while store._waiting.qsize() < 4 and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    busy.set()
    for thread in threads:
        thread.join()

    assert told.count(2) == 3
    assert sum(isinstance(one, ZeroDivisionError) for one in told) == 1
    with store.read() as work:
        assert len(work.people.all()) == 6


def test_six_threads_lose_no_edit(store):
    def edit():
        for _turn in range(15):
            store.write(lambda work: work.people.save(people(1)))

    threads = [threading.Thread(target=edit) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with store.read() as work:
        assert len(work.people.all()) == 90


def test_a_change_that_meets_the_end_is_refused_and_nobody_waits_for_ever(store):
    entered, go = threading.Event(), threading.Event()

    def hold(work):
        entered.set()
        assert go.wait(60)
        return work.people.save(people(1))

    writing = threading.Thread(target=store.write, args=(hold,))
    writing.start()
    assert entered.wait(60)
    closing = threading.Thread(target=store.close)
    closing.start()
    deadline = time.monotonic() + 5
    while store.is_writable and time.monotonic() < deadline:
        closing.join(0.01)
    assert not store.is_writable
    with pytest.raises(RuntimeError, match="closed"):
        store.write(lambda _work: None)
    go.set()
    for thread in (writing, closing):
        thread.join(60)
        assert not thread.is_alive()

    with store.read() as work:
        assert len(work.people.all()) == 1


def test_what_was_kept_is_there_after_opening_again(store):
    kept = store.write(lambda work: work.people.save(people(5)))
    store.close()

    again = open_store(store.place.path, program=None)
    with again.read() as work:
        assert work.people.all() == kept
    again.close()


def test_a_store_opened_for_reading_cannot_write(store):
    store.close()
    reader = open_store(store.place.path, program=None)
    with pytest.raises(RuntimeError):
        reader.write(lambda work: None)
    reader.close()


def test_a_closed_café_is_one_file(store):
    store.write(lambda work: work.people.save(people(5)))
    store.close()

    assert list(store.place.path.parent.iterdir()) == [store.place.path]


PRAGMAS = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "fullfsync": 1,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "busy_timeout": 5000,
    "temp_store": 2,
    "auto_vacuum": 0,
    "application_id": 0x57434146,
    "user_version": SCHEMA,
}


@pytest.mark.parametrize("unit", ["read", "write"])
def test_each_connection_has_the_pragmas_that_lose_nothing(store, unit):
    def ask(work):
        connection = work.soundness._session.connection()
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}

    for _connection in range(2):
        if unit == "write":
            told = store.write(ask)
        else:
            with store.read() as work:
                told = ask(work)
        assert told == PRAGMAS


def test_a_writer_takes_the_lock_before_it_reads(store):
    """Two that read first and then write would fail half-way (BEGIN IMMEDIATE)."""

    def is_locked(_work):
        with closing(sqlite3.connect(store.place.path, timeout=0)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                return str(error)
            return "not locked"

    assert store.write(is_locked) == "database is locked"


def test_changes_that_wait_together_are_one_commit(store, monkeypatch):
    groups = []
    commit = store._commit
    monkeypatch.setattr(store, "_commit", lambda group: (groups.append(len(group)), commit(group)))
    entered, go = threading.Event(), threading.Event()

    def hold(_work):
        entered.set()
        assert go.wait(60)

    threads = [threading.Thread(target=store.write, args=(hold,))]
    threads[0].start()
    assert entered.wait(60)
    for _change in range(10):
        threads.append(
            threading.Thread(target=store.write, args=(lambda work: work.people.save(people(1)),))
        )
        threads[-1].start()
    while store._waiting.qsize() < 10:
        threads[-1].join(0.01)
    go.set()
    for thread in threads:
        thread.join()

    assert groups == [1, 10]
