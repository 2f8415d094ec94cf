"""250 phones that write 43 notes a second, beside a bare commit of SQLite on the same disk.

    .venv/bin/python -m tests.bench.phones [SECONDS] [PHONES] [A_SECOND]

`wcafe serve` is a program of its own. What a note takes is counted from the moment it was to be
sent to its answer, so that waiting counts as well. Each acknowledged note is looked for in the
file after the program was killed.
"""

import asyncio
import json
import os
import random
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from time import perf_counter
from uuid import uuid4

from tests.web.phone_client import Ack, PhoneClient
from tests.web.serving import Kept, Serving
from wcafe.app import create_cafe
from wcafe.domain.cafe import draft

SECONDS, PHONES, A_SECOND = 30, 250, 43
AT_A_TABLE = 10
MOST = 0.250  # seconds that 99 of 100 notes take at most
BARE = 150  # commits


def bare_commits(folder: Path) -> list[float]:
    """Return how long each of some commits of one row takes, with the café's settings."""
    took = []
    with closing(sqlite3.connect(folder / "bare.sqlite", isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = TRUNCATE")
        bare.execute("PRAGMA synchronous = EXTRA")
        bare.execute("CREATE TABLE IF NOT EXISTS note (id TEXT PRIMARY KEY, text TEXT)")
        for _n in range(BARE):
            began = perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO note VALUES (?, ?)", (str(uuid4()), "Un banc manque."))
            bare.execute("COMMIT")
            took.append(perf_counter() - began)
    return took


def come_in(serving: Serving, number: int) -> list[PhoneClient]:
    """Return so many phones that have come in, each at its table."""
    way = ("127.0.0.1", serving.port)
    phones = []
    for n in range(number):
        code = serving.codes[n // AT_A_TABLE]
        phone = PhoneClient(serving.host, way, code, random.Random(n))
        assert phone.join(), "a phone does not come in"
        phones.append(phone)
    return phones


class Line:
    """The connection of one phone, kept from one note to the next and made anew where it ended."""

    def __init__(self, phone: PhoneClient) -> None:
        self._phone = phone
        self._link: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def put(self, text: str) -> Ack | None:
        note, op = str(uuid4()), str(uuid4())
        body = {"op": op, "event": self._phone.event, "gen": 0, "base": 0, "kind": "put"}
        said = json.dumps(body | {"text": text, "round": 1}).encode()
        head = (
            f"PUT /api/v1/notes/{note} HTTP/1.1\r\nHost: {self._phone.host}\r\nX-Wcafe: 1\r\n"
            f"Authorization: Bearer {self._phone.token}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(said)}\r\n\r\n"
        )
        for _try in range(3):
            try:
                told = await self._ask(head.encode() + said)
            except (OSError, EOFError):
                self._link = None
                continue
            if told.get("op") == op:
                return Ack(op, note, 0, told["note"], told["rev"], text)
        return None

    async def _ask(self, request: bytes) -> dict[str, object]:
        if self._link is None:
            self._link = await asyncio.open_connection(*self._phone.way)
        reader, writer = self._link
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:-2])
        return json.loads(await reader.readexactly(int(fields[b"content-length"])))


async def write(
    phones: list[PhoneClient], seconds: float, a_second: float
) -> tuple[list[Ack], list[float], int]:
    """Let a note be sent each so often by the next phone; return what came back, and how late."""
    lines = [Line(phone) for phone in phones]
    acks: list[Ack] = []
    took: list[float] = []
    failed = 0
    begun = perf_counter()

    async def one(n: int) -> None:
        nonlocal failed
        due = begun + n / a_second
        await asyncio.sleep(max(0.0, due - perf_counter()))
        ack = await lines[n % len(lines)].put(f"Idée numéro {n}, dite à une table.")
        took.append(perf_counter() - due)
        if ack is None:
            failed += 1
        else:
            acks.append(ack)

    await asyncio.gather(*(one(n) for n in range(int(seconds * a_second))))
    return acks, took, failed


def share(took: list[float], of_hundred: int) -> float:
    return sorted(took)[min(len(took) - 1, len(took) * of_hundred // 100)]


def spent(process: int) -> float:
    """Return the seconds for which a program has computed so far; 0 where that is not told."""
    told = Path(f"/proc/{process}/stat")
    if not told.exists():
        return 0.0
    ticks = told.read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def measure(folder: Path, seconds: float, number: int, a_second: float) -> bool:
    """Print the figures; return whether all is kept."""
    path = folder / "load.wcafe"
    tables = -(-number // AT_A_TABLE)
    create_cafe(path, draft(title="Notre rue", language="fr", tables=tables))
    serving = Serving(path, folder / "home")
    bare = bare_commits(folder)
    with serving.running():
        phones = come_in(serving, number)
        before = spent(serving.process)
        acks, took, failed = asyncio.run(write(phones, seconds, a_second))
        computing = (spent(serving.process) - before) / len(acks)
    bare += bare_commits(folder)
    lost = len(Kept.of(path).lost(acks))
    print(
        f"{number} phones, {a_second:g} notes a second, {len(acks)} notes: "
        f"p50 {share(took, 50) * 1000:.0f} ms, p99 {share(took, 99) * 1000:.0f} ms"
    )
    print(
        f"a bare commit: p50 {share(bare, 50) * 1000:.1f} ms, p99 {share(bare, 99) * 1000:.1f} ms; "
        f"a note takes {share(took, 50) / share(bare, 50):.1f} times as long at p50, "
        f"{share(took, 99) / share(bare, 99):.1f} times at p99"
    )
    print(f"the program computes {computing * 1000:.1f} ms for a note")
    print(f"{failed} not answered, {lost} of {len(acks)} acknowledged notes lost")
    return not failed and not lost and share(took, 99) <= MOST


def main() -> None:
    asked = [float(each) for each in sys.argv[1:]]
    seconds, number, a_second = (*asked, *(SECONDS, PHONES, A_SECOND)[len(asked) :])
    with tempfile.TemporaryDirectory() as folder:
        is_kept = measure(Path(folder), seconds, int(number), a_second)
    print("kept" if is_kept else f"broken: something is lost, or p99 is above {MOST * 1000:.0f} ms")


if __name__ == "__main__":
    main()
