"""A network that loses, doubles, delays, cuts and stalls: one that stands before a station.

Each connection carries one request. What becomes of it is drawn from a seed.
"""

import asyncio
import random
import threading
from collections import Counter
from dataclasses import dataclass

_LONGEST = 1 << 20
_PATIENCE = 60  # seconds for what takes none


@dataclass(frozen=True)
class Faults:
    """How likely each is, and for how long what is late is late, in seconds."""

    lose_request: float = 0.10
    lose_reply: float = 0.10
    double: float = 0.05
    cut: float = 0.03
    stall: float = 0.02
    delay: float = 3.0
    stalled: float = 30.0


CLEAN = Faults(lose_request=0, lose_reply=0, double=0, cut=0, stall=0, delay=0)


class FaultProxy:
    """Runs in a thread of its own, from `with` to its end."""

    def __init__(self, port, faults, seed):
        self._port = port
        self._faults = faults
        self._chance = random.Random(seed)
        self.counts = Counter()
        self._carrying = set()  # the loop alone would forget them
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)

    def __enter__(self):
        self._thread.start()
        starting = asyncio.start_server(self._carry, "127.0.0.1", 0, backlog=600)
        self._server = asyncio.run_coroutine_threadsafe(starting, self._loop).result(_PATIENCE)
        self.way = self._server.sockets[0].getsockname()[:2]
        return self

    def __exit__(self, *_error):
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(_PATIENCE)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE)
        self._loop.close()

    async def _end(self):
        self._server.close()
        carrying = asyncio.all_tasks() - {asyncio.current_task()}
        for task in carrying:
            task.cancel()
        await asyncio.gather(*carrying, return_exceptions=True)

    async def _carry(self, reader, writer):
        task = asyncio.current_task()
        self._carrying.add(task)
        try:
            request = await _whole_request(reader)
            what = self._draw()
            self.counts[what] += 1
            await asyncio.sleep(self._chance.random() * self._faults.delay)
            reply = await self._pass_on(what, request)
            writer.write(reply)
            await writer.drain()
        except (OSError, EOFError, asyncio.CancelledError):
            pass
        finally:
            writer.close()
            self._carrying.discard(task)

    def _draw(self):
        faults, drawn = self._faults, self._chance.random()
        for name in ("lose_request", "lose_reply", "double", "cut", "stall"):
            drawn -= getattr(faults, name)
            if drawn < 0:
                return name
        return "carry"

    async def _pass_on(self, what, request):
        if what == "lose_request":
            return b""
        if what == "stall":
            is_there = self._chance.random() < 0.5  # whether it arrived is not known either
            if is_there:
                await self._ask(request)
            await asyncio.sleep(self._faults.stalled)
            return b""
        if what == "cut":
            if self._chance.random() < 0.5:
                await self._ask(request[: len(request) - 20], is_whole=False)
                return b""
            reply = await self._ask(request)
            return reply[: len(reply) // 2]
        if what == "double":
            reply, _second = await asyncio.gather(self._ask(request), self._ask(request))
            return reply
        reply = await self._ask(request)
        return b"" if what == "lose_reply" else reply

    async def _ask(self, request, *, is_whole=True):
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        except OSError:
            return b""  # nobody is there
        try:
            writer.write(request)
            await writer.drain()
            return await _all(reader) if is_whole else b""
        except OSError:
            return b""  # it died in the middle
        finally:
            writer.close()


async def _all(reader):
    pieces = []
    while piece := await reader.read(_LONGEST):
        pieces.append(piece)
    return b"".join(pieces)


async def _whole_request(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    for line in head.split(b"\r\n"):
        name, _colon, value = line.partition(b":")
        if name.lower() == b"content-length":
            return head + await reader.readexactly(int(value))
    return head
