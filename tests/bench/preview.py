"""How long the preview holds its window: `python -m tests.bench.preview [NOTES]`.

With 1,500 notes, in one run beside the same window at rest: while the synthesis is made, shown,
walked through, made larger, searched and made again after a note changed.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.desk import NOTES, a_note, percentile
from tests.bench.harvest import KEY, beats_while, many_tables, open_harvest, rest

MOST = 100  # milliseconds late at the 99th of a hundred beats


def look_in_window(number: int, folder: Path) -> bool:
    """Print how late the event loop is at each work; return whether it is in time."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from tests.ui.hands import type_text
    from wcafe.ui.synthesis.page import View
    from wcafe.ui.window.workspaces import Workspace

    notes = [a_note(n) for n in range(number)]
    desk, _page = open_harvest(folder, many_tables(), notes, _name_themes)
    desk.window.go(Workspace.SYNTHESIS)
    page = desk.window.page(Workspace.SYNTHESIS)
    pages, view = page._presenter.pages, page.preview.view

    def watch(name: str, steps: list[Callable[[], object]], *, pause: int = KEY) -> bool:
        late, own = beats_while(steps, pause=pause)
        print(
            f"{name}: p50 {percentile(late, 0.5):.1f} ms, p99 {percentile(late, 0.99):.1f} ms, "
            f"most {max(late):.1f} ms late; most computed {max(own):.1f} ms"
        )
        return percentile(late, 0.99) < MOST

    def watch_making(name: str, begin: Callable[[], object]) -> bool:
        begun, before = time.perf_counter(), pages.made
        ends: list[float] = []

        def look() -> None:
            if pages.made is not before and not ends:
                ends.append(time.perf_counter() - begun)

        steps = [begin, *[look] * 40]
        in_time = watch(name, steps, pause=500)
        print(f"  {view.pages} pages after {ends[0]:.1f} s" if ends else "  not there in time")
        return in_time

    key = partial(QTest.keyClick, view)
    rest(3000)
    watch("at rest", [lambda: None] * 20)
    in_time = [
        watch_making("made for the first time", partial(page.views.setCurrentIndex, View.PREVIEW)),
        watch("from page to page", [partial(key, Qt.Key.Key_PageDown)] * 20),
        watch("to the end and back", [partial(key, k) for k in (Qt.Key.Key_End, Qt.Key.Key_Home)]),
        watch(
            "nearer",
            [partial(key, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)] * 6,
            pause=600,
        ),
        watch("page width again", [view.fit_width], pause=600),
    ]
    page.preview.find_bar.open()
    field = page.preview.find_bar.field
    typing: list[Callable[[], object]] = [partial(type_text, field, each) for each in "une idee"]
    in_time.append(watch("“une idee” is looked for", [*typing, *[lambda: None] * 10]))
    print(f"  {page.preview.find_bar.count.text()}")
    in_time.append(watch_making("made again", partial(_change_a_note, desk)))
    desk.close()
    return all(in_time)


def _name_themes(services: Any) -> None:
    notes = [note.id for note in services.notes.all()]
    for n in range(12):
        services.synthesis.name_theme(f"Thème {n + 1}", notes=notes[n::15])


def _change_a_note(desk: Any) -> None:
    from wcafe.domain.kinds import Kind

    desk.cafe.services.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Encore un banc")


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        number = int(sys.argv[1]) if len(sys.argv) > 1 else NOTES
        is_in_time = look_in_window(number, Path(name))
    print("kept" if is_in_time else f"broken: p99 of {MOST} ms late or more")


if __name__ == "__main__":
    main()
