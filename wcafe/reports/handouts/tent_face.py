"""One face of a tent: the number as large as it goes, beside or below it what is talked of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from wcafe.domain.marks import table_title
from wcafe.domain.table_questions import TableQuestion, questions_of, rounds_of
from wcafe.reports.handouts.asked import questions_shown
from wcafe.reports.pages.columns import Stack, stacked
from wcafe.reports.pages.feet import FOOT, draw_foot
from wcafe.reports.pages.large_type import large_text, largest_size
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import TITLE
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.table_number import TableNumber
from wcafe.reports.pages.tags import Node
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

FIGURES = 60 * mm
"""How high figures are at least: 1/133 of eight metres, where 1/200 is the least that is read.

Four figures do not stand so high on a sheet: they are as wide as it is.
"""

_HIGHEST = 68 * mm  # figures, where there is room
_EDGE, _TOP, _FOOT = 11 * mm, 9 * mm, 7 * mm  # of a face: at its sides, at the fold, at the table
_GAP, _BELOW = 8 * mm, 4 * mm  # beside the number; below what stands above something
_SIZES = (24.0, 6.5)  # of a question
_WELL = 12.0  # the size at which questions stay beside the number
_NAME = ParagraphStyle("tent_name", TITLE, fontSize=20, leading=24, spaceAfter=0)


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand on a face: the number, the symbol, the name, the questions.

    Without a `words` box questions stand below the name, in the same box.
    """

    number: TableNumber
    corner: tuple[float, float]  # the lower left one of the number
    side: float  # of the symbol
    name: _Box  # with the symbol at its left
    words: _Box | None = None


Sizes = dict[object, float | None]
"""The sizes of questions that were found: tables that are asked the same share them."""


class TentFace:
    """What is seen of a table from one side; drawn from its lower left corner."""

    def __init__(
        self,
        table: int,
        snapshot: Snapshot,
        paper: Paper,
        node: Node,
        sizes: Sizes,
    ) -> None:
        cafe = snapshot.cafe
        self._table, self._paper, self._sizes = table, paper, sizes
        self._width, self._height = paper.page[0], paper.page[1] / 2
        self._title, self._mark = cafe.title, dated_mark(snapshot, paper)
        self._said = cafe.table_name(table) or table_title(table, "", paper.words)
        asked = questions_of(cafe, table, rounds_of(cafe, table))
        self._layout, size, most = self._choose(asked)
        self._number = node.add("P")
        self._name = self._named(self._layout, asked, node)
        box, columns = self._words_in(self._layout, self._name)
        shown = questions_shown(asked, size, node, paper, most=most, columns=columns)
        self._questions = stacked(shown, box.width)
        self._is_drawn = False

    def _choose(self, asked: Sequence[TableQuestion]) -> tuple[_Layout, float, int]:
        """Return the layout, the size of the questions, and how many of them are shown."""
        layouts = [self._beside(), self._below()] if self._table < 99 else [self._below()]
        names = [self._named(layout, asked, Node("Sect")) for layout in layouts]
        for most in range(len(asked), 0, -1):
            found = []
            for layout, name in zip(layouts, names, strict=True):
                size = self._size_in(layout, name, asked, most)
                if size is not None:
                    found.append((min(size, _WELL), size, layout))
            if found:
                _worth, size, layout = max(found, key=lambda each: each[0])
                return layout, size, most
        return layouts[0], _SIZES[1], 0

    def _size_in(
        self, layout: _Layout, name: Stack, asked: Sequence[TableQuestion], most: int
    ) -> float | None:
        box, columns = self._words_in(layout, name)
        what = (tuple(asked), most, columns, box.width, box.height)
        if what not in self._sizes:
            self._sizes[what] = largest_size(
                lambda size, node: questions_shown(
                    asked, size, node, self._paper, most=most, columns=columns
                ),
                (box.width, box.height),
                _SIZES,
            )
        return self._sizes[what]

    def _named(self, layout: _Layout, asked: Sequence[TableQuestion], parent: Node) -> Stack:
        """Return the name as large as its box allows, which it shares with questions."""
        box = layout.name
        share = 0.3 if asked and layout.words is None else 1.0
        room = (box.width - layout.side - _BELOW, share * box.height)
        return large_text(
            self._said, _NAME, room, (36, 9), self._paper, tag="H1", parent=parent, outline=0
        )

    def _words_in(self, layout: _Layout, name: Stack) -> tuple[_Box, int]:
        """Return the box of the questions and in how many columns they stand there."""
        if layout.words is not None:
            return layout.words, 2
        box = layout.name
        used = max(name.height, layout.side) + _BELOW
        return _Box(box.left, box.top - used, box.width, box.height - used), 1

    def _beside(self) -> _Layout:
        """Return the number at the left and all words at its right."""
        high = self._height - _TOP - _FOOT - FOOT
        number = TableNumber(self._table, _HIGHEST, high, is_round=True)
        left = _EDGE + number.width + _GAP
        low = _FOOT + FOOT + (high - number.height) / 2
        box = _Box(left, self._height - _TOP, self._width - left - _EDGE, high)
        return _Layout(number, (_EDGE, low), 11 * mm, box)

    def _below(self) -> _Layout:
        """Return the number above with the name at its right, and the questions below."""
        wide, top = self._width - 2 * _EDGE, self._height - _TOP
        side = 15 * mm
        number = TableNumber(self._table, FIGURES, wide - side - _GAP, is_round=False)
        low = top - number.height
        left = _EDGE + number.width + _GAP
        beside = _Box(left, top, self._width - _EDGE - left, number.height)
        below = _Box(_EDGE, low - _BELOW, wide, low - _BELOW - _FOOT - FOOT)
        if beside.width > 3 * side:
            return _Layout(number, (_EDGE, low), side, beside, below)
        return _Layout(number, (_EDGE, low), side, below)

    def draw(self, canvas: Any) -> None:
        """Draw it; what is drawn for the second time is no second text for a screen reader."""
        layout, box = self._layout, self._layout.name
        layout.number.draw(canvas, *layout.corner, None if self._is_drawn else self._number)
        words, _columns = self._words_in(layout, self._name)
        head = max(self._name.height, layout.side)
        used = head + (0 if layout.words else _BELOW + self._questions.height)
        shift = (box.height - used) / 2 if layout.words or layout.number.is_round else 0
        top = box.top - shift
        with canvas.artifact():
            low = top - (head + layout.side) / 2
            draw_symbol(canvas, self._table, box.left, low, layout.side)
        left = box.left + layout.side + _BELOW
        self._name.draw_on(canvas, left, top - (head - self._name.height) / 2)
        self._questions.draw_on(canvas, words.left, words.top - (0 if layout.words else shift))
        edges = (_EDGE, self._width - _EDGE)
        draw_foot(canvas, self._title, self._mark, edges, _FOOT - 2)
        self._is_drawn = True
