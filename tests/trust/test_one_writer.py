"""P15: the same file is never written by two programs (short form)."""

import json
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from wcafe.app import open_cafe
from wcafe.errors import CafeInUse, CannotWrite, EditedElsewhere
from wcafe.store import open_store
from wcafe.store.lock import Lock

HOLDER = """
import sys
from dataclasses import replace
from pathlib import Path
from wcafe.errors import CafeInUse, CannotWrite
from wcafe.store import open_store

try:
    store = open_store(Path(sys.argv[1]), program=sys.argv[2])
except CafeInUse as error:
    print(f"told {error}", flush=True)
else:
    print("holds", flush=True)
    for title in sys.stdin:
        new = lambda cafe: replace(cafe, title=title.strip())
        store.write(lambda work: work.cafes.save(new(work.cafes.get())))
        print("wrote", flush=True)
    store.close()
"""


def start(path, program="app", folder=None):
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=folder,
    )


def finish(*processes):
    for process in processes:
        process.communicate()


@pytest.mark.parametrize("race", range(6))
def test_of_two_that_start_together_one_writes_and_one_is_told(cafe_file, tmp_path, race):
    link = tmp_path / "link.wcafe"
    link.symlink_to(cafe_file)
    names = [cafe_file, link, Path(cafe_file.name)]
    both = [start(names[(race + k) % 3], folder=tmp_path) for k in range(2)]

    said = sorted(process.stdout.readline() for process in both)

    assert said[0] == "holds\n"
    assert said[1].startswith("told This café is open on")
    finish(*both)


def test_who_holds_it_and_since_when_is_told(cafe_file):
    holder = start(cafe_file)
    assert holder.stdout.readline() == "holds\n"

    with pytest.raises(CafeInUse) as told, open_cafe(cafe_file):
        pass

    held = json.loads(cafe_file.with_name(f"{cafe_file.name}.lock").read_text())
    assert told.value.facts == {name: held[name] for name in ("computer", "user", "since")}
    finish(holder)


def test_reading_goes_on_while_another_program_writes(cafe_file):
    holder = start(cafe_file)
    assert holder.stdout.readline() == "holds\n"

    with open_cafe(cafe_file, is_read_only=True) as cafe:
        assert cafe.cafes.get().title == "Notre rue"
    finish(holder)


def test_a_command_waits_for_a_command(cafe_file):
    first, second = start(cafe_file, "command"), None
    assert first.stdout.readline() == "holds\n"
    second = start(cafe_file, "command")

    first.communicate()

    assert second.stdout.readline() == "holds\n"
    finish(second)


def test_a_café_with_a_second_name_is_read_and_not_written(cafe_file, tmp_path):
    """A hard link: each name would have a lock and a journal of its own."""
    other = tmp_path / "same.wcafe"
    other.hardlink_to(cafe_file)

    for name in (cafe_file, other):
        with pytest.raises(CannotWrite, match="second name"), open_cafe(name):
            pass
        with open_cafe(name, is_read_only=True) as cafe:
            assert cafe.cafes.get().title == "Notre rue"
    other.unlink()
    with open_cafe(cafe_file) as cafe:
        assert cafe.cafes.faults() == ()


@pytest.mark.parametrize("_kill", range(5))
def test_after_a_kill_the_next_opens_with_no_manual_step(cafe_file, _kill):
    holder = start(cafe_file)
    assert holder.stdout.readline() == "holds\n"
    holder.kill()
    finish(holder)

    open_store(cafe_file, program="app").close()
    assert not cafe_file.with_name(f"{cafe_file.name}.lock").exists()


def written(store, title):
    return store.write(lambda work: work.cafes.save(replace(work.cafes.get(), title=title)))


@pytest.fixture
def lock(cafe_file):
    return cafe_file.with_name(f"{cafe_file.name}.lock")


def another_writes(cafe_file, title):
    """Start another program that opens the café, and writes; return it."""
    other = start(cafe_file)
    assert other.stdout.readline() == "holds\n"
    other.stdin.write(f"{title}\n")
    other.stdin.flush()
    assert other.stdout.readline() == "wrote\n"
    return other


def test_a_lock_that_somebody_removed_is_taken_again(cafe_file, lock):
    with closing(open_store(cafe_file, program="desk")) as store:
        for title in ("One", "Two"):
            lock.unlink()
            written(store, title)

        other = start(cafe_file)
        assert other.stdout.readline().startswith("told This café is open on")
        finish(other)
    assert not lock.exists()


def test_of_two_who_write_since_the_lock_was_removed_the_first_is_told(cafe_file, lock):
    with closing(open_store(cafe_file, program="desk")) as store:
        before = written(store, "Before")
        lock.unlink()
        other = another_writes(cafe_file, "Theirs")
        commits = store.commits

        with pytest.raises(CafeInUse):
            written(store, "Mine")

        assert store.has_refused
        assert lock.exists()  # the other's
        finish(other)
        with pytest.raises(EditedElsewhere):
            store.write(lambda work: work.cafes.save(replace(before, title="Mine")))
        assert store.commits > commits  # who asks reads again
        with store.read() as work:
            assert work.cafes.get().title == "Theirs"
        written(store, "Mine")


def test_a_build_that_does_not_look_after_its_lock_is_found_out(cafe_file, lock, monkeypatch):
    monkeypatch.setattr(Lock, "take_again", lambda _lock: False)
    with closing(open_store(cafe_file, program="desk")) as store:
        lock.unlink()
        other = another_writes(cafe_file, "Theirs")

        assert written(store, "Mine").title == "Mine"  # two programs write
        finish(other)
