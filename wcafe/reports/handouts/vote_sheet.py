"""A dot-vote sheet: what is asked, a row for each choice, and what the reader finds it by."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from wcafe.domain.rect import Rect
from wcafe.domain.sheet_layout import CODE
from wcafe.domain.vote_layout import CIRCLE, RowLayout, VoteLayout
from wcafe.reports.handouts.sheet_frame import SheetFoot, draw_foot, draw_marks
from wcafe.reports.handouts.sheet_words import BLACK
from wcafe.reports.pages.area import text_within
from wcafe.reports.pages.codes import draw_code
from wcafe.reports.pages.columns import Stack
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.large_type import large_text
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.pen import Pen
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.tags import Node, TaggedCanvas

_TITLE = ParagraphStyle("votes_title", BLACK, fontName=SERIF, fontSize=13.5, leading=17)
"""No letter of it is as large as a corner mark."""
_HOW = ParagraphStyle("votes_how", BLACK, fontSize=11, leading=14.5)
_NAME = ParagraphStyle("votes_name", BLACK, fontName=BOLD, fontSize=12.5, leading=15.5)
_SAYS = ParagraphStyle("votes_says", BLACK, fontSize=10, leading=12.5)
_LABEL = ParagraphStyle("votes_label", BLACK, fontName=BOLD, fontSize=9, leading=11)
_CAPTION = ParagraphStyle("votes_caption", BLACK, fontName=BOLD, fontSize=8, leading=10)
_SMALLEST = 6.5  # points: below, words are cut, which is told

_PALE = HexColor("#C8C8C8")  # of what is printed where dots are: no pen is as pale
_RING, _BETWEEN = 0.3, 0.2  # how thick a circle and a line between rows are
_MARK = 4.0  # small: a large square might be taken for a corner mark
_ABOVE = 1.5  # from the top of a row to its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What dots are given to: its label, its words, what is said below; a theme has a mark."""

    words: str
    label: str = ""
    says: str = ""
    mark: int | None = None


class VoteSheet:
    """One sheet as it is drawn on a page of its own, with its structure.

    Args:
        code: what its code says.
        layout: where everything lies.
        choices: what stands in its rows.
        number: which sheet it is, of how many, and which copy of it where there are several.
        foot: the last line.
        paper: what it is written on.
    """

    def __init__(
        self,
        code: str,
        layout: VoteLayout,
        choices: Sequence[Choice],
        number: tuple[int, int, int | None],
        foot: SheetFoot,
        paper: Paper,
    ) -> None:
        _ = paper.words.gettext
        self._code, self._layout, self._foot = code, layout, foot
        node = paper.root.add("Sect")
        page, pages, copy = number
        head = layout.head
        title = _("What matters most to you?")
        if page > 1:
            title = _("{title}, continued").format(title=title)
        self._title = text_within(
            paper, title, _TITLE, (head.width, 19), tag="H1", parent=node, outline=0
        )
        how = _("Stick a dot in a circle, or tick it. Each of us has …… dots.")
        room = (head.width, head.height - self._title.height / mm - 2)
        self._how = text_within(paper, how, _HOW, room, parent=node)
        self._figure = node.add("Figure", alt=_("Code of this sheet"))
        named = [_("sheet {number} of {all}").format(number=page, all=pages)]
        named += [_("copy {number}").format(number=copy)] if copy is not None else []
        said = " · ".join(named)
        self._caption = text_within(paper, said, _CAPTION, (CODE + 6, 4), parent=node)
        self._rows = [
            _Row(choice, place, paper, node)
            for choice, place in zip(choices, layout.rows, strict=True)
        ]
        self._photo_words = _("Photo: the whole sheet, with all four black corners.")
        self._photo = node.add("P")

    def draw(self, canvas: TaggedCanvas) -> None:
        layout = self._layout
        pen = Pen(canvas, layout.page.height)
        with canvas.artifact():
            draw_marks(pen, layout.frame)
        head, code = layout.head, layout.code
        low = pen.paragraph(self._title, head.left, head.top, head.width)
        pen.paragraph(self._how, head.left, low + 2, head.width)
        draw_code(
            canvas,
            self._code,
            code.left * mm,
            (pen.height - code.bottom) * mm,
            code.width * mm,
            node=self._figure,
            ink=black,
        )
        wide = self._caption.lines[0].width / mm
        pen.paragraph(self._caption, code.middle[0] - wide / 2, code.bottom + 1.4, CODE + 6)
        for row in self._rows:
            row.draw(pen)
        with canvas.artifact():
            for anchor in layout.anchors:
                pen.box(anchor, fill=black)
        draw_foot(pen, layout.frame, self._foot, self._photo_words, self._photo)


class _Row:
    """A choice beside its circles."""

    def __init__(self, choice: Choice, place: RowLayout, paper: Paper, parent: Node) -> None:
        node = parent.add("Sect")
        self._place, self._mark = place, choice.mark
        self._parts: list[Stack] = []
        self._indent = _MARK + 2 if choice.mark is not None else 0.0
        wide, free = place.words.width - self._indent, place.words.height - 2 * _ABOVE

        def add(said: str, style: ParagraphStyle, share: float, tag: str = "P") -> None:
            nonlocal free
            sizes, room = (style.fontSize, _SMALLEST), (wide * mm, free * share * mm)
            made = large_text(said, style, room, sizes, paper, tag=tag, parent=node)
            self._parts.append(made)
            free -= made.height / mm

        if choice.label:
            add(choice.label, _LABEL, 1)
        add(choice.words, _NAME, 0.7 if choice.says else 1, "H2")
        if choice.says:
            add(choice.says, _SAYS, 1)

    def draw(self, pen: Pen) -> None:
        place, words = self._place, self._place.words
        with pen.canvas.artifact():
            if self._mark is not None:
                low = pen.height - words.top - _ABOVE - 0.7 - _MARK
                mark = (words.left * mm, low * mm, _MARK * mm)
                draw_symbol(pen.canvas, self._mark, *mark, ink=black)
            for circle in place.circles:
                pen.ring(circle, CIRCLE, stroke=_RING, ink=_PALE, fill=white)
            _line_below(pen, place.outline)
        top = (pen.height - words.top - _ABOVE) * mm
        for part in self._parts:
            part.draw_on(pen.canvas, (words.left + self._indent) * mm, top)
            top -= part.height


def _line_below(pen: Pen, outline: Rect) -> None:
    down = outline.bottom + 1.5
    pen.line((outline.left + 3, down), (outline.right - 3, down), stroke=_BETWEEN, ink=_PALE)
