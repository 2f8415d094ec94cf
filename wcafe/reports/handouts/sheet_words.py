"""What harvest sheets say in print, set once for all sheets of a document."""

from dataclasses import dataclass

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle

from wcafe.domain.kinds import Kind, kind_name
from wcafe.domain.notes import Support
from wcafe.domain.sheet_layout import BoxLayout, SheetLayout
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
    """The words that come again on each sheet; what is drawn is their `again`.

    Attributes:
        how: what to do, a paragraph a line.
        plain: the heading of a sheet that asks for nothing in particular.
        kinds: what stands beside the tick box of each kind, in the café's own words.
        supports: the same of who stands behind a note.
        origin: what the digits are for.
        rows: what each row of digits counts, for sheets with so many rows.
        sentence: what the last box asks for, and how it is to be written.
        photo: how to take a picture of the sheet.
        code, writing, sentence_writing, digits: what a screen reader says of what is drawn; of
            digits by the number of their rows.
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
    writing: str
    sentence_writing: str
    digits: dict[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """What the sheets of one number have in common, at whatever table.

    Attributes:
        number: which of the sheets of a table and round it is, from 0.
        asked: the prompt of each box; empty where nothing in particular is asked.
        layout: where everything lies.
        words: what is in print.
    """

    number: int
    asked: tuple[str, ...]
    layout: SheetLayout
    words: SheetWords


def sheet_words(snapshot: Snapshot, paper: Paper, sheet: SheetLayout) -> SheetWords:
    """Return the words of all sheets of a café, each of which has the room that `sheet` has."""
    _ = paper.words.gettext
    labels, box, aside = snapshot.cafe.kind_labels, sheet.boxes[0], Node("Sect")

    def fit(said: str, style: ParagraphStyle, width: float, height: float) -> TaggedParagraph:
        return text_within(paper, said, style, (width, height), parent=aside)

    named = {2: (_("tens"), _("units")), 3: (_("hundreds"), _("tens"), _("units"))}
    supports = {Support.TABLE: _("whole table"), Support.PERSON: _("one person")}
    return SheetWords(
        how=tuple(
            fit(line, _HOW, sheet.head.width - 6, (sheet.head.bottom - HOW_TOP - 1.4) / 2)
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
        writing=_("Lines to write on. Then a box to tick beside each word for what it is:"),
        sentence_writing=_("Lines to write on"),
        digits={
            digits: _("To tick, the digits from 0 to 9 of that table’s number: {rows}").format(
                rows=", ".join(names)
            )
            for digits, names in named.items()
        },
    )


def kind_room(box: BoxLayout) -> float:
    """Return how many millimetres there are for the words between the tick boxes of two kinds."""
    first, second, *_others = box.kinds.values()
    return second.left - first.right - BESIDE - _BEFORE


def _support_room(box: BoxLayout, support: Support) -> float:
    tick, last = box.supports[support], box.supports[Support.PERSON]
    end = last.left if support is Support.TABLE else box.outline.right
    return end - tick.right - BESIDE - _BEFORE
