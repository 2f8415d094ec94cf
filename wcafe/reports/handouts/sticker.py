"""One sticker: by its code a photo of a tablecloth finds the table and round it is of."""

from dataclasses import dataclass

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from wcafe.domain.marks import table_title
from wcafe.domain.sheets import SheetPlace
from wcafe.reports.handouts.sheet_words import BLACK, sheet_name
from wcafe.reports.pages.area import at_size, text_within
from wcafe.reports.pages.codes import draw_code
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.lines import shortened, width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.pen import Pen
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.tags import TaggedCanvas
from wcafe.services.cafe import Snapshot

_TABLE = ParagraphStyle("sticker_table", BLACK, fontName=BOLD, fontSize=11, leading=13.5)
_ROUND = ParagraphStyle("sticker_round", BLACK, fontSize=9, leading=11.5)
_QUESTION = ParagraphStyle("sticker_question", BLACK, fontName=SERIF, fontSize=13, leading=16)
_SMALL = ParagraphStyle("sticker_small", BLACK, fontSize=8, leading=9.8)
_CODE_NAME = ParagraphStyle("sticker_code", BLACK, fontName=BOLD, fontSize=8, leading=10)

_QUIET = 1.5  # millimetres to the left of the code, more than its own white
_LEAST = 8  # points: who stands at a table reads no smaller letters
_BELOW_CODE = 5.5  # millimetres that its name takes
_LOW = 45  # millimetres: on a lower one there is no room to say how a photo is taken


@dataclass(frozen=True, slots=True)
class StickerSize:
    """How large a sticker is, and what a cut or a printer may take of its edge. In millimetres."""

    width: float
    height: float
    edge: float

    @property
    def code(self) -> float:
        """The side of the code: so large that it is read in a picture of a whole table."""
        return min(38, self.height - 2 * self.edge - 9)

    def beside(self, height: float) -> float:
        """Return how wide a line is that begins `height` above the lower edge."""
        is_below = self.height - height >= self.edge + self.code + _BELOW_CODE
        return self.width - 2 * self.edge if is_below else self.words

    @property
    def words(self) -> float:
        """How wide what stands beside the code is."""
        return self.width - 2 * self.edge - self.code - 5


class Sticker:
    """The sticker of a table and round, with its structure."""

    def __init__(
        self,
        place: SheetPlace,
        code: str,
        size: StickerSize,
        mark: str,
        snapshot: Snapshot,
        paper: Paper,
    ) -> None:
        self._table, self._code, self._size, self._mark = place.table, code, size, mark
        cafe, _ = snapshot.cafe, paper.words.gettext
        node, wide = paper.root.add("Sect"), size.words
        self._number = str(place.table + 1)
        high = min(17, 0.28 * size.height)
        self._number_size = min(
            high / 0.357 / 2 * mm, (0.45 * wide) * mm / width_of(self._number, 1, SERIF)
        )
        self._beside = width_of(self._number, self._number_size, SERIF) / mm + 3
        self._head = high
        title = table_title(place.table, cafe.table_name(place.table), paper.words)
        small = min(1, size.height / 50)
        self._title = text_within(
            paper,
            title,
            at_size(_TABLE, max(small * _TABLE.fontSize, _LEAST)),
            (wide - self._beside, 0.62 * high),
            smallest=_LEAST,
            tag="H1",
            parent=node,
        )
        number = _("round {number} of {rounds}").format(
            number=place.round + 1, rounds=len(cafe.rounds)
        )
        style, room = at_size(_ROUND, max(small * _ROUND.fontSize, _LEAST)), wide - self._beside
        self._symbol, needed = 0.26 * high, width_of(number, style.fontSize) / mm
        self._after_symbol = self._symbol + 1.5
        if needed + self._after_symbol + _QUIET > room:  # the number says which table it is
            self._symbol = self._after_symbol = 0.0
        self._round = text_within(
            paper,
            number,
            style,
            (room - self._after_symbol, max(0.4 * high, 1.05 * _ROUND.leading / mm)),
            smallest=_LEAST,
            parent=node,
        )
        lines = 2 if size.height > _LOW else 1
        foot = lines * _SMALL.leading / mm
        top = size.edge + high + 2
        self._question_top = top
        self._question = text_within(
            paper,
            cafe.question(place.table, place.round),
            _QUESTION,
            (wide, size.height - size.edge - foot - 1 - top),
            smallest=_LEAST,
            parent=node,
            is_even=True,
        )
        self._figure = node.add("Figure", alt=_("Code of this table and round"))
        self._name = text_within(
            paper, sheet_name(place, paper), _CODE_NAME, (size.code, 4), parent=node
        )
        hint, line = _("Photo: the tablecloth with this sticker on it."), _SMALL.leading / mm
        room = size.beside(size.edge + foot)
        self._hints = [
            text_within(paper, hint, _SMALL, (room, 1.05 * line), smallest=_LEAST, parent=node)
            for _line in range(1, lines)
            if width_of(hint, _SMALL.fontSize) < room * mm
        ]
        room = size.beside(size.edge + line)
        self._mark = shortened(self._mark, room * mm, _SMALL.fontSize)

    def draw(self, canvas: TaggedCanvas) -> None:
        size = self._size
        pen, edge = Pen(canvas, size.height), size.edge
        with canvas.artifact():
            down = edge + self._head
            pen.words(self._number, edge, down, size=self._number_size, font=SERIF)
            pen.words(self._mark, edge, size.height - edge, size=_SMALL.fontSize)
            left, symbol = edge + self._beside, self._symbol
            if symbol:
                at = left * mm, (size.height - down) * mm
                draw_symbol(canvas, self._table, *at, symbol * mm, ink=black)
        top = pen.paragraph(self._title, left, edge, size.words - self._beside)
        pen.paragraph(
            self._round,
            left + self._after_symbol,
            max(top, down - 0.26 * self._head - 0.6),
            size.words,
        )
        pen.paragraph(self._question, edge, self._question_top, size.words)
        right = size.width - edge - size.code
        draw_code(
            canvas,
            self._code,
            right * mm,
            (size.height - edge - size.code) * mm,
            size.code * mm,
            node=self._figure,
            ink=black,
        )
        pen.paragraph(self._name, right, edge + size.code + 1, size.code)
        for hint in self._hints:
            pen.paragraph(hint, edge, size.height - edge - 2.6 - hint.height / mm, size.width)
