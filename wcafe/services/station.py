"""The note-takers' station of an open café, as the desk starts and stops it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from wcafe.services.changes import Changed, Changes, Part


class Serving(Protocol):
    """A station that may run; `wcafe.web` has it."""

    url: str

    @property
    def is_running(self) -> bool: ...
    @property
    def answered(self) -> Mapping[str, datetime]: ...
    def start(self, *, on_any_port: bool = False) -> None: ...
    def stop(self) -> None: ...
    def way_in(self, code: str) -> str: ...
    def way_in_of_scribe(self, code: str) -> str: ...


class StationService:
    """Lets phones in, from `start` to `stop`. There is one for all windows of a café."""

    def __init__(self, make: Callable[[str], Serving], changes: Changes) -> None:
        """Begin without a station; `make` is given the address on which it is to listen."""
        self._make = make
        self._changes = changes
        self._serving: Serving | None = None

    @property
    def serving(self) -> Serving | None:
        """The station while it runs."""
        return self._serving

    def start(self, host: str, *, on_any_port: bool = False, by: object | None = None) -> Serving:
        """Listen on the address `host` of this computer, and on no other.

        Args:
            host: the address.
            on_any_port: at any port that is free, and not at the one the café had before.
            by: who wishes it.

        Raises:
            NoSuchAddress, PortTaken, CannotWrite: and no station runs.
        """
        self.stop(by=by)
        serving = self._make(host)
        serving.start(on_any_port=on_any_port)
        self._serving = serving
        self._changes.tell(Changed(Part.PHONES, by, frozenset()))
        return serving

    def stop(self, *, by: object | None = None) -> None:
        """Let go of the address; phones keep what they have until it is back."""
        if self._serving is None:
            return
        serving, self._serving = self._serving, None
        serving.stop()
        self._changes.tell(Changed(Part.PHONES, by, frozenset()))
