"""How quick the desk is: `python -m tests.bench.desk`.

Start to shown window beside an empty PySide6 window, in turns; and how late the event loop is
while workspaces are opened, 648 people are imported, planned and printed and a note is kept by the
desk's own pages, beside the same loop with nothing to do.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.cafes import SHARED
from wcafe.app import create_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.text import new_id
from wcafe.doors import doors
from wcafe.example import make_example

TURNS = 7
BEAT = 10  # milliseconds between two looks at the clock
PEOPLE = 5000  # in a long list
NOTES = 1500  # kept before one more
AFTER = 1  # seconds for which the window is watched after the work
LIST = SHARED / "participants" / "real_deputes_14e_legislature.csv"

EMPTY = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
timer = QTimer()
timer.timeout.connect(lambda: window.windowHandle().isExposed() and os._exit(0))
timer.start(0)
app.exec()
"""

DESK = """
import os
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from wcafe.__main__ import _doors
from wcafe.ui.settings import Settings
from wcafe.ui.window.start import Start, make_app
qt = make_app()
kept = QSettings(sys.argv[2], QSettings.Format.IniFormat)
start = Start(_doors, Settings(kept), Path(sys.argv[1]))
getattr(start, sys.argv[3]).connect(lambda: os._exit(0))
qt.exec()
"""


def start_times(folder: Path) -> tuple[float, float, float]:
    """Return the median seconds until an empty window is shown, ours is, and the café in it."""
    path = folder / "example.wcafe"
    make_example(path)
    empty, shown, ready = [], [], []
    _timed(DESK, str(path), str(folder / "desk.ini"), "ready")
    for _turn in range(TURNS):
        empty.append(_timed(EMPTY))
        for times, what in ((shown, "seen"), (ready, "ready")):
            times.append(_timed(DESK, str(path), str(folder / "desk.ini"), what))
    return statistics.median(empty), statistics.median(shown), statistics.median(ready)


def _timed(program: str, *arguments: str) -> float:
    # who has started wcafe once has its bytecode
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", program, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=surroundings,
    )
    return time.perf_counter() - begun


def lags(folder: Path) -> dict[str, tuple[list[float], list[float]]]:
    """Return how many milliseconds each beat came late, at rest and at work.

    Beside it how long the window's own thread computed from beat to beat: what it would be late
    where nothing else wants the processor.

    Each work goes the way of a click on the desk, with every workspace open, and lasts until a
    second after it was done: what the window shows of it counts as well.
    """
    from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
    from PySide6.QtTest import QTest

    from wcafe.ui.settings import Settings
    from wcafe.ui.window.desk import Desk
    from wcafe.ui.window.start import keep_responsive, make_app
    from wcafe.ui.window.workspaces import Workspace, load

    make_app()
    path = folder / "big.wcafe"
    create_cafe(path, draft(title="648", language="fr"))
    settings = Settings(QSettings(str(folder / "lag.ini"), QSettings.Format.IniFormat))
    desk = Desk(doors(), settings, home=folder)
    desk.start(path)
    keep_responsive(desk)  # as the start of wcafe does
    assert desk.cafe is not None
    assert desk.window is not None
    cafe, window = desk.cafe, desk.window
    told = dict[str, tuple[list[float], list[float]]]()

    def watch(name: str, begin: Callable[[], object]) -> None:
        """Begin something and see how late beats are until a second after all work is done."""
        late, own = told.setdefault(name, ([], []))
        last, used = [time.perf_counter()], [time.thread_time()]
        loop, quiet = QEventLoop(), [0.0]

        def beat() -> None:
            now, computed = time.perf_counter(), time.thread_time()
            late.append(max(0.0, (now - last[0]) * 1000 - BEAT))
            own.append((computed - used[0]) * 1000)
            used[0] = computed
            if cafe.tasks.running:
                quiet[0] = now
            last[0] = now
            if now - quiet[0] > AFTER:
                loop.quit()

        timer = QTimer()
        timer.setInterval(BEAT)
        timer.timeout.connect(beat)
        quiet[0] = last[0] = time.perf_counter()
        timer.start()
        QTimer.singleShot(0, begin)
        loop.exec()
        timer.stop()

    watch("at rest", lambda: None)
    for workspace in Workspace:  # as the start does, one after the other
        watch(f"loading {workspace} ahead", partial(load, workspace))
    for workspace in Workspace:
        watch(f"opening {workspace} for the first time", partial(window.go, workspace))
    window.go(Workspace.PEOPLE)
    importing = window.page(Workspace.PEOPLE)._presenter.importing
    watch("reading a list", lambda: importing.read_file(LIST))
    watch("import", importing.take_in)
    many = folder / "many.csv"
    rows = (f"Ana{n};Silva{n % 700};Org {n % 40};ana{n}@example.org" for n in range(PEOPLE))
    many.write_text("\n".join(("Prénom;Nom;Structure;Courriel", *rows)), encoding="utf-8")
    watch(f"reading a list of {PEOPLE:,}", lambda: importing.read_file(many))
    watch("leaving one of them out", partial(importing.decide_row, 3, False))
    importing.cancel()
    window.go(Workspace.PLAN)
    plan = window.page(Workspace.PLAN)._presenter
    watch("plan", plan.compose)
    press = plan.printing.press
    watch("print", lambda: press.print_to("table-list", folder / "tables.pdf"))
    plan.printing.open()
    watch("printing everything", lambda: plan.printing.save_all(folder / "set"))
    said = [a_note(number) for number in range(NOTES)]
    bring = partial(cafe.services.notes.change, dict.fromkeys(said, 0))
    elsewhere = threading.Thread(target=bring)
    elsewhere.start()
    elsewhere.join()
    cafe.services.wait_until_told()  # as a list that is brought in waits
    watch(f"first look at {NOTES:,} notes", partial(window.go, Workspace.NOTES))
    field = window.page(Workspace.NOTES).capture.text_edit

    def keep_note() -> None:
        field.setPlainText("Un banc")
        QTest.keyClick(field, Qt.Key.Key_Return)

    watch("rest among many notes", lambda: None)
    watch(f"keeping a note among {NOTES:,}", keep_note)
    assert len(cafe.services.notes.all()) == NOTES + 1
    assert len(cafe.services.people.all()) == 648
    assert (folder / "tables.pdf").is_file()
    desk.close()
    return told


def a_note(number: int) -> Note:
    return Note(
        id=NoteId(new_id()),
        table=number % 100,
        round=number % 3,
        kind=list(Kind)[number % len(Kind)],
        text=f"Une idée, la {number} : planter des arbres le long de la rue {number}",
        rev=0,
    )


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(int(share * len(values)), len(values) - 1)]


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.dont_write_bytecode = False  # see `_timed`
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty, shown, ready = start_times(folder)
        print(
            f"start to shown window: empty {empty:.3f} s, wcafe {shown:.3f} s, "
            f"{shown / empty:.2f}×; with the café in it {ready:.3f} s, {ready / empty:.2f}×"
        )
        for work, (late, own) in lags(folder).items():
            p50, p99 = percentile(late, 0.5), percentile(late, 0.99)
            print(
                f"event loop while {work}: p50 {p50:.1f} ms, p99 {p99:.1f} ms, "
                f"most {max(late):.1f} ms, {len(late)} beats; most computed {max(own):.1f} ms"
            )


if __name__ == "__main__":
    main()
