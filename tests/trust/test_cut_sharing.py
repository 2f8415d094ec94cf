"""A café that goes to a server while the way, or the program, is cut: it is never at two places.

Before each commit, after each, and in the midst of what is copied. Either the file is the café
then, or it says that it is not; a second `wcafe share` makes an end of it, and nothing is lost.
The control: a build that says the copy is whole before the file says that it is a keepsake.
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect

from tests.life import make_life
from tests.project.places import ROOT
from wcafe.app import open_cafe, share_cafe
from wcafe.errors import WcafeError
from wcafe.errors.sharing import HalfShared, SharedElsewhere
from wcafe.exports.sheets import notes_sheet
from wcafe.i18n import ENGLISH
from wcafe.store import moving
from wcafe.store.postgres import cafes

KEY = "life"
COMMITS = ("copy", "keepsake", "whole")


def writes(connection):
    """Return whether a commit of the driver's `connection` keeps anything."""
    if hasattr(connection, "total_changes"):  # SQLite's, one of which commits but once here
        return connection.total_changes > 0
    return not connection.read_only


class Cut(Exception):
    """The way was cut, or the program killed."""


class Way:
    """Counts statements and commits on the way, and cuts it at one of them."""

    def __init__(self, monkeypatch, at=None, cut=None):
        self.steps, self._at, self._cut = [], at, cut or self._raise
        commit = DefaultDialect.do_commit

        def committing(dialect, connection):
            is_writing = writes(connection)
            if is_writing:
                self._step("before")
            commit(dialect, connection)
            if is_writing:
                self._step("after")

        monkeypatch.setattr(DefaultDialect, "do_commit", committing)
        event.listen(Engine, "before_cursor_execute", self._on_statement)

    def close(self):
        event.remove(Engine, "before_cursor_execute", self._on_statement)

    def _on_statement(self, _connection, _cursor, statement, *_more):
        self._step(statement)

    def _step(self, what):
        self.steps.append(what)
        if len(self.steps) == self._at:
            self._cut()

    def _raise(self):
        raise Cut


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "life.wcafe"
    make_life(path)
    return path


def steps_of_sharing(file, hall, monkeypatch):
    with monkeypatch.context() as watched:
        way = Way(watched)
        try:
            share_cafe(file, replace(hall, cafe=KEY))
        finally:
            way.close()
    return way.steps


def share_cut_at(step, file, hall, monkeypatch):
    with monkeypatch.context() as watched:
        way = Way(watched, at=step)
        try:
            with suppress(Cut):
                share_cafe(file, replace(hall, cafe=KEY))
        finally:
            way.close()


def places_that_can_be_written(file, hall):
    """Return at which places the café is, and make sure that it is refused at the other."""
    open_ = []
    for name, where, refusals in (
        ("file", file, SharedElsewhere),
        ("server", replace(hall, cafe=KEY), (HalfShared, WcafeError)),
    ):
        try:
            with open_cafe(where):
                open_.append(name)
        except refusals:
            pass
    return open_


def words_in(where):
    with open_cafe(where, is_read_only=True) as cafe:
        return notes_sheet(cafe.cafes.snapshot(), ENGLISH)


def require_whole_after_another_share(file, hall, words, number):
    """Let the file, changed where it still may be, go once more; the server has all of it."""
    if "file" in places_that_can_be_written(file, hall):
        with open_cafe(file) as cafe:
            cafe.cafes.save(replace(cafe.cafes.get(), headcount=number))
        expected = number
    else:
        with open_cafe(file, is_read_only=True) as cafe:
            expected = cafe.cafes.get().headcount
    there = share_cafe(file, replace(hall, cafe=KEY))

    assert places_that_can_be_written(file, hall) == ["server"]
    assert words_in(there) == words == words_in(file)
    with open_cafe(there) as cafe:
        assert cafe.cafes.faults() == ()
        assert cafe.cafes.get().headcount == expected


def test_wherever_it_is_cut_the_cafe_is_at_one_place_and_goes_on(
    cluster, hall, file, monkeypatch, figure
):
    whole, words = file.read_bytes(), words_in(file)
    steps = steps_of_sharing(file, hall, monkeypatch)
    commits = [number for number, step in enumerate(steps, 1) if step in ("before", "after")]
    copying = [number for number, step in enumerate(steps, 1) if step.startswith("INSERT")]
    assert len(commits) == 2 * len(COMMITS)

    seen = []
    for number, step in enumerate([*commits, *copying[:: len(copying) // 3]]):
        cluster.sql(f"DROP SCHEMA wcafe_{KEY} CASCADE", hall.database)
        file.write_bytes(whole)
        share_cut_at(step, file, hall, monkeypatch)
        seen.append(places_that_can_be_written(file, hall))
        assert len(seen[-1]) <= 1
        require_whole_after_another_share(file, hall, words, 30 + number)

    # cut behind its commit, the file's store finds out that it stands, and goes on
    assert seen[:6] == [["file"], ["file"], ["file"], ["server"], [], ["server"]]
    assert seen[6:] == [["file"]] * len(seen[6:])
    figure(f"sharing: cut at {len(seen)} of {len(steps)} steps, never at two places, 0 notes lost")


def test_a_build_that_opens_the_server_too_early_has_the_cafe_at_two_places(
    hall, file, monkeypatch
):
    make = cafes.make_schema

    def make_open(connection, key, **facts):
        make(connection, key, **facts)
        cafes.say_whole(connection, key, facts["shared"])

    monkeypatch.setattr(cafes, "make_schema", make_open)
    monkeypatch.setattr(moving, "Sharing", Way._raise)  # between the copy and the keepsake
    with pytest.raises((Cut, TypeError)):
        share_cafe(file, replace(hall, cafe=KEY))

    assert places_that_can_be_written(file, hall) == ["file", "server"]


KILLED = """
import os, signal, sys
from sqlalchemy.engine.default import DefaultDialect
from tests.trust.test_cut_sharing import writes
from wcafe.cli import run

commit, left = DefaultDialect.do_commit, [int(sys.argv[1])]

def committing(dialect, connection):
    left[0] -= writes(connection)
    commit(dialect, connection)
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)

DefaultDialect.do_commit = committing
sys.exit(run(["share", *sys.argv[2:]]))
"""


@pytest.mark.parametrize("commit", COMMITS)
def test_a_program_that_is_killed_leaves_the_cafe_at_one_place(hall, file, commit):
    words, address = words_in(file), replace(hall, cafe=KEY)
    number = str(COMMITS.index(commit) + 1)

    ended = subprocess.run(
        [sys.executable, "-P", "-c", KILLED, number, str(file), str(address)],
        capture_output=True,
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        },
        timeout=120,
    )

    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert len(places_that_can_be_written(file, hall)) <= 1
    require_whole_after_another_share(file, hall, words, 77)
