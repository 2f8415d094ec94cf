"""A harvest sheet: its head, five boxes, the last sentence, four corner marks for the reader."""

from reportlab.lib.colors import white
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from wcafe.domain.rect import Rect
from wcafe.reports.handouts.sheet_box import SheetBox, draw_lines
from wcafe.reports.handouts.sheet_frame import SheetFoot, draw_foot, draw_marks
from wcafe.reports.handouts.sheet_head import SheetHead
from wcafe.reports.handouts.sheet_page import SheetPage
from wcafe.reports.handouts.sheet_words import HEADING
from wcafe.reports.pages.area import first_line, text_within
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.pen import Pen
from wcafe.reports.pages.tags import Node, TaggedCanvas

_PROMPT = ParagraphStyle("sheet_prompt", HEADING, fontSize=13.5, leading=16.5)
_FOOT = 6.9  # points
_LINE = 8.2  # millimetres from line to line for a pen where there is room for more than two
_LEAST_LINES = 2
_CUP_HIGH = 15.6  # with its steam


class Sheet:
    """One sheet as it is drawn on a page of its own, with its structure.

    Args:
        node: where all of it belongs.
        head: whose sheet it is.
        page: what it has in common with those of other tables.
        foot: the last line.
        paper: what it is written on.
    """

    def __init__(
        self,
        node: Node,
        head: SheetHead,
        page: SheetPage,
        foot: SheetFoot,
        paper: Paper,
    ) -> None:
        self._head, self._layout, self._foot = head, page.layout, foot
        self._photo_words, words = page.words.photo, page.words
        self._headings: list[tuple[Rect, TaggedParagraph]] = []
        self._boxes: list[tuple[SheetBox, Node]] = []
        for prompt, place, box in zip(page.asked, page.layout.boxes, page.boxes, strict=True):
            if (band := place.heading) is not None:
                area = (band.width - 6, band.height - 0.6)
                said = prompt or words.plain
                heading = text_within(paper, said, _PROMPT, area, tag="H2", parent=node)
                self._headings.append((band, heading))
            self._boxes.append((box, node.add("Figure", alt=box.told)))
        last = node.add("Sect")
        self._sentence = [
            words.sentence[0].again(last.add("H2")),
            words.sentence[1].again(last.add("P")),
        ]
        self._lines = last.add("Figure", alt=words.sentence_writing)
        self._photo = node.add("P")

    def draw(self, canvas: TaggedCanvas) -> None:
        pen = Pen(canvas, self._layout.page.height)
        with canvas.artifact():
            draw_marks(pen, self._layout)
        self._head.draw(pen)
        for band, heading in self._headings:
            high = heading.height / mm
            top = band.top + max(0, band.height - 1.7 - high)
            pen.paragraph(heading, band.left + 3, top, band.width - 6)
        for box, node in self._boxes:
            box.draw(pen, node)
        self._draw_sentence(pen)
        draw_foot(pen, self._layout, self._foot, self._photo_words, self._photo)

    def _draw_sentence(self, pen: Pen) -> None:
        outline, writing = self._layout.sentence, self._layout.sentence_writing
        with pen.canvas.artifact():
            pen.box(outline, corner=4, stroke=0.55)
            _draw_tail(pen, outline)
            _draw_cup(pen, Rect(self._layout.left + 2, outline.top, 17, outline.height))
        asked, capitals = self._sentence
        wide = asked.lines[-1].width / mm
        top, below = outline.top + 1.6, outline.top + 1.6 + first_line(asked) - first_line(capitals)
        pen.paragraph(asked, writing.left, top, asked.width / mm)
        pen.paragraph(capitals, writing.left + wide + 2.5, below, 60)
        lines = max(_LEAST_LINES, int(writing.height / _LINE))
        with pen.figure(self._lines, writing):
            draw_lines(pen, writing, lines, 1.2 if writing.height < 2.5 * _LINE else 3.2)


def _draw_tail(pen: Pen, outline: Rect) -> None:
    """Let the last box be said by the cup beside it."""
    left, down = outline.left, outline.middle[1]
    pen.box(Rect(left - 0.1, down - 2.2, 0.9, 4.7), fill=white)
    pen.line(
        (left + 0.6, down - 2.4), (left - 5.4, down + 0.9), (left + 0.6, down + 2.6), stroke=0.5
    )


def _draw_cup(pen: Pen, area: Rect) -> None:
    """Draw a cup that steams, as large as it can be at the foot of `area`."""
    size = min(1, area.height / _CUP_HIGH)
    low, left = area.bottom - 0.6, area.left

    def at(x: float, y: float) -> tuple[float, float]:
        return left + x * size, low - y * size

    pen.line(at(0, 0), at(14.5, 0), stroke=0.5)
    pen.curve(
        at(2, 9.6),
        at(2, 3.2),
        at(3, 1.8),
        at(7.4, 1.8),
        at(11.8, 1.8),
        at(12.8, 3.2),
        at(12.8, 9.6),
        stroke=0.5,
    )
    pen.line(at(2, 9.6), at(12.8, 9.6), stroke=0.5)
    pen.curve(at(12.8, 8.6), at(17.2, 9.2), at(17.2, 4), at(12.4, 4.2), stroke=0.5)
    for x in (4.8, 7.4, 10):
        pen.curve(
            at(x, 11),
            at(x + 1, 12),
            at(x - 1, 12.2),
            at(x, 13.2),
            at(x + 1, 14.2),
            at(x - 0.6, 14.2),
            at(x - 0.2, 15),
            stroke=0.4,
        )
