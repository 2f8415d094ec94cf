"""P3: on a disk that is full to its last byte a café opens, is read and copied elsewhere, and with
the room that was put aside the last words are written. The control: a build that puts none aside.
"""

import json
import os
import subprocess
import sys

import pytest

from tests.cafes import people
from wcafe.errors import CafeInUse, CannotWrite
from wcafe.store import lock, open_store
from wcafe.store.sqlite import engine

SCENE = """
import json, sys
from pathlib import Path
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.errors import CannotWrite
from wcafe.store import lock

disk, elsewhere = Path(sys.argv[1]), Path(sys.argv[2])
lock.ROOM = int(sys.argv[3])
path = disk / "a.wcafe"
told = {"kept": 0, "short": [], "said": ""}

def fill():
    with (disk / "filler").open("ab", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 512)
        except OSError:
            pass

def note(cafe, text="Ce que dit la table"):
    return cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text)

create_cafe(path, draft(title="Notre rue", language="fr", tables=5))
with open_cafe(path) as cafe:
    note(cafe)
    told["short"].append(cafe.is_short())
    fill()
    try:
        while told["kept"] < 300:
            note(cafe, f"Le mot numéro {told['kept']}")
            told["kept"] += 1
            fill()
    except CannotWrite as error:
        told["said"] = str(error)
    told["short"].append(cafe.is_short())
    here = {note.text for note in cafe.notes.all()}
    told["lost"] = [n for n in range(told["kept"]) if f"Le mot numéro {n}" not in here]
fill()
with open_cafe(path, is_read_only=True) as cafe:
    told["read"] = len(cafe.notes.all())
with open_cafe(path) as cafe:
    told["short"].append(cafe.is_short())
    cafe.copy_to(elsewhere / "copy.wcafe")
    (disk / "filler").unlink()
    note(cafe)
    told["short"].append(cafe.is_short())
with open_cafe(elsewhere / "copy.wcafe") as cafe:
    told["copied"] = len(cafe.notes.all())
    told["faults"] = len(cafe.cafes.faults())
print(json.dumps(told))
"""
MOUNT = 'mount -t tmpfs -o size=2m tmpfs "$1" && exec "$2" -c "$3" "$1" "$4" "$5"'


def on_a_small_disk(folder, *, room=lock.ROOM):
    """Play the scene on a disk of two megabytes, which nobody else sees; return what is told."""
    disk, elsewhere = folder / "disk", folder / "elsewhere"
    for each in (disk, elsewhere):
        each.mkdir()
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    told = [str(disk), sys.executable, SCENE, str(elsewhere), str(room)]
    done = subprocess.run(
        ["unshare", "--mount", *as_root, "sh", "-c", MOUNT, "sh", *told],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def can_mount():
    if not sys.platform.startswith("linux"):
        return False
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    tried = ["unshare", "--mount", *as_root, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    try:
        return subprocess.run(tried, capture_output=True).returncode == 0
    except OSError:
        return False


with_a_disk = pytest.mark.skipif(not can_mount(), reason="nothing may be mounted here")


@with_a_disk
def test_the_last_words_are_written_on_a_full_disk(tmp_path, figure):
    told = on_a_small_disk(tmp_path)

    figure(f"P3 on a full disk: {told['kept']} notes kept with the room put aside, 0 lost")
    assert told["kept"] >= 1
    assert told["lost"] == []
    assert "No space left on device" in told["said"]
    assert told["short"] == [False, True, True, False]
    assert (told["read"], told["copied"]) == (told["kept"] + 1,) * 2
    assert told["faults"] == 0


@with_a_disk
def test_a_build_that_puts_nothing_aside_is_found_out(tmp_path):
    assert on_a_small_disk(tmp_path, room=0)["kept"] == 0


@pytest.fixture
def store(cafe_file):
    store = open_store(cafe_file, program="desk")
    yield store
    store.close()


@pytest.fixture
def full_disk(store, monkeypatch):
    """A disk without a page to spare until what is put aside on it is given back."""
    pragmas, give = engine._PRAGMAS, lock.Lock.give_room

    def make_room(held):
        had_room = give(held)
        if had_room:
            monkeypatch.setattr(engine, "_PRAGMAS", pragmas)
        return had_room

    monkeypatch.setattr(engine, "_PRAGMAS", (*pragmas, "max_page_count = 1"))
    monkeypatch.setattr(lock.Lock, "give_room", make_room)


def many(work):
    return work.people.save(people(2000))


def kept(store):
    with store.read() as work:
        return set(work.people.all())


def room_of(store):
    return store.place.path.with_name(f"{store.place.path.name}.lock").stat().st_size


def test_what_the_disk_has_no_room_for_is_kept_once_with_what_was_put_aside(store, full_disk):
    saved = store.write(many)

    assert kept(store) == set(saved)
    assert not store.has_refused
    assert not store.is_short  # the disk had room to put aside again


def test_what_is_refused_even_then_is_told_and_nothing_of_it_kept(store, full_disk, monkeypatch):
    monkeypatch.setattr(lock.Lock, "give_room", lambda _lock: False)

    with pytest.raises(CannotWrite, match="No space left on device"):
        store.write(many)

    assert kept(store) == set()
    assert store.has_refused


def test_room_is_put_aside_while_a_café_is_open_and_given_back_after(store):
    assert room_of(store) > lock.ROOM
    assert not store.is_short

    store.close()

    assert not list(store.place.path.parent.glob("*.lock"))


def test_who_holds_a_café_is_told_from_a_lock_with_room_in_it(store):
    with pytest.raises(CafeInUse) as told:
        lock.Lock(store.place.path, program="desk")

    assert told.value.facts["since"] != "?"


def test_a_lock_that_is_taken_again_has_room_again(store):
    store.place.path.with_name(f"{store.place.path.name}.lock").unlink()

    store.write(lambda _work: None)

    assert room_of(store) > lock.ROOM
