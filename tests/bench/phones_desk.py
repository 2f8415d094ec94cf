"""Fifty phones write forty notes a second at a desk that shows them (P20's desk part, P8).

`python -m tests.bench.phones_desk [SECONDS]`: the main window shows Run or Harvest, the window of
phones is open beside it, the station is a real one and the phones are another program. Told is how
late the desk's event loop is.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.desk import percentile
from tests.bench.trouble import lateness

SECONDS = 20
PHONES, RATE = 50, 40  # notes a second, of all phones together
MOST_LATE = 100  # milliseconds: p95 of the desk's event loop
TABLES = 50


def watch(folder: Path, seconds: float) -> dict[str, list[float]]:
    """Return how late the desk was, by what it showed, while phones wrote for so long."""
    from PySide6.QtCore import QSettings

    from wcafe.app import create_cafe
    from wcafe.domain.cafe import draft
    from wcafe.doors import doors
    from wcafe.ui.settings import Settings
    from wcafe.ui.window.desk import Desk
    from wcafe.ui.window.start import make_app
    from wcafe.ui.window.workspaces import Aside, Workspace

    path = folder / "phones.wcafe"
    create_cafe(path, draft(title="Phones", language="fr", tables=TABLES))
    app = make_app()
    settings = Settings(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
    desk = Desk(doors(), settings, home=folder)
    desk.start(path)
    assert desk.cafe is not None
    services = desk.cafe.services
    assert services.station is not None
    serving = services.station.start("127.0.0.1")
    services.live.start("talk:0")
    codes = services.phones.way_in.codes()
    wish = {
        "address": serving.url.removeprefix("http://"),
        "event": services.cafes.get().id,
        "tokens": [services.phones.join(codes[n % TABLES]).token for n in range(PHONES)],
        "seconds": seconds,
    }
    desk.go(Aside.PHONES)
    late = {"at rest": lateness(min(seconds, 3))}
    for shown in (Workspace.LIVE, Workspace.NOTES):
        desk.go(shown)
        app.processEvents()
        command = [sys.executable, "-m", "tests.bench.phones_desk", "--phones", json.dumps(wish)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
            late[str(shown)] = lateness(seconds)
            saved = int(program.communicate()[0])
        print(f"{shown}: {saved} notes saved in {seconds:.0f} s")
    desk.close()
    return late


def write(wish: dict[str, object]) -> int:
    """Be the phones: write at the rate, and return how many notes were kept."""
    import asyncio

    from tests.bench.troubling import Trouble, Troubling

    class Writing(Troubling):
        async def all(self) -> None:
            async def phone(place: int, token: str) -> None:
                await asyncio.sleep(place / RATE)
                pause = len(self._wish.tokens) / RATE
                while not self.is_over:
                    begun = time.perf_counter()
                    await self.save(token, once=True)
                    await asyncio.sleep(max(0.0, pause - (time.perf_counter() - begun)))

            await asyncio.gather(*(phone(n, each) for n, each in enumerate(self._wish.tokens)))

    writing = Writing(Trouble(**wish))  # type: ignore[arg-type]  # as it was packed
    asyncio.run(writing.all())
    return len(writing.saved)


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.argv[1:2] == ["--phones"]:
        print(write(json.loads(sys.argv[2])))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        late = watch(Path(folder), float(sys.argv[1]) if sys.argv[1:] else SECONDS)
    for shown, beats in late.items():
        print(f"{shown}: p95 {percentile(beats, 0.95):.1f} ms late, at most {max(beats):.0f}")
    return 0 if all(percentile(beats, 0.95) < MOST_LATE for beats in late.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
