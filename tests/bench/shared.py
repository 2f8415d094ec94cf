"""Six laptops over one server: `python -m tests.bench.shared [SECONDS]`.

Each is a program of its own, at which a sixth of 500 phones write: 100 notes a second in all, of
40 tables, each settled, kept and acknowledged. Told are how long a note takes, beside one laptop
that takes as many into a file in the same run; how many are lost; how late each laptop has read
each note; and what the laptops computed of two processors that they share with the server here.
"""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.bench.desk import percentile
from tests.postgres import Cluster, programs
from wcafe.app import create_cafe, open_cafe, open_for_desk, share_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import NoteId
from wcafe.domain.phones import Phone, PhoneWish
from wcafe.domain.settling import OperationId
from wcafe.domain.shared_address import SharedAddress, place_of
from wcafe.domain.text import new_id

DESKS, PHONES, RATE = 6, 500, 100  # notes a second
SECONDS = 20
MOST_TO_SAVE, MOST_LATE = 250, 1_000  # milliseconds: p99 of a note, and until all have read it
_AT_ONCE = 16  # wishes under way at one laptop
_BEGIN = 30.0  # seconds until all laptops are open, and all phones are in


def desk(where: str, phones: int, seconds: float, rate: float, begin: float) -> None:
    """Let so many phones write at one laptop, and print what came of it as JSON."""
    sys.setswitchinterval(0.001)  # as at the desk
    cafe = open_for_desk(place_of(where))
    read: dict[str, float] = {}
    design = cafe.cafes.get()
    codes = list(cafe.phones.way_in.codes().values())
    share = [cafe.phones.join(codes[at % len(codes)]).phone for at in range(phones)]

    def hear(_changed: object) -> None:
        now = time.time()
        for note in cafe.cafes.snapshot().notes:
            read.setdefault(note.id, now)

    cafe.changes.listen(hear)
    wanted: queue.SimpleQueue[tuple[Phone, float] | None] = queue.SimpleQueue()
    took: list[float] = []
    kept: dict[str, float] = {}

    def write() -> None:
        while (due := wanted.get()) is not None:
            phone, at = due
            wish = PhoneWish(
                id=OperationId(new_id()),
                note=NoteId(new_id()),
                event=design.id,
                gen=design.generation,
                round=0,
                kind=Kind.IDEA,
                text="Plus de bancs à l’ombre, et un point d’eau",
            )
            answer = cafe.phones.take_in(phone, wish)
            now = time.time()
            took.append(1000 * (now - at))
            kept[answer.note] = now

    threads = [threading.Thread(target=write) for _thread in range(_AT_ONCE)]
    for thread in threads:
        thread.start()
    time.sleep(max(0.0, begin - time.time()))
    computed = time.process_time()
    for number in range(round(seconds * rate)):
        due = begin + number / rate
        time.sleep(max(0.0, due - time.time()))
        wanted.put((share[number % len(share)], due))
    for _thread in threads:
        wanted.put(None)
    for thread in threads:
        thread.join()
    busy = (time.process_time() - computed) / (time.time() - begin)
    time.sleep(3.0)  # what the others wrote last is read
    cafe.close()
    print(json.dumps({"took": took, "kept": kept, "read": read, "busy": {"": busy}}))


def run(where: str, desks: int, seconds: float) -> list[dict[str, dict[str, float]]]:
    """Return what each of so many laptops tells."""
    begin = time.time() + _BEGIN
    told = [where, str(PHONES // desks), str(seconds), str(RATE / desks), str(begin)]
    words = [sys.executable, "-m", "tests.bench.shared", "--desk", *told]
    with tempfile.TemporaryDirectory() as folder:  # of what laptops remember beside their cafés
        homes = [{**os.environ, "XDG_DATA_HOME": f"{folder}/{desk}"} for desk in range(desks)]
        running = [subprocess.Popen(words, stdout=subprocess.PIPE, env=home) for home in homes]
        return [json.loads(each.communicate()[0]) for each in running]


def main(seconds: float) -> None:
    """Print the figures."""
    if programs() is None:
        print("PostgreSQL is not installed: sh packaging/postgres.sh")
        return
    folder, cluster = Path(tempfile.mkdtemp()), Cluster()
    try:
        design = draft(title="Congrès", language="fr", tables=40)
        for name in ("file.wcafe", "shared.wcafe"):
            create_cafe(folder / name, design)
        alone = run(str(folder / "file.wcafe"), 1, seconds)
        there = share_cafe(folder / "shared.wcafe", SharedAddress.parse(cluster.new_database()))
        together = run(str(there), DESKS, seconds)
        with open_cafe(there, is_read_only=True) as cafe:
            stands = {note.id for note in cafe.notes.all()}
    finally:
        cluster.stop()
    file = [ms for each in alone for ms in each["took"]]
    shared = [ms for each in together for ms in each["took"]]
    kept = {note: at for each in together for note, at in each["kept"].items()}
    late = [
        1000 * max(0.0, each["read"].get(note, float("inf")) - at)
        for each in together
        for note, at in kept.items()
    ]
    print(f"{PHONES} phones at {DESKS} laptops, {RATE} notes a second for {seconds:.0f} s:")
    print(f"  one laptop, a file: {_say(file)}")
    alone_busy = f"the one with a file {_busy(alone):.0%}"
    times = percentile(shared, 0.99) / percentile(file, 0.99)
    print(f"  a server: {_say(shared)} (at most {MOST_TO_SAVE}), {times:.1f} times the file")
    print(f"  the laptops together computed {_busy(together):.0%} of one processor, {alone_busy}")
    print(f"  {len(kept)} acknowledged, {len(kept.keys() - stands)} lost")
    last = f"the last one {max(late):.0f} ms (at most {MOST_LATE})"
    print(f"  read by every laptop after its answer: {_say(late)}, {last}")


def _busy(told: list[dict[str, dict[str, float]]]) -> float:
    return sum(each["busy"][""] for each in told)


def _say(took: list[float]) -> str:
    return f"p50 {percentile(took, 0.5):.0f} ms, p99 {percentile(took, 0.99):.0f} ms"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--desk"]:
        desk(sys.argv[2], int(sys.argv[3]), *map(float, sys.argv[4:7]))
    else:
        main(float(sys.argv[1]) if sys.argv[1:] else SECONDS)
