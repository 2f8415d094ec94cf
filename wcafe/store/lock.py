"""One writer per café: a kernel lock beside the file, and who holds it.

The lock is on a file of its own, as opening and closing the café's file itself would drop
SQLite's locks on it (TRUST.md 1.4). The kernel lets go when its holder dies. The lock's file also
keeps some room of the disk, which is given up for the last words once the disk is full.
"""

import base64
import getpass
import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

import portalocker

from wcafe.errors import CafeInUse, CannotWrite, NoLocks
from wcafe.i18n import N_, Phrase
from wcafe.reasons import reason_of
from wcafe.whole_files import DRAFT, remove

PATIENCE = 30.0  # seconds to wait for a command, which ends by itself
ROOM = 512 << 10  # bytes put aside: some dozen notes, with all that is written beside them
_PAUSE = 0.05  # seconds between two tries


@contextmanager
def only_writer(cafe: Path, *, program: str) -> Iterator["Lock"]:
    """Hold the right to write `cafe` while the block runs; see `Lock`."""
    lock = Lock(cafe, program=program)
    try:
        yield lock
    finally:
        lock.let_go()


class Lock:
    """The right to write one café, until it is let go.

    A `program` named "command" is waited for, as it ends by itself; an app is not.

    Attributes:
        has_room: whether some of the disk is put aside.
    """

    def __init__(self, cafe: Path, *, program: str) -> None:
        """Take the right to write `cafe`.

        Raises:
            CafeInUse: another program holds it; says who and since when.
            NoLocks: the disk has no locks.
            CannotWrite: the folder refuses the lock's file, or the café has a second name.
        """
        _require_one_name(cafe)
        self._cafe, self._program = cafe, program
        path = cafe.resolve()
        self._path = path.with_name(path.name + ".lock")
        self._file = _acquire(self._path, cafe, program)
        self.has_room = False

    def take_again(self) -> bool:
        """Return whether the lock was gone and had to be taken again: others may have written.

        Somebody, or a program that synchronises folders, may remove its file.

        Raises: as at birth.
        """
        if _is_still_there(self._file, self._path):
            return False
        again = _acquire(self._path, self._cafe, self._program)
        self._file.close()
        self._file = again
        if self.has_room:
            self.has_room = False
            self.take_room()
        return True

    def take_room(self) -> bool:
        """Put some room of the disk aside; return whether there is as much."""
        if not self.has_room:
            self.has_room = _write(self._file, self._program, room=ROOM)
        return self.has_room

    def give_room(self) -> bool:
        """Give the room back that was put aside; return whether there was any."""
        had_room, self.has_room = self.has_room, False
        if had_room:
            _write(self._file, self._program)
        return had_room

    def let_go(self) -> None:
        _let_go(self._file, self._path)


def _require_one_name(cafe: Path) -> None:
    """Refuse a café with two names: under each another lock and another journal would stand.

    Who was killed while making it may have left it its draft's name too, which is taken away.
    """
    told = cafe.stat()
    if told.st_nlink > 1:
        with suppress(OSError):
            for sibling in cafe.resolve().parent.glob(f".*{DRAFT}"):
                if os.path.samestat(sibling.lstat(), told):
                    remove(sibling)
        if cafe.stat().st_nlink > 1:
            reason = N_("it has a second name on this disk: open a copy of it")
            raise CannotWrite(path=cafe, reason=Phrase(reason))


def _acquire(path: Path, cafe: Path, program: str) -> IO[str]:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            file = path.open("a+", encoding="utf-8")
        except OSError as error:
            raise CannotWrite(path=cafe, reason=reason_of(error)) from error
        try:
            portalocker.lock(file, portalocker.LOCK_EX | portalocker.LOCK_NB)
        except portalocker.AlreadyLocked:
            holder = _read(file)
            file.close()
            if holder.get("program") != "command" or time.monotonic() > deadline:
                raise CafeInUse(
                    computer=holder.get("computer", "?"),
                    user=holder.get("user", "?"),
                    since=holder.get("since", "?"),
                ) from None
            time.sleep(_PAUSE)
            continue
        except portalocker.LockException as error:
            _let_go(file, path)
            raise NoLocks(path=cafe) from error
        if _is_still_there(file, path):
            try:
                _require_locks_of_sqlite(file, cafe)
                _write(file, program)
            except BaseException:
                _let_go(file, path)
                raise
            return file
        file.close()  # its holder removed it between our opening and our locking


def _require_locks_of_sqlite(file: IO[str], cafe: Path) -> None:
    """Refuse a disk on which SQLite would wait for a lock that nobody holds. Raises NoLocks.

    It locks parts of files, in a way of its own, which is tried on the lock's file: nobody else
    has anything to do with that one now.
    """
    try:
        import fcntl
    except ImportError:  # on Windows both ways are the same
        return
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise NoLocks(path=cafe) from error


def _is_still_there(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _let_go(file: IO[str], path: Path) -> None:
    with suppress(OSError):
        if _is_still_there(file, path):  # else it is somebody else's
            path.unlink()  # on Windows it stays while it is open, which harms nobody
    file.close()


def _write(file: IO[str], program: str, *, room: int = 0) -> bool:
    """Say who holds it, in a file that takes `room` bytes more; return whether it has them.

    They are of chance, as some disks keep all else in less. On a full disk nobody can say who
    holds it: held it is all the same.
    """
    holder = {
        "program": program,
        "computer": platform.node(),
        "user": _user(),
        "pid": os.getpid(),
        "since": datetime.now().astimezone().strftime("%Y-%m-%d %H:%M"),
    }
    if room:
        filled = {**holder, "room": base64.b64encode(os.urandom(room)).decode()}
        if _put(file, json.dumps(filled).encode()):
            return True
    _put(file, json.dumps(holder).encode())
    return False


def _put(file: IO[str], content: bytes) -> bool:
    """Let `file` hold `content`; return whether the disk took all of it."""
    try:
        os.ftruncate(file.fileno(), 0)
        while content:
            content = content[os.write(file.fileno(), content) :]
        os.fsync(file.fileno())  # else a disk may promise room that it gives others, or keep it
    except OSError:
        return False
    return True


def _user() -> str:
    """Return the name of who runs this; the number of the account where it has no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # by version of Python, and on Windows
        return str(os.getuid()) if hasattr(os, "getuid") else "?"


def _read(file: IO[str]) -> dict[str, str]:
    """Return who holds the lock; nothing where that cannot be read, as on Windows."""
    try:
        file.seek(0)
        told = json.load(file)
    except (OSError, ValueError):
        return {"program": "command"}  # it has only just been taken: look again
    return told if isinstance(told, dict) else {}
