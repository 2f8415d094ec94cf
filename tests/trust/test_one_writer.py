"""P15: the same file is never written by two programs (short form)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from wcafe.app import open_cafe
from wcafe.errors import CafeInUse, CannotWrite
from wcafe.store import open_store

HOLDER = """
import sys
from pathlib import Path
from wcafe.errors import CafeInUse, CannotWrite
from wcafe.store import open_store

try:
    store = open_store(Path(sys.argv[1]), program=sys.argv[2])
except CafeInUse as error:
    print(f"told {error}", flush=True)
else:
    print("holds", flush=True)
    sys.stdin.read()
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
