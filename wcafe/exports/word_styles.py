"""How a Word document looks: a few styles of ours over those that Word knows by name."""

from typing import cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from wcafe.exports.texts.document import REGIONS

ASIDE, LINK, ASIDE_LINK = "Aside", "Hyperlink", "Aside Link"
"""Styles of words in a line: what stands small, and what leads somewhere."""

_SERIF, _SANS = "Georgia", "Calibri"
_INK, _MUTED, _ACCENT = "2B211B", "6F6055", "A8481F"
_LINES = "D8CABA"
_MARGIN = Mm(25)
_TABLES = ("Normal Table", "Table Grid")

_LOOKS: dict[str, tuple[str, float, str, float, float]] = {
    "Normal": (_SANS, 11, _INK, 0, 6),
    "Kind": (_SANS, 10, _ACCENT, 0, 0),
    "Title": (_SERIF, 26, _INK, 0, 8),
    "Subtitle": (_SANS, 11, _MUTED, 0, 0),
    "Lead": (_SERIF, 13, _INK, 0, 6),
    "Heading 1": (_SERIF, 18, _INK, 24, 6),
    "Heading 2": (_SERIF, 14, _INK, 18, 4),
    "Heading 3": (_SANS, 11, _INK, 12, 2),
    "Caption": (_SANS, 9, _MUTED, 0, 6),
    "Quote": (_SERIF, 13, _INK, 8, 0),
    "TOC Heading": (_SERIF, 14, _INK, 18, 4),
    "toc 1": (_SANS, 11, _INK, 0, 2),
    "toc 2": (_SANS, 10, _INK, 0, 2),
    "List Bullet": (_SANS, 11, _INK, 0, 3),
    "List Bullet 2": (_SANS, 11, _INK, 0, 3),
    "List Bullet 3": (_SANS, 11, _INK, 0, 3),
    "List Continue": (_SANS, 11, _INK, 0, 3),
    "List Continue 2": (_SANS, 11, _INK, 0, 3),
    "List Continue 3": (_SANS, 11, _INK, 0, 3),
    "Cell": (_SANS, 10, _INK, 2, 2),
    "footer": (_SANS, 9, _MUTED, 0, 0),
}
"""Of each style its font, size, colour, and the points before and after."""

_BOLD = ("Title", "Heading 1", "Heading 2", "Heading 3", "TOC Heading", "Kind")


def set_styles(word: WordDocument, language: str) -> None:
    """Give `word` its styles, an A4 page and the language of its text."""
    _drop_unused_tables(word)
    _speak(word, REGIONS[language])
    for name, look in _LOOKS.items():
        _plain(_named(word, name))
        _set(_named(word, name), *look, is_bold=name in _BOLD)
    quote = _named(word, "Quote").paragraph_format
    quote.left_indent, quote.keep_with_next = Mm(6), True
    _named(word, "Quote").font.italic = True
    _named(word, "toc 2").paragraph_format.left_indent = Mm(6)
    for name, size, colour in ((ASIDE, 9, _MUTED), (LINK, None, _ACCENT), (ASIDE_LINK, 9, _ACCENT)):
        is_known = name == LINK
        added = word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=is_known)
        style = cast(CharacterStyle, added)
        style.font.color.rgb = RGBColor.from_string(colour)
        style.font.size = Pt(size) if size else None
        style.font.underline = True if is_known else None
    for line in word.styles["Table Grid"].element.iter(qn("w:tblBorders")):
        for edge in list(line):
            edge.set(qn("w:color"), _LINES)
            if edge.tag in (qn("w:left"), qn("w:right"), qn("w:insideV")):
                edge.set(qn("w:val"), "nil")
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def _named(word: WordDocument, name: str) -> ParagraphStyle:
    """Return the style of that name; a new one where the template has none."""
    styles, kind = word.styles, WD_STYLE_TYPE.PARAGRAPH
    if name in styles:
        return cast(ParagraphStyle, styles[name])
    return cast(ParagraphStyle, styles.add_style(name, kind, builtin=name.startswith("toc")))


def _set(
    style: ParagraphStyle,
    font: str,
    size: float,
    colour: str,
    before: float,
    after: float,
    *,
    is_bold: bool,
) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]  # those of the template's theme would win
    for letters in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{letters}"), font)
    style.font.size, style.font.bold = Pt(size), is_bold
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.15


def _plain(style: ParagraphStyle) -> None:
    """Take away what the template draws around a paragraph, and how it spaces and numbers it."""
    for said in ("w:pBdr", "w:spacing", "w:i", "w:iCs", "w:kern"):
        for found in list(style.element.iter(qn(said))):
            found.getparent().remove(found)


def _speak(word: WordDocument, region: str) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults"))
    for said in defaults.iter(qn("w:lang")):
        said.set(qn("w:val"), region)


def _drop_unused_tables(word: WordDocument) -> None:
    """Drop a hundred looks of tables that nobody asked for: most of the file would be theirs."""
    styles = word.styles.element
    for style in list(styles.iterchildren(qn("w:style"))):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if style.get(qn("w:type")) == "table" and name not in _TABLES:
            styles.remove(style)
