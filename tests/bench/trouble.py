"""A trouble-maker in the network (P20): `python -m tests.bench.trouble [SECONDS]`.

200 sockets that trickle and 500 bad requests a second come from another program, while ten phones
save a note each second. Told are how late the desk's event loop is, beside the same desk at
rest; how long saving takes; how long a slow socket holds; and what memory grows by.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.desk import percentile
from tests.bench.troubling import Trouble
from wcafe.app import create_cafe, open_for_desk
from wcafe.domain.cafe import draft
from wcafe.web.station import Station

SECONDS = 60
MOST_LATE = 100  # milliseconds: p95 of the desk's event loop
MOST_TO_SAVE = 2_000  # milliseconds: p95 of a note
MOST_GROWN = 50  # MiB
MOST_HELD = 6.0  # seconds: the deadline for headers and one more
_BEAT = 10  # milliseconds


def lateness(seconds: float) -> list[float]:
    """Return by how many milliseconds each beat of this thread's Qt loop was late."""
    from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

    _app = QCoreApplication.instance() or QCoreApplication([])
    late: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, 1000 * (now - last) - _BEAT))
        last = now

    loop, timer = QEventLoop(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start(_BEAT)
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
    return late


def trouble(folder: Path, seconds: float) -> dict[str, object]:
    """Serve a café to phones and to a trouble-maker for so long; return what was counted."""
    path = folder / "trouble.wcafe"
    create_cafe(path, draft(title="Trouble", language="fr", tables=12))
    cafe = open_for_desk(path)
    station = Station(cafe, "127.0.0.1")
    station.start()
    try:
        codes = cafe.phones.way_in.codes()
        wish = Trouble(
            address=station.url.removeprefix("http://"),
            event=cafe.cafes.get().id,
            tokens=tuple(cafe.phones.join(codes[n % 12]).token for n in range(10)),
            seconds=seconds,
        )
        rest = lateness(min(seconds, 3))
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        command = [sys.executable, "-m", "tests.bench.troubling", json.dumps(vars(wish))]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
            try:
                late = lateness(seconds)
                told = json.loads(program.communicate(timeout=seconds + 120)[0])
            finally:
                program.kill()  # else it would be waited for, whatever it does
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - grown) // 1024
        kept = {note.text for note in cafe.notes.all()}
    finally:
        station.stop()
        cafe.close()
    return {
        **told,
        "kept": len(kept & set(told["saved"])),
        "late_at_rest": round(percentile(rest, 0.95), 1),
        "late": round(percentile(late, 0.95), 1),
        "latest": round(max(late), 1),
        "grown": grown,
    }


def tell(told: dict[str, object]) -> str:
    return (
        f"trouble-maker: {told['slow']} slow sockets, all closed, the longest after "
        f"{told['held']} s; {told['bad']} bad requests ({told['rate']} a second), "
        f"{told['odd']} of them granted; {len(told['saved'])} notes saved, "
        f"{told['refused']} refused, p95 {told['save_p95']} ms; desk late p95 {told['late']} ms "
        f"(at rest {told['late_at_rest']}), at most {told['latest']}; memory +{told['grown']} MiB"
    )


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        told = trouble(Path(folder), float(sys.argv[1]) if sys.argv[1:] else SECONDS)
    print(tell(told))
    is_kept = (
        told["late"] < MOST_LATE
        and told["save_p95"] < MOST_TO_SAVE
        and told["grown"] < MOST_GROWN
        and told["held"] < MOST_HELD
        and told["kept"] == len(told["saved"])
        and not told["odd"]
        and not told["refused"]
    )
    return 0 if is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
