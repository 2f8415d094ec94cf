"""Cards for phones, one a table, six on a page to be cut apart: scan, and write its notes."""

from collections.abc import Mapping

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.marks import table_title
from wcafe.reports.handouts.sheet_words import BLACK
from wcafe.reports.pages.area import text_within
from wcafe.reports.pages.codes import draw_code
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.grid import lay_out, whole_page
from wcafe.reports.pages.lines import width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.pen import Pen
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.pages.tags import TaggedCanvas
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

_TITLE = ParagraphStyle("phone_title", BLACK, fontName=BOLD, fontSize=13, leading=15.5)
_SAYS = ParagraphStyle("phone_says", BLACK, fontSize=10, leading=13)
_ADDRESS = ParagraphStyle("phone_address", BLACK, fontName=BOLD, fontSize=9, leading=11)
_SMALL = ParagraphStyle("phone_small", BLACK, fontSize=6.5, leading=8)

_EDGE, _CODE, _GAP = 8.0, 46.0, 4.0  # millimetres
_NUMBER = 30.0  # points
_TOP = 21.0  # millimetres below the upper edge where the code begins
_MOST = 12.0  # millimetres for what the card is called


def phone_cards(
    ways: Mapping[int, str], address: str, network: str, snapshot: Snapshot, paper: Paper
) -> list[Flowable]:
    """Return a card for each table.

    Args:
        ways: the address that a phone scans, by table from 0.
        address: what somebody types who cannot scan, without a code.
        network: the name of the network that phones have to be in; empty where nobody named it.
        snapshot: the café.
        paper: what it is printed on.
    """
    cards = [
        _Card(table, way, address, network, snapshot, paper) for table, way in sorted(ways.items())
    ]
    return lay_out(cards, whole_page(paper.page, down=3, across=2))


class _Card:
    """The card of one table, with its structure."""

    def __init__(
        self,
        table: int,
        way: str,
        address: str,
        network: str,
        snapshot: Snapshot,
        paper: Paper,
    ) -> None:
        self._table, self._way = table, way
        self._width, self._height = paper.page[0] / 2 / mm, paper.page[1] / 3 / mm
        self._mark = dated_mark(snapshot, paper)
        node, _ = paper.root.add("Sect"), paper.words.gettext
        self._number = str(table + 1)
        self._beside = width_of(self._number, _NUMBER, SERIF) / mm + 9
        wide = self._width - 2 * _EDGE
        title = table_title(table, snapshot.cafe.table_name(table), paper.words)
        self._title = text_within(
            paper, title, _TITLE, (wide - self._beside, _MOST), tag="H1", parent=node
        )
        self._figure = node.add("Figure", alt=_("Code that opens this table on a phone"))
        says = _(
            "Write the notes of your table on a phone: scan this code. Nothing to install, no "
            "account, no internet."
        )
        if network:
            says += " " + _("Be in this network: {network}").format(network=network)
        beside = wide - _CODE - _GAP
        self._says = text_within(paper, says, _SAYS, (beside, _CODE - 12), parent=node)
        self._address = text_within(paper, address, _ADDRESS, (beside, 12), parent=node)
        self._hint = text_within(
            paper,
            _("Whoever has this code can read and write the notes of this table, and no other."),
            _SMALL,
            (wide, 7),
            parent=node,
        )

    def draw(self, canvas: TaggedCanvas) -> None:
        pen, wide = Pen(canvas, self._height), self._width - 2 * _EDGE
        with canvas.artifact():
            pen.words(self._number, _EDGE, 17, size=_NUMBER, font=SERIF)
            pen.words(self._mark, _EDGE, self._height - 6, size=_SMALL.fontSize)
            left = _EDGE + self._beside - 7
            draw_symbol(canvas, self._table, left * mm, (self._height - 17) * mm, 4 * mm, ink=black)
        pen.paragraph(self._title, _EDGE + self._beside, 10, wide - self._beside)
        draw_code(
            canvas,
            self._way,
            _EDGE * mm,
            (self._height - _TOP - _CODE) * mm,
            _CODE * mm,
            node=self._figure,
            ink=black,
        )
        beside, room = _EDGE + _CODE + _GAP, wide - _CODE - _GAP
        down = pen.paragraph(self._says, beside, _TOP, room)
        pen.paragraph(self._address, beside, down + 2.5, room)
        pen.paragraph(self._hint, _EDGE, _TOP + _CODE + 3, wide)
