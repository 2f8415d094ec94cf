"""Where an open café is kept, and as a file: is it still there, copies of it, letting it go."""

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from wcafe.domain.desks import OpenDesk
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import CafeGone, DamagedCafe, WcafeError
from wcafe.store.copy import copy_database
from wcafe.store.copying import Copying
from wcafe.store.lock import Lock
from wcafe.store.news import News
from wcafe.store.sqlite.engine import fill_from
from wcafe.store.sqlite.errors import first_cause, is_damage, is_for_want_of_room, why_refused

Quietly = Callable[[], None]


class Place(Protocol):
    """What a store asks of where its café is kept; `FilePlace` explains it."""

    @property
    def path(self) -> Path: ...
    @property
    def address(self) -> SharedAddress | None: ...
    @property
    def unsafe(self) -> tuple[str, ...]: ...
    @property
    def earlier(self) -> Path | None: ...
    @property
    def was_older(self) -> bool: ...
    @property
    def saved_at(self) -> datetime: ...
    @property
    def has_room(self) -> bool: ...
    def require_there(self) -> None: ...
    def is_held(self, path: Path, /) -> bool: ...
    def require_ours(self) -> bool: ...
    def unheard(self, connection: Connection, /) -> Sequence[News]: ...
    @property
    def gone_since(self) -> datetime | None: ...
    @property
    def wants_password(self) -> bool: ...
    def enter(self, password: str, /) -> None: ...
    @property
    def holds_bell(self) -> bool: ...
    @property
    def desks(self) -> tuple[OpenDesk, ...]: ...
    def say_at(self, workspace: str, /) -> None: ...
    def listen(self, hear: Callable[[str], None], missed: Quietly, changed: Quietly, /) -> None: ...
    def saw(self, number: int, /, *, is_told: bool = ...) -> bool: ...
    def take_room(self) -> bool: ...
    def give_room(self) -> bool: ...
    def is_for_want_of_room(self, error: BaseException, /) -> bool: ...
    def copy(
        self, engine: Engine, path: Path, *, replaces: bool, copying: Copying | None
    ) -> None: ...
    def refusal(self, error: DatabaseError, kind: type[WcafeError]) -> WcafeError: ...
    def leave(self) -> None: ...


class FilePlace:
    """A café's file, from its opening on; whoever opened it holds its lock and its engine.

    Attributes:
        path: where it was opened.
        earlier: the copy of it as an older wcafe left it, made at this opening.
        saved_at: when it was last written before that.
    """

    address = None
    gone_since = None
    wants_password = False
    holds_bell = True
    desks = ()
    unsafe = ()

    def __init__(
        self,
        path: Path,
        held: ExitStack,
        *,
        lock: Lock | None = None,
        earlier: Path | None = None,
    ) -> None:
        self.path = path
        self.earlier = earlier
        self._held = held
        self._lock = lock
        self._file = path.stat()
        self.saved_at = datetime.fromtimestamp(self._file.st_mtime, UTC)

    @property
    def was_older(self) -> bool:
        """Whether it was brought up to date at this opening."""
        return self.earlier is not None

    def require_there(self) -> None:
        """Raise CafeGone unless the file we opened is in its place: SQLite would not notice."""
        try:
            if os.path.samestat(self._file, self.path.stat()):
                return
        except OSError:
            pass
        raise CafeGone(path=self.path)

    def is_held(self, path: Path) -> bool:
        """Is `path` this file, under whatever name, or one that belongs to it beside it?

        None of them may be opened while the café is: closing it again would drop its locks.
        """
        try:
            is_beside = path.parent.samefile(self.path.parent)
            is_named_so = path.name.startswith(self.path.name)
            return (is_beside and is_named_so) or os.path.samestat(self._file, path.stat())
        except OSError:  # it is not there
            return False

    def require_ours(self) -> bool:
        """Return whether others may have written it, as its lock was gone and is taken again.

        Raises: as `Lock.take_again`.
        """
        return self._lock is not None and self._lock.take_again()

    def unheard(self, _connection: Connection) -> Sequence[News]:
        """Return what others wrote of which nobody has heard: nothing while its lock is held."""
        return ()

    def listen(self, _hear: Callable[[str], None], _missed: Quietly, _changed: Quietly) -> None:
        """Hear nobody: nobody else writes here, see `ServerPlace.listen`."""

    def enter(self, _password: str) -> None:
        """Take no password: a file wants none."""

    def say_at(self, _workspace: str) -> None:
        """Tell nobody what is on screen: nobody else has the file."""

    def saw(self, _number: int, *, is_told: bool = True) -> bool:
        """Know of a commit, and return whether it is news: nobody else makes any."""
        return False

    def is_for_want_of_room(self, error: BaseException) -> bool:
        """Return whether the disk may have had no room for what was written."""
        return is_for_want_of_room(error)

    def take_room(self) -> bool:
        """Return whether the disk has room, some of which is put aside for when it is full."""
        return self._lock is None or self._lock.take_room()

    @property
    def has_room(self) -> bool:
        """Whether some is put aside."""
        return self._lock is not None and self._lock.has_room

    def give_room(self) -> bool:
        """Give the disk back what was put aside; return whether there was any."""
        return self._lock is not None and self._lock.give_room()

    def copy(self, engine: Engine, path: Path, *, replaces: bool, copying: Copying | None) -> None:
        """Write all that `engine` holds of it into the file `path`, whole or not at all.

        It goes through the database and never through the file (TRUST.md 1.4).

        Raises:
            FileThere, NoSuchFolder, CafeInUse, CannotWrite, Cancelled: and what was there is
                untouched.
            CafeGone: the file was moved, or another one is in its place.
        """
        self.require_there()
        fill = partial(fill_from, engine)
        copy_database(fill, path, own=self.path, replaces=replaces, copying=copying)

    def refusal(self, error: DatabaseError, kind: type[WcafeError]) -> WcafeError:
        """Return what to tell of an `error` the database met: damage, or one of that `kind`."""
        first = first_cause(error)
        if is_damage(first):
            return DamagedCafe(path=self.path)
        return kind(path=self.path, reason=why_refused(first))

    def leave(self) -> None:
        """Let others have the file."""
        self._held.close()
