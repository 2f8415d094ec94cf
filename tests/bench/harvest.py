"""Harvest on the desk with many notes, and how its window fares while something is done."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wcafe.app import create_cafe
from wcafe.domain.cafe import Cafe, draft
from wcafe.domain.notes import Note
from wcafe.doors import doors
from wcafe.services.opened import OpenCafe

BEAT, KEY = 5, 150  # milliseconds between two looks at the clock, and between two keys


def many_tables() -> Cafe:
    """Return a café with room for thousands of notes."""
    return draft(title="10 000", language="fr", tables=100)


def open_harvest(
    folder: Path,
    cafe: Cafe,
    notes: list[Note],
    prepare: Callable[[OpenCafe], object] = lambda _services: None,
) -> tuple[Any, Any]:
    """Return the desk with a new `cafe` of these `notes`, and its page of Harvest on screen.

    `prepare` is done once the notes are there, before the page is looked at.
    """
    from PySide6.QtCore import QSettings

    from wcafe.ui.settings import Settings
    from wcafe.ui.window.desk import Desk
    from wcafe.ui.window.start import keep_responsive, make_app
    from wcafe.ui.window.workspaces import Workspace

    make_app()
    path = folder / "many.wcafe"
    create_cafe(path, cafe)
    settings = Settings(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
    desk = Desk(doors(), settings, home=folder)
    desk.start(path)
    keep_responsive(desk)
    assert desk.cafe is not None
    assert desk.window is not None
    services = desk.cafe.services
    services.notes.change(dict.fromkeys(notes, 0))
    prepare(services)
    services.wait_until_told()
    desk.window.resize(1366, 768)
    desk.window.go(Workspace.NOTES)
    return desk, desk.window.page(Workspace.NOTES)


def rest(milliseconds: int) -> None:
    """Let the window do what it has to for so long."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def beats_while(
    steps: list[Callable[[], object]], *, pause: int = KEY
) -> tuple[list[float], list[float]]:
    """Do `steps`, so far apart; return how late each beat of the event loop was, and what its
    thread computed from one beat to the next, in milliseconds."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    late, own, left, loop = [], [], list(steps), QEventLoop()
    last, used = [time.perf_counter()], [time.thread_time()]

    def beat() -> None:
        now, computed = time.perf_counter(), time.thread_time()
        late.append(max(0.0, (now - last[0]) * 1000 - BEAT))
        own.append((computed - used[0]) * 1000)
        last[0], used[0] = now, computed

    def step() -> None:
        if left:
            left.pop(0)()
        else:
            loop.quit()

    beats, keys = QTimer(), QTimer()
    beats.setTimerType(Qt.TimerType.PreciseTimer)
    beats.timeout.connect(beat)
    keys.timeout.connect(step)
    beats.start(BEAT)
    keys.start(pause)
    loop.exec()
    beats.stop()
    keys.stop()
    return late, own
