"""How paper looks: palette, paragraph styles, the marks by which tables are told apart."""

from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from wcafe.reports.pages.fonts import BOLD, SANS, SERIF, SERIF_ITALIC

PAPER = HexColor("#FAF6F0")
INK, MUTED = HexColor("#2B211B"), HexColor("#6F6055")
CUT = HexColor("#B09C88")  # seen in black and white too
LINE, ACCENT = HexColor("#E6DBCE"), HexColor("#A8481F")
DARK, BROWN = HexColor("#33251D"), HexColor("#4A372C")
CREAM, SAND, EMBER = HexColor("#FBF3E8"), HexColor("#D8C6B4"), HexColor("#E08A52")

BODY = ParagraphStyle(
    "body",
    fontName=SANS,
    bulletFontName=SANS,
    fontSize=10,
    leading=14.5,
    textColor=INK,
    spaceAfter=4,
    splitLongWords=1,
    allowWidows=0,
    allowOrphans=0,
)


def _style(name: str, parent: ParagraphStyle = BODY, **facts: Any) -> ParagraphStyle:
    return ParagraphStyle(name, parent=parent, **facts)


SMALL = _style("small", fontSize=8, leading=11, textColor=MUTED, spaceAfter=0)
CAPTION = _style("caption", SMALL, spaceAfter=4)
ASKED = _style("asked", CAPTION, keepWithNext=1)
EYEBROW = _style(
    "eyebrow",
    fontSize=8.5,
    leading=12,
    textColor=ACCENT,
    spaceBefore=22,
    spaceAfter=1,
    keepWithNext=1,
)
TITLE = _style("title", fontName=SERIF, fontSize=24, leading=30, spaceAfter=8)
CHAPTER = _style(
    "chapter", TITLE, fontSize=20, leading=26, spaceBefore=20, spaceAfter=8, keepWithNext=1
)
THEME = _style("theme", CHAPTER, spaceBefore=0, spaceAfter=4)
HEADING = _style(
    "heading", fontName=SERIF, fontSize=14, leading=19, spaceBefore=12, spaceAfter=4, keepWithNext=1
)
LABEL = _style(
    "label", fontName=BOLD, fontSize=10, leading=14, spaceBefore=10, spaceAfter=3, keepWithNext=1
)
LEAD = _style("lead", fontSize=11, leading=16.5, spaceAfter=8)
ITEM = _style("item", leftIndent=11, bulletIndent=1, spaceAfter=3)
QUOTE = _style("quote", fontName=SERIF_ITALIC, fontSize=12.5, leading=17.5, spaceAfter=0)
NOTED = _style("noted", fontSize=8.8, leading=11.8, leftIndent=22, spaceAfter=3.2)
SMALL_NOTED = _style("small_noted", NOTED, fontSize=8.2, leading=10.8, spaceAfter=2.4)
PAIRED = _style("paired", NOTED, fontSize=9.5, leading=13, spaceAfter=2)
PAIRED_ARROW = _style("paired_arrow", PAIRED, fontName=BOLD, leftIndent=0)
KIND = _style("kind", LABEL, fontSize=8.8, leading=12, spaceBefore=7, spaceAfter=3)
POINT = _style("point", leftIndent=13, bulletIndent=0, spaceAfter=3)
TOLD = _style("told", CAPTION, spaceAfter=7)
MORE = _style("more", CAPTION, spaceBefore=9, textColor=INK)
SAYS = _style("says", fontName=SERIF, fontSize=13, leading=17, spaceAfter=3)
SENTENCE = _style("sentence", fontSize=9, leading=12.5, spaceAfter=2)
COUNT = _style("count", fontName=SERIF, fontSize=13, leading=15, alignment=TA_RIGHT, spaceAfter=0)
COUNT_BELOW = _style("count_below", SMALL, leading=10.5, alignment=TA_RIGHT)
IDEA = _style("idea", fontSize=9.5, leading=13.5, leftIndent=0, spaceAfter=4)
CELL = _style("cell", fontSize=9, leading=12, spaceAfter=0)
CELLS = tuple(
    _style(f"cell_{size}", CELL, fontSize=size, leading=size + 3) for size in (9, 8, 7, 6)
)
"""Of names in a list: the next one where a word would be cut."""

ACTION = _style("action", CELL, leftIndent=18)
CELL_HEAD = _style("cell_head", CELL, fontName=BOLD, fontSize=8.5, textColor=MUTED)
CELL_TITLE = _style("cell_title", CELL, fontName=BOLD)
FIGURES = _style("figures", CELL, alignment=TA_RIGHT)
FIGURES_HEAD = _style("figures_head", CELL_HEAD, alignment=TA_RIGHT)
CONTENTS = _style("contents", fontSize=9.5, leading=13, spaceAfter=2)
CONTENTS_PAGE = _style("contents_page", CONTENTS, alignment=TA_RIGHT)
FIGURE = _style("figure", fontName=SERIF, fontSize=22, leading=26, spaceAfter=0)
NAME = _style("name", fontName=SERIF, leading=0, spaceAfter=0)
COVER_EYEBROW = _style("cover_eyebrow", EYEBROW, fontSize=11, leading=16, textColor=EMBER)
COVER_TITLE = _style("cover_title", TITLE, fontSize=34, leading=42, textColor=CREAM, spaceAfter=14)
COVER_TEXT = _style("cover_text", fontSize=11.5, leading=19, textColor=SAND, spaceAfter=0)

DEEPEST = 4
"""How deep an item lies at most below others; there is room for no more on a page."""

MARGIN = 20 * mm

CELL_EDGES = 10
"""Points of a cell, left and right, that hold no words."""

RULED = (
    ("FONTNAME", (0, 0), (-1, -1), SANS),  # else Helvetica is named in the file, which has it not
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, SAND),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("LEFTPADDING", (1, 0), (-1, -1), 6),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
)


@cache
def below(style: ParagraphStyle, depth: int, step: float = 0) -> ParagraphStyle:
    """Return the style of an item that lies `depth` deep below others; `style` itself at 0.

    It is indented by `step` points for each level, or by as much as `style` itself.
    """
    if depth == 0:
        return style
    step = (step or style.leftIndent) * depth
    indents = {"leftIndent": style.leftIndent + step, "bulletIndent": style.bulletIndent + step}
    return _style(f"{style.name}_{depth}", style, **indents)
