"""HTTP with deadlines that no trickle moves: uvicorn keeps slow and silent connections for ever.

One clock runs for each connection: for the headers, then the body, then the answer. It is set
once at the beginning of each, so a byte now and then wins no time.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import h11
from starlette.types import Receive, Scope, Send
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from wcafe.web.access import CONNECTION
from wcafe.web.connections import Connections, Held

LIVE = "/api/v1/live"
_PHOTOS = "/api/v1/photos/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """Seconds for each part of a request."""

    headers: float = 5
    body: float = 10
    photo: float = 60
    answer: float = 60  # to be taken by the phone; the live stream goes on as long as it is read
    stalled: float = 15  # of an answer that is not read at all
    idle: float = 15  # between two requests


Headers = Sequence[tuple[bytes, bytes]]


class Conversation(H11Protocol):
    """One connection, counted, with a clock that runs."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        *,
        deadlines: Deadlines,
        connections: Connections,
        bare_headers: Headers,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        answering: Any = self.app
        self.app = self._with_connection(answering)
        self._deadlines = deadlines
        self._connections = connections
        self._bare_headers = bare_headers
        self._clock: asyncio.TimerHandle | None = None
        self._stalled: asyncio.TimerHandle | None = None
        self._part = ""
        self._held: Held | None = None

    def _with_connection(self, answering: Any) -> Any:
        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            scope[CONNECTION] = self
            await answering(scope, receive, send)

        return app

    # What the routes tell

    def belongs_to(self, owner: str) -> None:
        """Let this be a connection of the phone `owner`."""
        if self._held is not None:
            self._connections.own(self._held, owner)

    # What the network tells

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        super().connection_made(transport)
        address = self.client[0] if self.client else ""
        self._held = self._connections.open(address, transport.abort)
        if self._held is None:
            transport.abort()
            return
        self._begin("headers", self._deadlines.headers)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._held is not None:
            self._connections.closed(self._held)
        self._stop()
        self._go_on()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._part == "idle":
            self._begin("headers", self._deadlines.headers)
        super().data_received(data)

    def handle_events(self) -> None:
        before = self.cycle
        super().handle_events()
        if self.cycle is not before:
            if self._held is not None:
                self._connections.touch(self._held)
            is_photo = self.scope["path"].startswith(_PHOTOS)
            self._begin("body", self._deadlines.photo if is_photo else self._deadlines.body)
        if self._part == "body" and self.conn.their_state is not h11.SEND_BODY:
            if self.cycle.response_complete:  # it was refused before all of it was here
                self._begin("idle", self._deadlines.idle)
            elif self.scope["path"] == LIVE:
                self._begin("live", None)
            else:
                self._begin("answer", self._deadlines.answer)

    def on_response_complete(self) -> None:
        if self.conn.their_state is not h11.SEND_BODY:  # else the clock of the body runs on
            self._begin("idle", self._deadlines.idle)
            if self._held is not None:
                self._connections.rest(self._held)
        super().on_response_complete()
        if self._part == "idle" and self.conn.trailing_data[0]:
            self._begin("headers", self._deadlines.headers)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._go_on()
        self._stalled = self.loop.call_later(self._deadlines.stalled, self.transport.abort)

    def resume_writing(self) -> None:
        self._go_on()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP with the same headers as all else."""
        headers = [(b"content-length", b"0"), (b"connection", b"close"), *self._bare_headers]
        for event in (h11.Response(status_code=400, headers=headers), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    # The clock

    def _begin(self, part: str, seconds: float | None) -> None:
        self._stop()
        self._part = part
        if seconds is not None and not self.transport.is_closing():
            self._clock = self.loop.call_later(seconds, self.transport.abort)

    def _stop(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _go_on(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None
