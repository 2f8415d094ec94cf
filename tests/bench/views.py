"""How long Harvest holds its window while views are changed: `python -m tests.bench.views [NOTES]`.

Among 10,000 notes, in one run: what it computes in one go while somebody goes from view to view,
types in the gallery's search, goes through its cards and sizes, types notes that offer words of the
day, and while the headline wall grows; beside the same window at rest.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.bench.desk import percentile
from tests.bench.harvest import KEY, beats_while, many_tables, open_harvest, rest
from tests.bench.search import MOST, NOTES, some_notes, words_of_a_town
from wcafe.domain.notes import Note

PROMPTS = ("Trois constats", "Étonnement", "Analyse", "Propositions")
REST = 2000  # milliseconds after a view was shown for the first time
DAY_WORDS = 300


def look_in_window(notes: list[Note], folder: Path) -> bool:
    """Print how late the event loop is in each view; return whether it is in time."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    from tests.ui.hands import type_text
    from wcafe.ui.notes.views import View

    words = tuple(dict.fromkeys(words_of_a_town(DAY_WORDS, random.Random(7))))
    cafe = replace(many_tables(), prompts=PROMPTS, words=words)
    desk, page = open_harvest(folder, cafe, notes)
    gallery, field = page.gallery.list, page.capture.text_edit

    def watch(name: str, steps: list[Callable[[], object]], *, pause: int = KEY) -> bool:
        _late, own = beats_while(steps, pause=pause)
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
