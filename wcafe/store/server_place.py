"""A café's place on a server, beside `wcafe/store/place.py`, which is that of a file."""

import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from wcafe.domain.desks import OpenDesk
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import CannotRead, InDoubt, WcafeError
from wcafe.errors.sharing import ServerGone, ServerRefuses
from wcafe.store.copy import copy_database
from wcafe.store.copying import Copying
from wcafe.store.fetching import fill_from_server
from wcafe.store.news import News
from wcafe.store.place import Quietly
from wcafe.store.postgres.cafes import require_open, schema_of
from wcafe.store.postgres.commits import commits_so_far, said_after
from wcafe.store.postgres.ear import Ear
from wcafe.store.postgres.errors import is_lost, why_refused


class ServerPlace:
    """A café's schema on a server, from its opening on.

    Attributes:
        path: what people are told of where it is.
        address: where it is.
        unsafe: settings of the server that make it forget what it acknowledged.
        was_older: whether it was brought up to date at this opening.
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
        was_older: bool = False,
    ) -> None:
        self.address = address
        self.path = Path(address.name)
        self.unsafe = unsafe
        self.was_older = was_older
        self.saved_at = datetime.now(UTC)
        self._held = held
        self._commits = commits  # the number of the last one that was seen
        self._is_unsure = False  # whether it is a café of this wcafe still
        self._counting = threading.Lock()
        self._ear: Ear | None = None

    def require_there(self) -> None:
        """Ask nothing: the next statement is told if the server is gone."""

    def is_held(self, _path: Path) -> bool:
        return False

    def require_ours(self) -> bool:
        return False

    def unheard(self, connection: Connection) -> Sequence[News]:
        """Return what other desks have written of which this one has not heard.

        Raises NewerSharedCafe where a newer wcafe has brought it up to date meanwhile.
        """
        said = said_after(connection, self._commits)
        fresh = [told for number, told in said or () if self.saw(number, is_told=bool(told))]
        if said is None or self._is_unsure:
            require_open(connection, self.address)
            self._is_unsure = False
        if said is None:
            self._commits = commits_so_far(connection)
            return (News.of_all(),)
        return [News.read(told) for told in fresh if told != ""]

    @property
    def gone_since(self) -> datetime | None:
        """Since when the server does not answer; None while it does, or while nobody listens."""
        return None if self._ear is None else self._ear.gone_since

    @property
    def wants_password(self) -> bool:
        """Whether it does not answer for want of a password that fits."""
        return self._ear is not None and self._ear.wants_password

    def enter(self, password: str) -> None:
        """Connect with this `password` from now on."""
        self.address = replace(self.address, password=password)
        if self._ear is not None:
            self._ear.enter(password)

    @property
    def holds_bell(self) -> bool:
        """Whether it is this desk that rings."""
        return self._ear is not None and self._ear.holds_bell

    @property
    def desks(self) -> tuple[OpenDesk, ...]:
        """The laptops that have the café open, the first one first."""
        return () if self._ear is None else self._ear.desks

    def say_at(self, workspace: str) -> None:
        """Let the others know which workspace is on screen here."""
        if self._ear is not None:
            self._ear.at = workspace

    def listen(self, hear: Callable[[str], None], missed: Quietly, changed: Quietly) -> None:
        """Hear from now on what other desks write.

        Args:
            hear: is given what another desk has sent, or this one.
            missed: is called where something may have been sent that was not heard.
            changed: is called when the server went or came back, when a desk did, or when the bell
                came to this one.
        """
        schema = f'"{schema_of(self.address.cafe)}"'
        self._ear = Ear(self.address, schema, hear, missed, changed)
        self._held.callback(self._ear.close)

    def saw(self, number: int, *, is_told: bool = True) -> bool:
        """Know of the commit of that `number`, and return whether it is news.

        They come in their order; what is not kept in the end leaves a number out. Of one that
        brings a café up to date nothing is told, and whoever writes next looks.
        """
        with self._counting:
            is_news = number > self._commits
            self._commits = max(number, self._commits)
            self._is_unsure |= not is_told
            return is_news

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

    def copy(self, engine: Engine, path: Path, *, replaces: bool, copying: Copying | None) -> None:
        """Write all that `engine` holds into the file `path`, whole or not at all.

        Raises:
            FileThere, NoSuchFolder, CafeInUse, CannotWrite, Cancelled: and what was there is
                untouched.
            ServerGone, ServerRefuses
        """
        fill = partial(fill_from_server, engine, self.path, copying=copying)
        copy_database(fill, path, replaces=replaces, copying=copying)
