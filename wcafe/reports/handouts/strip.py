"""One strip: its head, the sentences with their boxes, and lines for a table's own words."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.lines import draw_line, width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.styles import BODY, CUT, INK, LINE, MARGIN, MUTED, SMALL, TITLE
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.tags import Node

QUESTION = ParagraphStyle("strip_question", TITLE, fontSize=14, leading=18, spaceAfter=0)
TABLE = ParagraphStyle("strip_table", SMALL, fontName=BOLD, fontSize=9, leading=12.5)
SENTENCE = ParagraphStyle("strip_sentence", BODY, fontName=SERIF, leading=14, spaceAfter=0)
SOURCE = ParagraphStyle("strip_source", SMALL, leading=10.5)
PRINTED = ParagraphStyle("strip_printed", SMALL, alignment=TA_RIGHT)
BOX_LABEL = ParagraphStyle("strip_box", BODY, fontSize=8.5, leading=11, spaceAfter=0)

_WIDTH, _HIGHEST = A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN - 1
_CIRCLE, _GAP = 13 * mm, 4 * mm  # across, and what follows it
_PRINTED = 46 * mm  # at the right of the head
_BOX, _BESIDE, _BETWEEN = 3.8 * mm, 1.6 * mm, 5 * mm  # a box, what is before and behind its label
_AIR = 7  # points above and below a sentence
_WRITING, _LINES = 8.5 * mm, 2  # from line to line for a pen; how many there are
_BELOW = 6 * mm  # from the last line to the cut
_NEXT = 7 * mm  # from the cut to the next strip


class Row:
    """A sentence, what it rests on, and its boxes; or a part of a sentence as long as a sheet."""

    def __init__(
        self,
        node: Node,
        sentence: TaggedParagraph,
        source: TaggedParagraph | None,
        labels: Sequence[TaggedParagraph],
    ) -> None:
        self.node = node
        self._sentence, self._source, self._labels = sentence, source, labels
        self._wide = width_beside(labels)
        for part in self._parts:
            part.wrap(self._wide, _HIGHEST)
        self.height = sum(part.height for part in self._parts) + 2 * _AIR

    @property
    def _parts(self) -> list[TaggedParagraph]:
        return [self._sentence, *([self._source] if self._source is not None else [])]

    def in_pieces(self, room: float) -> "list[Row]":
        """Return it in as many pieces as it takes where `room` points are free."""
        if self.height <= room:
            return [self]
        halves = self._sentence.split(self._wide, room - 2 * _AIR)
        if len(halves) < 2:
            return [self]
        first = Row(self.node, halves[0], None, ())
        return [first, *Row(self.node, halves[1], self._source, self._labels).in_pieces(room)]

    def draw(self, canvas: Any, top: float) -> None:
        low = top - _AIR
        for part in self._parts:
            low -= part.height
            part.drawOn(canvas, 0, low)
        middle = top - self.height / 2
        left = self._wide
        for label in self._labels:
            left += _BETWEEN
            with canvas.artifact():
                canvas.setStrokeColor(INK)
                canvas.setLineWidth(0.7)
                canvas.roundRect(left, middle - _BOX / 2, _BOX, _BOX, 1.5, stroke=1, fill=0)
            label.drawOn(canvas, left + _BOX + _BESIDE, middle - label.height / 2)
            left += _room_of(label) - _BETWEEN


class Strip(Flowable):
    """The strip of one table, from 0, as far as one sheet holds it."""

    def __init__(self, table: int, title: str, how: str, paper: Paper) -> None:
        super().__init__()
        _ = paper.words.gettext
        self._table, self._rows = table, list[Row]()
        node = paper.root.add("Sect")
        self._title = paper.text(title, TABLE, tag="H1", parent=node, outline=0)
        self._question = paper.text(_("Is this what you said?"), QUESTION, parent=node)
        self._how = paper.text(how, SMALL, parent=node)
        when = _("printed {moment}").format(moment=paper.moment())
        self._when = paper.text(when, PRINTED, parent=node)
        self._body = node.add("Sect")
        asked = _("In our own words, or what is missing:")
        self._own = paper.text(asked, BOX_LABEL, parent=node)
        self._own.wrap(_WIDTH, _HIGHEST)
        wide = _WIDTH - _CIRCLE - _GAP
        self._question.wrap(wide - _PRINTED, _HIGHEST)
        self._when.wrap(_PRINTED, _HIGHEST)
        self._title.wrap(wide, _HIGHEST)
        self._how.wrap(wide, _HIGHEST)
        text = sum(part.height for part in (self._question, self._title, self._how))
        self._head = max(text, _CIRCLE) + 2 * mm
        self.width, self.height = _WIDTH, self._head + _LINES * _WRITING + _BELOW + _NEXT

    @property
    def room(self) -> float:
        """How many points of a sheet are left for sentences."""
        return _HIGHEST - self.height + _NEXT

    def add(self, row: Row) -> None:
        self._rows.append(row)
        self.height += row.height
        if row.node.parent is None:
            row.node.move_to(self._body)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height - _NEXT

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        return _NEXT

    def draw(self) -> None:
        canvas: Any = self.canv
        top = self.height - _NEXT
        self._draw_head(canvas, top)
        top -= self._head
        for row in self._rows:
            self._draw_rule(canvas, top, LINE)
            row.draw(canvas, top)
            top -= row.height
        self._draw_rule(canvas, top, LINE)
        self._draw_lines(canvas, top)
        with canvas.artifact():
            _draw_cut(canvas)

    def _draw_head(self, canvas: Any, top: float) -> None:
        with canvas.artifact():
            radius = _CIRCLE / 2
            low = top - _CIRCLE
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(1)
            canvas.circle(radius, low + radius, radius, stroke=1, fill=0)
            canvas.setFillColor(INK)
            number = str(self._table + 1)
            size = min(18, 0.7 * _CIRCLE / width_of(number, 1, SERIF))
            middle = low + radius - 0.36 * size
            draw_line(canvas, number, radius, middle, size=size, font=SERIF, align=0.5)
            canvas.setFillColorRGB(1, 1, 1)
            canvas.circle(_CIRCLE - 3.5, low + 4.5, 5.5, stroke=0, fill=1)
            draw_symbol(canvas, self._table, _CIRCLE - 7.5, low + 0.5, 8)
        self._when.drawOn(canvas, _WIDTH - _PRINTED, top - self._when.height - 4)
        for part in (self._question, self._title, self._how):
            top -= part.height
            part.drawOn(canvas, _CIRCLE + _GAP, top)

    def _draw_lines(self, canvas: Any, top: float) -> None:
        """Draw the lines on which a table writes; the first begins behind what it is asked."""
        first = top - _WRITING
        self._own.drawOn(canvas, 0, first - 3)
        for line in range(_LINES):
            with canvas.artifact():
                canvas.setStrokeColor(CUT)
                canvas.setLineWidth(0.5)
                left = self._own.lines[0].width + 6 if line == 0 else 0
                canvas.line(left, first - line * _WRITING, _WIDTH, first - line * _WRITING)

    def _draw_rule(self, canvas: Any, high: float, colour: Any) -> None:
        with canvas.artifact():
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(0.5)
            canvas.line(0, high, _WIDTH, high)


def width_beside(labels: Sequence[TaggedParagraph]) -> float:
    """Return the points that are left for a sentence beside the boxes with these `labels`."""
    for label in labels:
        label.wrap(_WIDTH, _HIGHEST)
    return _WIDTH - sum(map(_room_of, labels))


def _room_of(label: TaggedParagraph) -> float:
    """Return the points that a box takes with its label and what parts it from the one before."""
    return _BETWEEN + _BOX + _BESIDE + label.lines[0].width


def _draw_cut(canvas: Any) -> None:
    """Draw where to cut, from one edge of the sheet to the other."""
    canvas.setStrokeColor(CUT)
    canvas.setLineWidth(0.6)
    canvas.setDash(1, 2)
    canvas.line(-MARGIN, 0, _WIDTH + MARGIN, 0)
    canvas.setDash()
    canvas.setFillColor(MUTED)
    draw_line(canvas, "✂", -MARGIN / 2, -3, size=9)
