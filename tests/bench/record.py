"""What a record of 1,500 notes costs: `python -m tests.bench.record [NOTES]`.

In one run, beside a bare ReportLab table of the same rows: the number of each note, its words as a
paragraph, its place. The record has columns, a structure tree, a font for each letter and links
beside that. The flash of the same café is measured too.
"""

import io
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from tests.bench.search import some_notes
from wcafe.domain.artefacts import FLASH, RECORD
from wcafe.domain.cafe import draft
from wcafe.domain.live import Live
from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.reports import make_document
from wcafe.services.cafe import Snapshot

NOTES = 1_500
MOST = 10  # times what the bare table takes
TIMES = 3  # of which the quickest counts
NOW = datetime(2026, 11, 26, tzinfo=UTC)


def café_of(notes: int) -> Snapshot:
    said, seen = tuple(some_notes(notes)), Counter[tuple[int, int]]()
    numbers: dict[NoteId, int] = {}
    for note in said:
        seen[note.table, note.round] += 1
        numbers[note.id] = seen[note.table, note.round]
    themes = tuple(
        Theme(id=ThemeId(str(n)), name=f"Thème {n}", notes=tuple(note.id for note in said[n::9]))
        for n in range(8)
    )
    cafe = draft(title="Grand café", language="fr", tables=100)
    return Snapshot(
        cafe=cafe, people=(), plan=None, live=Live(), notes=said, themes=themes, numbers=numbers
    )


def bare_table(shot: Snapshot) -> bytes:
    style = getSampleStyleSheet()["BodyText"]
    rows = [
        [
            str(shot.numbers[note.id]),
            Paragraph(escape(note.text), style),
            f"T{note.table + 1} R{note.round + 1}",
        ]
        for note in shot.notes
    ]
    target = io.BytesIO()
    SimpleDocTemplate(target).build([Table(rows, colWidths=[30, 360, 60])])
    return target.getvalue()


def quickest(make: Callable[[], object]) -> float:
    """Return the seconds of the quickest of some runs."""
    taken = []
    for _run in range(TIMES):
        began = time.perf_counter()
        make()
        taken.append(time.perf_counter() - began)
    return min(taken)


def main(notes: int = NOTES) -> int:
    shot = café_of(notes)
    bare = quickest(lambda: bare_table(shot))
    record = quickest(lambda: make_document(RECORD, shot, NOW))
    flash = quickest(lambda: make_document(FLASH, shot, NOW))
    print(f"a bare table of {notes} notes: {bare:.2f} s")
    print(f"their record: {record:.2f} s, {record / bare:.1f} times (at most {MOST})")
    print(f"their flash: {flash:.2f} s")
    return record > MOST * bare


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
