"""A web server in a thread of its own. It logs nothing, and stops when it is told to."""

import asyncio
import socket
import sys
import threading
from collections.abc import Collection
from contextlib import suppress
from functools import partial
from typing import Any

from starlette.types import ASGIApp
from uvicorn.config import Config
from uvicorn.server import Server

from wcafe.web.connections import Connections
from wcafe.web.deadlines import Conversation, Deadlines
from wcafe.web.listener import Listener
from wcafe.web.walls import Walls

_UNTIL_ENDED = 1  # second for what is under way when it stops; phones send the rest again
_MOST_FILES = 2_048  # that a program may hold open: each connection is one, macOS allows 256
_MOST_HEADERS = 8 * 1024  # bytes that may come before there is a request


class Serving:
    """A thread that serves `app` on what a listener holds, until it is stopped."""

    def __init__(
        self,
        app: ASGIApp,
        listener: Listener,
        *,
        names: Collection[str] = (),
        origins: Collection[str] = (),
        deadlines: Deadlines | None = None,
        connections: Connections | None = None,
    ) -> None:
        walls = Walls(app, hosts=listener.hosts(names), origins=origins)
        conversation: Any = partial(
            Conversation,
            deadlines=deadlines or Deadlines(),
            connections=connections or Connections(),
            bare_headers=walls.bare_headers(),
        )
        config = Config(
            walls,
            http=conversation,
            ws="none",
            lifespan="off",
            loop="asyncio",
            interface="asgi3",
            log_config=None,
            log_level="critical",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=60,  # ours is shorter, and runs for every connection
            timeout_graceful_shutdown=_UNTIL_ENDED,
            h11_max_incomplete_event_size=_MOST_HEADERS,
        )
        self._socket = listener.socket
        self._server = _Told(config)
        self._thread = threading.Thread(target=self._run, name="station", daemon=True)

    def start(self) -> None:
        """Begin; return once it listens."""
        _allow_files(_MOST_FILES)
        self._thread.start()
        self._server.has_begun.wait()
        if not self._server.started:
            raise RuntimeError("the station ended before it began")

    def stop(self) -> None:
        """End; return once nobody is answered any more."""
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join()
        self._socket.close()

    def _run(self) -> None:
        try:
            asyncio.run(self._server.serve(sockets=[self._socket]))
        finally:
            self._server.has_begun.set()


class _Told(Server):
    """A server that tells when it has begun."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.has_begun = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self.has_begun.set()


def _allow_files(most: int) -> None:
    """Let this program hold so many files open, as far as the system allows it."""
    if sys.platform == "win32":  # there is no such limit
        return
    import resource  # only where there is one

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
