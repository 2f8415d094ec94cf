"""How quick the search is while people type: `python -m tests.bench.search [NOTES]`.

Among 10,000 notes, in one run: what a keystroke costs beside a bare scan of the same notes for the
same letters, what it costs to read a note that has changed, and how late the event loop is while
somebody types in Harvest, beside the same window at rest.
"""

import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.bench.desk import percentile
from tests.bench.harvest import beats_while, many_tables, open_harvest, rest
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.search import Index, find_near, look_for
from wcafe.domain.text import fold, new_id

NOTES = 10_000
MOST = 50  # milliseconds that the event loop may be late
SEARCHES = ("jardin partagé", "l’école OU parc", '"près de la gare" -voitures', "jradin", "eau")
STEMS = re.findall(
    r"\w+",
    "arbre banc bruit chemin école eau gare habitant jardin lieu mairie marché parc place quartier "
    "rue savoir soir square travail vélo ville voisin voiture",
)
LINKS = re.findall(
    r"\w+", "avec contre dans de des et la le les mais par pour près sans sur un une"
)


def words_of_a_town(number: int, rng: random.Random) -> list[str]:
    """Return so many words that look like those of notes: half of them of one note alone."""
    ends = ("", "s", "ment", "tion", "age", "é", "ées", "ure")
    letters = "abcdeéfghilmnoprstuv"
    made = (
        "".join(rng.choices(letters, k=rng.randint(3, 8))) + rng.choice(ends)
        for _word in range(number)
    )
    return [*made]


def some_notes(number: int) -> list[Note]:
    rng = random.Random(13)
    rare = words_of_a_town(number, rng)
    notes = []
    for n in range(number):
        said = [
            rng.choice((rng.choice(STEMS), rng.choice(LINKS), rng.choice(rare))) for _ in "·" * 14
        ]
        notes.append(
            Note(
                id=NoteId(new_id()),
                table=n % 100,
                round=n % 3,
                kind=list(Kind)[n % len(Kind)],
                text=f"Près de la gare, {' '.join(said)}" if n % 50 == 0 else " ".join(said),
                rev=0,
            )
        )
    return notes


def keystrokes() -> Iterator[str]:
    """Yield what stands in the field after each key."""
    for search in SEARCHES:
        for end in range(len(search)):
            yield search[: end + 1]


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that `work` takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def look_bare(notes: list[Note]) -> None:
    index = Index[NoteId]()
    reading = timed(lambda: [index.put(note.id, note.text) for note in notes])
    print(f"reading {len(notes):,} notes: {reading:.0f} ms, {reading / len(notes):.3f} ms a note")
    folded = [(note.id, fold(note.text)) for note in notes]
    ours, bare = [], []
    for typed in keystrokes():
        ours.append(timed(lambda typed=typed: index.find(look_for(typed))))
        letters = fold(typed)
        bare.append(
            timed(lambda letters=letters: [note for note, text in folded if letters in text])
        )
    ratio = statistics.median(ours) / statistics.median(bare)
    print(
        f"a keystroke: p50 {percentile(ours, 0.5):.2f} ms, p99 {percentile(ours, 0.99):.2f} ms; "
        f"a bare scan of the folded notes {percentile(bare, 0.5):.2f} ms: {ratio:.2f}×"
    )
    near = timed(lambda: find_near(look_for("jradin habitnat"), index, either="OU"))
    print(f"what is near where nothing is found: {near:.2f} ms")
    changed = timed(lambda: [index.put(note.id, f"{note.text} !") for note in notes[:100]])
    print(f"a note that has changed: {changed / 100:.3f} ms")


def look_in_window(notes: list[Note], folder: Path) -> bool:
    """Print how late the event loop is while somebody types; return whether it is in time."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from tests.ui.hands import type_text

    desk, page = open_harvest(folder, many_tables(), notes)
    field = page.filters.search_edit

    def watch(name: str, steps: list[Callable[[], object]]) -> float:
        late, own = beats_while(steps)
        p99 = percentile(late, 0.99)
        print(
            f"event loop {name}: p50 {percentile(late, 0.5):.1f} ms, p99 {p99:.1f} ms, "
            f"most {max(late):.1f} ms, {len(late)} beats; most computed {max(own):.1f} ms"
        )
        return p99

    def typing(search: str) -> list[Callable[[], object]]:
        field.setFocus()
        keys = [partial(type_text, field, letter) for letter in search]
        backs = [lambda: QTest.keyClick(field, Qt.Key.Key_Backspace)] * 3
        return [*keys, *backs, lambda: QTest.keyClick(field, Qt.Key.Key_Escape)]

    rest(4000)  # the notes are shown and read
    watch("at rest", [lambda: None] * 20)
    in_time = [watch(f"while “{search}” is typed", typing(search)) < MOST for search in SEARCHES]
    page.views.setCurrentIndex(1)
    in_time.append(watch("while “jardin” is typed by theme", typing("jardin")) < MOST)
    desk.close()
    return all(in_time)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    notes = some_notes(int(sys.argv[1]) if len(sys.argv) > 1 else NOTES)
    look_bare(notes)
    with tempfile.TemporaryDirectory() as name:
        is_in_time = look_in_window(notes, Path(name))
    print("kept" if is_in_time else f"broken: p99 of more than {MOST} ms")


if __name__ == "__main__":
    main()
