"""The café in figures: tiles and bars."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.notes import has_kinds
from wcafe.i18n import labelled
from wcafe.reports.pages.fitting import lines_of
from wcafe.reports.pages.flowables import Drawing
from wcafe.reports.pages.fonts import SANS
from wcafe.reports.pages.lines import draw_line, shortened, width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.side_by_side import SideBySide
from wcafe.reports.pages.styles import ACCENT, CAPTION, FIGURE, INK, MUTED, SMALL
from wcafe.reports.pages.symbols import draw_theme_symbol, hue_of
from wcafe.services.cafe import Snapshot
from wcafe.services.known_figures import figures_known, seats_come_from

_WIDTH = 170 * mm
_LEAST_LABEL, _MOST_LABEL = 40 * mm, 100 * mm
_GAP = 6
_ROW = 20  # points from one bar to the next
_MOST_BARS = 24  # about a page
_MOST_ACROSS = 5  # tiles
_SIZE, _SMALL_SIZE = 9, 8  # of a label that takes one line, and of one that takes two


def in_figures(snapshot: Snapshot, themes: Sequence[object], paper: Paper) -> list[Flowable]:
    """Return the chapter of figures; what is not known is left out."""
    _ = paper.words.gettext
    story: list[Flowable] = [paper.chapter(_("The café in figures"))]
    tiles = figures_known(snapshot, len(themes), paper.words)
    across = _in_even_rows(len(tiles))
    for first in range(0, len(tiles), across):
        row = tiles[first : first + across]
        stacks: list[list[Flowable]] = [
            [paper.text(value, FIGURE), paper.text(label, SMALL)] for value, label in row
        ]
        blank: list[list[Flowable]] = [[] for _tile in range(across - len(stacks))]
        story.append(SideBySide([*stacks, *blank], gap=6 * mm, pad=(0, 14)))
    if told := seats_come_from(snapshot, paper.words):
        story.append(paper.text(told, CAPTION))
    kinds = Counter(note.kind for note in snapshot.notes)
    if has_kinds(snapshot.notes):
        story.append(paper.label(_("Notes by kind")))
        found = [kind for kind in Kind if kinds[kind]]
        labels = snapshot.cafe.kind_labels
        named = [(kind_group(kind, paper.words, labels), kinds[kind], None) for kind in found]
        story.append(bars(named, paper))
    return story


def _in_even_rows(tiles: int) -> int:
    """Return how many tiles stand side by side, so that no row has one alone.

    >>> [_in_even_rows(tiles) for tiles in (1, 4, 5, 6, 7, 8, 9)]
    [1, 4, 5, 3, 4, 4, 5]
    """
    rows = -(-tiles // _MOST_ACROSS)
    return -(-tiles // max(rows, 1)) or 1


def bars(rows: Sequence[tuple[str, int, int | None]], paper: Paper) -> Drawing:
    """Return a bar chart of labels and counts; a theme's mark gives the row its look."""
    rows = rows[:_MOST_BARS]
    most = max(count for _label, count, _number in rows)
    told = "; ".join(labelled(label, count, paper.words) for label, count, _number in rows)
    height = _ROW * len(rows)
    labels = [_label(paper.set(label), number) for label, _count, number in rows]
    wide = max(_LEAST_LABEL, *(label.width for label in labels))

    def paint(canvas: Any) -> None:
        room = _WIDTH - wide - 14 * mm
        for place, (_said, count, number) in enumerate(rows):
            low = height - (place + 1) * _ROW
            if number is not None:
                draw_theme_symbol(canvas, number, 0, low + 5, 9)
            canvas.setFillColor(INK)
            labels[place].draw(canvas, low)
            canvas.setFillColor(ACCENT if number is None else hue_of(number))
            canvas.roundRect(wide, low + 4, max(room * count / most, 3), 11, 2, stroke=0, fill=1)
            canvas.setFillColor(MUTED)
            end = wide + room * count / most + 6
            draw_line(canvas, paper.number(count), end, low + 7, size=8)

    paper.note_missing(told)
    return Drawing(_WIDTH, height, paint, paper.root.add("Figure", alt=told))


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands before a bar, in one line or two; how far it goes from the left edge."""

    lines: tuple[str, ...]
    size: float
    left: float

    @property
    def width(self) -> float:
        return self.left + max(width_of(line, self.size) for line in self.lines) + _GAP

    def draw(self, canvas: Any, low: float) -> None:
        """Draw it in the row whose lower edge is at `low`."""
        if len(self.lines) == 1:
            draw_line(canvas, self.lines[0], self.left, low + 7, size=self.size)
            return
        for line, y in zip(self.lines, (low + 11, low + 2), strict=True):
            draw_line(canvas, line, self.left, y, size=self.size)


def _label(said: str, number: int | None) -> _Label:
    """Return a label that is cut only where two lines of more than half the page do not hold it."""
    left = 0.0 if number is None else 13.0
    room = _MOST_LABEL - left - _GAP
    if width_of(said, _SIZE) <= room:
        return _Label((said,), _SIZE, left)
    lines = lines_of(said, room, _SMALL_SIZE, SANS)
    if lines is None or len(lines) > 2:
        whole = lines[0] if lines is not None else ""
        rest = said[len(whole) :].lstrip() if whole else said
        cut = shortened(rest, room, _SMALL_SIZE)
        return _Label((whole, cut) if whole else (cut,), _SMALL_SIZE, left)
    return _Label(lines, _SMALL_SIZE, left)
