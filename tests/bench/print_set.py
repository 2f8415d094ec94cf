"""What all that is printed for 300 people costs: `python -m tests.bench.print_set [PEOPLE]`.

In one run, beside a bare ReportLab drawing of the same pages: each piece of text where it stands
and as many lines and filled rectangles, in a standard font, with no structure tree, no letters of
other scripts and nothing worked out. How late the window's beats come meanwhile is told by
`python -m tests.bench.desk`.
"""

import io
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdf
from reportlab.pdfgen.canvas import Canvas

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.cafe import draft
from wcafe.domain.people import Person, PersonId
from wcafe.domain.text import new_id
from wcafe.reports import make_one_document
from wcafe.services.cafe import Snapshot

PEOPLE, ROUNDS = 300, 4
MOST = 8  # times what the bare drawing takes
TIMES = 3  # of which the quickest counts
NOW = datetime(2026, 11, 26, tzinfo=UTC)


@dataclass
class BarePage:
    """A page as bare strokes: its size, texts as (x, y, words), how many lines and rectangles."""

    size: tuple[float, float]
    texts: list[tuple[float, float, str]] = field(default_factory=list)
    lines: int = 0
    rectangles: int = 0


def a_cafe(people: int) -> Snapshot:
    """Return a planned café of so many people, all of whom were seen at the door."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "set.wcafe"
        create_cafe(path, draft(title="Quartier 2030 : prendre part", language="fr", rounds=ROUNDS))
        with open_cafe(path) as cafe:
            cafe.people.save(
                Person(
                    id=PersonId(new_id()),
                    given=f"Marie-{number}",
                    family=f"Le Goff-{number % 97}",
                    organisation=f"Association {number % 40}",
                    group="AB"[number % 2],
                    arrived=True,
                )
                for number in range(people)
            )
            cafe.plans.compose(seconds=1)
            return cafe.cafes.snapshot()


def bare_pages(pdf: bytes) -> list[BarePage]:
    """Return what is drawn on the pages of `pdf`."""
    found = []
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        bare = BarePage((float(page.mediabox.width), float(page.mediabox.height)))

        def text(words: str, cm: Any, tm: Any, _font: Any, _size: Any, bare: Any = bare) -> None:
            if words.strip():
                bare.texts.append((cm[4] + tm[4], cm[5] + tm[5], words.strip()))

        def stroke(operator: bytes, _args: Any, _cm: Any, _tm: Any, bare: Any = bare) -> None:
            bare.lines += operator == b"l"
            bare.rectangles += operator == b"re"

        page.extract_text(visitor_text=text, visitor_operand_before=stroke)
        found.append(bare)
    return found


def drawn_bare(pages: list[BarePage]) -> bytes:
    """Draw them with nothing but a canvas."""
    target = io.BytesIO()
    canvas = Canvas(target)
    for page in pages:
        canvas.setPageSize(page.size)
        canvas.setFont("Helvetica", 9)
        for x, y, words in page.texts:
            canvas.drawString(x, y, words)
        for number in range(page.lines):
            canvas.line(20, number % 800, 200, number % 800)
        for number in range(page.rectangles):
            canvas.rect(20, number % 800, 5, 5, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def quickest(make: Callable[[], object]) -> float:
    """Return the seconds of the processor that the quickest of some runs took."""
    taken = []
    for _run in range(TIMES):
        began = time.process_time()
        make()
        taken.append(time.process_time() - began)
    return min(taken)


def main(people: int = PEOPLE) -> int:
    shot = a_cafe(people)
    wanted = dict.fromkeys(HANDOUTS, PrintOptions())
    made = make_one_document(wanted, shot, NOW)
    pages = bare_pages(made.pdf)
    ours = quickest(lambda: make_one_document(wanted, shot, NOW))
    bare = quickest(lambda: drawn_bare(pages))
    kinds = len(wanted) - len(made.lacking)
    print(f"{kinds} things for {people} people, {len(pages)} pages: {ours:.2f} s of the processor")
    print(f"the same pages drawn bare: {bare:.2f} s; {ours / bare:.1f} times (at most {MOST})")
    return ours > MOST * bare


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
