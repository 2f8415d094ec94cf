"""How long Harvest holds its window while views are changed: `python -m tests.bench.views [NOTES]`.

Among 10,000 notes, in one run: what it computes in one go while somebody goes from view to view,
types in the gallery's search, goes through its cards and sizes, types notes that offer words of the
day, and while the headline wall grows; beside the same window at rest.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.bench.desk import percentile
from tests.bench.search import BEAT, KEY, MOST, NOTES, some_notes, words_of_a_town
from wcafe.app import create_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.notes import Note
from wcafe.doors import doors

PROMPTS = ("Trois constats", "Étonnement", "Analyse", "Propositions")
REST = 2000  # milliseconds after a view was shown for the first time
DAY_WORDS = 300


def look_in_window(notes: list[Note], folder: Path) -> bool:
    """Print how late the event loop is in each view; return whether it is in time."""
    import random

    from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    from tests.ui.hands import type_text
    from wcafe.ui.notes.views import View
    from wcafe.ui.settings import Settings
    from wcafe.ui.window.desk import Desk
    from wcafe.ui.window.start import keep_responsive, make_app
    from wcafe.ui.window.workspaces import Workspace

    make_app()
    path = folder / "many.wcafe"
    words = tuple(dict.fromkeys(words_of_a_town(DAY_WORDS, random.Random(7))))
    cafe = replace(draft(title="10 000", language="fr", tables=100), prompts=PROMPTS, words=words)
    create_cafe(path, cafe)
    settings = Settings(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
    desk = Desk(doors(), settings, home=folder)
    desk.start(path)
    keep_responsive()
    assert desk.cafe is not None
    assert desk.window is not None
    desk.cafe.services.notes.change(dict.fromkeys(notes, 0))
    desk.cafe.services.wait_until_told()
    desk.window.resize(1366, 768)
    desk.window.go(Workspace.NOTES)
    page = desk.window.page(Workspace.NOTES)
    gallery, field = page.gallery.list, page.capture.text_edit

    def rest(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def watch(name: str, steps: list[Callable[[], object]], *, pause: int = KEY) -> bool:
        own, left, loop = [], list(steps), QEventLoop()
        used = [time.thread_time()]

        def beat() -> None:
            computed = time.thread_time()
            own.append((computed - used[0]) * 1000)
            used[0] = computed

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
        print(
            f"{name}: p50 {percentile(own, 0.5):.1f} ms, p99 {percentile(own, 0.99):.1f} ms, "
            f"most {max(own):.1f} ms computed in one go"
        )
        return percentile(own, 0.99) < MOST

    def show(view: View) -> Callable[[], object]:
        return partial(page.views.setCurrentIndex, view.place)

    def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> Callable[[], object]:
        return lambda: QTest.keyClick(widget, key, held)

    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    rest(4000)
    watch("at rest", [lambda: None] * 20)
    in_time = [
        watch(f"{view.value}, shown for the first time", [show(view)], pause=REST)
        for view in (View.PROMPT, View.GALLERY, View.THEME, View.TABLE)
    ]
    again = [show(view) for view in (*View, *View)]
    in_time.append(watch("from view to view", again, pause=4 * KEY))
    page.views.setCurrentIndex(View.GALLERY.place)
    search = page.filters.search_edit
    search.setFocus()
    typing = [partial(type_text, search, letter) for letter in "jardin"]
    typing.append(press(search, Qt.Key.Key_Escape, none))
    in_time.append(watch("“jardin” is looked for in the gallery", typing))
    gallery.setFocus()
    arrows = [Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Left] * 5
    walk = [press(gallery, key, none) for key in arrows]
    in_time.append(watch("from card to card", walk))
    sizes = [Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0]
    zooms = [press(gallery, key, control) for key in sizes]
    in_time.append(watch("nearer and farther", zooms, pause=4 * KEY))
    page.views.setCurrentIndex(View.TABLE.place)
    field.setFocus()
    letters = [partial(type_text, field, letter) for letter in f"près de {words[0][:3]} la gare"]
    in_time.append(watch("a note is typed and words are offered", letters))
    field.clear()
    desk.close()
    return all(in_time)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    notes = [
        replace(note, prompt=(*PROMPTS, "")[n % 5])
        for n, note in enumerate(some_notes(int(sys.argv[1]) if len(sys.argv) > 1 else NOTES))
    ]
    with tempfile.TemporaryDirectory() as name:
        is_in_time = look_in_window(notes, Path(name))
    print("kept" if is_in_time else f"broken: p99 of more than {MOST} ms in one go")


if __name__ == "__main__":
    main()
