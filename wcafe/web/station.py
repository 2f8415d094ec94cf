"""The note-takers' station of a café: off until it is started, on one address that was chosen."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from wcafe.domain.phones import Station as Kept
from wcafe.domain.phones import with_origin
from wcafe.services.changes import Changed
from wcafe.services.opened import OpenCafe
from wcafe.web.deadlines import Deadlines
from wcafe.web.listener import Listener
from wcafe.web.page import read_page
from wcafe.web.pings import Pings
from wcafe.web.rooms import Rooms
from wcafe.web.serving import Serving
from wcafe.web.site import site


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Station:
    """Serves one café to phones, from `start` to `stop`, as often as one likes.

    Args:
        cafe: what phones write into.
        host: the address of this computer on which it listens, and on no other.
        port: where; 0 for the one the café had before, or any that is free.
        names: by which phones may call this computer beside that address.
        now: what time it is.
        deadlines: how long phones may take.
    """

    def __init__(
        self,
        cafe: OpenCafe,
        host: str,
        port: int = 0,
        names: Collection[str] = (),
        *,
        now: Callable[[], datetime] = _utc_now,
        deadlines: Deadlines | None = None,
    ) -> None:
        self._cafe = cafe
        self._host = host
        self._port = port
        self._names = tuple(names)
        self._now = now
        self._deadlines = deadlines
        self._rooms: Rooms | None = None
        self._serving: Serving | None = None
        self._pings = Pings(now)
        self.url = ""
        cafe.changes.listen(self._on_changed)

    @property
    def is_running(self) -> bool:
        return self._serving is not None

    @property
    def answered(self) -> Mapping[str, datetime]:
        """The addresses of phones that reached it since it started, and when they did last."""
        return self._pings.all()

    def start(self, *, on_any_port: bool = False) -> None:
        """Begin to listen; return once phones are answered.

        It is at the port that was chosen, or the one the café had before; `on_any_port` at
        another one that is free, which the café has from now on.

        Raises:
            NoSuchAddress, PortTaken: and it does not run.
            CannotWrite: the address cannot be kept in the café.
        """
        if self._serving is not None:
            return
        kept = self._cafe.phones.way_in.get()
        listener = Listener(self._host, 0 if on_any_port else self._port or kept.port or 0)
        try:
            url = f"http://{listener.host}:{listener.port}"
            kept = self._cafe.phones.way_in.begin(lambda way: _reached(way, url, listener.port))
            self._pings.forget()
            self._rooms = Rooms(self._cafe)
            app = site(self._cafe, self._rooms, read_page(), self._pings, self._now)
            self._serving = Serving(
                app,
                listener,
                names=self._names,
                origins=kept.origins,
                deadlines=self._deadlines,
            )
        except BaseException:
            listener.socket.close()
            raise
        self._serving.start()
        self.url = url

    def stop(self) -> None:
        """Let go of the address; return once what was under way has ended."""
        if self._serving is None or self._rooms is None:
            return
        self._rooms.end()
        self._serving.stop()
        self._serving = self._rooms = None
        self._cafe.phones.seen.forget()

    def way_in(self, code: str) -> str:
        """Return the address that a code makes, for a phone to scan."""
        return f"{self.url}/t#{code}"

    def way_in_of_scribe(self, code: str) -> str:
        """Return the address of the wide page, for a laptop."""
        return f"{self.url}/s#{code}"

    def _on_changed(self, changed: Changed) -> None:
        if (rooms := self._rooms) is not None:
            rooms.on_changed(changed)


def _reached(way: Kept, url: str, port: int) -> Kept:
    return replace(with_origin(way, url), port=port)
