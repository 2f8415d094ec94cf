"""P14: an upgrade that is killed at any moment leaves the old café or the new one, whole, and
the old one is never lost (short form).

A process that has everything loaded forks a child for each try; the child upgrades an older café
and the kernel ends it in the middle, wherever it is: an alarm that nobody handles kills at once.
The control: a build without the copy leaves nothing of the old café.
"""

import json
import subprocess
import sys

import pytest

from tests.store.test_upgrade import golden, rows
from wcafe.app import open_cafe
from wcafe.store import upgrade
from wcafe.store.sqlite.header import SCHEMA

pytestmark = pytest.mark.timeout(900)  # many openings, each of a disk that has to sync
KILLS = 52
TRIES = 400  # by then the alarm has come in the middle often enough, however the disk is

KILLER = """
import json, os, shutil, signal, sys, time
from pathlib import Path
import wcafe.store.migrations  # all that an upgrade loads
from wcafe.store import open_store, upgrade

older, folder, build, first, tries, kills = sys.argv[1:]
if build == "without":
    upgrade._keep_copy = lambda engine, path, schema: (path, False)

def open_in_a_child(path, seconds):
    child = os.fork()
    if child == 0:
        if seconds:
            signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            open_store(path, program="desk").close()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])

def begin(name):
    path = Path(folder) / name / "café.wcafe"
    path.parent.mkdir()
    shutil.copyfile(older, path)
    return path

spans = []
for n in range(3):
    path = begin(f"whole-{n}")
    began = time.perf_counter()
    open_in_a_child(path, 0)
    spans.append(time.perf_counter() - began)
    shutil.rmtree(path.parent)
killed = []
for n in range(int(tries)):
    path = begin(f"killed-{n}")
    share = 0.9 * ((n * 0.618034 + 0.01) % 1)  # spread over it, never twice the same
    if open_in_a_child(path, max(1e-4, share * max(spans))):
        killed.append(str(path))
    else:
        shutil.rmtree(path.parent)
    if len(killed) == int(kills):
        break
print(json.dumps(killed))
"""


def killed_in_the_middle(tmp_path, build, kills=KILLS):
    """Return the cafés whose upgrade was ended by the kernel."""
    older = tmp_path / "older.wcafe"
    older.write_bytes(golden(SCHEMA - 1))
    folder = tmp_path / build
    folder.mkdir()
    words = [KILLER, older, folder, build, SCHEMA - 1, TRIES, kills]
    told = subprocess.run(
        [sys.executable, "-c", *map(str, words)], capture_output=True, check=True, text=True
    )
    return [tmp_path / path for path in json.loads(told.stdout)], older


def schema_in(path):
    return int.from_bytes(path.read_bytes()[60:64])


def is_there_as_it_was(folder, before):
    """Return whether a café of the older schema with all of `before` lies in `folder`."""
    return any(
        schema_in(path) < SCHEMA and rows(path) == before
        for path in folder.glob("*.wcafe")
        if path.stat().st_size
    )


def test_an_upgrade_killed_anywhere_loses_nothing(tmp_path, figure):
    killed, older = killed_in_the_middle(tmp_path, "honest")
    before, content = rows(older), older.read_bytes()
    with open_cafe(older) as cafe:
        notes = cafe.notes.all()
    at_once = after_commit = copies = 0

    for path in killed:
        copy = path.with_name(f"{path.stem}.backup-{SCHEMA - 1}.wcafe")
        at_once += path.read_bytes() == content
        copies += copy.exists()
        assert not copy.exists() or rows(copy) == before  # never half a copy under its name
        with open_cafe(path) as cafe:
            assert cafe.cafes.faults() == ()
            assert cafe.notes.all() == notes
            after_commit += cafe.earlier is None
        assert is_there_as_it_was(path.parent, before)
        left = [each.name for each in path.parent.iterdir()]
        assert sorted(left) == sorted([path.name, copy.name])  # and nothing lies about

    figure(
        f"P14 short form: {len(killed)} upgrades killed, {at_once} still byte for byte the old "
        f"café, {copies} with its copy, {after_commit} committed; 0 lost, all open"
    )
    assert len(killed) >= 50
    assert at_once
    assert copies


def test_a_build_without_the_copy_is_found_out(tmp_path, monkeypatch):
    killed, older = killed_in_the_middle(tmp_path, "without", kills=5)
    before = rows(older)
    monkeypatch.setattr(upgrade, "_keep_copy", lambda engine, path, schema: (path, False))

    for path in killed:
        with open_cafe(path):
            pass

    assert killed
    assert not any(is_there_as_it_was(path.parent, before) for path in killed)
