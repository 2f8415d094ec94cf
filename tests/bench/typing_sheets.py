"""Boxes an hour, typed beside the picture: with the ticks read, and with nothing read.

Run `python -m tests.bench.typing_sheets [PHOTOS]`. The same hands type the same notes into the real
window twice: once with all ticks preset as the reader gives them (what is unsure is asked), once
with none, where the hands choose kind, support and table themselves. What the window takes is
measured; what a person takes is counted from the keys and clicks by the keystroke-level model
(Card, Moran and Newell, 1980): a key of running text 0.20 s (60 words a minute), another key
0.28 s, pointing with the mouse 1.10 s, a click 0.20 s, the hand from keyboard to mouse or back
0.40 s, thinking before a choice 1.20 s; reading handwriting 0.03 s a letter more. Notes are the
texts of the example café. So the two differ by what has to be chosen and by nothing else.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest

from wcafe import app
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.photos import BoxRead, Photo, PhotoId
from wcafe.domain.text import new_id
from wcafe.doors import doors
from wcafe.ui.notes.views import View
from wcafe.ui.settings import Settings
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.start import make_app
from wcafe.ui.window.workspaces import Workspace

LETTER, KEY, POINT, CLICK, HAND, THINK, READ = 0.2, 0.28, 1.1, 0.2, 0.4, 1.2, 0.03  # seconds
UNSURE = 0.03  # of the ticks, at most what the reader may ask
SEED = 15
TEXTS = (
    "L'été, il fait plus frais au cimetière que sur la place.",
    "Qui entretient quand les bénévoles partent en vacances ?",
    "Les bancs au soleil sont vides, ceux à l'ombre sont pris.",
    "Un jardin partagé derrière la médiathèque, ouvert des écoles.",
    "Prêter les clés du jardin comme on prête un livre.",
)


@dataclass
class Hands:
    """Types and clicks, and counts what a person would take for it."""

    seconds: float = 0.0
    counts: Counter = field(default_factory=Counter)

    def spend(self, what, each, number=1):
        self.counts[what] += number
        self.seconds += each * number

    def type(self, field, text):
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                QCoreApplication.sendEvent(field, QKeyEvent(kind, 0, none, letter))
        self.spend("letters", LETTER + READ, len(text))

    def press(self, field, key):
        QTest.keyClick(field, key)
        self.spend("keys", KEY)

    def click(self, button):
        """Think, take the mouse, point, click, and come back to the keys."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.spend("clicks", THINK + 2 * HAND + POINT + CLICK)

    def choose(self, field, key):
        """Open a list by the mouse and point at an entry."""
        field.setCurrentIndex(field.findData(key))
        field.activated.emit(field.currentIndex())
        self.spend("lists", THINK + 2 * HAND + 2 * (POINT + CLICK))


def boxes_of(rng):
    """Return what tables ticked on one sheet: as in the simulated sheets of the reader's tests."""
    return [
        BoxRead(
            box=number,
            kind=rng.choice(list(Kind)) if rng.random() < 0.85 else None,
            support=rng.choice(list(Support)) if rng.random() < 0.6 else None,
            from_table=rng.randrange(1, 12) if rng.random() < 0.4 else None,
        )
        for number in range(1, 6)
    ]


def as_read(box, rng):
    """Return a box as the reader gives it: a few ticks are asked."""
    unsure = tuple(
        name
        for name in ("kind", "support", "from_table")
        if getattr(box, name) is not None and rng.random() < UNSURE
    )
    return replace(box, unsure=unsure, **dict.fromkeys(unsure))


def type_all(sheets, *, is_read):
    """Type all boxes in a window of its own; return the hands, and the seconds of the window."""
    rng, jpeg = Random(SEED), white_paper()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "typed.wcafe")
        cafe = draft(title="Typed", language="fr", rounds=4, tables=12, questions=(), day=None)
        app.create_cafe(path, cafe)
        with app.open_cafe(path) as opened:
            for number, boxes in enumerate(sheets):
                seen = tuple(
                    as_read(box, rng) if is_read else BoxRead(box=box.box) for box in boxes
                )
                opened.photos.add(photo(number, seen), jpeg)
        settings = Settings(QSettings(str(Path(folder, "d.ini")), QSettings.Format.IniFormat))
        desk = Desk(doors(), settings, home=Path(folder))
        desk.start(path)
        desk.go(Workspace.NOTES)
        page = desk.window.pages.page(Workspace.NOTES)
        page.show_view(View.PHOTOS.place)
        hands, longest, began = Hands(), 0.0, time.perf_counter()
        for boxes in sheets:
            for box in boxes:
                start = time.perf_counter()
                type_box(hands, page.photos.view.typing, box)
                QCoreApplication.processEvents()
                longest = max(longest, time.perf_counter() - start)
        window = time.perf_counter() - began
        notes = desk.cafe.services.notes.all()
        said = [(note.kind, note.support, note.from_table) for note in notes]
        wanted = [(b.kind or Kind.INSIGHT, b.support, b.from_table) for s in sheets for b in s]
        assert said == wanted, "the hands did not type what stands on the sheets"
        desk.close()
    return hands, window, longest


def white_paper():
    data, image = QBuffer(), QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(data, "JPEG")
    return bytes(data.data())


def photo(number, boxes):
    return Photo(
        id=PhotoId(new_id()),
        name=f"IMG_{number}.jpg",
        digest=str(number),
        came=datetime(2026, 11, 26, 18, tzinfo=UTC),
        width=1,
        height=1,
        size=28,
        sha256="",
        table=0,
        round=number % 4,
        page=1 + number // 4,
        boxes=boxes,
    )


def type_box(hands, card, box):
    """Type one box as a person does: look at the ticks, put right what is not as they say."""
    hands.type(card.text_edit, TEXTS[box.box - 1])
    draft_ = card._draft
    if draft_.kind is not (box.kind or Kind.INSIGHT) or "kind" in draft_.asked:
        hands.click(card.kind_choice.buttons[box.kind or Kind.INSIGHT])
    if draft_.support is not box.support:
        hands.click(card.support_choice.buttons[box.support])
    if draft_.from_table != box.from_table:
        hands.choose(card.from_choice, box.from_table)
    hands.press(card.text_edit, Qt.Key.Key_Return)


def main(photos=12):
    make_app()
    rng = Random(SEED)
    sheets = [boxes_of(rng) for _sheet in range(photos)]
    boxes, hours = photos * 5, {}
    for is_read in (False, True):
        hands, window, longest = type_all(sheets, is_read=is_read)
        total = hands.seconds + window
        hours[is_read] = boxes / total * 3600
        print(
            f"{'ticks read' if is_read else 'nothing read'}: {hours[is_read]:.0f} boxes an hour; "
            f"{hands.seconds / boxes:.1f} s a box of hands, {window / boxes * 1000:.0f} ms of the "
            f"window (longest {longest * 1000:.0f} ms); {dict(hands.counts)}"
        )
    print(f"{hours[True] / hours[False]:.2f} times as many with the ticks read")


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
