"""P1: who is killed while making a café, or the next one of a series, leaves a whole one or none,
and what is left beside it does not stay. The control: a build that makes it in two steps."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

import pytest

from tests.cafes import add_people
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.store.lock import only_writer
from wcafe.whole_files import clear_drafts, draft_beside

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs are killed by a signal")
A_DAY = 24 * 60 * 60
PEOPLE = 40

KILLER = """
import json, os, signal, sys
from pathlib import Path
from wcafe import app
from wcafe.store import document

source, folder, manner = sys.argv[1:]

def in_two_steps(held, path):
    snapshot = held.cafes.snapshot()
    store = document.create_store(path, snapshot.cafe.next_of_series())
    store.write(lambda work: work.people.save(p.next_of_series() for p in snapshot.people))
    store.close()

make = in_two_steps if manner == "in two steps" else app.duplicate_cafe
killed, step = [], 0
while True:
    step += 1
    path = Path(folder, f"{step}", "next.wcafe")
    path.parent.mkdir()
    child = os.fork()
    if child == 0:
        left = step
        def count(event, _args):
            global left
            if event in WATCHED:
                left -= 1
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)
        WATCHED = ("open", "os.link", "os.remove", "os.rename", "os.truncate", "sqlite3.connect")
        with app.open_cafe(Path(source), is_read_only=True) as held:
            sys.addaudithook(count)
            make(held, path)
        os._exit(0)
    if not os.WIFSIGNALED(os.waitpid(child, 0)[1]):
        break
    killed.append(str(path))
print(json.dumps(killed))
"""


@pytest.fixture
def source(path):
    create_cafe(path, draft(title="Notre rue", language="fr"))
    with open_cafe(path) as cafe:
        add_people(cafe, PEOPLE)
    return path


def halves(source, folder, manner):
    """Kill the making at every step; return how often, and how many cafés are not whole."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", KILLER, str(source), str(folder), manner],
        capture_output=True,
        text=True,
        check=True,
    )
    killed, half = json.loads(done.stdout), 0
    for name in killed:
        path = Path(name)
        if path.exists():
            with open_cafe(path) as cafe:
                half += len(cafe.people.all()) != PEOPLE or cafe.cafes.faults() != ()
    return killed, half


def test_a_next_café_is_whole_or_not_there_wherever_it_is_killed(source, tmp_path, figure):
    killed, half = halves(source, tmp_path / "killed", "honest")

    figure(f"the next café of a series, killed at {len(killed)} steps: {half} half ones")
    assert len(killed) > 10
    assert half == 0


def test_a_build_that_makes_it_in_two_steps_is_found_out(source, tmp_path):
    assert halves(source, tmp_path / "killed", "in two steps")[1] > 0


def left_behind(folder, *names, age=2 * A_DAY):
    for name in names:
        (folder / name).write_bytes(b"names and addresses")
        os.utime(folder / name, (time.time() - age,) * 2)
    return [folder / name for name in names]


def test_what_a_killed_program_left_goes_with_the_next_new_or_opening(source):
    with draft_beside(source) as one, draft_beside(source, start="copy.wcafe.") as other:
        names = [one.name, f"{one.name}-journal", other.name]
    left = left_behind(source.parent, *names)
    with open_cafe(source, is_read_only=True):
        assert all(each.exists() for each in left)  # who only reads changes nothing

    create_cafe(source.with_name("new.wcafe"), draft(title="Ici", language="fr"))
    assert not any(each.exists() for each in left)

    left = left_behind(source.parent, *names)
    with open_cafe(source):
        assert not any(each.exists() for each in left)


def test_what_may_be_somebody_elses_or_is_being_written_stays(tmp_path):
    ours = f".{uuid4().hex}.new"
    [young] = left_behind(tmp_path, ours, age=A_DAY / 2)
    strange = left_behind(
        tmp_path,
        *(ours[1:], ".notes.new", f".{'0' * 32}.new", f"{ours}.txt", f".{uuid4().hex}.old"),
    )
    linked = tmp_path / f".{uuid4().hex}.new"
    linked.symlink_to(strange[0])
    folder = tmp_path / f".{uuid4().hex}.new"
    folder.mkdir()
    os.utime(folder, (0, 0))

    clear_drafts(tmp_path, now=time.time())

    assert all(each.exists() for each in (young, *strange, linked, folder))
    clear_drafts(tmp_path, now=time.time() + A_DAY)
    assert not young.exists()


def test_a_folder_that_cannot_be_looked_through_is_no_reason_to_refuse_a_café(tmp_path):
    clear_drafts(tmp_path / "nowhere", now=time.time())


def test_another_name_of_a_café_left_by_a_kill_does_not_take_the_café_along(source):
    other = source.with_name(f".{uuid4().hex}.new")
    os.link(source, other)
    os.utime(source, (0, 0))

    clear_drafts(source.parent, now=time.time())

    assert not other.exists()
    with only_writer(source, program="desk"):
        pass
