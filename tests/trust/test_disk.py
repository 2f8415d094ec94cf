"""P3, P16: a full or failing disk, a file moved away: told at once, nothing saved is lost,
and the desk goes on when the disk does (short forms)."""

import json
import subprocess
import sys
import threading
from collections import Counter

import pytest

from tests.cafes import people
from wcafe.app import open_cafe
from wcafe.errors import CafeGone, CannotWrite
from wcafe.store import open_store
from wcafe.store.sqlite import engine


@pytest.fixture
def store(cafe_file):
    store = open_store(cafe_file, program="desk")
    yield store
    store.close()


@pytest.fixture
def full_disk(monkeypatch):
    """A disk with no page to spare; `full_disk.undo()` makes room."""
    with monkeypatch.context() as patched:
        patched.setattr(engine, "_PRAGMAS", (*engine._PRAGMAS, "max_page_count = 1"))
        yield patched


def as_one_group(store, *changes):
    """Return what became of each of `changes`, which the writer commits as one group."""
    entered, go, told = threading.Event(), threading.Event(), {}

    def wait_in_line(place, change):
        try:
            told[place] = store.write(change)
        except CannotWrite as error:
            told[place] = error

    def hold(_work):
        entered.set()
        assert go.wait(60)

    threads = [threading.Thread(target=wait_in_line, args=(-1, hold))]
    threads[0].start()
    assert entered.wait(60)
    for place, change in enumerate(changes):
        threads.append(threading.Thread(target=wait_in_line, args=(place, change)))
        threads[-1].start()
        while store._waiting.qsize() <= place:
            threads[-1].join(0.01)
    go.set()
    for thread in threads:
        thread.join()
    return [told[place] for place in range(len(changes))]


def few(work):
    return work.people.save(people(1))


def many(work):
    return work.people.save(people(2000))


def kept(store):
    with store.read() as work:
        return set(work.people.all())


def test_what_falls_with_a_full_disk_is_told_to_everybody_it_falls_on(store, full_disk):
    told = as_one_group(store, few, many, few)

    assert [isinstance(one, CannotWrite) for one in told] == [True, True, True]
    assert "No space left on device" in str(told[0])
    assert kept(store) == set()
    full_disk.undo()
    again = store.write(few)
    assert kept(store) == set(again)


def test_a_build_that_does_not_see_the_fall_is_found_out(store, full_disk, monkeypatch):
    monkeypatch.setattr("wcafe.store.sqlite.commits.has_fallen", lambda _connection: False)

    told = as_one_group(store, few, many)

    assert not isinstance(told[0], CannotWrite)
    assert not kept(store) & set(told[0])


def replace_by_an_older_copy(store):
    store.copy_to(store.place.path.with_name("older.wcafe"))
    store.place.path.rename(store.place.path.with_name("elsewhere.wcafe"))
    store.place.path.with_name("older.wcafe").rename(store.place.path)


WAYS_TO_GO = {
    "moved": lambda store: store.place.path.rename(store.place.path.with_name("elsewhere.wcafe")),
    "replaced": replace_by_an_older_copy,
}


@pytest.mark.parametrize("way", WAYS_TO_GO)
def test_a_change_of_a_café_whose_file_is_gone_is_refused_until_it_is_back(store, way):
    before = store.write(few)
    WAYS_TO_GO[way](store)
    stranger = store.place.path.stat() if store.place.path.exists() else None

    copy = store.place.path.with_name("copy.wcafe")
    for wish in (lambda: store.write(few), lambda: kept(store), lambda: store.copy_to(copy)):
        with pytest.raises(CafeGone, match="is not where it was"):
            wish()

    assert stranger == (store.place.path.stat() if store.place.path.exists() else None)
    store.place.path.with_name("elsewhere.wcafe").replace(store.place.path)
    after = store.write(few)
    assert kept(store) == {*before, *after}


def test_a_folder_that_takes_no_journal_is_told_and_loses_nothing(store, cafe_file):
    """A journal that cannot be made is what a folder or a disk set read-only comes to."""
    before = store.write(few)
    journal = cafe_file.with_name(f"{cafe_file.name}-journal")
    journal.unlink(missing_ok=True)
    journal.mkdir()

    with pytest.raises(CannotWrite):
        store.write(few)

    journal.rmdir()
    after = store.write(few)
    assert kept(store) == {*before, *after}


WRITER = """
import json, resource, sys, threading
from dataclasses import replace
from pathlib import Path
from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.errors import CannotRead, CannotWrite
from wcafe.store.store import Store

if sys.argv[2] == "early":  # the control: says that it is saved, whatever the disk says
    honest = Store._commit

    def commit(store, group):
        honest(store, [replace(job, done=type(job.done)()) for job in group])
        for job in group:
            job.done.set_result((None, frozenset()))  # what keeping a note returns

    Store._commit = commit

path = Path(sys.argv[1])
size = path.stat().st_size
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
acked, refused, strange = [], 0, []

def write(cafe, name, length):
    global refused
    try:
        cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=f"{name} " + "x" * length)
        acked.append(name)
    except (CannotWrite, CannotRead) as error:
        refused += 1
        if "Input/output" not in str(error):
            strange.append(str(error))

with open_cafe(path) as cafe:
    for turn, room in enumerate(range(1 - size, 40_000, 7_001)):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, hard))
        threads = [
            threading.Thread(target=write, args=(cafe, f"{turn}-{n}", n * 3000)) for n in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        told = len(acked)
        write(cafe, f"{turn}-again", 0)  # room again: it goes on by itself
        assert len(acked) == told + 1
print(json.dumps([acked, refused, strange]))
"""


def on_a_failing_disk(cafe_file, manner):
    """Write at every point a file may not grow beyond; return acknowledged, refused, lost."""
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(cafe_file), manner],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    acked, refused, strange = json.loads(done.stdout)
    assert strange == []
    with open_cafe(cafe_file) as cafe:
        assert cafe.cafes.faults() == ()
        here = Counter(note.text.split(" ")[0] for note in cafe.notes.all())
    return len(acked), refused, sum(here[name] != 1 for name in acked)


def test_a_failing_disk_loses_no_note_it_said_was_saved(cafe_file, figure):
    acked, refused, lost = on_a_failing_disk(cafe_file, "honest")

    figure(f"P3 short form: {acked} notes saved, {refused} refused, {lost} lost")
    assert acked > 20
    assert refused > 20
    assert lost == 0


def test_a_build_that_speaks_before_the_disk_is_found_out(cafe_file):
    _acked, _refused, lost = on_a_failing_disk(cafe_file, "early")

    assert lost > 0
