"""How long sorting holds the window: `python -m tests.bench.sorting [NOTES] [THEMES]`.

Harvest by theme, with 10,000 notes of which nine in ten are sorted into 40 themes. For each way of
sorting, in one run: how long the window waits for it from the click until it can hear the next,
what it computes itself meanwhile, and how long its thread waits for a bare write of the same file.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests.bench.desk import percentile
from tests.bench.harvest import many_tables, open_harvest, rest
from tests.bench.search import some_notes
from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import new_id

NOTES, THEMES, TIMES = 10_000, 40, 9
MOST = 50  # milliseconds that the window may compute for one way of sorting


def some_themes(notes: list[NoteId], number: int) -> tuple[Theme, ...]:
    """Return so many themes that share nine in ten of `notes`."""
    sorted_ = notes[: len(notes) * 9 // 10]
    return tuple(
        Theme(id=ThemeId(new_id()), name=f"Theme {place}", notes=tuple(sorted_[place::number]))
        for place in range(number)
    )


def look_in_window(folder: Path, notes: int, themes: int) -> bool:
    """Print what each way of sorting costs; return whether all are in time."""
    from PySide6.QtWidgets import QApplication

    made = some_notes(notes)
    desk, page = open_harvest(
        folder,
        many_tables(),
        made,
        lambda here: here.synthesis.arrange(some_themes([note.id for note in made], themes)),
    )
    page.views.setCurrentIndex(1)
    rest(6000)  # the notes are shown and read
    presenter, sorting = page._presenter, page._presenter.sorting
    number = count(1)
    left = [each.note.id for each in presenter.filed if not each.theme]

    def first(place: int = 0) -> Theme:
        return sorting.themes[place]

    def put(number: int) -> Callable[[], object]:
        return lambda: sorting.file([left.pop() for _note in range(number)], first(3).id)

    ways: dict[str, Callable[[], object]] = {
        "one note into a theme": put(1),
        "twenty notes into a theme": put(20),
        "one note from theme to theme": lambda: sorting.file(first(4).notes[:1], first(5).id),
        "a new theme for three notes": lambda: sorting.file_under_new(
            [left.pop() for _note in range(3)], f"Said since {next(number)}"
        ),
        "another name": lambda: sorting.rename_theme(first(6), f"Called {next(number)}"),
        "one place later": lambda: sorting.move_theme(first().id, 1),
        "a theme goes": lambda: sorting.remove_theme(first(-1).id),
        "undo": desk.cafe.history.undo,
    }
    in_time = True
    for name, way in ways.items():
        waited, computed = [], []
        for _time in range(TIMES):
            began, used = time.perf_counter(), time.thread_time()
            way()
            for _turn in range(3):
                QApplication.processEvents()  # laid out and drawn
            waited.append((time.perf_counter() - began) * 1000)
            computed.append((time.thread_time() - used) * 1000)
        most = percentile(computed, 0.9)
        in_time = in_time and most < MOST
        print(
            f"{name}: waits p50 {statistics.median(waited):.0f} ms, p90 "
            f"{percentile(waited, 0.9):.0f} ms; computes p50 {statistics.median(computed):.0f} ms, "
            f"p90 {most:.0f} ms"
        )
    desk.close()
    return in_time


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    notes = int(sys.argv[1]) if len(sys.argv) > 1 else NOTES
    themes = int(sys.argv[2]) if len(sys.argv) > 2 else THEMES
    with tempfile.TemporaryDirectory() as name:
        is_in_time = look_in_window(Path(name), notes, themes)
    print("kept" if is_in_time else f"broken: more than {MOST} ms computed")


if __name__ == "__main__":
    main()
