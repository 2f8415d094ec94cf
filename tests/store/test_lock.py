"""Who holds a café is told, also where the system has no name for them; nothing is left behind."""

import errno
import fcntl
import getpass
import json
import os
import subprocess
import sys

import portalocker
import pytest

from tests.cafes import add_people
from wcafe.app import create_cafe, duplicate_cafe
from wcafe.domain.cafe import draft
from wcafe.errors import CafeInUse, CannotWrite, NoLocks
from wcafe.example import make_example
from wcafe.services.plan import PlanService
from wcafe.store import lock, open_store
from wcafe.store.people import People

NAMELESS = """
import pwd
import sys

def nobody(number):
    raise KeyError(f"getpwuid(): uid not found: {number}")

pwd.getpwuid = nobody
sys.argv[0] = "wcafe"
from wcafe.__main__ import main
sys.exit(main())
"""
NAMES = ("HOME", "LOGNAME", "USER", "LNAME", "USERNAME")


@pytest.fixture(params=[KeyError, OSError, ImportError], ids=lambda kind: kind.__name__)
def nameless(request, monkeypatch):
    """A computer that knows no name for who runs this, as each version of Python says it."""

    def getuser():
        raise request.param("no name")

    monkeypatch.setattr(getpass, "getuser", getuser)


@pytest.fixture
def new():
    return draft(title="Notre rue", language="fr")


def test_the_lock_names_the_account_where_it_has_no_name(cafe_file, nameless):
    with lock.only_writer(cafe_file, program="app"):
        held = json.loads(cafe_file.with_name(f"{cafe_file.name}.lock").read_text())
        with pytest.raises(CafeInUse) as told:
            open_store(cafe_file)

    assert held["user"] == told.value.facts["user"] == str(os.getuid())


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ["new", "b.wcafe", "--title", "Notre rue"],
        ["notes", "add", "a.wcafe", "--table", "1", "--round", "1", "--kind", "idea", "Un banc"],
        ["report", "a.wcafe", "-o", "report.pdf"],
        ["check", "a.wcafe"],
    ],
    ids=lambda command: command[0],
)
def test_a_command_needs_neither_a_name_nor_a_home(tmp_path, new, command):
    create_cafe(tmp_path / "a.wcafe", new)
    expected = {"a.wcafe", *(word for word in command if word in ("b.wcafe", "report.pdf"))}

    done = subprocess.run(
        [sys.executable, "-c", NAMELESS, *command],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name not in NAMES},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name for path in tmp_path.iterdir()} == expected


def test_on_a_full_disk_a_café_is_held_all_the_same(cafe_file, monkeypatch):
    def full(_number, _words):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    monkeypatch.setattr(lock.os, "write", full)

    with lock.only_writer(cafe_file, program="app"), pytest.raises(CafeInUse):
        open_store(cafe_file)
    assert [path.name for path in cafe_file.parent.iterdir()] == [cafe_file.name]


FAULTS = [RuntimeError("a bug"), KeyError("no name"), CannotWrite(path="a", reason="x")]
FAULTS += [KeyboardInterrupt(), OSError(errno.EIO, "broken")]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize(
    "place",
    [
        "wcafe.store.lock.platform.node",
        "wcafe.store.document.require_whole",
        "wcafe.store.document._check_header",
        "wcafe.store.document.only_writer",
    ],
)
def test_a_café_that_cannot_be_opened_once_it_is_made_was_not_made(
    tmp_path, new, monkeypatch, place, fault
):
    def fail(*_args, **_kwargs):
        raise fault

    monkeypatch.setattr(place, fail)

    with pytest.raises(type(fault)):
        create_cafe(tmp_path / "a.wcafe", new)

    assert list(tmp_path.iterdir()) == []


def test_a_café_that_somebody_opened_as_soon_as_it_was_made_stays(tmp_path, new, monkeypatch):
    def taken(*_args, **_kwargs):
        raise CafeInUse(computer="here", user="Zoé", since="now")

    monkeypatch.setattr("wcafe.store.document.only_writer", taken)

    with pytest.raises(CafeInUse):
        create_cafe(tmp_path / "a.wcafe", new)

    assert [path.name for path in tmp_path.iterdir()] == ["a.wcafe"]


def test_an_example_that_was_interrupted_does_not_stand_in_the_way(tmp_path, monkeypatch):
    def interrupted(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(PlanService, "compose", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make_example(tmp_path / "demo.wcafe")

    assert list(tmp_path.iterdir()) == []


def test_a_next_café_that_could_not_be_filled_is_not_there(cafe, tmp_path, monkeypatch):
    def broken(*_args):
        raise RuntimeError

    add_people(cafe, 2)
    monkeypatch.setattr(People, "save", broken)
    there = set(tmp_path.iterdir())

    with pytest.raises(RuntimeError):
        duplicate_cafe(cafe, tmp_path / "next.wcafe")

    assert set(tmp_path.iterdir()) == there


WITHOUT_LOCKS = [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EIO]


@pytest.mark.parametrize("number", WITHOUT_LOCKS, ids=lambda number: errno.errorcode[number])
@pytest.mark.parametrize("way", ["flock", "lockf"])
def test_a_disk_without_locks_is_told_at_once_and_read_all_the_same(
    cafe_file, monkeypatch, way, number
):
    def refuse(*_args):
        error = OSError(number, os.strerror(number))
        raise error if way == "lockf" else portalocker.LockException(error)

    monkeypatch.setattr(*((fcntl, way) if way == "lockf" else (portalocker, "lock")), refuse)
    before = cafe_file.read_bytes()

    with pytest.raises(NoLocks, match="without locks"):
        open_store(cafe_file)

    assert cafe_file.read_bytes() == before
    assert list(cafe_file.parent.iterdir()) == [cafe_file]
    open_store(cafe_file, program=None).close()


def test_the_draft_of_who_was_killed_while_making_a_café_is_no_second_name(cafe_file):
    left = cafe_file.with_name(".5ef14900429a451f9409299b7afc25fe.new")
    left.hardlink_to(cafe_file)
    stranger = cafe_file.with_name(".other.new")
    stranger.touch()

    open_store(cafe_file).close()

    assert set(cafe_file.parent.iterdir()) == {cafe_file, stranger}
