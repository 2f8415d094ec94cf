"""Files are whole or not there, their owner's alone, and leave links and pipes what they are."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from wcafe import whole_files
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.errors import CannotMake, CannotWrite, FileThere
from wcafe.services.files import write_file
from wcafe.store import open_store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights of files are POSIX's")
READ_ONLY = OSError(errno.EROFS, "Read-only file system")
BROKEN = OSError(errno.EIO, "Input/output error")


@pytest.fixture(autouse=True)
def open_to_all():
    before = os.umask(0o022)
    yield
    os.umask(before)


def rights(path):
    return oct(stat.S_IMODE(path.stat().st_mode))


def test_what_is_made_is_its_owners_alone(tmp_path, path):
    create_cafe(path, draft(title="Notre rue", language="fr"))
    write_file(tmp_path / "x.md", b"names")
    with open_cafe(path) as cafe:
        cafe.copy_to(tmp_path / "copy.wcafe")
        lock = {f"{path.name}.lock"}

        assert {p.name: rights(p) for p in tmp_path.iterdir() if p.name not in lock} == {
            p.name: "0o600" for p in tmp_path.iterdir() if p.name not in lock
        }


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_what_is_replaced_hands_its_rights_on(cafe, tmp_path, mode):
    report, copy = tmp_path / "x.md", tmp_path / "copy.wcafe"
    for path in (report, copy):
        path.touch()
        path.chmod(mode)

    write_file(report, b"new")
    cafe.copy_to(copy)

    assert (rights(report), rights(copy)) == (oct(mode), oct(mode))


def test_a_link_stays_and_what_it_points_to_is_written(cafe, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for name in ("there.md", "there.wcafe"):
        (folder / name).touch()
    for name in ("there.md", "new.md", "there.wcafe", "new.wcafe"):
        (tmp_path / name).symlink_to(folder / name)

    for name in ("there.md", "new.md"):
        write_file(tmp_path / name, b"new")
    for name in ("there.wcafe", "new.wcafe"):
        cafe.copy_to(tmp_path / name)

    assert all((tmp_path / path.name).is_symlink() for path in folder.iterdir())
    assert (folder / "new.md").read_bytes() == (folder / "there.md").read_bytes() == b"new"
    for name in ("there.wcafe", "new.wcafe"):
        open_store(folder / name).close()


def test_a_pipe_is_written_into_and_stays_one(tmp_path):
    pipe, read = tmp_path / "pipe.md", []
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    other_writer = os.open(pipe, os.O_WRONLY)  # until it is closed the pipe has no end
    os.set_blocking(reader, True)

    def read_all():
        with os.fdopen(reader, "rb") as file:
            read.append(file.read())

    thread = threading.Thread(target=read_all)
    thread.start()

    write_file(pipe, b"x" * 200_000)

    os.close(other_writer)
    thread.join()
    assert read == [b"x" * 200_000]
    assert pipe.is_fifo()


def test_a_pipe_that_nobody_reads_is_told_at_once(tmp_path):
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)

    with pytest.raises(CannotWrite, match="No such device or address"):
        write_file(pipe, b"new")
    assert pipe.is_fifo()


def test_a_copy_never_takes_the_place_of_what_is_no_file(cafe, tmp_path):
    pipe = tmp_path / "pipe.wcafe"
    os.mkfifo(pipe)

    with pytest.raises(FileThere):
        cafe.copy_to(pipe)
    assert pipe.is_fifo()


WISHES = {
    "report": lambda cafe, path: write_file(path.with_suffix(".md"), b"new"),
    "copy": lambda cafe, path: cafe.copy_to(path),
    "new": lambda cafe, path: create_cafe(path, draft(title="x", language="fr")),
}


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("error", [READ_ONLY, BROKEN], ids=["EROFS", "EIO"])
def test_a_disk_that_refuses_for_ever_is_told_why(cafe, tmp_path, monkeypatch, wish, error):
    def failing(*_args, **_options):
        raise error

    path = tmp_path / "new.wcafe"
    there = set(tmp_path.iterdir())
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", failing)
        patched.setattr(whole_files.os, "open", failing)

        with pytest.raises((CannotWrite, CannotMake), match=error.strerror):
            WISHES[wish](cafe, path)

    assert set(tmp_path.iterdir()) == there


def test_a_disk_that_fails_once_leaves_no_draft(tmp_path, monkeypatch):
    honest, failed = Path.unlink, []

    def failing_once(path, **options):
        if not failed:
            failed.append(path)
            raise BROKEN
        honest(path, **options)

    def refuse_to_rename(*_args):
        raise BROKEN

    monkeypatch.setattr(Path, "unlink", failing_once)
    monkeypatch.setattr(Path, "replace", refuse_to_rename)

    with pytest.raises(CannotWrite, match="Input/output error"):
        write_file(tmp_path / "x.md", b"new")
    assert list(tmp_path.iterdir()) == []
    assert failed
