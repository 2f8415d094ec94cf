"""The stream that tells a phone what goes on in the room, for as long as it listens."""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from datetime import datetime

from starlette.responses import Response, StreamingResponse

from wcafe.domain.phones import Phone
from wcafe.web.access import Answering, Call, Phones
from wcafe.web.answers import WIRE
from wcafe.web.rooms import Rooms
from wcafe.web.telling import passing, steady

HEARTBEAT = 10.0  # seconds after which a line comes though nothing changed
_MOST = 2  # streams of one phone: it has two pages open, or lost the first one on its way


def live(rooms: Rooms, phones: Phones, now: Callable[[], datetime]) -> Answering:
    """Return what answers with the stream."""
    streams: dict[str, list[asyncio.Event]] = defaultdict(list)

    async def listen(call: Call) -> Response:
        return StreamingResponse(_told(call), media_type="text/event-stream")

    async def _told(call: Call) -> AsyncIterator[str]:
        phone, ended = call.phone, asyncio.Event()
        own = streams[phone.id]
        own.append(ended)
        if len(own) > _MOST:
            own.pop(0).set()
        try:
            async for said in _ticks(call, phone, ended):
                yield said
        finally:
            if ended in own:
                own.remove(ended)
            if not own:
                streams.pop(phone.id, None)

    async def _ticks(call: Call, phone: Phone, ended: asyncio.Event) -> AsyncIterator[str]:
        before: object = None
        until = 0.0  # when something is said though nothing changed
        while not (rooms.is_over or ended.is_set()):
            told = rooms.told
            room = await rooms.now()
            if phones.who(call.token) is None:  # it was taken out
                return
            said, seq = steady(room, phone.tables, call.words), room.seq(phone.tables)
            state = (said, seq, room.moment.clock)
            if before != state:
                before = state
                tick = {"moment": {"wcafe": WIRE, **said, **passing(room, now())}, "seq": seq}
                yield f"event: tick\ndata: {json.dumps(tick, ensure_ascii=False)}\n\n"
            elif time.monotonic() >= until:
                yield ":\n\n"
            else:
                await rooms.change(told, until - time.monotonic())
                continue
            until = time.monotonic() + HEARTBEAT
            await rooms.change(told, HEARTBEAT)

    return listen
