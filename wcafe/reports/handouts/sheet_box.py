"""One numbered box of a harvest sheet: lines to write on, and what is ticked beside them."""

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.units import mm

from wcafe.domain.notes import Support
from wcafe.domain.rect import Rect
from wcafe.domain.sheet_layout import BoxLayout
from wcafe.reports.handouts.sheet_words import BESIDE, SheetWords
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.lines import width_of
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.pen import Pen
from wcafe.reports.pages.tags import Node

PALE = HexColor("#B4B4B4")
"""Of lines to write on: seen by a person, and paler than any pen."""

_DIGIT = HexColor("#8A8A8A")
_OUTLINE, _TICK, _FINE = 0.4, 0.22, 0.16  # strokes, in millimetres
_DISC = 4.2  # its radius
_LINES = 3
_NAME = 6.4  # points of what a row of digits counts


class SheetBox:
    """The box of one `number`: drawn once, and stamped on each sheet that has it.

    `name` tells it from the boxes of that number on sheets that are laid out in another way.
    """

    def __init__(self, number: int, box: BoxLayout, words: SheetWords, name: str) -> None:
        self._number, self._box, self._words, self._name = number, box, words, name
        self.told = words.told_of_box(number, box)

    def draw(self, pen: Pen, node: Node) -> None:
        """Draw it as the figure `node`."""
        with pen.figure(node, self._box.outline):
            pen.stamp(f"{self._name}-{self._number}", lambda: self._draw(pen))

    def _draw(self, pen: Pen) -> None:
        box, words = self._box, self._words
        pen.box(box.outline, corner=3.2, stroke=_OUTLINE)
        middle = (box.outline.left + 2.8 + _DISC, box.outline.top + 2.4 + _DISC)
        pen.ring(middle, _DISC, fill=black)
        number, down = str(self._number), middle[1] + 1.75
        pen.words(number, middle[0], down, size=14, font=SERIF, ink=white, align=0.5)
        draw_lines(pen, box.writing, _LINES, 1.6)
        for kind, tick in box.kinds.items():
            _draw_tick(pen, tick, words.kinds[kind])
        across = (box.writing.right + _aside(box)) / 2
        ends = (box.outline.top + 3.2, box.outline.bottom - 3.2)
        pen.line((across, ends[0]), (across, ends[1]), stroke=_FINE, ink=PALE)
        for support, tick in box.supports.items():
            _draw_tick(pen, tick, words.supports[support])
        self._draw_digits(pen)

    def _draw_digits(self, pen: Pen) -> None:
        rows, left = self._box.digits, _aside(self._box)
        pen.paragraph(self._words.origin.again(None), left, rows[0][0].top - 4.6, 50)
        names = self._words.rows[len(rows)]
        room = (rows[0][0].left - left - 0.8) * mm
        size = min(_NAME, *(_NAME * room / width_of(name, _NAME) for name in names))
        for row, name in zip(rows, names, strict=True):
            if len(rows) > 1:  # one row says itself what it counts
                pen.words(name, left, row[0].middle[1] + 0.8, size=size)
            for digit, tick in enumerate(row):
                pen.box(tick, corner=0.7, stroke=_TICK)
                across, down = tick.middle
                pen.words(str(digit), across, down + 0.95, size=7.4, ink=_DIGIT, align=0.5)


def _aside(box: BoxLayout) -> float:
    """Return where that begins which stands beside the lines."""
    return box.supports[Support.TABLE].left


def _draw_tick(pen: Pen, tick: Rect, label: TaggedParagraph) -> None:
    """Draw a tick box and its words beside it, their middle at the height of its own."""
    pen.box(tick, corner=0.7, stroke=_TICK)
    wide, high = max(line.width for line in label.lines) / mm + 0.01, label.height / mm
    down = tick.middle[1] - high / 2 - 0.1
    pen.paragraph(label.again(None), tick.right + BESIDE, down, wide)


def draw_lines(pen: Pen, area: Rect, count: int, below: float) -> None:
    """Draw `count` lines to write on; so many millimetres are free `below` the last one."""
    step = (area.height - below - 0.8) / count
    for line in range(count):
        down = area.bottom - below - (count - 1 - line) * step
        pen.line((area.left, down), (area.right, down), stroke=_FINE, ink=PALE)
