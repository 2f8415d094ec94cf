"""What harvest sheets say in print, set once for all sheets of a document."""

from dataclasses import dataclass

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle

from wcafe.domain.kinds import Kind, kind_name
from wcafe.domain.notes import Support
from wcafe.domain.sheet_layout import BoxLayout, SheetLayout
from wcafe.domain.sheets import SheetPlace
from wcafe.reports.pages.area import text_within
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.styles import BODY
from wcafe.reports.pages.tags import Node
from wcafe.services.cafe import Snapshot

BLACK = ParagraphStyle("sheet", BODY, textColor=black)
HEADING = ParagraphStyle("sheet_heading", BLACK, fontName=SERIF, fontSize=12.5, leading=15.5)
_TICKED = ParagraphStyle("sheet_ticked", BLACK, fontSize=8, leading=9.4)
_HOW = ParagraphStyle("sheet_how", BLACK, fontSize=9.3, leading=12.2)
_CAPITALS = ParagraphStyle("sheet_capitals", BLACK, fontSize=9.5, leading=12)

HOW_TOP = 47.0
"""Millimetres from the top of the page to what is told there of how a sheet is filled in."""

BESIDE, _BEFORE = 0.9, 1.5
"""Millimetres between a tick box and its words, and before the next one at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """The words that come again on each sheet.

    Attributes:
        how: what to do, a paragraph a line.
        plain: the heading of a sheet that asks for nothing in particular.
        kinds: what stands beside the tick box of each kind, in the café's own words.
        supports: the same of who stands behind a note.
        origin: what the digits are for.
        rows: what each row of digits counts, for sheets with so many rows.
        sentence: what the last box asks for, and how it is to be written.
        photo: how to take a picture of the sheet.
        code, sentence_writing: what a screen reader says of what is drawn.
        box: the same of a box, to be filled in with its number and what is to be ticked.
        named_kinds, named_supports: what that is.
    """

    how: tuple[TaggedParagraph, ...]
    plain: str
    kinds: dict[Kind, TaggedParagraph]
    supports: dict[Support, TaggedParagraph]
    origin: TaggedParagraph
    rows: dict[int, tuple[str, ...]]
    sentence: tuple[TaggedParagraph, TaggedParagraph]
    photo: str
    code: str
    box: str
    named_kinds: str
    named_supports: str
    sentence_writing: str

    def told_of_box(self, number: int, box: BoxLayout) -> str:
        """Return what is said of a box to those who do not see it."""
        return self.box.format(
            number=number,
            kinds=self.named_kinds,
            supports=self.named_supports,
            rows=", ".join(self.rows[len(box.digits)]),
        )


def sheet_name(place: SheetPlace, paper: Paper, page: int | None = None) -> str:
    """Return the short name of a table and round, with the number of a `page` that has one."""
    _ = paper.words.gettext
    said = _("T{table}·R{round}") if page is None else _("T{table}·R{round} · sheet {number}")
    return said.format(table=place.table + 1, round=place.round + 1, number=page)


def sheet_words(snapshot: Snapshot, paper: Paper, sheet: SheetLayout) -> SheetWords:
    """Return the words of all sheets of a café, each of which has the room that `sheet` has."""
    _ = paper.words.gettext
    labels, box, aside = snapshot.cafe.kind_labels, sheet.boxes[0], Node("Sect")

    def fit(said: str, style: ParagraphStyle, width: float, height: float) -> TaggedParagraph:
        return text_within(paper, said, style, (width, height), parent=aside)

    named = {
        1: (_("units"),),
        2: (_("tens"), _("units")),
        3: (_("hundreds"), _("tens"), _("units")),
    }
    supports = {Support.TABLE: _("whole table"), Support.PERSON: _("one person")}
    return SheetWords(
        how=tuple(
            fit(line, _HOW, sheet.head.width - 6, (sheet.head.bottom - HOW_TOP - 0.5) / 2)
            for line in (
                _("One idea a box, in the words of the table. Tick what you know, leave the rest."),
                _("Drawings are welcome, on the back or on the tablecloth."),
            )
        ),
        plain=_("What we keep of this round"),
        kinds={
            kind: fit(kind_name(kind, paper.words, labels), _TICKED, kind_room(box), 5.2)
            for kind in Kind
        },
        supports={
            support: fit(said, _TICKED, _support_room(box, support), 5.2)
            for support, said in supports.items()
        },
        origin=fit(_("comes from table…"), _TICKED, 50, 4),
        rows=named,
        sentence=(
            fit(_("If only one sentence remained…"), HEADING, 100, 5.6),
            fit(_("IN CAPITALS"), _CAPITALS, 40, 5.6),
        ),
        photo=_("Photo: the whole sheet, with all four black corners."),
        code=_("Code of this sheet"),
        box=_(
            "Box {number}: lines to write on. To be ticked: what it is ({kinds}); who is behind it "
            "({supports}); the table it comes from, digit by digit ({rows})."
        ),
        named_kinds=", ".join(kind_name(kind, paper.words, labels) for kind in Kind),
        named_supports=", ".join(supports.values()),
        sentence_writing=_("Lines to write on"),
    )


def kind_room(box: BoxLayout) -> float:
    """Return how many millimetres there are for the words between the tick boxes of two kinds."""
    first, second, *_others = box.kinds.values()
    return second.left - first.right - BESIDE - _BEFORE


def _support_room(box: BoxLayout, support: Support) -> float:
    tick, last = box.supports[support], box.supports[Support.PERSON]
    end = last.left if support is Support.TABLE else box.outline.right
    return end - tick.right - BESIDE - _BEFORE
