"""Which phones can reach this computer: those whose browser asked it for anything."""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

_MOST = 300  # addresses that are remembered; anybody may be one


class Pings:
    """The addresses from which somebody asked. Safe to share between threads, kept nowhere."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._heard: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def hear(self, address: str) -> None:
        with self._lock:
            self._heard.pop(address, None)
            self._heard[address] = self._now()
            if len(self._heard) > _MOST:
                del self._heard[next(iter(self._heard))]

    def all(self) -> Mapping[str, datetime]:
        with self._lock:
            return dict(self._heard)

    def forget(self) -> None:
        with self._lock:
            self._heard.clear()


class Heard:
    """Remembers who asks `app` for anything."""

    def __init__(self, app: ASGIApp, pings: Pings) -> None:
        self._app = app
        self._pings = pings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if client := Request(scope).client:
            self._pings.hear(client.host)
        await self._app(scope, receive, send)
