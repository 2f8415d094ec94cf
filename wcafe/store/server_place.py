"""A café's place on a server, beside `wcafe/store/place.py`, which is that of a file."""

from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import CannotRead, InDoubt, WcafeError
from wcafe.errors.sharing import ServerGone, ServerRefuses
from wcafe.store.copy import copy_database
from wcafe.store.fetching import fill_from_server
from wcafe.store.postgres.commits import commits_so_far
from wcafe.store.postgres.errors import is_lost, why_refused


class ServerPlace:
    """A café's schema on a server, from its opening on.

    Attributes:
        path: what people are told of where it is.
        address: where it is.
        unsafe: settings of the server that make it forget what it acknowledged.
    """

    earlier: Path | None = None
    has_room = False

    def __init__(
        self,
        address: SharedAddress,
        held: ExitStack,
        *,
        commits: int,
        unsafe: tuple[str, ...] = (),
    ) -> None:
        self.address = address
        self.path = Path(address.name)
        self.unsafe = unsafe
        self.saved_at = datetime.now(UTC)
        self._held = held
        self._commits = commits  # that were seen

    def require_there(self) -> None:
        """Ask nothing: the next statement is told if the server is gone."""

    def is_held(self, _path: Path) -> bool:
        return False

    def require_ours(self) -> bool:
        return False

    def has_others_written(self, connection: Connection) -> bool:
        """Return whether another desk has written since this one last did, or looked."""
        return commits_so_far(connection) != self._commits

    def see(self, connection: Connection) -> None:
        """Remember how many commits there are, in a transaction that writes."""
        self._commits = commits_so_far(connection)

    def take_room(self) -> bool:
        return True

    def give_room(self) -> bool:
        return False

    def is_for_want_of_room(self, _error: BaseException) -> bool:
        return False

    def refusal(self, error: DatabaseError, kind: type[WcafeError]) -> WcafeError:
        """Return what to tell of an `error` that the database met."""
        reason = why_refused(error.orig)
        if issubclass(kind, InDoubt):
            return kind(path=self.path, reason=reason)
        if is_lost(error):
            return ServerGone(path=self.path, reason=reason)
        if issubclass(kind, CannotRead):
            return kind(path=self.path, reason=reason)
        return ServerRefuses(path=self.path, reason=reason)

    def leave(self) -> None:
        """Let go of the server."""
        self._held.close()

    def copy(self, engine: Engine, path: Path, *, replaces: bool) -> None:
        """Write all that `engine` holds into the file `path`, whole or not at all.

        Raises:
            FileThere, NoSuchFolder, CafeInUse, CannotWrite: and what was there is untouched.
            ServerGone
        """
        copy_database(partial(fill_from_server, engine, self.path), path, replaces=replaces)
