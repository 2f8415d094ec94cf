"""How long the details of notes hold the window: `python -m tests.bench.details [NOTES]`.

Harvest by table with 10,000 notes, one in three of which belongs to another one. In one run: what
opening the details, choosing other notes beside them, saying a fact and opening a history cost the
thread of the window, drawing included.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from tests.bench.desk import percentile
from tests.bench.harvest import many_tables, open_harvest, rest
from tests.bench.search import some_notes
from wcafe.domain.notes import Note

NOTES, TIMES = 10_000, 15
SAVE = "saying a fact of one note"  # a single save may take longer
MOST = 50  # milliseconds that the window may compute for one of these


def nested_notes(number: int) -> list[Note]:
    """Return so many notes of which each third one belongs to another of its table and round."""
    notes = some_notes(number)
    first: dict[tuple[int, int], Note] = {}
    made = []
    for place, note in enumerate(notes):
        above = first.setdefault((note.table, note.round), note)
        is_below = place % 3 == 0 and above is not note
        made.append(replace(note, parent=above.id) if is_below else note)
    return made


def look_in_window(folder: Path, notes: int) -> bool:
    """Print what each wish costs; return whether all are in time."""
    from PySide6.QtCore import QItemSelection, QItemSelectionModel
    from PySide6.QtWidgets import QApplication

    from wcafe.ui.notes.history_dialog import HistoryDialog

    cafe = replace(many_tables(), prompts=("Three findings", "Proposals"))
    desk, page = open_harvest(folder, cafe, nested_notes(notes))
    rest(6000)  # the notes are shown and read
    view, details, presenter = page.list, page.details, page._presenter
    places = cycle(range(1, min(60, len(view.notes.rows)), 2))
    flag = QItemSelectionModel.SelectionFlag

    def choose() -> None:
        view.selectionModel().setCurrentIndex(view.notes.index(next(places)), flag.ClearAndSelect)

    def choose_some() -> None:
        first = next(places)
        rows = QItemSelection(view.notes.index(first), view.notes.index(first + 4))
        view.selectionModel().select(rows, flag.ClearAndSelect)

    def open_and_close() -> None:
        details.close_card()
        page.note_actions.details_button.click()

    def open_history() -> None:
        page.note_actions.history_action.trigger()
        for dialog in page.findChildren(HistoryDialog):
            dialog.close()

    votes = cycle(range(1, 99))
    wishes: dict[str, Callable[[], object]] = {
        "choosing a note, no details": choose,
        "opening the details": open_and_close,
        "choosing a note": choose,
        "choosing several notes": choose_some,
        "opening a history": open_history,
        SAVE: lambda: presenter.facts.count_votes(
            presenter.of(details.notes)[:1], str(next(votes))
        ),
    }
    choose()
    in_time = True
    for name, wish in wishes.items():
        if name == "opening a history":
            choose()
        computed = []
        for _time in range(TIMES):
            used = time.thread_time()
            wish()
            for _turn in range(3):
                QApplication.processEvents()  # laid out and drawn
            computed.append((time.thread_time() - used) * 1000)
        most = percentile(computed, 0.9)
        in_time = in_time and (most < MOST or name == SAVE)
        print(f"{name}: computes p50 {statistics.median(computed):.0f} ms, p90 {most:.0f} ms")
    desk.close()
    return in_time


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    notes = int(sys.argv[1]) if len(sys.argv) > 1 else NOTES
    with tempfile.TemporaryDirectory() as name:
        is_in_time = look_in_window(Path(name), notes)
    print("kept" if is_in_time else f"broken: more than {MOST} ms computed")


if __name__ == "__main__":
    main()
