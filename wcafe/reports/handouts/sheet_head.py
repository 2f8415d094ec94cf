"""What stands above the boxes of a harvest sheet: whose it is, what is talked about, its code."""

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from wcafe.domain.marks import round_name, table_title
from wcafe.domain.sheet_layout import CODE
from wcafe.domain.sheets import SheetPlace
from wcafe.reports.handouts.sheet_page import SheetPage
from wcafe.reports.handouts.sheet_words import BLACK, HOW_TOP, sheet_name
from wcafe.reports.pages.area import first_line, text_within
from wcafe.reports.pages.codes import draw_code
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.lines import width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.pen import Pen
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.tags import Node
from wcafe.services.cafe import Snapshot

_TABLE = ParagraphStyle("sheet_table", BLACK, fontName=BOLD, fontSize=11.5, leading=14)
_ROUND = ParagraphStyle("sheet_round", BLACK, fontSize=10, leading=14)
_QUESTION = ParagraphStyle("sheet_question", BLACK, fontName=SERIF, fontSize=17.5, leading=21)
_CAPTION = ParagraphStyle("sheet_caption", BLACK, fontName=BOLD, fontSize=8, leading=10)
_STEAM = HexColor("#E0E0E0")  # of the coffee ring, which no pen and no printer takes for a line

_CUP, _CUP_RADIUS = (18.5, 30.4), 15.3  # its middle, from the left of the boxes and from the top
_RING, _RING_RADIUS = (16.9, 27.1), 15.4
_LEFT, _RIGHT = 39.0, 146.4  # of the words, from the left of the boxes
_HIGH, _LOW = 13.6, 46.0
_SYMBOL = 3.8


class SheetHead:
    """The head of one sheet, with its structure below `parent`; the bookmarks may list it."""

    def __init__(
        self,
        place: SheetPlace,
        page: SheetPage,
        code: str,
        snapshot: Snapshot,
        paper: Paper,
        parent: Node,
        *,
        is_listed: bool,
    ) -> None:
        self._table, self._layout, self._code = place.table, page.layout, code
        self._width = _RIGHT - _LEFT
        cafe, _ = snapshot.cafe, paper.words.gettext
        title = table_title(place.table, cafe.table_name(place.table), paper.words)
        self._title = text_within(
            paper,
            title,
            _TABLE,
            (self._width - 5.6, 10),
            tag="H1",
            parent=parent,
            outline=0 if is_listed else None,
        )
        number = _("round {number} of {rounds}").format(
            number=place.round + 1, rounds=len(cafe.rounds)
        )
        named = round_name(cafe.round_at(place.round), paper.words)
        said = " · ".join(filter(None, (f"— {number}", named)))
        beside = self._width - 5.6 - self._title.lines[-1].width / mm - 1.5
        is_beside = beside * mm > width_of(said, _ROUND.fontSize)
        self._round_left = self._width - beside if is_beside else 5.6
        room = (beside, 5.2) if is_beside else (self._width - 5.6, 9)
        self._round = text_within(paper, said, _ROUND, room, parent=parent)
        self._is_beside = is_beside
        down = self._title_bottom + (0 if is_beside else self._round.height / mm)
        self._question_top = down + 1.2
        self._question = text_within(
            paper,
            cafe.question(place.table, place.round),
            _QUESTION,
            (self._width, _LOW - self._question_top),
            parent=parent,
            is_even=True,
        )
        self._figure = parent.add("Figure", alt=page.words.code)
        named = sheet_name(place, paper, place.page)
        self._caption = text_within(paper, named, _CAPTION, (CODE + 6, 4), parent=parent)
        self._how = [line.again(parent.add("P")) for line in page.words.how]

    def draw(self, pen: Pen) -> None:
        left = self._layout.left
        with pen.canvas.artifact():
            self._draw_cup(pen)
            draw_symbol(
                pen.canvas,
                self._table,
                (left + _LEFT) * mm,
                (pen.height - _HIGH - 0.7 - _SYMBOL) * mm,
                _SYMBOL * mm,
                ink=black,
            )
        pen.paragraph(self._title, left + _LEFT + 5.6, _HIGH, self._width - 5.6)
        pen.paragraph(
            self._round, left + _LEFT + self._round_left, self._round_top, self._round.width / mm
        )
        pen.paragraph(self._question, left + _LEFT, self._question_top, self._width)
        code = self._layout.code
        draw_code(
            pen.canvas,
            self._code,
            code.left * mm,
            (pen.height - code.bottom) * mm,
            code.width * mm,
            node=self._figure,
            ink=black,
        )
        wide = self._caption.lines[0].width / mm
        pen.paragraph(self._caption, code.middle[0] - wide / 2, code.bottom + 1.4, CODE + 6)
        top = HOW_TOP
        for line in self._how:
            top = pen.paragraph(line, left + 3, top, line.width / mm)

    @property
    def _round_top(self) -> float:
        """Where the round begins: beside the last line of the title, on one line with it."""
        if not self._is_beside:
            return self._title_bottom
        last = self._title_bottom - self._title.style.leading / mm
        return float(last + first_line(self._title) - first_line(self._round))

    @property
    def _title_bottom(self) -> float:
        return float(_HIGH + self._title.height / mm)

    def _draw_cup(self, pen: Pen) -> None:
        """Draw a cup seen from above, with the table's number in it, and a ring of coffee."""
        left = self._layout.left
        ring, cup = ((left + x, y) for x, y in (_RING, _CUP))
        pen.ring(ring, _RING_RADIUS, stroke=1.4, ink=_STEAM)
        pen.ring((ring[0] + 0.5, ring[1] + 0.7), _RING_RADIUS - 1.3, stroke=0.5, ink=_STEAM)
        pen.ring(cup, _CUP_RADIUS, stroke=0.5, fill=white)
        pen.ring((ring[0] + 0.6, ring[1] + 1.4), _CUP_RADIUS - 3, stroke=0.9, ink=_STEAM)
        pen.ring(cup, _CUP_RADIUS - 1.5, stroke=0.16)
        number = str(self._table + 1)
        size = min(58, 21.5 * mm / width_of(number, 1, SERIF))
        down = cup[1] + 0.357 * size / mm
        pen.words(number, cup[0], down, size=size, font=SERIF, align=0.5)
