"""The fonts we ship, and which of them has a character: nobody's name prints as nothing."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

import arabic_reshaper
from bidi.algorithm import get_display
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase.pdfmetrics import getFont, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont, shapeStr

from wcafe.domain.text import clean
from wcafe.paths import resource_dir
from wcafe.reports.pages.library import prepare

SANS, BOLD, ITALIC = "Inter", "Inter-SemiBold", "Inter-Italic"
SERIF, SERIF_ITALIC = "NotoSerif-Bold", "NotoSerif-Italic"

_FILES = {
    SANS: "Inter-Regular.ttf",
    BOLD: "Inter-SemiBold.ttf",
    ITALIC: "Inter-Italic.ttf",
    SERIF: "NotoSerif-Bold.ttf",
    SERIF_ITALIC: "NotoSerif-Italic.ttf",
    "NotoArabic": "NotoSansArabic-Regular.ttf",
    "NotoHebrew": "NotoSansHebrew-Regular.ttf",
    "NotoThai": "NotoSansThai-Regular.ttf",
    "NotoDevanagari": "NotoSansDevanagari-Regular.ttf",
    "NotoKorean": "NotoSansKR-Regular.ttf",
    "NotoEmoji": "NotoEmoji-Regular.ttf",
    "DroidFallback": "DroidSansFallbackFull.ttf",
}
_FALLBACKS = (
    SANS,
    "NotoArabic",
    "NotoHebrew",
    "NotoThai",
    "NotoDevanagari",
    "NotoKorean",
    "NotoEmoji",
    "DroidFallback",
)
_SHAPED = frozenset({"NotoThai", "NotoDevanagari"})
"""Fonts whose letters change their forms and places beside others: HarfBuzz says which."""
_REACH = {"NotoArabic": (1.0, 0.45)}
"""How far letters go where the font itself allows for marks that no language here puts on them."""

UNPRINTABLE = "□"
_JOINERS = {0xFE0E, 0xFE0F, 0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F)}
_SILENT = dict.fromkeys(_JOINERS | {*range(0x2060, 0x2070), *range(0x1F3FB, 0x1F400)})
"""Joiners, marks of direction, skin tones: they say how to draw and are nothing to be drawn."""
_JOINS_NO_INDIC = re.compile(r"(?<![\u0900-\u097f])[\u200c\u200d]")
_FIRST_RIGHT_TO_LEFT = "\u0590"


@cache
def register_fonts() -> None:
    """Make every shipped font known to ReportLab, once."""
    prepare()
    folder = resource_dir("fonts")
    for name, file in _FILES.items():
        font = TTFont(name, str(folder / file), shapable=name in _SHAPED)
        registerFont(font)
        addMapping(name, 0, 0, name)
        if name in _SHAPED:
            _name_glyphs(font)
    for name, bold, italic in ((SANS, BOLD, ITALIC),):
        addMapping(name, 1, 0, bold)
        addMapping(name, 0, 1, italic)


def _name_glyphs(font: Any) -> None:
    """Give every glyph without a character a private one, in the order of the font.

    ReportLab does so when a glyph is first used, so that the same page would be other bytes after
    other pages.
    """
    shaper = font.hbFont()
    for glyph in range(font.hbFace.glyph_count):
        if glyph and glyph not in font.face.glyphToChar:
            advance = shaper.get_glyph_h_advance(glyph)
            font.hbAddPrivate(shaper.glyph_to_string(glyph), glyph, advance)


@lru_cache(maxsize=8192)
def shaped(text: str, font: str) -> str:
    """Return `text`, a run of `font`, as ReportLab draws it: its glyphs and where they stand."""
    return str(text) if font not in _SHAPED else shapeStr(text, font, 10, force=True)


def is_shaped(font: str) -> bool:
    """Are the letters of `font` drawn as other characters, so that a reader needs to be told?"""
    return font in _SHAPED


def width_of_run(text: str, font: str) -> float:
    """Return how wide a run of one font is at a size of 1."""
    if font in _SHAPED:
        glyphs: Any = shaped(text, font)
        return sum(float(glyph.x_advance) for glyph in glyphs.__shapeData__) / 1000
    return float(stringWidth(text, font, 1000)) / 1000


@cache
def _covered(font: str) -> frozenset[int]:
    register_fonts()
    known: Any = getFont(font)
    return frozenset(code for code in known.face.charToGlyph if not 0xE000 <= code <= 0xF8FF)


def in_logical_order(text: str) -> str:
    """Return `text` as its letters are drawn, in the order in which they are read.

    Composed, Arabic letters joined, without what is nothing to be drawn. Lines are turned round
    later, each by itself (`runs_of_line`).
    """
    shown = _JOINS_NO_INDIC.sub("", clean(text).translate(_SILENT))
    return str(arabic_reshaper.reshape(shown)) if _has_right_to_left(shown) else shown


def is_right_to_left(text: str) -> bool:
    """Does a paragraph that says `text` run from right to left? Its first letter tells."""
    if max(text, default="") < _FIRST_RIGHT_TO_LEFT:
        return False
    sides = (unicodedata.bidirectional(character) for character in text)
    return next((side for side in sides if side in ("L", "R", "AL")), "L") != "L"


def runs_of_line(text: str, font: str, *, is_rtl: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the font and the letters of one line from left to right.

    What no font has comes as a box; `unprintable` tells which those are.

    Args:
        text: the line `in_logical_order`.
        font: for all that it has.
        is_rtl: whether the paragraph runs from right to left.
    """
    shown = text
    if is_rtl or _has_right_to_left(text):
        shown = str(get_display(text, base_dir="R" if is_rtl else "L"))
    return runs_in_order(shown, font)


def runs_in_order(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Yield the letters of `text` as they stand, in pieces of one font."""
    if _covered(font).issuperset(map(ord, text)):
        yield font, text
        return
    for chosen, run in groupby(text, key=lambda character: _font_of(character, font)):
        piece = "".join(run)
        yield (chosen, piece) if chosen else (SANS, UNPRINTABLE * len(piece))


def font_runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Yield the runs of `text` that stands on a line by itself, as it was written."""
    shown = in_logical_order(text)
    return runs_of_line(shown, font, is_rtl=is_right_to_left(shown))


@cache
def reach_of(font: str) -> tuple[float, float]:
    """Return how far the letters of `font` go above and below the line, as shares of its size."""
    register_fonts()
    if font in _REACH:
        return _REACH[font]
    face: Any = getFont(font).face  # type: ignore[attr-defined]  # all of ours are TrueType
    return face.ascent / 1000, -face.descent / 1000


def unprintable(text: str) -> set[str]:
    """Return the characters of `text` that no shipped font has."""
    return {c for c in set(in_logical_order(text)) if c != UNPRINTABLE and not _font_of(c, SANS)}


def _font_of(character: str, font: str) -> str:
    code = ord(character)
    if code in _covered(font) or character == "\n":
        return font
    return next((name for name in _FALLBACKS if code in _covered(name)), "")


def _has_right_to_left(text: str) -> bool:
    return max(text, default="") >= _FIRST_RIGHT_TO_LEFT and any(
        unicodedata.bidirectional(c) in ("R", "AL") for c in text
    )
