"""How long the door holds its window: `python -m tests.bench.door [PEOPLE] [ROUNDS]`.

The café has a plan and ten joker routes; Run stays open in the main window. For a letter, a whole
scanned code, and Enter: the processor time of the program until the window can hear the next key,
which a busy machine does not change, and the time on the wall.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.bench.desk import percentile
from tests.cafes import people
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.badges import badge_code
from wcafe.domain.cafe import Table, draft
from wcafe.doors import doors

PEOPLE, ROUNDS, TYPED, SCANNED = 650, 8, 40, 20
MOST = 50  # milliseconds that a letter may hold the window


def make_crowd(path: Path, guests: int, rounds: int) -> None:
    """Make a planned café of so many people at tables of seven."""
    create_cafe(path, draft(title="Grand café", language="fr", rounds=rounds))
    with open_cafe(path) as cafe:
        cafe.people.save(people(guests))
        tables = (Table(seats=7),) * (guests // 6)
        cafe.cafes.save(replace(cafe.cafes.get(), tables=tables, tables_chosen=True))
        cafe.plans.compose(seconds=1, spare=10)


def look_in_window(folder: Path, guests: int, rounds: int) -> bool:
    """Print what letters, scans and Enter cost; return whether letters are in time."""
    from PySide6.QtCore import QCoreApplication, QSettings, Qt
    from PySide6.QtTest import QTest

    from tests.ui.hands import type_text
    from wcafe.ui.settings import Settings
    from wcafe.ui.window.desk import Desk
    from wcafe.ui.window.start import keep_responsive, make_app
    from wcafe.ui.window.workspaces import Aside, Workspace

    make_app()
    make_crowd(folder / "crowd.wcafe", guests, rounds)
    ini = Settings(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
    desk = Desk(doors(), ini, home=folder)
    desk.start(folder / "crowd.wcafe")
    keep_responsive(desk)
    assert desk.window is not None
    assert desk.own_windows is not None
    desk.window.go(Workspace.LIVE)
    desk.window.go(Aside.DOOR)
    page = desk.own_windows.windows[0].page
    field = page.name_edit
    told: dict[str, list[tuple[float, float]]] = {"letter": [], "scanned code": [], "Enter": []}

    def timed(name: str, do: Callable[[], object]) -> None:
        busy, began = time.process_time(), time.perf_counter()
        do()
        QCoreApplication.processEvents()
        told[name].append((time.process_time() - busy, time.perf_counter() - began))

    def enter() -> None:
        timed("Enter", lambda: QTest.keyClick(field, Qt.Key.Key_Return))

    listed = page._presenter.people
    for each in listed[:TYPED]:
        for letter in each.name[:4]:
            timed("letter", lambda letter=letter: type_text(field, letter))
        enter()
    for each in listed[-SCANNED:]:
        code = badge_code(each.id)
        timed("scanned code", lambda code=code: type_text(field, code))
        enter()
    for name, costs in told.items():
        busy = [1000 * cost for cost, _wall in costs]
        wall = [1000 * cost for _busy, cost in costs]
        print(
            f"{name:13} processor p50 {percentile(busy, 0.5):6.1f}"
            f" p99 {percentile(busy, 0.99):6.1f}"
            f"   wall p50 {percentile(wall, 0.5):6.1f} p99 {percentile(wall, 0.99):6.1f} ms"
        )
    desk.close()
    return percentile([1000 * cost for cost, _wall in told["letter"]], 0.5) <= MOST


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    guests, rounds = (*map(int, sys.argv[1:]), *(PEOPLE, ROUNDS)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder:
        return 0 if look_in_window(Path(folder), guests, rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
