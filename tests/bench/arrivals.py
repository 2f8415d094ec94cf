"""Notes that come by the dozen: `python -m tests.bench.arrivals`.

1,500 notes are at the desk, and 43 more come every second from other threads, as from phones. How
late is the event loop meanwhile, and how long does a note take from the disk to the screen? Beside
it the same desk at rest, and what the window's own thread computes from beat to beat, to tell the
share of a machine that has other things to do.
"""

import argparse
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.desk import BEAT, percentile
from tests.cafes import add_people
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.text import new_id
from wcafe.doors import doors
from wcafe.services.opened import OpenCafe

HERE, A_SECOND, SECONDS = 1500, 43, 30
PEOPLE, PHONES = 400, 4
MOST_LATE, MOST_WAIT = 100, 1000  # milliseconds: the target


class Phones:
    """Threads that each add notes, at moments that are planned beforehand."""

    def __init__(self, cafe: OpenCafe, number: int) -> None:
        self.durable: list[float] = []  # when each note was
        self._cafe = cafe
        self._tables = len(cafe.cafes.get().tables)
        self._begun = time.perf_counter()
        self._notes = iter(range(number))
        self._one_at_a_time = threading.Lock()
        self._threads = [threading.Thread(target=self._send) for _phone in range(PHONES)]
        for thread in self._threads:
            thread.start()

    @property
    def are_done(self) -> bool:
        return not any(thread.is_alive() for thread in self._threads)

    def _send(self) -> None:
        while (number := self._next()) is not None:
            time.sleep(max(0.0, self._begun + number / A_SECOND - time.perf_counter()))
            self._cafe.notes.add(
                table=number * 7 % self._tables,
                round_=number % 3,
                kind=list(Kind)[number % len(Kind)],
                text=f"Un téléphone, idée {number} : des bancs à l'ombre, et de l'eau pour tous",
                device_name=f"phone {number % PHONES}",
            )
            self.durable.append(time.perf_counter())

    def _next(self) -> int | None:
        with self._one_at_a_time:
            return next(self._notes, None)


def watch(
    phones: Phones, shown: Callable[[], int], least: float = 0
) -> tuple[list[float], list[float], list[float]]:
    """Return how late each beat was, what was computed by it, and how long each note waited.

    All in milliseconds. It goes on until all notes are shown, `least` so many seconds. `shown`
    says how many notes the page shows by now; the first that came are shown first.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop, late, own, waited = QEventLoop(), list[float](), list[float](), list[float]()
    before = shown()
    last, used = [begun := time.perf_counter()], [time.thread_time()]

    def beat() -> None:
        now = time.perf_counter()
        late.append(max(0.0, (now - last[0]) * 1000 - BEAT))
        own.append((time.thread_time() - used[0]) * 1000)
        last[0], used[0] = now, time.thread_time()
        came = sorted(phones.durable)[len(waited) : shown() - before]
        waited.extend((now - moment) * 1000 for moment in came)
        are_shown = phones.are_done and len(waited) == len(phones.durable)
        if are_shown and now - begun > least:
            loop.quit()

    timer = QTimer()
    timer.setInterval(BEAT)
    timer.timeout.connect(beat)
    timer.start()
    QTimer.singleShot((SECONDS + 30) * 1000, loop, loop.quit)
    loop.exec()
    timer.stop()
    return late, own, waited


@contextmanager
def a_desk(folder: Path) -> Iterator[tuple[OpenCafe, dict[str, Callable[[], int]]]]:
    """Give the café of a desk and how many notes each workspace shows; asking shows it first."""
    from PySide6.QtCore import QSettings
    from PySide6.QtTest import QTest

    from wcafe.ui.note_cards.filed import Filed
    from wcafe.ui.settings import Settings
    from wcafe.ui.window.desk import Desk
    from wcafe.ui.window.start import keep_responsive, make_app
    from wcafe.ui.window.workspaces import Workspace

    make_app()
    path = folder / "many.wcafe"
    _make(path)
    settings = Settings(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
    desk = Desk(doors(), settings, home=folder)
    desk.start(path)
    keep_responsive(desk)  # as the start of wcafe does
    assert desk.cafe is not None
    assert desk.window is not None
    window = desk.window
    for workspace in Workspace:
        window.go(workspace)
        QTest.qWait(300)
    notes, live, synthesis = map(
        window.page, (Workspace.NOTES, Workspace.LIVE, Workspace.SYNTHESIS)
    )
    seen = [((), 0)]  # rows of the list, and how many of them are notes; counted once they change

    def listed() -> int:
        rows = notes.list.notes.rows
        if rows is not seen[0][0]:
            seen[0] = (rows, sum(isinstance(row, Filed) for row in rows))
        return seen[0][1]

    counted = {
        Workspace.NOTES: listed,
        Workspace.LIVE: lambda: sum(row.notes for row in live.tables.list.rows.rows),
        Workspace.SYNTHESIS: lambda: synthesis._presenter.coverage.notes,
    }

    def at(workspace: Workspace) -> Callable[[], int]:
        def shown() -> int:
            if window.here is not workspace:
                window.go(workspace)
                QTest.qWait(1000)
            return counted[workspace]()

        return shown

    yield desk.cafe.services, {workspace.name: at(workspace) for workspace in counted}
    desk.close()


def _make(path: Path) -> None:
    create_cafe(path, draft(title="Many notes", language="fr"))
    with open_cafe(path) as cafe:
        add_people(cafe, PEOPLE)
        cafe.plans.compose(seconds=1)
        tables = len(cafe.cafes.get().tables)
        kept = cafe.notes.change({_note(number, tables): 0 for number in range(HERE)})
        for number in range(8):
            filed = tuple(note.id for note in kept[number::16])
            cafe.synthesis.name_theme(f"Thème {number + 1}", statement="Ombre", notes=filed)


def _note(number: int, tables: int) -> Note:
    return Note(
        id=NoteId(new_id()),
        table=number % tables,
        round=number % 3,
        kind=list(Kind)[number % len(Kind)],
        text=f"Une idée, la {number} : planter des arbres le long de la rue {number}",
        rev=0,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=SECONDS)
    seconds = parser.parse_args().seconds
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name, a_desk(Path(name)) as (cafe, workspaces):
        number = seconds * A_SECOND
        for workspace, shown in workspaces.items():
            shown()
            resting, _own, _none = watch(Phones(cafe, 0), shown, least=2)
            phones = Phones(cafe, number)
            late, own, waited = watch(phones, shown)
            p99, latest = percentile(late, 0.99), max(waited, default=0.0)
            is_met = len(waited) == number and p99 < MOST_LATE and latest < MOST_WAIT
            print(
                f"{workspace.lower()} on screen, {A_SECOND} notes a second for {seconds} s: "
                f"event loop p99 {p99:.1f} ms, most {max(late):.1f} ms (at rest "
                f"{max(resting):.1f} ms), computed p99 {percentile(own, 0.99):.1f} ms, most "
                f"{max(own):.1f} ms; {len(waited)} of {number} shown, each within "
                f"{latest:.0f} ms; p99 < {MOST_LATE} ms and all within {MOST_WAIT / 1000:.0f} s: "
                f"{'yes' if is_met else 'no'}"
            )


if __name__ == "__main__":
    main()
