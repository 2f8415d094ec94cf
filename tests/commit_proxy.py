"""A way to a PostgreSQL server that is cut at COMMIT: before it is sent, or before its answer."""

import asyncio
import random
import shutil
import tempfile
import threading
from collections import Counter
from pathlib import Path

_SOCKET = ".s.PGSQL.5432"
_PATIENCE = 20  # seconds
_COMMIT = b"COMMIT\0"


class CommitProxy:
    """Runs in a thread of its own, from `with` to its end; `way` is the folder of its socket.

    `cuts` says how likely each commit is cut.
    """

    def __init__(self, folder, *, seed):
        self._behind = str(Path(folder) / _SOCKET)
        self.cuts = 0.0
        self._chance = random.Random(seed)
        self.counts = Counter()
        self.way = Path(tempfile.mkdtemp(prefix="wcafe-cut-"))
        self._carrying = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="commit-proxy")

    def __enter__(self):
        self._thread.start()
        starting = asyncio.start_unix_server(self._carry, str(self.way / _SOCKET))
        self._server = self._wait(starting)
        return self

    def __exit__(self, *_error):
        self._wait(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE)
        self._loop.close()
        shutil.rmtree(self.way, ignore_errors=True)

    def _wait(self, doing):
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(_PATIENCE)

    async def _end(self):
        self._server.close()
        for task in self._carrying:
            task.cancel()
        await asyncio.gather(*self._carrying, return_exceptions=True)

    async def _carry(self, reader, writer):
        self._carrying.add(asyncio.current_task())
        answers, there = None, None
        try:
            answers, there = await asyncio.open_unix_connection(self._behind)
            ways = [
                asyncio.ensure_future(_pump(answers, writer)),
                asyncio.ensure_future(self._ask(reader, there)),
            ]
            try:  # where one side goes, the other is told
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            self._carrying.discard(asyncio.current_task())
            for each in (writer, there):
                if each is not None:
                    each.close()

    async def _ask(self, reader, there):
        """Hand on what is asked, until a commit is cut or nothing more comes."""
        while asked := await reader.read(1 << 16):
            is_cut = _COMMIT in asked and self._chance.random() < self.cuts
            if is_cut and self._chance.random() < 0.5:
                self.counts["before it was sent"] += 1
                return
            there.write(asked)
            await there.drain()
            if is_cut:  # it has reached the server, and nobody hears what became of it
                self.counts["before its answer"] += 1
                return


async def _pump(source, target):
    while told := await source.read(1 << 16):
        target.write(told)
        await target.drain()
