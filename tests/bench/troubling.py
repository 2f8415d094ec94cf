"""The trouble-maker of `tests.bench.trouble`, and the phones it troubles: a program of its own."""

import asyncio
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass
from uuid import uuid4

from tests.bench.desk import percentile

SLOW = 200  # sockets
BAD = 500  # requests a second
_AT_ONCE = 25


@dataclass
class Trouble:
    address: str
    event: str
    tokens: tuple[str, ...]
    seconds: float


class Troubling:
    """What is done for so many seconds, and what comes back."""

    def __init__(self, wish: Trouble) -> None:
        self._wish = wish
        host, port = wish.address.rsplit(":", 1)
        self._where = (host, int(port))
        self._ends = time.perf_counter() + wish.seconds
        self.held: list[float] = []
        self.statuses: Counter[int] = Counter()
        self.saved: dict[str, float] = {}
        self.refused = 0

    @property
    def is_over(self) -> bool:
        return time.perf_counter() > self._ends

    async def slow(self) -> None:
        """Open a socket and trickle until it is closed; then the next one."""
        while not self.is_over:
            begun = time.perf_counter()
            reader, writer = await asyncio.open_connection(*self._where)
            try:
                writer.write(b"GET / HTTP/1.1\r\nX-Slow: ")
                while not reader.at_eof():
                    writer.write(b"x")
                    await writer.drain()
                    try:
                        await asyncio.wait_for(reader.read(1), 0.25)
                    except TimeoutError:
                        continue
            except OSError:
                pass
            finally:
                writer.close()
            self.held.append(time.perf_counter() - begun)

    async def bad(self) -> None:
        """Ask with a token that nobody has, as often as is this one's share."""
        asked = (
            f"GET /api/v1/notes HTTP/1.1\r\nHost: {self._wish.address}\r\nX-Wcafe: 1\r\n"
            f"Authorization: Bearer {'A' * 43}\r\nConnection: close\r\n\r\n"
        ).encode()
        next_one = time.perf_counter()
        while not self.is_over:
            next_one = max(next_one + _AT_ONCE / BAD, time.perf_counter() - 1)
            await asyncio.sleep(next_one - time.perf_counter())
            try:
                reader, writer = await asyncio.open_connection(*self._where)
                writer.write(asked)
                answer = await reader.read()
                self.statuses[int(answer.split(b" ", 2)[1]) if answer else 0] += 1
                writer.close()
            except OSError:
                self.statuses[0] += 1

    async def save(self, token: str) -> None:
        """Save a note a second, as a phone does: again until it is told that it is kept."""
        while not self.is_over:
            text, note, begun = f"note {uuid4()}", str(uuid4()), time.perf_counter()
            wish = {
                "op": str(uuid4()),
                "event": self._wish.event,
                "gen": 1,
                "base": 0,
                "kind": "put",
                "text": text,
                "round": 1,
            }
            body = json.dumps(wish).encode()
            asked = (
                f"PUT /api/v1/notes/{note} HTTP/1.1\r\nHost: {self._wish.address}\r\n"
                f"X-Wcafe: 1\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            ).encode()
            try:
                reader, writer = await asyncio.open_connection(*self._where)
                writer.write(asked + body)
                answer = await reader.read()
                writer.close()
            except OSError:
                answer = b""
            if answer.startswith(b"HTTP/1.1 200"):
                self.saved[text] = time.perf_counter() - begun
            else:
                self.refused += 1
            await asyncio.sleep(max(0.0, 1 - (time.perf_counter() - begun)))

    async def all(self) -> None:
        await asyncio.gather(
            *(self.slow() for _each in range(SLOW)),
            *(self.bad() for _each in range(_AT_ONCE)),
            *(self.save(token) for token in self._wish.tokens),
        )


def main() -> None:
    wish = Trouble(**json.loads(sys.argv[1]))
    troubling = Troubling(wish)
    asyncio.run(troubling.all())
    bad = sum(troubling.statuses.values())
    print(
        json.dumps(
            {
                "slow": len(troubling.held),
                "held": round(max(troubling.held), 1),
                "bad": bad,
                "rate": round(bad / wish.seconds),
                "odd": sum(n for status, n in troubling.statuses.items() if status in (0, 200)),
                "saved": sorted(troubling.saved),
                "refused": troubling.refused,
                "save_p95": round(1000 * percentile([*troubling.saved.values(), 0.0], 0.95)),
            }
        )
    )


if __name__ == "__main__":
    main()
