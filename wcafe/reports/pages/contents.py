"""A table of contents: titles and the pages on which they stand, each a link."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from reportlab.platypus import Flowable

from wcafe.reports.pages.links import Entry
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.runs import Face, Run, page_of
from wcafe.reports.pages.styles import CONTENTS, CONTENTS_PAGE, SAND
from wcafe.reports.pages.tags import Node
from wcafe.reports.pages.words import Link

_PAGE = 26  # points that the number of a page takes
_STEP = 12  # points by which an entry below another one is indented


def contents(entries: Iterable[Entry], paper: Paper, table: Node) -> list[Flowable]:
    """Return one line an entry; `table` is the TOC of the structure, which may be older."""
    says = paper.words.gettext("Go to “{title}”")
    lines: list[Flowable] = []
    for entry in entries:
        item = table.add("TOCI")
        told = says.format(title=entry.title)
        title = Run(text=entry.title, link=Link(entry.place, told))
        page = page_of(entry.place, told, "{page}")
        page = replace(page, face=Face.PLAIN)
        lines.append(
            _Row(
                paper.runs([title], CONTENTS, tag="Reference", parent=item),
                paper.runs([page], CONTENTS_PAGE, tag="Reference", parent=item),
                entry.depth * _STEP,
            )
        )
    return lines


class _Row(Flowable):
    """A title, a thin line, and the number of its page at the right edge."""

    def __init__(self, title: TaggedParagraph, page: TaggedParagraph, indent: float) -> None:
        super().__init__()
        self._title, self._page, self._indent = title, page, indent
        self.spaceAfter = title.style.spaceAfter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _width, high = self._title.wrap(width - self._indent - _PAGE, height)
        self._page.wrap(_PAGE, height)
        self.width, self.height = width, high
        return width, high

    def draw(self) -> None:
        canvas: Any = self.canv
        last: Sequence[Any] = self._title.lines[-1:]
        begin = self._indent + (last[0].width if last else 0) + 5
        with canvas.artifact():
            canvas.setStrokeColor(SAND)
            canvas.setLineWidth(0.5)
            canvas.setDash(0.5, 2.5)
            canvas.line(begin, 3.5, max(begin, self.width - _PAGE + 6), 3.5)
            canvas.setDash()
        self._title.drawOn(canvas, self._indent, 0)
        self._page.drawOn(canvas, self.width - _PAGE, 0)
