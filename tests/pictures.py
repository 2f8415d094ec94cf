"""Pictures of every workspace and the room window: `make pictures`.

Each in French and English, light and dark, at 1280 × 800 and at twice the scale, of the example
café in the middle of its second round. Two of them are shown in the README.
"""

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from wcafe import app
from wcafe.doors import doors
from wcafe.example import make_example
from wcafe.ui.settings import Settings
from wcafe.ui.widgets.theme import Look
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.start import make_app
from wcafe.ui.window.workspaces import Workspace

SIZE = (1280, 800)
SCALES = ("1", "2")


def main(target: Path) -> int:
    target.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        facts = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
            "TZ": _afternoon(datetime.now(UTC)),
        }
        command = [sys.executable, "-m", "tests.pictures", str(target), scale]
        subprocess.run(command, env=facts, check=True)
    print(f"{len(list(target.glob('*.png')))} pictures in {target}")
    return 0


def _afternoon(now: datetime) -> str:
    """Return a time zone in which it is five to three, whenever the pictures are taken."""
    ahead = (14 * 60 + 55 - now.hour * 60 - now.minute) % (24 * 60)  # minutes
    if ahead > 12 * 60:
        ahead -= 24 * 60
    hours, minutes = divmod(abs(ahead), 60)
    return f"CAFE{'-' if ahead > 0 else '+'}{hours}:{minutes:02}"  # POSIX counts the other way


def take(target: Path, scale: str) -> None:
    """Take the pictures of one scale factor, which Qt reads when it starts."""
    make_app()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quartier-2030.wcafe"
        make_example(path)
        _begin_second_round(path)
        kept = QSettings(str(Path(folder) / "desk.ini"), QSettings.Format.IniFormat)
        desk = Desk(doors(), Settings(kept), home=Path(folder))
        desk.start(path)
        for language in ("fr", "en"):
            for look in (Look.LIGHT, Look.DARK):
                desk.speak(language)
                desk.apply_look(look)
                _settle()
                _take_each(desk, target, f"{language}-{look}-x{scale}")
        desk.close()


def _begin_second_round(path: Path) -> None:
    """Let the second round of the example be seven and a half minutes old."""
    now = datetime.now(UTC)
    begun = now - timedelta(minutes=7, seconds=36)
    with app.open_cafe(path, now=lambda: begun) as cafe:
        cafe.live.start("talk:1")


def _take_each(desk: Desk, target: Path, name: str) -> None:
    window = desk.window
    assert window is not None
    window.resize(*SIZE)
    window.tell.dismiss()
    for workspace in Workspace:
        window.go(workspace)
        _settle()
        window.grab().save(str(target / f"{workspace.place + 1}-{workspace}-{name}.png"))
    desk.room_window()
    _settle()
    room = window.page(Workspace.LIVE).room
    room.resize(1280, 720)
    _settle()
    room.grab().save(str(target / f"7-room-{name}.png"))
    desk.room_window()


def _settle(milliseconds: int = 900) -> None:
    """Let the window do what it does by itself: look again, draw, preview."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        take(Path(sys.argv[1]), sys.argv[2])
    else:
        sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/pictures")))
