"""One connection that stays open: it hears what other desks write, and sees whether all is well.

While it lives, the server knows that this desk is there, and which one holds the bell.
"""

import platform
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from wcafe.domain.desks import OpenDesk
from wcafe.domain.shared_address import SharedAddress
from wcafe.store.postgres.engine import listening_connection
from wcafe.store.postgres.errors import state_of
from wcafe.store.postgres.first_words import NONE_GIVEN, NOT_FITTING
from wcafe.store.postgres.words import BELL

_PULSE = 1.0  # seconds between two questions whether the server is there
_PARTS = (20, 20, 12)  # letters of a café, a computer and a workspace: a server takes 63 in all


class Ear:
    """Listens in a thread of its own, from its making to `close`; it comes back by itself.

    Attributes:
        desks: the laptops that have the café open, the first one first.
        at: the workspace on screen here, which the others are told.
        gone_since: since when the server does not answer; None while it does.
        wants_password: whether it does not answer for want of a password that fits.
        holds_bell: whether it is this desk that rings.
    """

    def __init__(
        self,
        address: SharedAddress,
        schema: str,
        hear: Callable[[str], None],
        missed: Callable[[], None],
        changed: Callable[[], None],
    ) -> None:
        """Begin to listen.

        Args:
            address: of the server.
            schema: of the café.
            hear: is given what another desk has sent, or this one.
            missed: is called where something may have been sent that was not heard.
            changed: is called when the server went or came back, when a desk did, or when the bell
                came to this one.
        """
        self._way = (address, schema)
        self._key = address.cafe
        self._said = ""  # that this desk is called
        self.at = ""
        self.desks: tuple[OpenDesk, ...] = ()
        self._hear, self._missed, self._changed = hear, missed, changed
        self._ending = threading.Event()
        self.gone_since: datetime | None = None
        self.wants_password = self.holds_bell = False
        self._next_look = 0.0
        self._driver = self._connect()
        self._thread = threading.Thread(target=self._listen, name="ear", daemon=True)
        self._thread.start()

    def enter(self, password: str) -> None:
        """Try it with this `password` from now on."""
        address, schema = self._way
        self._way = (replace(address, password=password), schema)

    def close(self) -> None:
        """Stop listening; another desk may have the bell."""
        self._ending.set()
        self._thread.join()
        self._drop()

    def _listen(self) -> None:
        import psycopg

        while not self._ending.is_set():
            try:
                if self._driver is None:
                    self._driver = self._connect()
                    self._come_back()
                for told in self._driver.notifies(timeout=_PULSE, stop_after=1):
                    self._hear(told.payload)
                if time.monotonic() >= self._next_look:  # not after each of many
                    self._look()
                    self._next_look = time.monotonic() + _PULSE
            except psycopg.Error as error:
                self._go(wants_password=state_of(error) in (NONE_GIVEN, NOT_FITTING))
                self._ending.wait(_PULSE)

    def _look(self) -> None:
        """Ask whether the server is there, who else is, and for the bell."""
        self._say_name()
        others = tuple(self._there())
        if others != self.desks:
            self.desks = others
            self._changed()
        asked = f"SELECT pg_try_advisory_lock({BELL}, hashtext(current_schema()::text))"
        if not self.holds_bell and self._driver.execute(asked).fetchone()[0]:
            self.holds_bell = True
            self._changed()

    def _say_name(self) -> None:
        """Let the server call this desk by its computer, and by what is on its screen."""
        words = (self._key, platform.node() or "?", self.at)
        cut = [word.replace("|", "-")[:most] for word, most in zip(words, _PARTS, strict=True)]
        name = "|".join(("wcafe", *cut))
        if name != self._said:
            self._driver.execute("SELECT set_config('application_name', %s, false)", (name,))
            self._said = name

    def _there(self) -> Iterator[OpenDesk]:
        """Yield the desks that listen to this café."""
        asked = (
            "SELECT application_name, backend_start, pid = pg_backend_pid() FROM pg_stat_activity"
            " WHERE datname = current_database() AND application_name LIKE 'wcafe|%' ORDER BY 2"
        )
        for name, since, is_here in self._driver.execute(asked).fetchall():
            _wcafe, key, computer, at = (*name.split("|"), "", "")[:4]
            if key == self._key[: _PARTS[0]]:
                yield OpenDesk(computer=computer, at=at, since=since, is_here=is_here)

    def _connect(self) -> Any:
        """Return a connection that hears what is told on the channel of the schema."""
        driver = listening_connection(*self._way, "wcafe")
        self._said = ""
        schema = driver.execute("SELECT current_schema()").fetchone()[0]
        driver.execute(f'LISTEN "{schema}"')
        return driver

    def _come_back(self) -> None:
        self.gone_since, self._next_look, self.wants_password = None, 0.0, False
        self._missed()
        self._changed()

    def _go(self, *, wants_password: bool) -> None:
        self._drop()
        if self.gone_since is None or self.wants_password != wants_password:
            self.gone_since = self.gone_since or datetime.now(UTC)
            self.wants_password = wants_password
            self.holds_bell, self.desks = False, ()
            self._changed()

    def _drop(self) -> None:
        driver, self._driver = self._driver, None
        with suppress(Exception):
            if driver is not None:
                driver.close()
